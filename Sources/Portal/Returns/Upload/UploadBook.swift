import Scorecard

/// All entries of returns, found by what files call them.
struct UploadBook {
    /// A measure, and the places of its entries by their periods' codes.
    struct Line {
        let measure: CollectedMeasure
        /// Whether the officer may enter its figures.
        let isOwn: Bool
        var entries: [String: Int] = [:]
    }

    let entries: [ReturnEntry]
    private(set) var lines: [Line] = []
    private var byCode: [String: Int] = [:]
    private var byTitle: [String: Int] = [:]
    /// The codes of periods by all that they are called.
    private var periods: [String: String] = [:]
    /// Where numbers are typed that several measures share.
    let shared: SharedNumbers
    /// The places whose numbers others share.
    let sources: Set<SharedNumbers.Place>

    init(_ entries: [ReturnEntry], _ account: Account) {
        self.entries = entries
        shared = SharedNumbers(entries)
        sources = Set(shared.sources.values.map(\.place))
        var placeByMeasure: [Int64: Int] = [:]
        for (place, entry) in entries.enumerated() {
            let facts = entry.measure.facts
            let line: Int
            if let known = placeByMeasure[facts.id] {
                line = known
            } else {
                line = lines.count
                placeByMeasure[facts.id] = line
                byCode[facts.code.lowercased()] = line
                byTitle[facts.title.lowercased()] = line
                lines.append(
                    Line(
                        measure: entry.measure,
                        isOwn: account.may(.enterFigures, entry.measure.ownership)))
            }
            let code = entry.period.description
            lines[line].entries[code] = place
            if periods[code.lowercased()] == nil {
                periods[entry.period.label.lowercased()] = code
                periods[entry.period.shortLabel.lowercased()] = code
                periods[code.lowercased()] = code
            }
        }
    }

    /// The measure of that code, or where none is given, of that title.
    func line(code: String, title: String) -> Int? {
        code.isEmpty ? byTitle[title.lowercased()] : byCode[code.lowercased()]
    }

    /// The entry of a line for a period as a file has it.
    func entry(of line: Int, in period: UploadedCell) -> Int? {
        let entries = lines[line].entries
        switch period {
        case .blank, .fault: return nil
        case .text(let text), .number(let text, _):
            if let entry = entries[text] { return entry }
            let code = periods[text.lowercased()] ?? Self.day(text)?.description
            return code.flatMap { entries[$0] }
        // A spreadsheet makes a day of what looks like one, and so of a month.
        case .day(let day):
            return entries[day.description] ?? entries[String(day.description.prefix(7))]
        }
    }

    /// A day as spreadsheets in this country show it, or as it is typed.
    private static func day(_ text: String) -> Day? {
        guard text.utf8.count <= 40 else { return nil }
        if let day = Day(typed: text) { return day }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2],
            (1...31).contains(day), (1...12).contains(month), (1000...9999).contains(year)
        else { return nil }
        return Day(year: year, month: month, day: day)
    }
}
