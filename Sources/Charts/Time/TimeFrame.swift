/// Where periods and values stand in a drawing over time.
struct TimeFrame {
    let size: DrawingSize
    let scale: Scale
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    private let count: Int

    /// The margins of the design, wider where labels need it.
    init(_ content: TimeContent, _ size: DrawingSize, scale: Scale, keyHeight: Double) {
        self.size = size
        self.scale = scale
        count = content.periods.count
        let ticks = scale.ticks.map {
            content.unit.text($0, decimals: scale.decimals).estimatedWidth()
        }
        let tickRoom = (ticks.max() ?? 0) + 10
        switch size {
        case .wide:
            let ends = content.labels.map { $0.words.estimatedWidth(bold: $0.mark.isOwn) }
            left = min(max(46, tickRoom), 200)
            right = 720 - min(max(132, (ends.max() ?? 0) + 14), 320)
            top = 14
            bottom = 266
            height = 300
        case .narrow:
            left = min(max(38, tickRoom), 120)
            right = 326
            top = 40 + keyHeight
            bottom = 236 + keyHeight
            height = 270 + keyHeight
        }
    }

    /// The distance between two periods.
    var slot: Double { count > 1 ? (right - left) / Double(count - 1) : right - left }

    func x(_ index: Int) -> Double { x(at: Double(index)) }

    /// Where a moment stands that is `position` periods after the first.
    private func x(at position: Double) -> Double {
        count > 1 ? left + position * slot : (left + right) / 2
    }

    /// The place halfway between a period and the one before it, kept inside the plot.
    func x(before index: Int) -> Double {
        min(max(x(index) - slot / 2, left), right)
    }

    func breakX(_ seriesBreak: TrendChart.Break) -> Double { x(before: seriesBreak.period) }

    func y(of value: Double) -> Double { scale.place(of: value, from: bottom, to: top) }

    func place(of figure: PlottedFigure?, in index: Int) -> Place? {
        figure.map { Place(x: x(index), y: y(of: $0.value)) }
    }

    func place(of moment: Moment) -> Place {
        Place(x: x(at: moment.position), y: y(of: moment.value))
    }

    func places(of series: TrendChart.Series) -> [Place] {
        series.figures.indices.compactMap { place(of: series.figures[$0], in: $0) }
    }
}
