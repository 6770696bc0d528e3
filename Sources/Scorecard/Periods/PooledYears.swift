/// Three financial years taken together, for events too rare to count in one: `2021-24-P3`.
///
/// Publishers move the window on a year at a time, so neighbours overlap by two
/// years and a change between them is the change of one year in three.
public struct PooledYears: CalendarPeriod {
    /// The calendar year in which the first of them begins.
    public let year: Int

    /// Creates the three years, or `nil` outside 1900 to 2999.
    public init?(year: Int) {
        guard periodYears.contains(year) else { return nil }
        self.year = year
    }

    /// Creates the window whose last year holds a day.
    ///
    /// Two later windows contain the day too; this is the first to be complete.
    /// It is `nil` where that begins outside 1900 to 2999.
    public init?(containing day: Day) {
        let (year, month, _) = day.civil
        self.init(year: month < 4 ? year - 3 : year - 2)
    }

    /// 1 April of the first year.
    public var start: Day { Day(year, 4, 1) }
    /// 31 March at the end of the third.
    public var end: Day { Day(year + 3, 3, 31) }
    /// The window a year on.
    public var successor: PooledYears? { PooledYears(year: year + 1) }
    /// The window a year before.
    public var predecessor: PooledYears? { PooledYears(year: year - 1) }
    /// The window a year before, which overlaps by two years.
    public var yearBefore: PooledYears? { predecessor }
}

extension PooledYears {
    /// Reads a code such as `2021-24-P3`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .pooledYears(let years) = Period(code) else { return nil }
        self = years
    }

    /// The code, which is also the address and the column: `2021-24-P3`.
    public var description: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "-", years: 3)
        text.add("-P3")
        return text.string
    }

    /// What members read: `2021/22 to 2023/24`.
    public var label: String { "\(ASCIIText.spanning(year)) to \(ASCIIText.spanning(year + 2))" }

    /// What members read, since nothing shorter is plain: `2021/22 to 2023/24`.
    public var shortLabel: String { label }
}
