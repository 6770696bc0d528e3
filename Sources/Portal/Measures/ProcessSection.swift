import Charts
import Mustache
import Scorecard

/// The process chart of a measure: which of its figures are more than its usual variation.
struct ProcessSection {
    private let page: MeasurePage
    private let findings: MeasureFindings
    private let timeline: Timeline
    private var standing: Standing { page.standing }
    private var format: FigureFormat { page.standing.format }

    init(_ page: MeasurePage, _ findings: MeasureFindings, _ timeline: Timeline) {
        self.page = page
        self.findings = findings
        self.timeline = timeline
    }

    /// The section, absent where a process chart would not suit the measure.
    var values: TemplateValue {
        if let chart = findings.controlChart, let latest = chart.latest {
            return values(of: chart, latest)
        }
        guard case .tooFewPoints(let needed) = findings.trend?.reading, let trend = findings.trend,
            needed == ControlChart.fewestPoints, trend.comparable > 0
        else { return .absent }
        let count = trend.comparable
        return [
            "chart": .absent,
            "tooFew": .text(
                "We need \(needed) comparable figures for a process chart. "
                    + "There \(count == 1 ? "is" : "are") \(count)."),
        ]
    }

    private func values(of chart: ControlChart, _ latest: ControlChart.Point) -> TemplateValue {
        let rows = self.rows(chart)
        let drawing = drawing(chart, rows)
        let polarity = page.measure.facts.polarity
        return [
            "tooFew": .absent,
            "chart": [
                "area": .text(page.area),
                "finding": .text(drawing.title),
                "subtitle": .text("\(subtitle). \(polarity.words)."),
                "drawing": .drawing(drawing, room: TemplateValue.chartRoom),
                "variation": .text(latest.variation(polarity).words),
                "variationSentence": (findings.trend?.sentence(in: format)).template,
                "assurance": .text(
                    findings.trend?.assurance?.words ?? "Cannot say: \(noTarget)"),
                "assuranceSentence":
                    (findings.trend?.target == nil
                    ? nil : findings.trend?.assuranceSentence(in: format)).template,
                "notes": .list([drawing.axisNote].compactMap { $0.map { .text($0) } }),
                "rows": .list(rows.reversed().map(row)),
            ],
        ]
    }

    /// Why there is no target to hold the limits against.
    private var noTarget: String {
        switch standing.judgement.status {
        case .targetExpired: "the last target has ended"
        case .tooEarly: "the target does not hold yet"
        case .onTarget, .close, .offTarget, .noTarget, .awaitingData, .noNewData, .suppressed,
            .inDevelopment, .toBeDefined, .contextOnly:
            standing.targets.isEmpty ? "no target has been set" : "no target holds now"
        }
    }

    /// A period of the chart, and what the chart says of its figure.
    private struct Row {
        let moment: Timeline.Moment
        var point: ControlChart.Point?
    }

    /// The points of the chart by their periods; those without one are empty.
    private func rows(_ chart: ControlChart) -> [Row] {
        var points = chart.points[...]
        return timeline.moments.map { moment in
            guard let figure = moment.local, figure.value != nil, !figure.isSuppressed,
                figure.period.kind == standing.latest?.period.kind
            else { return Row(moment: moment) }
            return Row(moment: moment, point: points.popFirst())
        }
    }

    private func drawing(_ chart: ControlChart, _ rows: [Row]) -> ProcessChart {
        ProcessChart(
            id: "process-chart", title: finding(chart), unit: format.axis, name: page.area,
            points: rows.map { row in
                let figure = row.point.flatMap { _ in row.moment.local?.value }
                return ProcessChart.Point(
                    row.moment.period.shortLabel,
                    figure.map { PlottedFigure(Double($0), format.text($0)) },
                    row.point?.variation(page.measure.facts.polarity).kind ?? .common)
            },
            stretches: stretches(rows), target: target(rows), possible: format.possible)
    }

    private func stretches(_ rows: [Row]) -> [ProcessChart.Stretch] {
        var starts = rows.indices.filter { rows[$0].point?.beginsStretch ?? false }
        if let first = starts.first, first > 0 { starts[0] = 0 }
        return starts.enumerated().compactMap { number, start in
            let end = number + 1 < starts.count ? starts[number + 1] : rows.count
            guard let limits = rows[start..<end].lazy.compactMap(\.point).first?.limits else {
                return nil
            }
            return ProcessChart.Stretch(
                start..<end, mean: plotted(limits.mean), lower: plotted(limits.lower),
                upper: plotted(limits.upper), reason: number == 0 ? "" : reason(rows, at: start))
        }
    }

    /// Why the limits begin anew.
    private func reason(_ rows: [Row], at start: Int) -> String {
        let before = rows[..<start].last { $0.point != nil }
        let found = standing.breaks.first { entry in
            before.map { entry.parts($0.moment.period, from: rows[start].moment.period) } ?? false
        }
        return found?.reason.capitalisedFirst ?? "The publisher marks a break"
    }

    private func target(_ rows: [Row]) -> TrendChart.Series? {
        TrendChart.Series(target: standing.target?.target, rows.map(\.moment.period), format)
    }

    private func plotted(_ estimate: Double) -> PlottedFigure {
        PlottedFigure(estimate, format.text(estimate: estimate))
    }

    private func finding(_ chart: ControlChart) -> String {
        let count = chart.points.count { $0.signal != nil }
        guard count > 0 else {
            return "None of \(chart.points.count.counted("figure")) is more than usual variation"
        }
        return "\(count) of \(chart.points.count.counted("figure")) "
            + "\(count == 1 ? "is" : "are") more than usual variation"
    }

    private var subtitle: String {
        let unit = page.measure.facts.unit
        let what = unit.isEmpty || unit == "%" ? page.measure.facts.title : unit.capitalisedFirst
        return "\(what), \(page.area)"
    }

    private func row(_ row: Row) -> TemplateValue {
        [
            "period": .text(row.moment.period.shortLabel),
            "value": .text(format.cell(row.moment.local)),
            "variation": .text(
                row.point.map { $0.variation(page.measure.facts.polarity).words } ?? "Left out"),
            "signal": (row.point?.signal?.words).template,
        ]
    }
}

extension ControlChart.Variation {
    /// The shape that stands for it; where neither way is better, none stands out.
    fileprivate var kind: ProcessChart.Kind {
        switch self {
        case .improving: .improving
        case .concerning: .concerning
        case .common, .higher, .lower: .common
        }
    }
}

extension ControlChart.Signal {
    /// The rule that a figure meets.
    fileprivate var words: String {
        switch self {
        case .outsideLimits(.above): "above the upper limit"
        case .outsideLimits(.below): "below the lower limit"
        case .trend(.above): "7 or more in a row that rise"
        case .trend(.below): "7 or more in a row that fall"
        case .nearLimit(.above): "2 of 3 close to the upper limit"
        case .nearLimit(.below): "2 of 3 close to the lower limit"
        case .run(.above): "7 or more in a row above the average"
        case .run(.below): "7 or more in a row below the average"
        }
    }
}
