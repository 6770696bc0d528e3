import Scorecard
import Testing

@Suite struct PeriodStepsTests {
    @Test(arguments: [
        ("2025-26-Q4", "2026-27-Q1", true), ("2025-26-Q3", "2026-27-Q1", false),
        ("2025-26-Q1", "2026-27-Q1", true), ("2024-25-Q1", "2026-27-Q1", false),
        ("2024-25-FY", "2025-26-FY", true), ("2023-24-FY", "2025-26-FY", false),
        ("2024-25-AUT", "2024-25-SPR", true), ("2023-24-AUT", "2024-25-AUT", true),
        ("2026-09", "2026-10", true), ("2026-08", "2026-10", false),
        ("2024-03-31", "2025-03-31", true), ("2024-03-31", "2025-09-29", true),
        ("2024-03-31", "2025-09-30", false), ("2025-03-31", "2025-03-31", false),
        ("2026-27-Q1", "2025-26-Q4", false), ("2024-25-AY", "2025-26-FY", false),
    ])
    func `a line joins periods between which nothing was left out`(
        earlier: String, later: String, isNext: Bool
    ) throws {
        #expect(try period(later).isNext(after: period(earlier)) == isNext)
    }
}
