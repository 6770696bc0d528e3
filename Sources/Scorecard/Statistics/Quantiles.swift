/// The values below which given shares of some values lie, as spreadsheets count them.
///
/// It is for telling what is usual among areas, as the middle half of them, by numbers that an
/// analyst's own spreadsheet gives too. The quarters of a ``Placing`` are cut by another rule.
///
/// It is type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), 361 to 365,
/// which spreadsheets call QUARTILE.INC and PERCENTILE.INC: the place is (n − 1) × share, and
/// between two values a straight line.
public struct Quantiles: Hashable, Sendable {
    /// The values, smallest first; at least one.
    private let sorted: [Double]

    /// Puts values in order; `nil` without any, or where one is no number.
    public init?(_ values: [Double]) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        sorted = values.sorted()
    }

    /// The value at a share; a share outside 0 to 1 becomes the nearest.
    public func value(at share: Double) -> Double {
        let within = share > 0 ? min(share, 1) : 0
        let place = Double(sorted.count - 1) * within
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }

    /// The range of the middle half: from the lower quartile to the upper.
    public var middleHalf: (lower: Double, upper: Double) {
        (value(at: 0.25), value(at: 0.75))
    }
}
