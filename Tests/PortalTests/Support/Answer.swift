import HTTPServer

/// What a portal answered, to be read as a reader would.
struct Answer {
    let response: Response

    init(_ response: Response) {
        self.response = response
    }

    var status: HTTPStatus { response.status }

    /// The bytes as text.
    var source: String { String(decoding: response.body, as: UTF8.self) }

    /// The page, which must be well formed.
    var page: Element {
        get throws { try MarkupReader.read(response.body) }
    }

    /// The part of the page that is its own.
    var main: Element {
        get throws { try page.first("main") ?? Element("main") }
    }

    /// All that a reader reads on the page.
    var text: String {
        get throws { try page.text }
    }

    /// The row of a scorecard that is about a measure.
    func row(_ measure: String) throws -> ScorecardRow? {
        try rows().first { $0.measure == measure }
    }

    /// The rows of a scorecard.
    func rows() throws -> [ScorecardRow] {
        try page.all("tr").compactMap(ScorecardRow.init)
    }

    /// The numbers of a tally: off target, close, on target, not judged.
    func tally() throws -> [Int] {
        try page.descendants.filter { $0.classes.contains("tally__n") }.compactMap { Int($0.text) }
    }
}

/// A row of a scorecard, cell by cell.
struct ScorecardRow {
    let measure: String
    let element: Element
    let name: String
    let latest: String
    let target: String
    let status: String
    let icon: String?
    let change: String
    let trend: String
    let england: String

    init?(_ row: Element) {
        guard let link = row.first("a")?["href"], link.hasPrefix("/measures/"),
            let name = row.first("th"), let status = row.first(class: "c-status")
        else { return nil }
        measure = String(link.dropFirst("/measures/".count))
        element = row
        self.name = name.text
        self.status = Self.words(status, after: "Status")
        icon = status.first("use")?["href"]
        latest = Self.words(row.first(class: "c-latest"), after: "Latest")
        target = Self.words(row.first(class: "c-target"), after: "Target")
        change = Self.words(row.first(class: "c-change"), after: "Change")
        trend = Self.words(row.first(class: "c-trend"), after: "Trend")
        england = Self.words(row.first(class: "c-bench"), after: "England")
    }

    /// The cell's text without the label that stands in it for narrow screens.
    private static func words(_ cell: Element?, after label: String) -> String {
        let text = cell?.text ?? ""
        return String(text.dropFirst(label.count).drop { $0 == " " })
    }
}
