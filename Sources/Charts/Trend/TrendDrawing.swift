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
        plot.appendAxes(to: &page)
        plot.appendBreaks(to: &page)
        plot.appendTarget(to: &page)
        if let comparator = chart.comparator {
            plot.appendLine("g-comp", of: comparator, to: &page)
        }
        plot.appendLine("g-local", of: chart.local, to: &page)
        for place in chart.comparator.map(frame.places) ?? [] {
            page.diamond("g-comp-dot", at: place, radius: 4.5)
        }
        for place in frame.places(of: chart.local) {
            page.circle("g-local-dot", at: place, radius: 4.8)
        }
        plot.appendLabels(to: &page)
        page.markup("</svg>")
    }
}

extension TrendChart {
    /// What the chart says, for what it shares with the other charts over time.
    var content: TimeContent {
        TimeContent(
            unit: unit, periods: periods, breaks: breaks,
            lines: [local, comparator].compactMap { $0 }, target: target, labels: endLabels)
    }

    /// Each line's name and latest figure.
    private var endLabels: [EndLabel] {
        let lines: [(LineMark, Series?)] = [
            (.local, local), (.comparator, comparator), (.target, target),
        ]
        return lines.compactMap { $1?.endLabel($0, in: periods) }
    }
}
