/// The periods that are written below a chart: as many as there is room for, the latest always.
struct PeriodLabels {
    struct Label {
        let words: String
        let look: String
        let x: Double
    }

    let labels: [Label]

    init(_ periods: [String], _ frame: TimeFrame) {
        labels =
            switch frame.size {
            case .wide: Self.regular(periods, frame)
            case .narrow: Self.ends(periods, frame)
            }
    }

    /// Every second, third … period back from the latest, centred.
    private static func regular(_ periods: [String], _ frame: TimeFrame) -> [Label] {
        let widest = periods.map { $0.estimatedWidth() }.max() ?? 0
        var step = 1
        while Double(step) * frame.slot < widest + 12, step < periods.count { step += 1 }
        return stride(from: periods.count - 1, through: 0, by: -step).reversed().map {
            Label(words: periods[$0], look: "t-mid", x: frame.x($0))
        }
    }

    /// The first, the latest, and the one between when the three do not touch.
    private static func ends(_ periods: [String], _ frame: TimeFrame) -> [Label] {
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
