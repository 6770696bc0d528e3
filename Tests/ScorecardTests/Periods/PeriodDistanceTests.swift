import Scorecard
import Testing

@Suite struct PeriodDistanceTests {
    @Test(arguments: [
        ("2026-27-Q4", "2027-28-Q1", 1), ("2026-27-Q1", "2026-27-Q1", 0),
        ("2026-27-Q1", "2025-26-Q1", -4), ("1999-00-FY", "2000-01-FY", 1),
        ("2020-21-AY", "2025-26-AY", 5), ("2025-26-T3", "2026-27-T2", 2),
        ("2025-26-AUT", "2024-25-SUM", -1), ("2026-CY", "2020-CY", -6),
        ("2018-21-P3", "2021-24-P3", 3), ("2025-12", "2026-02", 2), ("2026-09-30", "2026-09-30", 0),
        ("2026-09-30", "2026-12-31", nil), ("2026-27-Q1", "2026-27-FY", nil),
        ("2026-27-FY", "2026-27-AY", nil), ("2025-26-T1", "2025-26-AUT", nil),
        ("2026-CY", "2026-01", nil), ("2021-24-P3", "2021-22-FY", nil),
        ("2026-09", "2026-09-30", nil),
    ])
    func `periods of one kind are so many steps apart`(from: String, to: String, steps: Int?) throws
    {
        #expect(try period(from).distance(to: try period(to)) == steps)
    }

    @Test(arguments: PeriodKind.allCases)
    func `the distance is the number of successors between`(kind: PeriodKind) throws {
        let periods = try kind.everyPeriod()
        guard let first = periods.first else { return }
        for (place, period) in periods.enumerated()
        where first.distance(to: period) != place || period.distance(to: first) != -place {
            Issue.record("\(period.description) is not \(place) from the first")
            return
        }
    }
}
