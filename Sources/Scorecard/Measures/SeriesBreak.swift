/// A point from which figures can no longer be compared with those before.
public struct SeriesBreak: Hashable, Sendable {
    /// The first period after the break.
    public let first: Period
    /// What changed, in words for readers.
    public let reason: String

    /// Creates a break.
    public init(first: Period, reason: String) {
        self.first = first
        self.reason = reason
    }

    /// Whether a period lies before the break.
    ///
    /// Periods of the break's own kind are told apart by their ends, since pooled
    /// years and cumulative terms overlap. One of another kind lies before it
    /// only when it is over by the day on which the break's first period begins:
    /// a quarter of the year in which a definition changed is after the change.
    public func comesAfter(_ period: Period) -> Bool {
        period.end < (period.kind == first.kind ? first.end : first.start)
    }

    /// Whether the break lies between two periods.
    public func parts(_ earlier: Period, from later: Period) -> Bool {
        comesAfter(earlier) && !comesAfter(later)
    }
}
