import Charts
import Mustache
import Scorecard

/// The figures of one measure over time, as a drawing and in words.
struct ReportMeasuresTrendSection {
    private let entry: ReportMeasuresEntry
    private let moments: [Timeline.Moment]
    private var standing: Standing { entry.standing }
    private var format: FigureFormat { entry.format }

    /// A drawing has no more periods than this: the latest ones.
    private static let most = 12
    /// The words tell of no more figures than this.
    private static let told = 5

    init(_ entry: ReportMeasuresEntry) {
        self.entry = entry
        moments = Array(Timeline(entry.standing).moments.suffix(Self.most))
    }

    /// The drawing with its words, absent where there are not two figures to join.
    var values: TemplateValue {
        guard isDrawn else { return .absent }
        let chart = chart
        return [
            "finding": .text(chart.title), "drawing": .drawing(chart),
            "note": chart.axisNote.template,
        ]
    }

    /// Whether there are two figures to join.
    var isDrawn: Bool { moments.count { $0.local?.value != nil } > 1 }

    /// What the line does, in a few words.
    var finding: String {
        guard let latest = standing.latest, let value = latest.value else {
            return "The latest figure for \(entry.area) is not shown"
        }
        let when = "\(latest.period.kind == .snapshot ? "at" : "in") \(latest.period.shortLabel)"
        let verb =
            switch standing.change?.direction {
            case .up: "rose to"
            case .down: "fell to"
            case .flat: "stayed at"
            case nil: "was"
            }
        return "\(entry.area) \(verb) \(format.text(value)) \(when)"
    }

    /// The last figures, the latest first: `2025/26 9.9% (England 10.0%); 2024/25 10.8%`.
    var figures: String? {
        let last = moments.reversed().filter { $0.local != nil }.prefix(Self.told)
        guard last.count > 1 else { return nil }
        return last.map { moment in
            let own = entry.text(moment.local) ?? QualityMarker.notAvailable.shorthand
            let country = moment.country?.value.map { " (\(entry.country) \(format.text($0)))" }
            return "\(moment.period.shortLabel) \(own)\(country ?? "")"
        }.joined(separator: "; ")
    }

    private var hasCountry: Bool { moments.contains { $0.country?.value != nil } }

    private var chart: TrendChart {
        TrendChart(
            id: "\(entry.anchor)-trend", title: finding, unit: format.axis,
            periods: moments.map(\.period.shortLabel),
            local: TrendChart.Series(entry.area, moments.map { plotted($0.local) }),
            comparator: hasCountry
                ? TrendChart.Series(entry.country, moments.map { plotted($0.country) }) : nil,
            target: TrendChart.Series(
                target: standing.target?.target, moments.map(\.period), format),
            breaks: breaks, limits: format.possible)
    }

    private func plotted(_ figure: Figure?) -> PlottedFigure? {
        figure?.value.map { PlottedFigure(Double($0), format.text($0)) }
    }

    private var breaks: [TrendChart.Break] {
        standing.breaks.compactMap { entry in
            guard let index = moments.firstIndex(where: { !entry.comesAfter($0.period) }),
                index > 0
            else { return nil }
            return TrendChart.Break(before: index, reason: entry.reason.capitalisedFirst)
        }
    }

    /// Where the figures may not be compared, and why.
    var breakWords: [String] {
        guard isDrawn else { return [] }
        return breaks.map { entry in
            let first = moments[entry.period].period.shortLabel
            return "Figures before \(first) cannot be compared with later ones: "
                + "\(entry.reason.lowercasedFirst)."
        }
    }
}
