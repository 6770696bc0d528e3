// The year that a period belongs to, and the parts of a year.

extension Period {
    /// Creates the period of a kind that a day lies in.
    ///
    /// Where several contain the day (cumulative terms, pooled years) it is the
    /// first of them to be complete; a snapshot is that of the day itself. It is
    /// `nil` outside the years 1900 to 2999.
    public init?(_ kind: PeriodKind, containing day: Day) {
        let period: Period? =
            switch kind {
            case .financialQuarter: FinancialQuarter(containing: day).map(Period.financialQuarter)
            case .financialYear: FinancialYear(containing: day).map(Period.financialYear)
            case .academicYear: AcademicYear(containing: day).map(Period.academicYear)
            case .cumulativeTerm: CumulativeTerm(containing: day).map(Period.cumulativeTerm)
            case .schoolTerm: SchoolTerm(containing: day).map(Period.schoolTerm)
            case .calendarYear: CalendarYear(containing: day).map(Period.calendarYear)
            case .pooledYears: PooledYears(containing: day).map(Period.pooledYears)
            case .snapshot: Snapshot(day: day).map(Period.snapshot)
            case .month: Month(containing: day).map(Period.month)
            }
        guard let period else { return nil }
        self = period
    }

    /// The year that the period belongs to, of the kind of year that its own kind divides.
    ///
    /// A quarter belongs to a financial year, a term to a school year, a month
    /// to a calendar year, and a year to itself. Pooled years span several
    /// years, and a date does not say whose year it is counted in: `nil`.
    public var containingYear: Period? {
        switch self {
        case .financialQuarter(let quarter): .financialYear(quarter.financialYear)
        case .cumulativeTerm(let terms): .academicYear(terms.academicYear)
        case .schoolTerm(let term): .academicYear(term.academicYear)
        case .month(let month): .calendarYear(month.calendarYear)
        case .financialYear, .academicYear, .calendarYear: self
        case .pooledYears, .snapshot: nil
        }
    }
}

extension FinancialYear {
    /// The four quarters.
    public var quarters: [FinancialQuarter] {
        (1...4).compactMap { FinancialQuarter(year: year, number: $0) }
    }

    /// The twelve months from April; the year 2999/00 has no names for its last three.
    public var months: [Month] {
        quarters.flatMap(\.months)
    }
}

extension FinancialQuarter {
    /// The three months; there are none after December 2999.
    public var months: [Month] {
        let (year, month, _) = start.civil
        return (month...(month + 2)).compactMap { Month(year: year, number: $0) }
    }

    /// The quarters of the year so far, up to and with this one.
    ///
    /// A figure that grows through the year counts these.
    public var yearToDate: [FinancialQuarter] {
        (1...number).compactMap { FinancialQuarter(year: year, number: $0) }
    }
}

extension AcademicYear {
    /// The three terms, each by itself.
    public var terms: [SchoolTerm] {
        SchoolTerm.Season.allCases.compactMap { SchoolTerm(year: year, season: $0) }
    }

    /// The year so far at the end of each term.
    public var cumulativeTerms: [CumulativeTerm] {
        (1...3).compactMap { CumulativeTerm(year: year, terms: $0) }
    }
}

extension CumulativeTerm {
    /// The terms counted, each by itself.
    public var schoolTerms: [SchoolTerm] { Array(academicYear.terms.prefix(terms)) }
}

extension CalendarYear {
    /// The twelve months.
    public var months: [Month] {
        (1...12).compactMap { Month(year: year, number: $0) }
    }
}
