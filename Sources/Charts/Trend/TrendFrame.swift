/// Where periods and values stand in a trend drawing.
struct TrendFrame {
    let size: DrawingSize
    let scale: Scale
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let height: Double
    private let count: Int

    /// The margins of the design, wider where labels need it.
    init(_ chart: TrendChart, _ size: DrawingSize, scale: Scale, keyHeight: Double) {
        self.size = size
        self.scale = scale
        count = chart.periods.count
        let ticks = scale.ticks.map {
            chart.unit.text($0, decimals: scale.decimals).estimatedWidth()
        }
        let tickRoom = (ticks.max() ?? 0) + 10
        switch size {
        case .wide:
            let ends = chart.endLabels.map { $0.words.estimatedWidth(bold: !$0.mark.look.isEmpty) }
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

    func x(_ index: Int) -> Double {
        count > 1 ? left + Double(index) * slot : (left + right) / 2
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

    func places(of series: TrendChart.Series) -> [Place] {
        series.figures.indices.compactMap { place(of: series.figures[$0], in: $0) }
    }
}

/// The periods that are written below a trend: as many as there is room for, the latest always.
struct PeriodLabels {
    struct Label {
        let words: String
        let look: String
        let x: Double
    }

    let labels: [Label]

    init(_ periods: [String], _ frame: TrendFrame) {
        labels =
            switch frame.size {
            case .wide: Self.regular(periods, frame)
            case .narrow: Self.ends(periods, frame)
            }
    }

    /// Every second, third … period back from the latest, centred.
    private static func regular(_ periods: [String], _ frame: TrendFrame) -> [Label] {
        let widest = periods.map { $0.estimatedWidth() }.max() ?? 0
        var step = 1
        while Double(step) * frame.slot < widest + 12, step < periods.count { step += 1 }
        return stride(from: periods.count - 1, through: 0, by: -step).reversed().map {
            Label(words: periods[$0], look: "t-mid", x: frame.x($0))
        }
    }

    /// The first, the latest, and the one between when the three do not touch.
    private static func ends(_ periods: [String], _ frame: TrendFrame) -> [Label] {
        guard let first = periods.first, let last = periods.last, periods.count > 1 else {
            return regular(periods, frame)
        }
        var labels = [Label(words: first, look: "", x: frame.x(0))]
        let middle = (periods.count - 1) / 2
        let reach = periods[middle].estimatedWidth() / 2 + 10
        let x = frame.x(middle)
        if x - reach > frame.left + first.estimatedWidth(),
            x + reach < frame.right - last.estimatedWidth()
        {
            labels.append(Label(words: periods[middle], look: "t-mid", x: x))
        }
        return labels + [Label(words: last, look: "t-end", x: frame.x(periods.count - 1))]
    }
}
