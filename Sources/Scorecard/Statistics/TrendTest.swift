/// Whether yearly figures rise or fall by more than chance.
///
/// A line is fitted to the figures, each weighted by its certainty
/// (1 ÷ standard error²). There is a trend when slope² × Σw(x − x̄)² is above
/// 9.5495, the point of a chi-squared with one degree of freedom that chance
/// passes once in five hundred, and the slope keeps its sign whichever figure is
/// left out. It is the test of England's public health profiles.
public struct TrendTest: Hashable, Sendable {
    /// One yearly figure.
    public struct Point: Hashable, Sendable {
        /// The year, or any other number that grows evenly with time.
        public let time: Double
        /// The figure.
        public let value: Double
        /// Its standard error.
        public let standardError: Double

        /// Creates a point.
        public init(time: Double, value: Double, standardError: Double) {
            self.time = time
            self.value = value
            self.standardError = standardError
        }

        /// Creates the point of a percentage from its parts; `nil` for none or all, whose
        /// standard error is none.
        public init?(time: Double, percentageOf numerator: Double, in denominator: Double) {
            guard denominator > 0, numerator > 0, numerator < denominator else { return nil }
            let share = numerator / denominator
            self.init(
                time: time, value: 100 * share,
                standardError: 100 * (share * (1 - share) / denominator).squareRoot())
        }

        /// Creates the point of a rate from its parts; `nil` without events.
        public init?(
            time: Double, rateOf events: Double, in population: Double, per multiplier: Double
        ) {
            guard population > 0, events > 0 else { return nil }
            let unit = multiplier / population
            self.init(time: time, value: events * unit, standardError: events.squareRoot() * unit)
        }
    }

    /// What the test finds.
    public enum Finding: String, CaseIterable, Sendable {
        /// The figures rise.
        case up
        /// The figures fall.
        case down
        /// Neither by more than chance.
        case none = "no significant change"
    }

    /// The change in a year.
    public let slope: Double
    /// How far the slope is from none, allowing for chance.
    public let chiSquared: Double
    /// Whether the slope keeps its sign whichever figure is left out.
    public let isStable: Bool

    /// The fewest figures that are tested; below that a page says "too few points".
    public static let fewestPoints = 5
    /// What chi-squared must pass.
    public static let threshold = 9.5495

    /// Tests figures, or `nil` when there are too few or one has no standard error.
    public init?(_ points: [Point]) {
        guard points.count >= Self.fewestPoints,
            points.allSatisfy({ $0.standardError > 0 && $0.standardError.isFinite }),
            let line = Self.line(through: points)
        else { return nil }
        slope = line.slope
        chiSquared = line.slope * line.slope * line.spread
        isStable = points.indices.allSatisfy { left in
            var others = points
            others.remove(at: left)
            guard let slope = Self.line(through: others)?.slope else { return false }
            return (slope > 0 && line.slope > 0) || (slope < 0 && line.slope < 0)
        }
    }

    /// What the test finds.
    public var finding: Finding {
        guard chiSquared > Self.threshold, isStable else { return .none }
        return slope > 0 ? .up : .down
    }

    /// The weighted line's slope, and the weighted spread of its times.
    private static func line(through points: [Point]) -> (slope: Double, spread: Double)? {
        var (weights, times, values) = (0.0, 0.0, 0.0)
        for point in points {
            let weight = 1 / (point.standardError * point.standardError)
            weights += weight
            times += weight * point.time
            values += weight * point.value
        }
        let (meanTime, meanValue) = (times / weights, values / weights)
        var (spread, joint) = (0.0, 0.0)
        for point in points {
            let weight = 1 / (point.standardError * point.standardError)
            let distance = point.time - meanTime
            spread += weight * distance * distance
            joint += weight * distance * (point.value - meanValue)
        }
        return spread > 0 ? (joint / spread, spread) : nil
    }
}
