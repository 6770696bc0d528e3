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

    init(_ page: MeasurePage, _ findings: MeasureFindings, _ timeline: Timeline) {
        self.page = page
        self.findings = findings
        moments = timeline.moments
    }

    /// The section, absent where there is no local figure to draw.
    var values: TemplateValue {
        guard standing.local.contains(where: { $0.value != nil }) else { return .absent }
        let chart = chart
        return [
            "area": .text(page.area),
            "finding": .text(chart.title),
            "subtitle": .text(subtitle),
            // One period is no line: the table says all there is.
            "drawing": moments.count > 1 ? .drawing(chart, room: TemplateValue.chartRoom) : .absent,
            "notes": .list((moments.count > 1 ? notes(chart) : []).map { .text($0) }),
            // A process chart has a section of its own, and says there what it shows.
            "readings": .list(
                findings.controlChart == nil
                    ? findings.chartSentences.map { .text($0) } : []),
            "projection": (findings.projection?.sentence(in: format)).template,
            "forecasts": .list(
                page.uses.forecasts.map { .text($0.forecast.sentence(in: format)) }),
            "projectionLabel": .text(Projection.label),
            "forecastLabel": .text(Forecast.label),
            "tableWords": .text(tableWords),
            "comparator": hasCountry ? "England" : .absent,
            "hasCounts": .flag(hasCounts),
            "rows": .list(moments.reversed().map(row)),
            "shorthand": .list(shorthand.map { .text($0) }),
        ]
    }

    /// Whether England's figures stand beside the own ones.
    private var hasCountry: Bool { !standing.country.isEmpty }

    /// Whether it is known what was counted out of what.
    private var hasCounts: Bool { moments.contains { $0.countText != nil } }

    private var tableWords: String {
        hasCountry ? "\(page.area) and England. Difference: \(page.area) less England." : page.area
    }

    private var chart: TrendChart {
        let outlook = TrendOutlookSection(page, findings)
        let trajectory = trajectory
        return TrendChart(
            id: "trend-chart", title: finding, unit: format.axis,
            periods: moments.map(\.period.shortLabel),
            local: TrendChart.Series(page.area, moments.map { plotted($0.local) }),
            comparator: hasCountry
                ? TrendChart.Series("England", moments.map { plotted($0.country) }) : nil,
            target: trajectory == nil
                ? TrendChart.Series(
                    target: standing.target?.target, moments.map(\.period), format) : nil,
            breaks: breaks, limits: format.possible, trajectory: trajectory,
            outlook: outlook.drawn(after: moments.last), intervals: intervals)
    }

    /// What chance leaves of each figure, where it is known what was counted.
    private var intervals: [PlottedInterval?] {
        guard page.measure.facts.valueKind != .count else { return [] }
        return moments.map { moment in
            moment.local.flatMap { ConfidenceInterval(of: $0, in: findings.unit) }.map { found in
                PlottedInterval(
                    PlottedFigure(found.lower, format.text(estimate: found.lower)),
                    to: PlottedFigure(found.upper, format.text(estimate: found.upper)))
            }
        }
    }

    /// A target that moves in a straight line, as far as its milestones go.
    private var trajectory: TrendChart.Trajectory? {
        guard let target = standing.target?.target, case .trajectory(let moving) = target.goal,
            moving.shape == .linear, moments.count > 1
        else { return nil }
        return TrendChart.Trajectory(
            "Target",
            moving.milestones.map { milestone in
                TrendChart.Trajectory.Milestone(
                    PlottedFigure(Double(milestone.value), format.exactText(milestone.value)),
                    at: position(of: milestone.day), milestone.day.untilWords)
            })
    }

    /// Where a day lies, counted in periods from the first.
    private func position(of day: Day) -> Double {
        let ends = moments.map(\.period.end)
        guard let first = ends.first, let last = ends.last, last > first else { return 0 }
        if let next = ends.firstIndex(where: { $0 >= day }), next > 0 {
            let (start, end) = (ends[next - 1], ends[next])
            return Double(next - 1) + Double(day.days(since: start))
                / Double(end.days(since: start))
        }
        let step = Double(last.days(since: first)) / Double(ends.count - 1)
        if day < first { return Double(day.days(since: first)) / step }
        return Double(ends.count - 1) + Double(day.days(since: last)) / step
    }

    private func plotted(_ figure: Figure?) -> PlottedFigure? {
        figure?.value.map { PlottedFigure(Double($0), format.text($0)) }
    }

    /// The breaks that have figures on both sides.
    private var drawnBreaks: [SeriesBreak] {
        standing.breaks.filter { entry in
            moments.contains { entry.comesAfter($0.period) }
                && moments.contains { !entry.comesAfter($0.period) }
        }
    }

    private func isFirstAfterBreak(_ moment: Timeline.Moment) -> Bool {
        standing.breaks.contains { $0.first == moment.period }
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
        let when = "\(latest.period.kind == .snapshot ? "at" : "in") \(latest.period.shortLabel)"
        guard let change = standing.change, let direction = change.direction else {
            return "\(page.area) was \(text) \(when)"
        }
        let compared = comparedWithEngland.map { " and is \($0) England" } ?? ""
        return switch direction {
        case .up: "\(page.area) rose to \(text) \(when)\(compared)"
        case .down: "\(page.area) fell to \(text) \(when)\(compared)"
        case .flat: "\(page.area) stayed at \(text) \(when)\(compared)"
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
        let who = hasCountry ? "\(page.area) and England" : page.area
        guard let first = moments.first, let last = moments.last, first.period != last.period
        else { return "\(what), \(who)" }
        return "\(what), \(who), \(first.period.shortLabel) to \(last.period.shortLabel)"
    }

    private func notes(_ chart: TrendChart) -> [String] {
        [chart.axisNote, milestones].compactMap { $0 }
            + drawnBreaks.map { entry in
                "Figures before \(entry.first.shortLabel) cannot be compared with later ones: "
                    + "\(entry.reason)."
            }
    }

    /// What a target that moves asks for, and when.
    private var milestones: String? {
        guard let target = standing.target?.target, case .trajectory(let moving) = target.goal
        else { return nil }
        let steps = moving.milestones.map { milestone in
            "\(format.exactText(milestone.value)) by \(milestone.day.label)"
        }
        return "The target moves: \(steps.joined(separator: ", "))."
    }

    private func row(_ moment: Timeline.Moment) -> TemplateValue {
        var flags: [String] = []
        if let figure = moment.local, figure.value != nil, let flag = figure.flag {
            flags.append(flag.shorthand)
        }
        if isFirstAfterBreak(moment) {
            flags.append(QualityMarker.seriesBreak.shorthand)
        }
        return [
            "period": .text(moment.period.shortLabel),
            "flags": .list(flags.map { .text($0) }),
            "local": .text(format.cell(moment.local)),
            "count": .text(moment.countText ?? ""),
            "comparison": hasCountry
                ? [
                    "value": .text(format.cell(moment.country)),
                    "difference": .text(
                        format.cell(ofDifference: moment.local, from: moment.country)),
                ] : .absent,
        ]
    }

    /// What the letters in square brackets mean, for those that the table holds.
    private var shorthand: [String] {
        var markers: Set<QualityMarker> = []
        for moment in moments {
            for figure in hasCountry ? [moment.local, moment.country] : [moment.local] {
                guard let figure else {
                    markers.insert(.notAvailable)
                    continue
                }
                if let flag = figure.flag { markers.insert(flag) }
            }
        }
        if moments.contains(where: isFirstAfterBreak) { markers.insert(.seriesBreak) }
        return Wording.shorthand(of: markers)
    }
}
