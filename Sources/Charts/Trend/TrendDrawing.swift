/// One of the two drawings of a trend chart.
struct TrendDrawing {
    private static let labelHeight = 17.0

    let chart: TrendChart
    let frame: TrendFrame
    private let key: ChartKey

    init(_ chart: TrendChart, _ size: DrawingSize, scale: Scale) {
        self.chart = chart
        key = ChartKey(
            columns: (38, 180), textOffset: 28, firstRow: 12, rowHeight: 17,
            entries: chart.endLabels.map { KeyEntry(mark: $0.mark, words: $0.words) })
        frame = TrendFrame(chart, size, scale: scale, keyHeight: key.extraHeight)
    }

    func append(to page: inout [UInt8], head: ChartHead) {
        head.open(frame.size, height: frame.height, in: &page)
        appendAxes(to: &page)
        for seriesBreak in chart.breaks {
            let x = frame.breakX(seriesBreak)
            page.line(
                "g-break", from: Place(x: x, y: frame.top), to: Place(x: x, y: frame.bottom))
        }
        if frame.size == .wide { BreakReasons(chart, frame).append(to: &page) }
        appendTarget(to: &page)
        if let comparator = chart.comparator { appendLine("g-comp", of: comparator, to: &page) }
        appendLine("g-local", of: chart.local, to: &page)
        for place in chart.comparator.map(frame.places) ?? [] {
            page.diamond("g-comp-dot", at: place, radius: 4.5)
        }
        for place in frame.places(of: chart.local) {
            page.circle("g-local-dot", at: place, radius: 4.8)
        }
        switch frame.size {
        case .wide: appendEndLabels(to: &page)
        case .narrow: key.append(to: &page)
        }
        page.markup("</svg>")
    }

    private func appendAxes(to page: inout [UInt8]) {
        for tick in frame.scale.ticks {
            let y = frame.y(of: tick)
            page.line("g-grid", from: Place(x: frame.left, y: y), to: Place(x: frame.right, y: y))
            page.text(
                chart.unit.text(tick, decimals: frame.scale.decimals), "t-end",
                at: Place(x: frame.left - 8, y: y + 4))
        }
        page.line(
            "g-axis", from: Place(x: frame.left, y: frame.bottom),
            to: Place(x: frame.right, y: frame.bottom))
        for label in PeriodLabels(chart.periods, frame).labels {
            page.text(label.words, label.look, at: Place(x: label.x, y: frame.bottom + 20))
        }
    }

    private func appendLine(_ look: String, of series: TrendChart.Series, to page: inout [UInt8]) {
        for run in series.runs(brokenBefore: chart.breaks.map(\.period)) {
            page.polyline(
                look, through: run.compactMap { frame.place(of: series.figures[$0], in: $0) })
        }
    }

    /// A level line for each target, from halfway before its first period to halfway after its last.
    private func appendTarget(to page: inout [UInt8]) {
        guard let target = chart.target else { return }
        let figures = target.figures
        let changes = figures.indices.dropFirst().filter {
            figures[$0]?.value != figures[$0 - 1]?.value
        }
        for run in target.runs(brokenBefore: changes) {
            guard let figure = figures[run.lowerBound] else { continue }
            let y = frame.y(of: figure.value)
            page.line(
                "g-target", from: Place(x: frame.x(before: run.lowerBound), y: y),
                to: Place(x: frame.x(before: run.upperBound), y: y))
        }
    }

    private func appendEndLabels(to page: inout [UInt8]) {
        let labels = chart.endLabels
        let spread = Spread(
            labels.map { .init(middle: frame.y(of: $0.value), size: Self.labelHeight) },
            in: frame.top - 9...frame.bottom + 9)
        for (label, middle) in zip(labels, spread.middles) {
            page.text(
                label.words, label.mark.look, at: Place(x: frame.right + 10, y: middle + 4.5))
        }
    }
}

extension TrendChart {
    /// What stands at the end of a line.
    struct EndLabel {
        let mark: KeyMark
        let words: String
        let value: Double
    }

    /// Each line's name and latest figure, with its period when the line ends before the chart does.
    var endLabels: [EndLabel] {
        let lines: [(KeyMark, Series?)] = [
            (.localLine, local), (.comparatorLine, comparator), (.targetLine, target),
        ]
        return lines.compactMap { mark, series in
            guard let series, let index = series.latest, let figure = series.figures[index]
            else { return nil }
            let period = index == periods.count - 1 ? "" : ", " + periods[index]
            return EndLabel(
                mark: mark, words: series.name + " " + figure.text + period, value: figure.value)
        }
    }
}
