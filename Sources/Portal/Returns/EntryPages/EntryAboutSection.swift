import Mustache
import Scorecard

/// What a figure is of: what is counted, out of what, and how it is judged.
struct EntryAboutSection {
    private let entry: ReturnEntry
    private let past: EntryPast
    private var measure: CollectedMeasure { entry.measure }

    init(_ entry: ReturnEntry, _ past: EntryPast) {
        self.entry = entry
        self.past = past
    }

    var entries: [TemplateValue] {
        let terms: [(String, String?)] = [
            (measure.shape == .count ? "Count" : "Top number", measure.numerator?.capitalisedFirst),
            ("Bottom number", measure.denominator?.capitalisedFirst),
            ("Unit", measure.facts.unit.isEmpty ? nil : measure.facts.unit),
            ("A figure covers", timeBasis),
            ("Definition", measure.definition?.capitalisedFirst),
            ("Source", measure.source),
            ("Good performance is", measure.facts.polarity.words),
            ("Rating rule", rule),
            ("Small numbers", measure.smallNumbers.sentence(as: measure.facts.valueKind)),
        ]
        return terms.compactMap { term, words in
            words.map { ["term": .text(term), "words": .text($0)] }
        }
    }

    private var timeBasis: String? {
        let period = entry.period.label
        return switch measure.facts.timeBasis {
        case .inPeriod: "What happened in \(period)"
        case .cumulative: "The year so far, to \(entry.period.end.label)"
        case .rolling: "The twelve months to \(entry.period.end.label)"
        case .snapshot: "The position on \(entry.period.end.label)"
        case .cohortYear: "The children of one school year"
        case .survey: "The time of the survey"
        case .asParts, .unknown: period.capitalisedFirst
        }
    }

    private var rule: String {
        if measure.facts.polarity == .context { return "Not rated: the measure sets the scene." }
        guard let target = past.targets.first?.target else {
            return "There is no target, so the figure is shown and not rated."
        }
        return Explanation(of: target, in: measure.facts.format).sentence(on: entry.period.end)
    }
}
