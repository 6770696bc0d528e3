import Scorecard
import Testing

@Suite struct FreshnessTests {
    // Each kind on the last day that its figure is current.
    @Test(
        arguments: [
            ("2026-27-Q1", nil, "2026-09-29"), ("2026-27-Q2", nil, "2026-12-30"),
            ("2026-09", nil, "2026-10-30"), ("2025-26-T1", nil, "2026-08-30"),
            ("2025-26-T3", nil, "2027-04-29"), ("2024-25-AUT", nil, "2025-08-30"),
            ("2024-25-SPR", nil, "2025-12-30"), ("2024-25-FY", nil, "2027-03-30"),
            ("2024-25-AY", nil, "2027-08-30"), ("2024-CY", nil, "2026-12-30"),
            ("2021-24-P3", nil, "2026-03-30"), ("2025-03-31", nil, "2027-03-30"),
            ("2025-03-31", Frequency.annual, "2027-03-30"),
            ("2026-06-30", .quarterly, "2026-09-29"),
            ("2026-06-30", .monthly, "2026-07-29"), ("2026-01-15", .termly, "2026-09-14"),
        ] as [(String, Frequency?, String)])
    func `a figure is current until the next one is overdue`(
        code: String, frequency: Frequency?, last: String
    ) throws {
        let (period, last) = (try period(code), try day(last))
        #expect(Freshness.isCurrent(period, on: period.end, frequency: frequency))
        #expect(Freshness.isCurrent(period, on: last, frequency: frequency))
        #expect(!Freshness.isCurrent(period, on: last.adding(days: 1), frequency: frequency))
    }

    @Test func `on the last day of a quarter only that quarter is current`() throws {
        let codes = ["2025-26-Q1", "2025-26-Q2", "2025-26-Q3", "2025-26-Q4", "2026-27-Q1"]
        let end = try day("2026-06-30")
        let current = try codes.filter { Freshness.isCurrent(try period($0), on: end) }
        #expect(current == ["2026-27-Q1"])
    }
}
