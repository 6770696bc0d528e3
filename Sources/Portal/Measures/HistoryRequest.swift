import Scorecard

/// What is asked of a measure's history: a day to look back to, and a page of the changes.
struct HistoryRequest {
    /// What was typed as the day; empty if nothing was.
    let text: String
    /// The day, if one was typed that can be understood.
    let known: Day?
    /// The page, counted from 1.
    let page: Int
    /// How the address of a page begins.
    private let address: String

    /// - Throws: `Refusal.notFound` for what is no number of a page.
    init(known text: String?, page: String?, of measure: String) throws {
        self.text = text ?? ""
        known = text.flatMap { Day(typed: $0) }
        address = Links.history(ofMeasure: measure)
        guard let page else {
            self.page = 1
            return
        }
        guard let number = Int(page), number > 0, "\(number)" == page else {
            throw Self.noPage(page, at: address)
        }
        self.page = number
    }

    /// What is wrong with the day, if anything is.
    func error(on today: Day) -> String? {
        guard !text.isEmpty else { return nil }
        guard let known else { return "Date must be a real date, like 31 March 2025" }
        return known > today ? "Date must be today or in the past" : nil
    }

    /// Where another page of the changes is.
    func href(ofPage number: Int) -> String {
        let query = [known.map { "known=\($0)" }, number == 1 ? nil : "page=\(number)"]
            .compactMap(\.self)
        return query.isEmpty ? address : address + "?" + query.joined(separator: "&")
    }

    /// That there is no such page.
    var noPage: Refusal { Self.noPage("\(page)", at: address) }

    private static func noPage(_ text: String, at address: String) -> Refusal {
        Refusal.notFound(
            NotFound(
                what: "This history has no page “\(text)”.",
                choicesHeading: "Where to look instead",
                choices: [Link(href: address, label: "The newest changes")]))
    }
}
