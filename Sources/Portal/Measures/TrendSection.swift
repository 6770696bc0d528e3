import Charts
import Mustache
import Scorecard

/// The figures of a measure over time: a chart and the table beside it.
struct TrendSection {
    private let page: MeasurePage
    private let findings: MeasureFindings
    private let moments: [Timeline.Moment]
    private var standing: Standing { page.standing }
    private var format: FigureFormat { page.standing.format }

    init(_ page: MeasurePage, _ findings: MeasureFindings) {
        self.page = page
        self.findings = findings
        moments = Timeline(page.standing).moments
    }

    /// The section, absent where there is no local figure to draw.
    var values: TemplateValue {
        guard standing.local.contains(where: { $0.value != nil }) else { return .absent }
        let chart = chart
        return [
            "finding": .text(chart.title),
            "subtitle": .text(subtitle),
            "drawing": .drawing(chart),
            "notes": .list(notes(chart).map { .text($0) }),
            "readings": .list(findings.chartSentences.map { .text($0) }),
            "projection": (findings.projection?.sentence(in: format)).template,
            "tableWords": .text("\(page.area) and England. Difference: \(page.area) less England."),
            "comparator": "England",
            "rows": .list(moments.reversed().map(row)),
            "shorthand": .list(shorthand.map { .text($0) }),
        ]
    }

    private var chart: TrendChart {
        TrendChart(
            id: "trend-chart", title: finding,
            unit: format.isPercent ? .percent : .number,
            periods: moments.map(\.period.shortLabel),
            local: TrendChart.Series(page.area, moments.map { plotted($0.local) }),
            comparator: standing.country.isEmpty
                ? nil : TrendChart.Series("England", moments.map { plotted($0.country) }),
            target: target, breaks: breaks,
            limits: format.isPercent ? 0...100 : nil)
    }

    private func plotted(_ figure: Figure?) -> PlottedFigure? {
        figure?.value.map { PlottedFigure(Double($0), format.text($0)) }
    }

    /// The target in the periods to which it applies.
    private var target: TrendChart.Series? {
        guard let target = standing.target?.target else { return nil }
        let figures = moments.map { moment -> PlottedFigure? in
            guard target.isOf(moment.period), let bound = target.bound(on: moment.period.end)
            else { return nil }
            return PlottedFigure(Double(bound), format.exactText(bound))
        }
        return figures.contains { $0 != nil } ? TrendChart.Series("Target", figures) : nil
    }

    private var breaks: [TrendChart.Break] {
        standing.breaks.compactMap { entry in
            guard let index = moments.firstIndex(where: { !entry.comesAfter($0.period) }),
                index > 0
            else { return nil }
            return TrendChart.Break(before: index, reason: entry.reason.capitalisedFirst)
        }
    }

    /// What the line does, in a few words.
    private var finding: String {
        guard let latest = standing.latest, let value = latest.value else {
            return "The latest figure for \(page.area) is not shown"
        }
        let text = format.text(value)
        let when = latest.period.shortLabel
        guard let change = standing.change, let direction = change.direction else {
            return "\(page.area) was \(text) in \(when)"
        }
        let compared = comparedWithEngland.map { " and is \($0) England" } ?? ""
        return switch direction {
        case .up: "\(page.area) rose to \(text) in \(when)\(compared)"
        case .down: "\(page.area) fell to \(text) in \(when)\(compared)"
        case .flat: "\(page.area) stayed at \(text) in \(when)\(compared)"
        }
    }

    /// Level with, above or below England, or similar where the difference may be chance.
    private var comparedWithEngland: String? {
        if findings.country?.comparison == .similar { return "similar to" }
        guard let own = standing.latest, let country = standing.countryLatest,
            let difference = own.difference(from: country).value
        else { return nil }
        if difference == .zero { return "level with" }
        return difference > .zero ? "above" : "below"
    }

    private var subtitle: String {
        let unit = page.measure.facts.unit
        let what = unit.isEmpty || unit == "%" ? page.measure.facts.title : unit.capitalisedFirst
        let who = standing.country.isEmpty ? page.area : "\(page.area) and England"
        guard let first = moments.first, let last = moments.last, first.period != last.period
        else { return "\(what), \(who)" }
        return "\(what), \(who), \(first.period.shortLabel) to \(last.period.shortLabel)"
    }

    private func notes(_ chart: TrendChart) -> [String] {
        [chart.axisNote].compactMap { $0 }
            + standing.breaks.map { entry in
                "Figures before \(entry.first.shortLabel) cannot be compared with later ones: "
                    + "\(entry.reason)."
            }
    }

    private func row(_ moment: Timeline.Moment) -> TemplateValue {
        var flags: [String] = []
        if let figure = moment.local, figure.value != nil, let flag = figure.flag {
            flags.append(flag.shorthand)
        }
        if standing.breaks.contains(where: { $0.first == moment.period }) {
            flags.append(QualityMarker.seriesBreak.shorthand)
        }
        return [
            "period": .text(moment.period.shortLabel),
            "flags": .list(flags.map { .text($0) }),
            "local": .text(format.cell(moment.local)),
            "comparison": .text(format.cell(moment.country)),
            "difference": .text(format.cell(ofDifference: moment.local, from: moment.country)),
        ]
    }

    /// What the letters in square brackets mean, for those that the table holds.
    private var shorthand: [String] {
        var markers: Set<QualityMarker> = []
        for moment in moments {
            for figure in [moment.local, moment.country] {
                guard let figure else {
                    markers.insert(.notAvailable)
                    continue
                }
                if let flag = figure.flag { markers.insert(flag) }
            }
        }
        if !standing.breaks.isEmpty { markers.insert(.seriesBreak) }
        return Wording.shorthand(of: markers)
    }
}

extension FigureFormat {
    /// Whether figures are written with a percent sign.
    var isPercent: Bool { kind == .percentage || kind == .composition }
}
