/// Whether yearly figures rise or fall by more than chance.
///
/// A line is fitted to the figures, each weighted by its certainty
/// (1 ÷ standard error²). There is a trend when slope² × Σw(x − x̄)² is above
/// 9.5495, the point of a chi-squared with one degree of freedom that chance
/// passes once in five hundred, and the slope keeps its sign whichever figure is
/// left out. It is the test of England's public health profiles: Office for Health
/// Improvement and Disparities, Fingertips technical guidance, Trend markers. They
/// look at the latest five figures; this looks at all since the last break, or since the last
/// figure whose parts are not known.
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

        /// Creates a point whose standard error is that of its 95% interval: the interval's
        /// width ÷ (2 × 1.96).
        ///
        /// The profiles' own programs have it so (dhsc-govuk/FingertipsNext, trend analysis).
        /// By Wilson and Byar's intervals, unlike by √(p(1 − p) ÷ n), none and all have a
        /// standard error too, so that a year of 0 or of 100% does not stop the test.
        public init(time: Double, value: Double, interval: ConfidenceInterval) {
            let width = interval.upper - interval.lower
            self.init(
                time: time, value: value,
                standardError: width / (2 * ConfidenceLevel.ninetyFive.deviate))
        }

        /// Whether it can be weighted.
        fileprivate var isUsable: Bool {
            standardError > 0 && standardError.isFinite && value.isFinite && time.isFinite
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

    /// How many figures were tested.
    public let count: Int
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
        guard points.count >= Self.fewestPoints, points.allSatisfy(\.isUsable),
            let line = Self.line(through: points)
        else { return nil }
        count = points.count
        slope = line.slope
        chiSquared = line.slope * line.slope * line.spread
        isStable = points.indices.allSatisfy { left in
            guard let slope = Self.line(through: points, leavingOut: left)?.slope else {
                return false
            }
            return (slope > 0 && line.slope > 0) || (slope < 0 && line.slope < 0)
        }
    }

    /// What the test finds.
    public var finding: Finding {
        guard chiSquared > Self.threshold, isStable else { return .none }
        return slope > 0 ? .up : .down
    }

    /// The weighted line's slope, and the weighted spread of its times.
    ///
    /// It goes through the points twice, as sums less one point would lose places.
    private static func line(
        through points: [Point], leavingOut left: Int? = nil
    ) -> (slope: Double, spread: Double)? {
        var (weights, times, values) = (0.0, 0.0, 0.0)
        for place in points.indices where place != left {
            let point = points[place]
            let weight = 1 / (point.standardError * point.standardError)
            weights += weight
            times += weight * point.time
            values += weight * point.value
        }
        let (meanTime, meanValue) = (times / weights, values / weights)
        var (spread, joint) = (0.0, 0.0)
        for place in points.indices where place != left {
            let point = points[place]
            let weight = 1 / (point.standardError * point.standardError)
            let distance = point.time - meanTime
            spread += weight * distance * distance
            joint += weight * distance * (point.value - meanValue)
        }
        return spread > 0 ? (joint / spread, spread) : nil
    }
}
