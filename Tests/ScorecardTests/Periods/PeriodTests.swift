import Scorecard
import Testing

@Suite struct PeriodTests {
    @Test(arguments: [
        (
            "2026-27-Q1", PeriodKind.financialQuarter, "Q1 2026/27 (April to June 2026)",
            "Q1 2026/27"
        ),
        ("2026-27-Q2", .financialQuarter, "Q2 2026/27 (July to September 2026)", "Q2 2026/27"),
        ("2026-27-Q3", .financialQuarter, "Q3 2026/27 (October to December 2026)", "Q3 2026/27"),
        ("2026-27-Q4", .financialQuarter, "Q4 2026/27 (January to March 2027)", "Q4 2026/27"),
        ("2026-27-FY", .financialYear, "2026/27 financial year", "2026/27"),
        ("1999-00-FY", .financialYear, "1999/00 financial year", "1999/00"),
        ("2025-26-AY", .academicYear, "2025/26 academic year", "2025/26"),
        ("2025-26-T1", .cumulativeTerm, "2025/26 autumn term", "autumn 2025/26"),
        (
            "2025-26-T2", .cumulativeTerm, "2025/26 autumn and spring terms",
            "autumn and spring 2025/26"
        ),
        ("2025-26-T3", .cumulativeTerm, "2025/26 full school year", "full year 2025/26"),
        ("2024-25-AUT", .schoolTerm, "2024/25 autumn term", "autumn 2024/25"),
        ("2024-25-SPR", .schoolTerm, "2024/25 spring term", "spring 2024/25"),
        ("2024-25-SUM", .schoolTerm, "2024/25 summer term", "summer 2024/25"),
        ("2025-CY", .calendarYear, "2025", "2025"),
        ("2021-24-P3", .pooledYears, "2021/22 to 2023/24", "2021/22 to 2023/24"),
        ("2026-09-30", .snapshot, "at 30 September 2026", "30 September 2026"),
        ("2025-03", .month, "March 2025", "March 2025"),
    ])
    func `a period has a code, a kind and two names`(
        code: String, kind: PeriodKind, label: String, short: String
    ) throws {
        let period = try #require(Period(code))
        #expect(period.description == code)
        #expect(period.kind == kind)
        #expect(period.label == label)
        #expect(period.shortLabel == short)
    }

    // The bounds of each kind as the partnership's calendar states them.
    @Test(arguments: [
        ("2026-27-Q1", "2026-04-01", "2026-06-30"), ("2026-27-Q2", "2026-07-01", "2026-09-30"),
        ("2026-27-Q3", "2026-10-01", "2026-12-31"), ("2026-27-Q4", "2027-01-01", "2027-03-31"),
        ("2026-27-FY", "2026-04-01", "2027-03-31"), ("2025-26-AY", "2025-09-01", "2026-08-31"),
        ("2025-26-T1", "2025-09-01", "2025-12-31"), ("2025-26-T2", "2025-09-01", "2026-04-30"),
        ("2025-26-T3", "2025-09-01", "2026-08-31"), ("2024-25-AUT", "2024-09-01", "2024-12-31"),
        ("2024-25-SPR", "2025-01-01", "2025-04-30"), ("2024-25-SUM", "2025-05-01", "2025-08-31"),
        ("2025-CY", "2025-01-01", "2025-12-31"), ("2021-24-P3", "2021-04-01", "2024-03-31"),
        ("2026-09-30", "2026-09-30", "2026-09-30"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2100-02", "2100-02-01", "2100-02-28"),
    ])
    func `a period runs from its first day to its last`(code: String, start: String, end: String)
        throws
    {
        let period = try #require(Period(code))
        #expect(period.start.description == start)
        #expect(period.end.description == end)
        #expect(period.isComplete(on: period.end))
        #expect(!period.isComplete(on: period.end.adding(days: -1)))
    }

    @Test(arguments: [
        ("2026-27-Q1", "2025-26-Q4", "2025-26-Q1"), ("2026-27-Q3", "2026-27-Q2", "2025-26-Q3"),
        ("2000-01-FY", "1999-00-FY", "1999-00-FY"), ("2025-26-AY", "2024-25-AY", "2024-25-AY"),
        ("2025-26-T1", "2024-25-T3", "2024-25-T1"), ("2025-26-T3", "2025-26-T2", "2024-25-T3"),
        ("2024-25-AUT", "2023-24-SUM", "2023-24-AUT"),
        ("2024-25-SUM", "2024-25-SPR", "2023-24-SUM"),
        ("2025-CY", "2024-CY", "2024-CY"), ("2021-24-P3", "2020-23-P3", "2020-23-P3"),
        ("2026-09-30", nil, "2025-09-30"), ("2024-02-29", nil, "2023-02-28"),
        ("2025-02-28", nil, "2024-02-29"), ("2025-02-27", nil, "2024-02-27"),
        ("2026-01", "2025-12", "2025-01"), ("1900-01", nil, nil), ("1900-CY", nil, nil),
    ])
    func `a period knows the one before and the one a year before`(
        code: String, predecessor: String?, yearBefore: String?
    ) throws {
        let period = try #require(Period(code))
        #expect(period.predecessor?.description == predecessor)
        #expect(period.yearBefore?.description == yearBefore)
        if let before = period.predecessor {
            #expect(before.successor == period)
            #expect(before < period)
        }
    }

    @Test(arguments: [
        "", "2026", "2026-", "2026-27", "2026-28-Q1", "2026-27-Q5", "2026-27-Q0", "2026-27-q1",
        "26-27-Q1", "2026-27-Q1 ", "2026-27-Q12", "2026/27-Q1", "2026-27-XY", "2026-27-T4",
        "2026-27-T0", "2021-23-P3", "2021-24-P4", "2026-13", "2026-00", "2026-02-30", "2026-CX",
        "1899-CY", "3000-CY", "2024-25-WIN", "2024-26-AUT", "２026-09", "2026-27-FYs", "2026-27_FY",
        "2026-27-Q", "1800-01-01",
    ])
    func `a code that names no period is refused`(code: String) {
        #expect(Period(code) == nil)
    }

    @Test(arguments: [
        ("2026-27-Q1", 91), ("2026-27-Q4", 90), ("2027-28-Q4", 91), ("2026-27-FY", 365),
        ("2027-28-FY", 366), ("2023-24-AY", 366), ("2025-26-T1", 122), ("2025-26-T2", 242),
        ("2023-24-SPR", 121), ("2000-CY", 366), ("1900-CY", 365), ("2021-24-P3", 1_096),
        ("2026-09-30", 1), ("2024-02", 29), ("2100-02", 28),
    ])
    func `a period lasts so many days`(code: String, days: Int) throws {
        #expect(try period(code).dayCount == days)
    }

    @Test(arguments: [
        ("2026-27-Q1", "2026-03-31", false), ("2026-27-Q1", "2026-04-01", true),
        ("2026-27-Q1", "2026-06-30", true), ("2026-27-Q1", "2026-07-01", false),
        ("2026-09-30", "2026-09-30", true),
    ])
    func `a period contains its days`(code: String, date: String, contains: Bool) throws {
        #expect(try period(code).contains(try day(date)) == contains)
    }

    @Test func `periods that end together stand longest first`() {
        let codes = ["2025-26-FY", "2025-26-Q4", "2026-03", "2026-03-31"]
        let periods = codes.compactMap { Period($0) }
        #expect(periods.reversed().sorted().map(\.description) == codes)
    }
}
