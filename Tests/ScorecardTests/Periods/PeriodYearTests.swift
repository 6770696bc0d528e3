import Scorecard
import Testing

@Suite struct PeriodYearTests {
    // 31 March and 1 April, 31 August and 1 September, and the ends of the years between.
    @Test(arguments: [
        (PeriodKind.financialQuarter, "2026-03-31", "2025-26-Q4"),
        (.financialQuarter, "2026-04-01", "2026-27-Q1"),
        (.financialQuarter, "2026-06-30", "2026-27-Q1"),
        (.financialQuarter, "2026-07-01", "2026-27-Q2"),
        (.financialQuarter, "2026-12-31", "2026-27-Q3"),
        (.financialQuarter, "2027-01-01", "2026-27-Q4"),
        (.financialYear, "2026-03-31", "2025-26-FY"), (.financialYear, "2026-04-01", "2026-27-FY"),
        (.academicYear, "2026-08-31", "2025-26-AY"), (.academicYear, "2026-09-01", "2026-27-AY"),
        (.cumulativeTerm, "2025-09-01", "2025-26-T1"),
        (.cumulativeTerm, "2025-12-31", "2025-26-T1"),
        (.cumulativeTerm, "2026-01-01", "2025-26-T2"),
        (.cumulativeTerm, "2026-04-30", "2025-26-T2"),
        (.cumulativeTerm, "2026-05-01", "2025-26-T3"),
        (.cumulativeTerm, "2026-08-31", "2025-26-T3"),
        (.schoolTerm, "2025-09-01", "2025-26-AUT"), (.schoolTerm, "2025-12-31", "2025-26-AUT"),
        (.schoolTerm, "2026-01-01", "2025-26-SPR"), (.schoolTerm, "2026-04-30", "2025-26-SPR"),
        (.schoolTerm, "2026-05-01", "2025-26-SUM"), (.schoolTerm, "2026-08-31", "2025-26-SUM"),
        (.calendarYear, "2025-12-31", "2025-CY"), (.calendarYear, "2026-01-01", "2026-CY"),
        (.pooledYears, "2024-03-31", "2021-24-P3"), (.pooledYears, "2024-04-01", "2022-25-P3"),
        (.snapshot, "2024-02-29", "2024-02-29"),
        (.month, "2024-02-29", "2024-02"), (.month, "2024-03-01", "2024-03"),
    ])
    func `a day lies in one period of a kind`(kind: PeriodKind, day code: String, period: String)
        throws
    {
        let found = try #require(Period(kind, containing: try day(code)))
        #expect(found.description == period)
        #expect(found.contains(try day(code)))
    }

    @Test(arguments: PeriodKind.allCases)
    func `the period of a day is the first of its kind to end on or after it`(kind: PeriodKind)
        throws
    {
        for period in try kind.everyPeriod() {
            guard let before = period.predecessor else { continue }
            guard Period(kind, containing: period.end) == period,
                Period(kind, containing: before.end.adding(days: 1)) == period
            else {
                Issue.record("\(period.description)")
                return
            }
        }
    }

    @Test(arguments: PeriodKind.allCases)
    func `a day outside the years that have names lies in no period`(kind: PeriodKind) throws {
        #expect(Period(kind, containing: try day("1899-12-31")) == nil)
        #expect(Period(kind, containing: try day("3002-09-01")) == nil)
        #expect(Period(kind, containing: Day.range.lowerBound) == nil)
        #expect(Period(kind, containing: Day.range.upperBound) == nil)
    }

    @Test(arguments: [
        ("2026-27-Q4", "2026-27-FY"), ("2025-26-T2", "2025-26-AY"), ("2025-26-SUM", "2025-26-AY"),
        ("2026-03", "2026-CY"), ("2026-27-FY", "2026-27-FY"), ("2025-26-AY", "2025-26-AY"),
        ("2025-CY", "2025-CY"), ("2021-24-P3", nil), ("2026-09-30", nil),
    ])
    func `a period belongs to a year`(code: String, year: String?) throws {
        #expect(try period(code).containingYear?.description == year)
    }

    @Test(arguments: [
        ("2026-03", "2025-26-FY"), ("2026-04", "2026-27-FY"), ("2026-12", "2026-27-FY"),
        ("1900-03", nil), ("1900-04", "1900-01-FY"),
    ])
    func `a month belongs to a financial year`(code: String, year: String?) throws {
        #expect(try #require(Month(code)).financialYear?.description == year)
    }

    @Test func `a financial year has four quarters and twelve months`() throws {
        let year = try #require(FinancialYear("2026-27-FY"))
        #expect(
            year.quarters.map(\.description)
                == ["2026-27-Q1", "2026-27-Q2", "2026-27-Q3", "2026-27-Q4"])
        #expect(
            year.months.map(\.description) == [
                "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10",
                "2026-11", "2026-12", "2027-01", "2027-02", "2027-03",
            ])
        #expect(year.quarters.first?.start == year.start)
        #expect(year.quarters.last?.end == year.end)
    }

    @Test func `the months after the last that has a name are left out`() throws {
        #expect(try #require(FinancialYear("2999-00-FY")).months.count == 9)
        #expect(try #require(FinancialQuarter("2999-00-Q4")).months.isEmpty)
    }

    @Test func `a school year has three terms, by themselves and so far`() throws {
        let year = try #require(AcademicYear("2025-26-AY"))
        #expect(year.terms.map(\.description) == ["2025-26-AUT", "2025-26-SPR", "2025-26-SUM"])
        #expect(
            year.cumulativeTerms.map(\.description) == ["2025-26-T1", "2025-26-T2", "2025-26-T3"])
        #expect(year.cumulativeTerms.last?.end == year.end)
    }

    @Test func `a calendar year has twelve months`() throws {
        let year = try #require(CalendarYear("2024-CY"))
        #expect(year.months.map(\.number) == Array(1...12))
        #expect(year.months.allSatisfy { $0.calendarYear == year })
    }

    @Test(arguments: [
        ("2026-27-Q1", ["2026-27-Q1"]), ("2026-27-Q3", ["2026-27-Q1", "2026-27-Q2", "2026-27-Q3"]),
    ])
    func `the year to date has the quarters so far`(code: String, quarters: [String]) throws {
        let quarter = try #require(FinancialQuarter(code))
        #expect(quarter.yearToDate.map(\.description) == quarters)
    }

    @Test(arguments: [
        ("2025-26-T1", ["2025-26-AUT"]), ("2025-26-T2", ["2025-26-AUT", "2025-26-SPR"]),
        ("2025-26-T3", ["2025-26-AUT", "2025-26-SPR", "2025-26-SUM"]),
    ])
    func `cumulative terms count the terms so far`(code: String, terms: [String]) throws {
        #expect(try #require(CumulativeTerm(code)).schoolTerms.map(\.description) == terms)
    }
}
