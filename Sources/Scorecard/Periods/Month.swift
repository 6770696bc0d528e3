/// A month of the calendar: `2026-09`.
public struct Month: CalendarPeriod {
    /// The calendar year.
    public let year: Int
    /// 1 for January, up to 12.
    public let number: Int

    /// Creates a month, or `nil` if there is no such month.
    public init?(year: Int, number: Int) {
        guard periodYears.contains(year), (1...12).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// Creates the month that a day lies in, or `nil` outside the years 1900 to 2999.
    public init?(containing day: Day) {
        let (year, month, _) = day.civil
        self.init(year: year, number: month)
    }

    /// The calendar year that the month belongs to.
    public var calendarYear: CalendarYear { CalendarYear(unchecked: year) }

    /// The financial year that the month belongs to; `nil` for the first three of 1900.
    public var financialYear: FinancialYear? {
        FinancialYear(year: number < 4 ? year - 1 : year)
    }

    /// The first day.
    public var start: Day { Day(year, number, 1) }
    /// The last day, 28 to 31.
    public var end: Day { Day(year, number, Day.days(in: number, of: year)) }

    /// The next month.
    public var successor: Month? {
        number == 12 ? Month(year: year + 1, number: 1) : Month(year: year, number: number + 1)
    }

    /// The month before.
    public var predecessor: Month? {
        number == 1 ? Month(year: year - 1, number: 12) : Month(year: year, number: number - 1)
    }

    /// The same month of the year before.
    public var yearBefore: Month? { Month(year: year - 1, number: number) }
}

extension Month {
    /// Reads a code such as `2026-09`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .month(let month) = Period(code) else { return nil }
        self = month
    }

    /// The code, which is also the address and the column: `2026-09`.
    public var description: String {
        var text = ASCIIText()
        text.add(year, digits: 4)
        text.add("-")
        text.add(number, digits: 2)
        return text.string
    }

    /// What members read: `September 2026`.
    public var label: String {
        var text = ASCIIText()
        text.add(Day.name(ofMonth: number))
        text.add(" ")
        text.add(year, digits: 4)
        return text.string
    }

    /// What members read, since nothing shorter is plain: `September 2026`.
    public var shortLabel: String { label }
}
