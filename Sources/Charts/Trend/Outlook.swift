extension TrendChart {
    /// What may become of the line: periods to come, and what is expected of them.
    public struct Outlook: Equatable, Sendable {
        /// The periods to come in words, earliest first; they follow those of the chart.
        public let periods: [String]
        /// What is expected, in any order.
        public let projections: [Projection]

        /// What is expected of `periods`; a projection for none of them is left out.
        public init(_ periods: [String], _ projections: [Projection]) {
            self.periods = periods
            self.projections = projections.filter {
                periods.indices.contains($0.period) && $0.figure.value.isDrawable
            }
        }
    }

    /// A figure that has not come yet.
    public struct Projection: Equatable, Sendable {
        /// Where an expected figure comes from.
        public enum Origin: Equatable, Sendable {
            /// It was worked out from the line: a cross.
            case calculation
            /// Someone who knows the service expects it: a hollow circle.
            case judgement
        }

        /// Where it comes from.
        public let origin: Origin
        /// What it is called: `Projection`, `Forecast`.
        public let name: String
        /// The number of its period among those to come, counted from zero.
        public let period: Int
        /// The figure.
        public let figure: PlottedFigure
        /// Between what it may come out, if that is known.
        public let range: PlottedInterval?

        /// The figure expected in a period to come.
        ///
        /// - Parameters:
        ///   - name: What it is called: `Projection`, `Forecast`.
        ///   - origin: Where it comes from.
        ///   - figure: The figure.
        ///   - period: The number of its period among those to come, counted from zero.
        ///   - range: Between what it may come out.
        public init(
            _ name: String, _ origin: Origin, _ figure: PlottedFigure, in period: Int,
            range: PlottedInterval? = nil
        ) {
            self.name = name
            self.origin = origin
            self.period = period
            self.figure = figure
            self.range = range.ifDrawable
        }

        var mark: LineMark {
            switch origin {
            case .calculation: .projection
            case .judgement: .forecast
            }
        }

        /// The values that are drawn.
        var values: [Double] { [figure.value] + (range?.values ?? []) }
    }
}
