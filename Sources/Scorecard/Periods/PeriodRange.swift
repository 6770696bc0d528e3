/// The periods of one kind from a first through a last, in order of time.
///
/// There are none when the last comes before the first, or when no successors
/// lead from one to the other: two kinds of period, or the dates of two counts.
public struct PeriodRange<Element: CalendarPeriod>: Sequence, Sendable {
    /// The period that comes first.
    public let first: Element
    /// How many periods there are.
    public let count: Int

    /// Creates the periods from `first` through `last`.
    @inlinable
    public init(from first: Element, through last: Element) {
        let steps = first.distance(to: last) ?? -1
        self.first = first
        count = steps < 0 ? 0 : steps + 1
    }

    /// Goes through the periods by their successors.
    public struct Iterator: IteratorProtocol {
        @usableFromInline var upcoming: Element?
        @usableFromInline var remaining: Int

        @inlinable
        init(_ range: PeriodRange) {
            upcoming = range.first
            remaining = range.count
        }

        /// The next period, or `nil` after the last.
        @inlinable
        public mutating func next() -> Element? {
            guard remaining > 0, let period = upcoming else { return nil }
            remaining -= 1
            upcoming = period.successor
            return period
        }
    }

    /// Begins with the first period.
    @inlinable
    public func makeIterator() -> Iterator { Iterator(self) }

    /// How many periods there are, known without going through them.
    @inlinable public var underestimatedCount: Int { count }
}
