/// A year from January to December: `2025-CY`.
public struct CalendarYear: CalendarPeriod {
    /// The year.
    public let year: Int

    /// Creates a year, or `nil` outside 1900 to 2999.
    public init?(year: Int) {
        guard periodYears.contains(year) else { return nil }
        self.year = year
    }

    /// Creates the year that a day lies in, or `nil` outside 1900 to 2999.
    public init?(containing day: Day) {
        self.init(year: day.year)
    }

    /// Creates the year of a month, which has been checked.
    init(unchecked year: Int) {
        self.year = year
    }

    /// 1 January.
    public var start: Day { Day(year, 1, 1) }
    /// 31 December.
    public var end: Day { Day(year, 12, 31) }
    /// The next year.
    public var successor: CalendarYear? { CalendarYear(year: year + 1) }
    /// The year before.
    public var predecessor: CalendarYear? { CalendarYear(year: year - 1) }
    /// The year before, which is also the same period a year earlier.
    public var yearBefore: CalendarYear? { predecessor }
}

extension CalendarYear {
    /// Reads a code such as `2025-CY`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .calendarYear(let year) = Period(code) else { return nil }
        self = year
    }

    /// The code, which is also the address and the column: `2025-CY`.
    public var description: String {
        var text = ASCIIText()
        text.add(year, digits: 4)
        text.add("-CY")
        return text.string
    }

    /// What members read: `2025`.
    public var label: String { shortLabel }

    /// What members read: `2025`.
    public var shortLabel: String { String(year) }
}
