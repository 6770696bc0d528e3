/// One of the two drawings of a process chart.
struct ProcessDrawing {
    private static let radius = 5.0

    private let chart: ProcessChart
    private let size: DrawingSize
    private let plot: TimePlot
    private var frame: TimeFrame { plot.frame }

    init(_ chart: ProcessChart, _ size: DrawingSize, scale: Scale) {
        self.chart = chart
        self.size = size
        plot = TimePlot(chart.content(size), size, scale: scale)
    }

    func append(to page: inout [UInt8], head: ChartHead) {
        head.open(size, height: frame.height, in: &page)
        for stretch in chart.stretches { appendBand(of: stretch, to: &page) }
        plot.appendAxes(to: &page)
        plot.appendBreaks(to: &page)
        for stretch in chart.stretches {
            for limit in [stretch.lower, stretch.upper].compactMap(chart.shown) {
                appendLevel("g-limit", at: limit, over: stretch, to: &page)
            }
            appendLevel("g-mean", at: stretch.mean, over: stretch, to: &page)
        }
        plot.appendTarget(to: &page)
        plot.appendLine("g-run", of: chart.series, to: &page)
        for (index, point) in chart.points.enumerated() {
            guard let place = frame.place(of: point.figure, in: index) else { continue }
            appendMark(point.kind, at: place, to: &page)
        }
        plot.appendLabels(to: &page)
        page.markup("</svg>")
    }

    private func appendMark(_ kind: ProcessChart.Kind, at place: Place, to page: inout [UInt8]) {
        switch kind {
        case .common: page.circle("p-common", at: place, radius: Self.radius)
        case .improving: page.square("p-better", at: place, radius: Self.radius + 0.5)
        case .concerning: page.triangle("p-worse", at: place, radius: Self.radius + 1.5)
        }
    }

    /// The ground between the limits, as far as the axis goes.
    private func appendBand(of stretch: ProcessChart.Stretch, to page: inout [UInt8]) {
        let values = [stretch.lower.value, stretch.upper.value].map {
            min(max($0, frame.scale.lowest), frame.scale.highest)
        }
        let (left, right) = edges(of: stretch)
        let (first, second) = (frame.y(of: values[0]), frame.y(of: values[1]))
        page.rectangle(
            "g-usual", at: Place(x: left, y: min(first, second)), width: right - left,
            height: abs(first - second))
    }

    private func appendLevel(
        _ look: String, at figure: PlottedFigure, over stretch: ProcessChart.Stretch,
        to page: inout [UInt8]
    ) {
        let (left, right) = edges(of: stretch)
        let y = frame.y(of: figure.value)
        page.line(look, from: Place(x: left, y: y), to: Place(x: right, y: y))
    }

    /// From halfway before the first point of a stretch to halfway after its last.
    private func edges(of stretch: ProcessChart.Stretch) -> (left: Double, right: Double) {
        (frame.x(before: stretch.points.lowerBound), frame.x(before: stretch.points.upperBound))
    }
}

extension ProcessChart {
    /// What the chart says, for what it shares with the other charts over time.
    fileprivate func content(_ size: DrawingSize) -> TimeContent {
        TimeContent(
            unit: unit, periods: periods, breaks: breaks, lines: [series], target: target,
            labels: labels(size))
    }

    /// The names of the lines, with the mean and limits of the latest stretch.
    private func labels(_ size: DrawingSize) -> [EndLabel] {
        let own = series.endLabel(.run, in: periods)
        let aim = target?.endLabel(.target, in: periods)
        guard let last = stretches.last else { return [own, aim].compactMap { $0 } }
        let mean = EndLabel(mark: .mean, words: "Mean " + last.mean.text, value: last.mean.value)
        return ([own] + limitLabels(of: last, size) + [mean, aim]).compactMap { $0 }
    }

    /// One label for each limit; one for both where they share a line of the key.
    private func limitLabels(of stretch: Stretch, _ size: DrawingSize) -> [EndLabel] {
        let named = [
            ("Upper limit ", shown(stretch.upper)), ("Lower limit ", shown(stretch.lower)),
        ]
        let labels = named.compactMap { name, figure in
            figure.map { EndLabel(mark: .limit, words: name + $0.text, value: $0.value) }
        }
        guard size == .narrow, labels.count == 2 else { return labels }
        let words = "Limits " + stretch.lower.text + " to " + stretch.upper.text
        return [EndLabel(mark: .limit, words: words, value: stretch.upper.value)]
    }
}
