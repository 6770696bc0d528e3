/// A quarter of the council's financial year, which begins on 1 April: `2026-27-Q1`.
public struct FinancialQuarter: CalendarPeriod {
    /// The calendar year in which the financial year begins.
    public let year: Int
    /// 1 for April to June, up to 4 for January to March.
    public let number: Int

    /// Creates a quarter, or `nil` if there is no such quarter.
    public init?(year: Int, number: Int) {
        guard periodYears.contains(year), (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    /// Creates the quarter that a day lies in, or `nil` outside the years 1900 to 2999.
    public init?(containing day: Day) {
        let (year, month, _) = day.civil
        self.init(year: month < 4 ? year - 1 : year, number: (month + 8) % 12 / 3 + 1)
    }

    /// The financial year that the quarter belongs to.
    public var financialYear: FinancialYear { FinancialYear(unchecked: year) }

    /// The first day: 1 April, July, October or January.
    public var start: Day {
        number == 4 ? Day(year + 1, 1, 1) : Day(year, number * 3 + 1, 1)
    }

    /// The last day: 30 June, 30 September, 31 December or 31 March.
    public var end: Day {
        switch number {
        case 1: Day(year, 6, 30)
        case 2: Day(year, 9, 30)
        case 3: Day(year, 12, 31)
        default: Day(year + 1, 3, 31)
        }
    }

    /// The next quarter.
    public var successor: FinancialQuarter? {
        number == 4
            ? FinancialQuarter(year: year + 1, number: 1)
            : FinancialQuarter(year: year, number: number + 1)
    }

    /// The quarter before.
    public var predecessor: FinancialQuarter? {
        number == 1
            ? FinancialQuarter(year: year - 1, number: 4)
            : FinancialQuarter(year: year, number: number - 1)
    }

    /// The same quarter of the year before.
    public var yearBefore: FinancialQuarter? { FinancialQuarter(year: year - 1, number: number) }
}

extension FinancialQuarter {
    /// Reads a code such as `2026-27-Q1`; `nil` for anything else.
    public init?(_ code: String) {
        guard case .financialQuarter(let quarter) = Period(code) else { return nil }
        self = quarter
    }

    /// The code, which is also the address and the column: `2026-27-Q1`.
    public var description: String {
        var text = ASCIIText()
        text.add(yearsFrom: year, "-")
        text.add("-Q")
        text.add(number, digits: 1)
        return text.string
    }

    /// What members read: `Q1 2026/27 (April to June 2026)`.
    public var label: String {
        let months: String =
            switch number {
            case 1: " (April to June "
            case 2: " (July to September "
            case 3: " (October to December "
            default: " (January to March "
            }
        var text = short
        text.add(months)
        text.add(number == 4 ? year + 1 : year, digits: 4)
        text.add(")")
        return text.string
    }

    /// The name after the first mention: `Q1 2026/27`.
    public var shortLabel: String { short.string }

    private var short: ASCIIText {
        var text = ASCIIText()
        text.add("Q")
        text.add(number, digits: 1)
        text.add(" ")
        text.add(yearsFrom: year, "/")
        return text
    }
}
