import Scorecard

/// What is said of a figure besides its number and its status, for those who look through it.
struct EntryTold {
    private let check: EntryCheck
    private var content: EntryContent { check.entry.content }

    init(_ check: EntryCheck) {
        self.check = check
    }

    /// Each with what it is called; what was not said is left out.
    var all: [(term: String, words: String)] {
        let terms: [(String, String)] = [
            ("The figure is", check.flag?.words ?? ""),
            ("Counted", counted ?? ""),
            ("Groups", groups),
            ("Nothing to report because", content[.reason]),
            ("Asked about it", check.doubts.map(question).joined(separator: " ")),
            ("It is right because", check.doubts.isEmpty ? "" : content[.rightBecause]),
            ("What happened", content[.comment]),
            ("Why", content[.why]),
            ("What we are doing", content[.doing]),
            ("Action", action),
            ("Forecast for \(check.entry.forecastPeriod?.label ?? "the year")", content[.forecast]),
        ]
        return terms.filter { !$0.1.isBlank }
    }

    private var counted: String? {
        guard let figure = check.whole?.figure, let top = figure.numerator,
            let bottom = figure.denominator
        else { return nil }
        let whole = DecimalFormat(decimals: 0)
        return "\(whole.text(top)) of \(whole.text(bottom))"
    }

    private var groups: String {
        let format = check.entry.measure.facts.format
        return check.groups.compactMap { group, reading in
            reading.figure?.value.map { "\(group.label) \(format.text($0))" }
        }.joined(separator: ", ")
    }

    private func question(_ group: EntryGroup?, _ doubt: Doubt) -> String {
        group.map { "\($0.label): \(doubt.question)" } ?? doubt.question
    }

    private var action: String {
        let (what, who, by) = (content[.action], content[.who], content[.by])
        guard !what.isBlank else { return "" }
        let state = ActionState(rawValue: content[.progress])?.words
        return [what, who, by.isBlank ? "" : "by \(by)", state?.lowercasedFirst ?? ""]
            .filter { !$0.isBlank }.joined(separator: ", ")
    }
}
