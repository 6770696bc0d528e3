import Charts
import Scorecard

/// What is expected of the periods to come: the portal's projection and the service's forecast.
struct TrendOutlookSection {
    private let page: MeasurePage
    private let projection: Projection?
    private var format: FigureFormat { page.standing.format }

    /// No more periods to come are drawn than this.
    private static let most = 8

    init(_ page: MeasurePage, _ findings: MeasureFindings) {
        self.page = page
        projection = findings.projection
    }

    /// What is drawn after the last period of the chart, if anything.
    ///
    /// A line to the projection starts at the last figure. Where the last period has none, it
    /// would pass over that period as if its figure were known, so it is not drawn.
    func drawn(after moment: Timeline.Moment?) -> TrendChart.Outlook? {
        guard let moment else { return nil }
        let last = moment.period
        // The newest forecast of each period stands.
        let forecasts = page.uses.forecasts.map(\.forecast)
        let forecast = forecasts.first { $0.period.kind == last.kind && $0.period > last }
        let projected = projection.flatMap { found in
            found.period > last && moment.local?.value != nil ? found : nil
        }
        let asked = [projected?.period, forecast?.period].compactMap(\.self)
        guard let furthest = asked.max() else { return nil }
        let periods = Self.periods(after: last, to: furthest, asked)
        var drawn: [TrendChart.Projection] = []
        if let projected, let place = periods.firstIndex(of: projected.period) {
            drawn.append(
                TrendChart.Projection(
                    "Projection", .calculation, plotted(projected.value), in: place,
                    range: projected.range.map {
                        PlottedInterval(plotted($0.lower), to: plotted($0.upper))
                    }))
        }
        if let forecast, let place = periods.firstIndex(of: forecast.period) {
            let figure = PlottedFigure(Double(forecast.value), format.text(forecast.value))
            drawn.append(TrendChart.Projection("Forecast", .judgement, figure, in: place))
        }
        return TrendChart.Outlook(periods.map(\.shortLabel), drawn)
    }

    /// The periods from the last to the furthest, where the steps between them are plain.
    private static func periods(
        after last: Period, to furthest: Period, _ asked: [Period]
    ) -> [Period] {
        var chain: [Period] = []
        while chain.count < most, let next = (chain.last ?? last).successor, next <= furthest {
            chain.append(next)
        }
        return asked.allSatisfy(chain.contains) ? chain : Set(asked).sorted()
    }

    private func plotted(_ estimate: Double) -> PlottedFigure {
        PlottedFigure(estimate, format.text(estimate: estimate))
    }
}
