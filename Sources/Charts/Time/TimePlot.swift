/// What stands at the end of a line.
struct EndLabel {
    let mark: LineMark
    let words: String
    let value: Double
}

/// What a chart over time has to say, whichever lines it is made of.
struct TimeContent {
    let unit: AxisUnit
    let periods: [String]
    let breaks: [TrendChart.Break]
    /// The lines that no words should cover.
    let lines: [TrendChart.Series]
    /// Other lines that no words should cover, each from place to place.
    var paths: [[Moment]] = []
    let target: TrendChart.Series?
    let labels: [EndLabel]
}

/// What the charts over time share: axes, breaks, the target, and the names of lines.
struct TimePlot {
    private static let labelHeight = 17.0

    let frame: TimeFrame
    private let content: TimeContent
    private let key: ChartKey

    init(_ content: TimeContent, _ size: DrawingSize, scale: Scale) {
        self.content = content
        key = ChartKey(
            columns: (38, 188), textOffset: 28, firstRow: 12, rowHeight: 17,
            entries: content.labels.map { KeyEntry(mark: .line($0.mark), words: $0.words) })
        frame = TimeFrame(content, size, scale: scale, keyHeight: key.extraHeight)
    }

    func appendAxes(to page: inout [UInt8]) {
        for tick in frame.scale.ticks {
            let y = frame.y(of: tick)
            page.line("g-grid", from: Place(x: frame.left, y: y), to: Place(x: frame.right, y: y))
            page.text(
                content.unit.text(tick, decimals: frame.scale.decimals), "t-end",
                at: Place(x: frame.left - 8, y: y + 4))
        }
        page.line(
            "g-axis", from: Place(x: frame.left, y: frame.bottom),
            to: Place(x: frame.right, y: frame.bottom))
        for label in PeriodLabels(content.periods, frame).labels {
            page.text(label.words, label.look, at: Place(x: label.x, y: frame.bottom + 20))
        }
    }

    /// A dotted line at each break; where there is room, the reason beside it.
    func appendBreaks(to page: inout [UInt8]) {
        for seriesBreak in content.breaks {
            let x = frame.breakX(seriesBreak)
            page.line(
                "g-break", from: Place(x: x, y: frame.top), to: Place(x: x, y: frame.bottom))
        }
        if frame.size == .wide { BreakReasons(content, frame).append(to: &page) }
    }

    func appendLine(_ look: String, of series: TrendChart.Series, to page: inout [UInt8]) {
        for run in series.runs(brokenBefore: content.breaks.map(\.period)) {
            page.polyline(
                look, through: run.compactMap { frame.place(of: series.figures[$0], in: $0) })
        }
    }

    /// A level line for each target, from halfway before its first period to halfway after its last.
    func appendTarget(to page: inout [UInt8]) {
        guard let target = content.target else { return }
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

    /// The names of the lines: at their ends when wide, in a key above when narrow.
    func appendLabels(to page: inout [UInt8]) {
        switch frame.size {
        case .wide: appendEndLabels(to: &page)
        case .narrow: key.append(to: &page)
        }
    }

    private func appendEndLabels(to page: inout [UInt8]) {
        let spread = Spread(
            content.labels.map { .init(middle: frame.y(of: $0.value), size: Self.labelHeight) },
            in: frame.top - 9...frame.bottom + 9)
        for (label, middle) in zip(content.labels, spread.middles) {
            page.text(
                label.words, KeyMark.line(label.mark).look,
                at: Place(x: frame.right + 10, y: middle + 4.5))
        }
    }
}

extension TrendChart.Series {
    /// What stands at the end of the line, with the period when it ends before the chart does.
    func endLabel(_ mark: LineMark, in periods: [String]) -> EndLabel? {
        guard let index = latest, let figure = figures[index] else { return nil }
        let period = index == periods.count - 1 ? "" : ", " + periods[index]
        return EndLabel(mark: mark, words: name + " " + figure.text + period, value: figure.value)
    }
}
