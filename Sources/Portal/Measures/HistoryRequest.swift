import Scorecard

/// What is asked of a measure's history: a day to look back to, and a page of the changes.
struct HistoryRequest {
    /// What was typed as the day; empty if nothing was.
    let text: String
    /// The day, if one was typed that can be understood.
    let known: Day?
    /// The page, counted from 1.
    let page: Int
    /// The address of the first page, with the day.
    let address: AddressQuery

    /// - Throws: `Refusal.notFound` for what is no number of a page.
    init(known text: String?, page: String?, of measure: String) throws {
        self.text = text ?? ""
        known = text.flatMap { Day(typed: $0) }
        address = AddressQuery(
            path: Links.history(ofMeasure: measure), [("known", known?.description ?? "")])
        self.page = try PageNumber.asked(page, of: address)
    }

    /// What is wrong with the day, if anything is.
    func error(on today: Day) -> String? {
        guard !text.isEmpty else { return nil }
        guard let known else { return "Date must be a real date, like 31 March 2025" }
        return known > today ? "Date must be today or in the past" : nil
    }
}
