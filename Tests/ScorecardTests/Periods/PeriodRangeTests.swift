import Scorecard
import Testing

@Suite struct PeriodRangeTests {
    @Test(arguments: [
        ("2025-26-Q3", "2026-27-Q2", ["2025-26-Q3", "2025-26-Q4", "2026-27-Q1", "2026-27-Q2"]),
        ("2026-27-Q1", "2026-27-Q1", ["2026-27-Q1"]),
        ("2026-27-Q1", "2025-26-Q4", []),
        ("2998-99-FY", "2999-00-FY", ["2998-99-FY", "2999-00-FY"]),
        ("2999-12", "2999-12", ["2999-12"]),
        ("2025-26-T3", "2026-27-T1", ["2025-26-T3", "2026-27-T1"]),
        ("2025-26-SUM", "2026-27-AUT", ["2025-26-SUM", "2026-27-AUT"]),
        ("2020-23-P3", "2021-24-P3", ["2020-23-P3", "2021-24-P3"]),
        ("2026-27-Q1", "2026-27-FY", []), ("2026-27-FY", "2027-28-AY", []),
        ("2026-09-30", "2026-12-31", []), ("2026-09-30", "2026-09-30", ["2026-09-30"]),
    ])
    func `a range goes from its first period through its last`(
        first: String, last: String, codes: [String]
    ) throws {
        let range = PeriodRange(from: try period(first), through: try period(last))
        #expect(range.map(\.description) == codes)
        #expect(range.count == codes.count)
        #expect(range.underestimatedCount == codes.count)
    }

    @Test func `a range of one type of period has that type`() throws {
        let first = try #require(FinancialQuarter("2026-27-Q3"))
        let last = try #require(FinancialQuarter("2027-28-Q1"))
        let starts = PeriodRange(from: first, through: last).map(\.start.description)
        #expect(starts == ["2026-10-01", "2027-01-01", "2027-04-01"])
    }

    @Test(arguments: PeriodKind.allCases)
    func `a range of all there is ends with the calendar`(kind: PeriodKind) throws {
        let periods = try kind.everyPeriod()
        guard let first = periods.first, let last = periods.last else { return }
        #expect(Array(PeriodRange(from: first, through: last)) == periods)
        #expect(Array(PeriodRange(from: last, through: first)).isEmpty)
    }
}
