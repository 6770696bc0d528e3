extension Period {
    /// Reads the code of any kind of period; `nil` for anything else.
    ///
    /// It is called for every figure of a page, so it looks at bytes once and
    /// makes no text.
    public init?(_ code: String) {
        guard let code = CodeBytes(code.utf8), code.count >= 7, code[4] == "-",
            let year = code.number(from: 0, digits: 4)
        else { return nil }
        let period: Period? =
            switch code.count {
            case 7: Self.short(code, year: year)
            case 10 where code[7] == "-": Self.spanning(code, year: year)
            case 11 where code[7] == "-": Self.term(code, year: year)
            default: nil
            }
        guard let period else { return nil }
        self = period
    }

    /// `2026-09` and `2025-CY`.
    private static func short(_ code: CodeBytes, year: Int) -> Period? {
        if code[5] == "C", code[6] == "Y" {
            return CalendarYear(year: year).map(Period.calendarYear)
        }
        return code.number(from: 5, digits: 2)
            .flatMap { Month(year: year, number: $0) }.map(Period.month)
    }

    /// `2026-09-30`, and all that spans years: `2026-27-Q1`.
    private static func spanning(_ code: CodeBytes, year: Int) -> Period? {
        guard let second = code.number(from: 5, digits: 2) else { return nil }
        if let day = code.number(from: 8, digits: 2) {
            return Day(year: year, month: second, day: day)
                .flatMap { Snapshot(day: $0) }.map(Period.snapshot)
        }
        if code[8] == "P", code[9] == "3" {
            guard second == shortYear(year + 3) else { return nil }
            return PooledYears(year: year).map(Period.pooledYears)
        }
        guard second == shortYear(year + 1) else { return nil }
        switch (code[8], code[9]) {
        case ("F", "Y"): return FinancialYear(year: year).map(Period.financialYear)
        case ("A", "Y"): return AcademicYear(year: year).map(Period.academicYear)
        case ("Q", _):
            return code.number(from: 9, digits: 1)
                .flatMap { FinancialQuarter(year: year, number: $0) }.map(Period.financialQuarter)
        case ("T", _):
            return code.number(from: 9, digits: 1)
                .flatMap { CumulativeTerm(year: year, terms: $0) }.map(Period.cumulativeTerm)
        default: return nil
        }
    }

    /// `2024-25-AUT`.
    private static func term(_ code: CodeBytes, year: Int) -> Period? {
        guard code.number(from: 5, digits: 2) == shortYear(year + 1) else { return nil }
        let season: SchoolTerm.Season? =
            switch (code[8], code[9], code[10]) {
            case ("A", "U", "T"): .autumn
            case ("S", "P", "R"): .spring
            case ("S", "U", "M"): .summer
            default: nil
            }
        return season.flatMap { SchoolTerm(year: year, season: $0) }.map(Period.schoolTerm)
    }
}
