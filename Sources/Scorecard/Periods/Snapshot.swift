/// A count taken on one day: `2026-09-30`.
public struct Snapshot: CalendarPeriod {
    /// The day of the count.
    public let day: Day

    /// Creates the snapshot of a day, or `nil` outside the years 1900 to 2999.
    public init?(day: Day) {
        guard periodYears.contains(day.year) else { return nil }
        self.day = day
    }

    /// The day of the count.
    public var start: Day { day }
    /// The day of the count.
    public var end: Day { day }
    /// None: a date does not say when the next count will be.
    public var successor: Snapshot? { nil }
    /// None: a date does not say when the last count was.
    public var predecessor: Snapshot? { nil }

    /// The same day of the year before; a month's last day goes with the month's last day.
    public var yearBefore: Snapshot? {
        let (year, month, date) = day.civil
        let last = Day.days(in: month, of: year - 1)
        let isLast = date == Day.days(in: month, of: year)
        return Day(year: year - 1, month: month, day: isLast ? last : min(date, last))
            .flatMap { Snapshot(day: $0) }
    }
}

extension Snapshot {
    /// The snapshot so many months on; a month's last day is followed by a month's last day.
    func following(months: Int) -> Snapshot? {
        let next = day.adding(months: months)
        guard day.isLastOfMonth else { return Snapshot(day: next) }
        let (year, month, _) = next.civil
        return Snapshot(day: Day(year, month, Day.days(in: month, of: year)))
    }
}

extension Snapshot {
    /// Reads a code such as `2026-09-30`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .snapshot(let snapshot) = Period(code) else { return nil }
        self = snapshot
    }

    /// The code, which is also the address and the column: `2026-09-30`.
    public var description: String { day.description }
    /// What members read: `at 30 September 2026`.
    public var label: String { "at \(day.label)" }
    /// The name where the kind is plain: `30 September 2026`.
    public var shortLabel: String { day.label }
}
