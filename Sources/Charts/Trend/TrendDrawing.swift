/// One of the two drawings of a trend chart.
struct TrendDrawing {
    private let chart: TrendChart
    private let size: DrawingSize
    private let plot: TimePlot
    private var frame: TimeFrame { plot.frame }

    init(_ chart: TrendChart, _ size: DrawingSize, scale: Scale) {
        self.chart = chart
        self.size = size
        plot = TimePlot(chart.content, size, scale: scale)
    }

    func append(to page: inout [UInt8], head: ChartHead) {
        head.open(size, height: frame.height, in: &page)
        for projection in chart.projections { appendRange(of: projection, to: &page) }
        plot.appendAxes(to: &page)
        plot.appendBreaks(to: &page)
        plot.appendTarget(to: &page)
        appendTrajectory(to: &page)
        if let comparator = chart.comparator {
            plot.appendLine("g-comp", of: comparator, to: &page)
        }
        appendOutlook(to: &page)
        plot.appendLine("g-local", of: chart.local, to: &page)
        appendIntervals(to: &page)
        for place in chart.comparator.map(frame.places) ?? [] {
            page.diamond("g-comp-dot", at: place, radius: 4.5)
        }
        for place in frame.places(of: chart.local) {
            page.circle("g-local-dot", at: place, radius: 4.8)
        }
        plot.appendLabels(to: &page)
        page.markup("</svg>")
    }

    private func appendTrajectory(to page: inout [UInt8]) {
        guard let trajectory = chart.trajectory else { return }
        page.polyline("g-target", through: chart.path.map(frame.place))
        for moment in trajectory.milestones(upTo: chart.periods.count - 1) {
            page.circle("g-milestone", at: frame.place(of: moment), radius: 2.5)
        }
    }

    /// Upright lines through the partnership's figures, as long as chance may move them.
    private func appendIntervals(to page: inout [UInt8]) {
        for (index, interval) in chart.intervals.enumerated() {
            guard let interval else { continue }
            appendWhisker(over: interval, at: frame.x(index), to: &page)
        }
    }

    private func appendWhisker(
        over interval: PlottedInterval, at x: Double, to page: inout [UInt8]
    ) {
        page.whisker(
            "g-whisker", at: x, from: frame.y(of: interval.lower.value),
            to: frame.y(of: interval.upper.value))
    }

    /// The ground that opens from the latest figure to what a calculation leaves possible.
    private func appendRange(of projection: TrendChart.Projection, to page: inout [UInt8]) {
        guard projection.origin == .calculation, let range = projection.range,
            let start = chart.start
        else { return }
        let position = chart.moment(of: projection).position
        page.polygon(
            "g-ahead-range",
            ([start] + range.values.map { Moment(position: position, value: $0) })
                .map(frame.place))
    }

    /// Dashed lines from the latest figure to what is expected, and its mark.
    private func appendOutlook(to page: inout [UInt8]) {
        for projection in chart.projections {
            let end = frame.place(of: chart.moment(of: projection))
            if let start = chart.start {
                page.line("g-ahead", from: frame.place(of: start), to: end)
            }
            if let range = projection.range { appendWhisker(over: range, at: end.x, to: &page) }
        }
        // Crosses last, so that one in the same place shows inside the circle.
        for projection in chart.projections where projection.origin == .judgement {
            page.circle(
                "g-forecast", at: frame.place(of: chart.moment(of: projection)), radius: 4.8)
        }
        for projection in chart.projections where projection.origin == .calculation {
            page.cross(
                "g-projected", at: frame.place(of: chart.moment(of: projection)), radius: 4)
        }
    }
}

extension TrendChart {
    /// What the chart says, for what it shares with the other charts over time.
    fileprivate var content: TimeContent {
        let ahead = projections.map { projection in
            [start, moment(of: projection)].compactMap { $0 }
        }
        return TimeContent(
            unit: unit, periods: periods, breaks: breaks,
            lines: [local, comparator].compactMap { $0 }, paths: [path] + ahead, target: target,
            labels: endLabels)
    }

    fileprivate var projections: [Projection] { outlook?.projections ?? [] }

    /// Each line's name and latest figure.
    private var endLabels: [EndLabel] {
        let lines: [(LineMark, Series?)] = [
            (.local, local), (.comparator, comparator), (.target, target),
        ]
        return lines.compactMap { $1?.endLabel($0, in: periods) } + [pathLabel].compactMap { $0 }
            + projections.map(label)
    }

    /// Where the moving target ends, which may be after the chart does.
    private var pathLabel: EndLabel? {
        guard let trajectory, let last = trajectory.milestones.last, let end = path.last
        else { return nil }
        let words = trajectory.name + " " + last.figure.text + " by " + last.moment
        return EndLabel(mark: .target, words: words, value: end.value)
    }

    private func label(of projection: Projection) -> EndLabel {
        let index = arrived + projection.period
        let period = index == periods.count - 1 ? "" : ", " + periods[index]
        return EndLabel(
            mark: projection.mark, words: projection.name + " " + projection.figure.text + period,
            value: projection.figure.value)
    }
}
