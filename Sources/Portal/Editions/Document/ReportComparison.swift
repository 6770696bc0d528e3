import Scorecard

/// What a report holds against the edition before it, or else against the quarter before.
struct ReportComparison {
    private let source: EditionSource
    /// The measures that have new data, in the report's order.
    let fresh: [Standing]

    /// The name of the fact by which a later edition knows which figure this one had.
    static let period = "latest-period"

    init(_ source: EditionSource) {
        self.source = source
        let said = source.past.facts.filter {
            $0.section == ReportSection.appendices.rawValue && $0.name == Self.period
        }
        let before = Dictionary(said.map { ($0.subject, $0.text) }) { first, _ in first }
        fresh = source.measures.all.filter { standing in
            guard let latest = standing.latest else { return false }
            guard before.isEmpty else {
                return before[standing.measure.code] != latest.period.description
            }
            return source.measures.before[standing.measure.id]?.latest?.period != latest.period
        }
    }

    /// What it is held against: `the last edition (Mid-Year report 2025/26)`.
    var words: String {
        if let previous = source.past.previous {
            let edition = previous.edition
            return "the last edition (\(edition.kindWords), \(edition.shortPeriodWords))"
        }
        return source.measures.quarterBefore.map { "the end of \($0.label)" } ?? "the beginning"
    }

    /// The same in few words.
    var shortWords: String {
        source.past.previous == nil
            ? source.measures.quarterBefore?.shortLabel ?? "the beginning" : "the last edition"
    }

    /// How many of some measures have new data, and how many of these are better or worse than
    /// the figure that they are compared with.
    func counts(of measures: [MeasureFacts]) -> (fresh: Int, better: Int, worse: Int) {
        let ids = Set(measures.map(\.id))
        let own = fresh.filter { ids.contains($0.measure.id) }
        return (
            own.count, own.count { $0.change?.meaning == .better },
            own.count { $0.change?.meaning == .worse }
        )
    }
}

extension EditionSource {
    /// Where the report tells of a measure, if it does.
    func anchor(of measure: MeasureFacts) -> String? {
        template.sections.contains(.appendices) ? "#" + measure.appendixId : nil
    }
}

extension MeasureFacts {
    /// The id of the measure's row in the appendices.
    var appendixId: String { "appendices-" + code.lowercased() }
}
