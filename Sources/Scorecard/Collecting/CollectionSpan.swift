/// The stretch of time whose figures a collection round asks for.
///
/// A round asks for what ended within it, however long the result then takes to come out. So a
/// figure that is collected through the year but is for the whole of it, such as the
/// practitioners trained in a financial year, is asked for when the year has ended and not
/// before: no quarter of it would be a period of that measure.
public struct CollectionSpan: Hashable, Sendable {
    /// The first day.
    public let first: Day
    /// The last day.
    public let last: Day

    /// Creates the span of a quarter.
    public init(quarter: FinancialQuarter) {
        first = quarter.start
        last = quarter.end
    }

    /// Creates a span from its first through its last day, or `nil` if they are the other way
    /// round.
    public init?(first: Day, last: Day) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
    }

    /// The periods of a measure that end within the span, oldest first.
    ///
    /// Snapshots are asked for on the last day of each month, quarter, term (31 December, 30
    /// April, 31 August) or financial year, as often as they are taken. There are none where
    /// figures come at no fixed time: surveys, irregular ones, those worked out from others, and
    /// those not yet decided.
    ///
    /// - Parameters:
    ///   - kind: the kind of period of the measure; `nil` where it is not known.
    ///   - frequency: how often its figures come.
    /// - Returns: The periods.
    public func periods(kind: PeriodKind?, frequency: Frequency) -> [Period] {
        guard let kind, frequency.months != nil else { return [] }
        return kind == .snapshot ? snapshots(frequency) : periods(ending: kind)
    }

    /// The periods that end within the span, each with the last day on which its figure comes in
    /// time.
    public func periods(due rule: DueRule) -> [DuePeriod] {
        periods(kind: rule.kind, frequency: rule.frequency)
            .map { DuePeriod(period: $0, dueDay: rule.dueDay(of: $0)) }
    }

    private func snapshots(_ frequency: Frequency) -> [Period] {
        periods(ending: .month).compactMap { month in
            guard frequency.countsAtEnd(ofMonth: month.end.month) else { return nil }
            return Snapshot(day: month.end).map(Period.snapshot)
        }
    }

    private func periods(ending kind: PeriodKind) -> [Period] {
        var next = earliest(kind)
        var found: [Period] = []
        while let period = next, period.end <= last {
            found.append(period)
            next = period.successor
        }
        return found
    }

    /// The first period of a kind that ends on the first day or after it.
    private func earliest(_ kind: PeriodKind) -> Period? {
        // A day before the first year that can be named lies in no period: the search goes back
        // from one that does.
        guard var period = Period(kind, containing: max(first, Self.earliestNamed)) else {
            return nil
        }
        while let earlier = period.predecessor, earlier.end >= first { period = earlier }
        return period
    }

    /// A day that periods of every kind contain.
    private static let earliestNamed = Day(1905, 1, 1)
}

/// A period whose figure is asked for, and until when.
public struct DuePeriod: Hashable, Sendable {
    /// The period.
    public let period: Period
    /// The last day on which its figure comes in time.
    public let dueDay: Day
}

extension Frequency {
    /// Whether something counted so often is counted on the last day of a month of the year.
    fileprivate func countsAtEnd(ofMonth month: Int) -> Bool {
        switch self {
        case .monthly: true
        case .quarterly: month.isMultiple(of: 3)
        case .termly: month.isMultiple(of: 4)
        case .annual: month == 3
        case .survey, .irregular, .asParts, .toBeDefined: false
        }
    }
}
