import Charts
import Scorecard

// How a measure's figures and its target lie on the axes of a chart.

extension FigureFormat {
    /// Whether figures are written with a percent sign.
    var isPercent: Bool { kind == .percentage || kind == .composition }

    /// How the axis of a chart is written.
    var axis: AxisUnit {
        switch kind {
        case .percentage, .composition: .percent
        case .count: decimals == 0 ? .count : .number
        case .rate, .score, .points, .narrative: .number
        }
    }

    /// What the figures can be.
    var possible: ClosedRange<Double>? {
        switch kind {
        case .percentage, .composition: 0...100
        case .rate, .count: 0...Double.greatestFiniteMagnitude
        case .score, .points, .narrative: nil
        }
    }
}

extension TrendChart.Series {
    /// A target in the periods to which it applies, if there are any.
    init?(target: Target?, _ periods: [Period], _ format: FigureFormat) {
        guard let target else { return nil }
        let figures = periods.map { period -> PlottedFigure? in
            guard target.isOf(period), let bound = target.bound(on: period.end) else { return nil }
            return PlottedFigure(Double(bound), format.exactText(bound))
        }
        guard figures.contains(where: { $0 != nil }) else { return nil }
        self.init("Target", figures)
    }
}
