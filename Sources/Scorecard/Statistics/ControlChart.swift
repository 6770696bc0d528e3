/// A process chart (XmR): which points of a series are more than its common variation.
///
/// Limits are the mean ± 2.66 × the mean moving range, with moving ranges of
/// 3.267 times their mean or more left out once. The rules are those of the
/// NHS's "Making Data Count". At a break the series begins again.
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
        /// The mean and limits that hold for it.
        public let limits: Limits
        /// Why it is more than common variation; `nil` if it is not.
        public let signal: Signal?
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
    ///   - baseline: how many points of each stretch set its limits; all if `nil`.
    ///   - screening: whether extreme moving ranges are left out of the limits.
    public init(
        _ values: [Double], breaks: Set<Int> = [], baseline: Int? = nil, screening: Bool = true
    ) {
        var points: [Point] = []
        points.reserveCapacity(values.count)
        var start = 0
        while start < values.count {
            let end = (start + 1..<values.count).first(where: breaks.contains) ?? values.count
            let stretch = values[start..<end]
            let counted = stretch.prefix(max(baseline ?? stretch.count, 1))
            let limits = Limits(of: counted, screening: screening)
            points += Self.signals(in: Array(stretch), limits).enumerated().map { place, signal in
                Point(value: values[start + place], limits: limits, signal: signal)
            }
            start = end
        }
        self.points = points
    }
}

extension ControlChart.Limits {
    /// The mean and limits of at least one value.
    init(of values: ArraySlice<Double>, screening: Bool) {
        let mean = values.reduce(0, +) / Double(values.count)
        let ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
        let all = Self.mean(of: ranges)
        let kept = screening ? ranges.filter { $0 < 3.267 * all } : ranges
        // With no moving range left, as in a constant series, the limits are the mean.
        let spread = 2.66 * Self.mean(of: kept)
        self.init(mean: mean, lower: mean - spread, upper: mean + spread)
    }

    private static func mean(of values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
