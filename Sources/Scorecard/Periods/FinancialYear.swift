/// A financial year of the council, 1 April to 31 March: `2026-27-FY`.
public struct FinancialYear: CalendarPeriod {
    /// The calendar year in which it begins.
    public let year: Int

    /// Creates a year, or `nil` outside 1900 to 2999.
    public init?(year: Int) {
        guard periodYears.contains(year) else { return nil }
        self.year = year
    }

    /// Creates the year that a day lies in, or `nil` outside 1900 to 2999.
    public init?(containing day: Day) {
        let (year, month, _) = day.civil
        self.init(year: month < 4 ? year - 1 : year)
    }

    /// Creates the year of a quarter, which has been checked.
    init(unchecked year: Int) {
        self.year = year
    }

    /// 1 April.
    public var start: Day { Day(year, 4, 1) }
    /// 31 March of the next calendar year.
    public var end: Day { Day(year + 1, 3, 31) }
    /// The next year.
    public var successor: FinancialYear? { FinancialYear(year: year + 1) }
    /// The year before.
    public var predecessor: FinancialYear? { FinancialYear(year: year - 1) }
    /// The year before, which is also the same period a year earlier.
    public var yearBefore: FinancialYear? { predecessor }
}

extension FinancialYear {
    /// Reads a code such as `2026-27-FY`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .financialYear(let year) = Period(code) else { return nil }
        self = year
    }

    /// The code, which is also the address and the column: `2026-27-FY`.
    public var description: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "-")
        text.add("-FY")
        return text.string
    }

    /// What members read: `2026/27 financial year`.
    public var label: String { "\(shortLabel) financial year" }

    /// The name where the kind is plain: `2026/27`.
    public var shortLabel: String { ASCIIText.spanning(year) }
}
