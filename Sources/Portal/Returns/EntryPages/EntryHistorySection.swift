import Mustache
import Scorecard

/// The figures before the one that is entered: the last few, and that of a year before.
struct EntryHistorySection {
    private let entry: ReturnEntry
    private let past: EntryPast
    private var format: FigureFormat { entry.measure.facts.format }

    /// How many are shown.
    private static let most = 4

    init(_ entry: ReturnEntry, _ past: EntryPast) {
        self.entry = entry
        self.past = past
    }

    var values: TemplateRecord {
        let figures = figures
        return [
            "hasPast": .flag(!figures.isEmpty),
            "past": .list(figures.map(row)),
            "shorthand": .list(
                Wording.shorthand(
                    of: Set(figures.compactMap(\.flag) + figures.compactMap(FigureFormat.missing))
                ).map { .text($0) }),
        ]
    }

    private var figures: [Figure] {
        let earlier = past.figures(before: entry.period)
        let last = Array(earlier.prefix(Self.most))
        guard let yearBefore = past.yearBefore(entry.period), !last.contains(yearBefore) else {
            return last
        }
        return last + [yearBefore]
    }

    private func row(_ figure: Figure) -> TemplateValue {
        let isShown = figure.value != nil
        return [
            "period": .text(figure.period.shortLabel),
            "isYearBefore": .flag(figure.period == entry.period.yearBefore),
            "value": .text(
                figure.value.map { format.text($0) }
                    ?? (figure.marker ?? .notAvailable).shorthand),
            "flag": (isShown ? figure.flag?.shorthand : nil).template,
            "count": counts(figure).template,
        ]
    }

    private func counts(_ figure: Figure) -> String? {
        guard figure.value != nil, let top = figure.numerator, let bottom = figure.denominator
        else { return nil }
        let whole = DecimalFormat(decimals: 0)
        return "\(whole.text(top)) of \(whole.text(bottom))"
    }
}
