/// What readers call the values of a report, which are kept under names that stay.
enum ReportFactWords {
    /// The words for a value's name; of one that is not known, the name itself made readable.
    static func name(_ name: String) -> String { names[name] ?? readable(name) }

    /// The words for the section that a value stands in.
    static func section(_ name: String) -> String {
        ReportSection(rawValue: name)?.title ?? readable(name)
    }

    private static let names = [
        "latest": "Latest figure", "counted": "Counted", "period": "Period",
        "rule": "Rule for the status", "good-is": "Good is", "what": "What will be done",
        "owner": "Who is responsible", "due": "By when", "n": "Out of how many",
        "before": "Figure before", "same-period-last-year": "Same period last year",
        "year-before": "Year before", "two-years-before": "2 years before",
        "forecast": "Year-end forecast", "country": "Country", "region": "Region",
        "neighbours": "Statistical neighbours", "you-said": "You said", "we-will": "We will",
    ]

    private static func readable(_ name: String) -> String {
        name.split(separator: "-").joined(separator: " ").capitalisedFirst
    }
}
