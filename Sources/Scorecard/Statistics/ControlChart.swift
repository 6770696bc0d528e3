/// A process chart (XmR): which points of a series are more than its common variation.
///
/// Limits are the mean ± 2.66 × the mean moving range, with moving ranges of
/// 3.267 times their mean or more left out once: D. J. Wheeler, Understanding
/// Variation (1993). The rules and their order are those of NHS England's
/// "Making Data Count". At a break the series begins again.
public struct ControlChart: Hashable, Sendable {
    /// Which side of the mean, or which way.
    public enum Side: Hashable, Sendable {
        /// Above, or rising.
        case above
        /// Below, or falling.
        case below
    }

    /// Why a point is more than common variation; the first that holds is given.
    public enum Signal: Hashable, Sendable {
        /// Outside the limits.
        case outsideLimits(Side)
        /// One of seven or more in a row, each higher or each lower than the last.
        case trend(Side)
        /// One of two in three within the outer third near one limit, all three on that side.
        case nearLimit(Side)
        /// One of seven or more in a row on one side of the mean.
        case run(Side)

        /// Which side of the mean, or which way.
        public var side: Side {
            switch self {
            case .outsideLimits(let side), .run(let side), .trend(let side),
                .nearLimit(let side):
                side
            }
        }
    }

    /// The mean and limits of one stretch between breaks.
    public struct Limits: Hashable, Sendable {
        /// The mean.
        public let mean: Double
        /// The lower limit.
        public let lower: Double
        /// The upper limit.
        public let upper: Double
    }

    /// One point.
    public struct Point: Hashable, Sendable {
        /// The figure.
        public let value: Double
        /// Whether it is the first after a break, or the first of all.
        public let beginsStretch: Bool
        /// The mean and limits that hold for it.
        public internal(set) var limits: Limits
        /// Why it is more than common variation; `nil` if it is not.
        public internal(set) var signal: Signal?

        /// A point whose limits are still to be found.
        init(_ value: Double, beginsStretch: Bool) {
            self.value = value
            self.beginsStretch = beginsStretch
            limits = Limits(mean: value, lower: value, upper: value)
        }
    }

    /// The points in order of time.
    public let points: [Point]

    /// The fewest points from which a chart is shown; below that a page says "too few points".
    public static let fewestPoints = 13

    /// Draws the limits and finds the signals.
    ///
    /// - Parameters:
    ///   - values: the figures in order of time, none overlapping another.
    ///   - breaks: the places of the figures that begin a new stretch.
    ///   - baseline: how many points of each stretch set its limits; all if `nil`. It is for a
    ///     measure whose first points are agreed to be what is usual, so that a later change
    ///     stands out and does not move the limits.
    ///   - screening: whether extreme moving ranges are left out of the limits, as the NHS's tools
    ///     do unless told not to; it is for agreeing with charts that keep them.
    public init(
        _ values: [Double], breaks: Set<Int> = [], baseline: Int? = nil, screening: Bool = true
    ) {
        var points: [Point] = []
        points.reserveCapacity(values.count)
        for (place, value) in values.enumerated() {
            points.append(Point(value, beginsStretch: place == 0 || breaks.contains(place)))
        }
        self.init(consume points, baseline: baseline, screening: screening)
    }

    /// Draws the limits and finds the signals in the array of the points itself.
    init(_ points: consuming [Point], baseline: Int? = nil, screening: Bool = true) {
        var start = 0
        while start < points.count {
            var end = start + 1
            while end < points.count, !points[end].beginsStretch { end += 1 }
            let counted = min(max(baseline ?? points.count, 1), end - start)
            let limits = Limits.found(
                from: points, in: start..<start + counted, screening: screening)
            for place in start..<end { points[place].limits = limits }
            Self.mark(&points, in: start..<end)
            start = end
        }
        self.points = points
    }

    /// The latest point, with its limits and its signal; `nil` without points.
    public var latest: Point? { points.last }

    /// How many points there are since the last break.
    public var pointsSinceBreak: Int {
        points.count - (points.lastIndex(where: \.beginsStretch) ?? 0)
    }
}

extension ControlChart.Limits {
    /// The mean and limits of some of the points, at least one.
    ///
    /// It is no initializer, which would take the points over from the chart and copy them.
    static func found(
        from points: [ControlChart.Point], in places: Range<Int>, screening: Bool
    ) -> ControlChart.Limits {
        var sum = 0.0
        for place in places { sum += points[place].value }
        let mean = sum / Double(places.count)
        let all = meanMovingRange(of: points, in: places, below: .infinity)
        // With no moving range left, as in a constant series, the limits are the mean.
        let kept = screening ? meanMovingRange(of: points, in: places, below: 3.267 * all) : all
        return Self(mean: mean, lower: mean - 2.66 * kept, upper: mean + 2.66 * kept)
    }

    /// The mean of the differences between neighbours that are smaller than a bound; 0 of none.
    private static func meanMovingRange(
        of points: [ControlChart.Point], in places: Range<Int>, below bound: Double
    ) -> Double {
        var (sum, count) = (0.0, 0)
        for place in places.dropFirst() {
            let range = abs(points[place].value - points[place - 1].value)
            guard range < bound else { continue }
            sum += range
            count += 1
        }
        return count == 0 ? 0 : sum / Double(count)
    }
}
