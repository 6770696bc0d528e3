/// A school year, 1 September to 31 August: `2025-26-AY`.
public struct AcademicYear: CalendarPeriod {
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
        self.init(year: month < 9 ? year - 1 : year)
    }

    /// Creates the year of a term, which has been checked.
    init(unchecked year: Int) {
        self.year = year
    }

    /// 1 September.
    public var start: Day { Day(year, 9, 1) }
    /// 31 August of the next calendar year.
    public var end: Day { Day(year + 1, 8, 31) }
    /// The next year.
    public var successor: AcademicYear? { AcademicYear(year: year + 1) }
    /// The year before.
    public var predecessor: AcademicYear? { AcademicYear(year: year - 1) }
    /// The year before, which is also the same period a year earlier.
    public var yearBefore: AcademicYear? { predecessor }
}

extension AcademicYear {
    /// Reads a code such as `2025-26-AY`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .academicYear(let year) = Period(code) else { return nil }
        self = year
    }

    /// The code, which is also the address and the column: `2025-26-AY`.
    public var description: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "-")
        text.add("-AY")
        return text.string
    }

    /// What members read: `2025/26 academic year`.
    public var label: String { "\(shortLabel) academic year" }

    /// The name where the kind is plain: `2025/26`.
    public var shortLabel: String { ASCIIText.spanning(year) }
}
