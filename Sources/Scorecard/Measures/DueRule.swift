/// When a measure's next figure is due: so many days after its period ends.
///
/// The period is the one that follows the latest figure's, as far on as the
/// measure's frequency asks. The days are the measure's own or, where it has
/// none, the portal's: 21 for months, 45 for quarters (Q2 by 14 November), 16
/// weeks for terms, 52 weeks for years. These go with ``Freshness``: the last
/// figure of a term or a year is still current on the day that the next is due,
/// and that of a month or quarter is due before the period after has ended.
public struct DueRule: Hashable, Sendable {
    /// How often a figure comes.
    public let frequency: Frequency
    /// The kind of period of the first figure; `nil` where it is not known.
    public let kind: PeriodKind?
    /// The measure's own number of days from a period's end to the day its figure is due.
    public let days: Int?

    /// Creates a rule; days below zero become zero, and those above ten years ten years.
    public init(frequency: Frequency, kind: PeriodKind?, days: Int? = nil) {
        self.frequency = frequency
        self.kind = kind
        self.days = days.map { min(max($0, 0), 3_650) }
    }

    /// The next figure after that of `latest`.
    public func next(after latest: Period) -> NextFigure {
        guard let months = frequency.months, let period = latest.following(months: months) else {
            return .undated(frequency)
        }
        return .due(period, by: dueDay(of: period))
    }

    /// The first figure of a measure that has none, for one who asks on `day`.
    ///
    /// It is that of the earliest period whose due day has not passed. A date
    /// does not say when the first count is taken, so a snapshot has none.
    public func first(on day: Day) -> NextFigure {
        guard frequency.months != nil, let kind, kind != .snapshot,
            var period = Period(kind, containing: day)
        else { return .undated(frequency) }
        while let earlier = period.predecessor, dueDay(of: earlier) >= day { period = earlier }
        return .due(period, by: dueDay(of: period))
    }

    /// The last day on which the figure of a period comes in time.
    public func dueDay(of period: Period) -> Day {
        period.end.adding(days: days ?? usualDays(of: period.kind))
    }

    private func usualDays(of kind: PeriodKind) -> Int {
        switch kind.months ?? frequency.months {
        case 1: 21
        case 3: 45
        case 4: 16 * 7
        default: 52 * 7
        }
    }
}

extension Frequency {
    /// The months from one figure to the next; `nil` where they come at no fixed time.
    var months: Int? {
        switch self {
        case .monthly: 1
        case .quarterly: 3
        case .termly: 4
        case .annual: 12
        case .survey, .irregular, .asParts, .toBeDefined: nil
        }
    }
}

extension PeriodKind {
    /// The months from one period of the kind to the next; `nil` for dates.
    fileprivate var months: Int? {
        switch self {
        case .month: 1
        case .financialQuarter: 3
        case .cumulativeTerm, .schoolTerm: 4
        case .financialYear, .academicYear, .calendarYear, .pooledYears: 12
        case .snapshot: nil
        }
    }
}

extension Period {
    /// The period so many months on, and at least the next.
    fileprivate func following(months: Int) -> Period? {
        if case .snapshot(let snapshot) = self {
            return snapshot.following(months: months).map(Period.snapshot)
        }
        let step = kind.months ?? months
        var (period, passed) = (successor, step)
        while passed + step <= months {
            period = period?.successor
            passed += step
        }
        return period
    }
}
