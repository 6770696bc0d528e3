import Testing

@testable import Scorecard

@Suite struct PeriodSpacingTests {
    @Test(
        arguments: [
            ("2024-25-Q3", "2026-27-Q1", nil, 6), ("2024-25-FY", "2026-27-FY", nil, 2),
            ("2024-25-AY", "2025-26-AY", nil, 1), ("2024-CY", "2024-CY", nil, 0),
            ("2024-25-SUM", "2025-26-AUT", nil, 1), ("2024-12", "2025-01", nil, 1),
            ("2024-09-30", "2024-12-31", Frequency.quarterly, 1),
            ("2024-09-30", "2025-01-01", .quarterly, nil),
            ("2024-09-30", "2024-12-31", .monthly, 3),
            ("2024-03-31", "2026-03-31", .annual, 2), ("2024-03-31", "2026-04-01", .annual, nil),
            ("2024-03-31", "2026-03-31", nil, nil), ("2024-03-31", "2026-03-31", .termly, nil),
            ("2024-25-T1", "2024-25-T2", nil, nil), ("2019-22-P3", "2020-23-P3", nil, nil),
            ("2024-25-FY", "2026-27-AY", nil, nil), ("2025-26-Q1", "2024-25-Q4", nil, -1),
        ] as [(String, String, Frequency?, Int?)])
    func `periods of one kind lie so many steps apart`(
        earlier: String, later: String, frequency: Frequency?, expected: Int?
    ) throws {
        let steps = try period(later).steps(since: try period(earlier), frequency: frequency)
        #expect(steps == expected)
    }

    @Test(
        arguments: [
            ("2024-25-Q4", nil, "2025-26-Q1"), ("2024-09-30", Frequency.quarterly, "2024-12-31"),
            ("2024-11-30", .quarterly, "2025-02-28"),
            ("2025-02-28", .quarterly, "2025-05-31"), ("2024-02-28", .monthly, "2024-03-28"),
            ("2024-01-15", .monthly, "2024-02-15"),
            ("2024-03-31", .annual, "2025-03-31"), ("2024-03-31", nil, nil),
            ("2999-12-31", .annual, nil),
        ] as [(String, Frequency?, String?)])
    func `the next period follows on`(code: String, frequency: Frequency?, expected: String?) throws
    {
        #expect(try period(code).following(frequency: frequency)?.description == expected)
    }

    @Test(arguments: [
        ("2026-27-Q3", 2026, 3, 4, "2026-27-FY"), ("2026-27-Q4", 2026, 4, 4, "2026-27-FY"),
        ("2025-26-T2", 2025, 2, 3, "2025-26-AY"), ("2026-04", 2026, 1, 12, "2026-27-FY"),
        ("2027-03", 2026, 12, 12, "2026-27-FY"), ("2026-12", 2026, 9, 12, "2026-27-FY"),
    ])
    func `a period of the year so far knows its step`(
        code: String, year: Int, step: Int, last: Int, whole: String
    ) throws {
        let place = try #require(try period(code).stepOfYear)
        #expect((place.year, place.step, place.last) == (year, step, last))
        #expect(try period(code).wholeYear?.description == whole)
    }

    @Test(arguments: ["2026-27-FY", "2024-25-AUT", "2025-CY", "2021-24-P3", "2026-09-30"])
    func `whole years and days have no steps`(code: String) throws {
        #expect(try period(code).stepOfYear == nil)
        #expect(try period(code).wholeYear == nil)
    }
}
