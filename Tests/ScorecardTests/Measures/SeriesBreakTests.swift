import Scorecard
import Testing

@Suite struct SeriesBreakTests {
    @Test(arguments: [
        ("2021-22-AY", "2020-21-AY", true), ("2021-22-AY", "2021-22-AY", false),
        ("2021-22-AY", "2022-23-AY", false),
        // Cumulative terms and pooled years overlap those before.
        ("2021-22-T2", "2021-22-T1", true), ("2021-22-T2", "2021-22-T2", false),
        ("2021-24-P3", "2020-23-P3", true), ("2021-24-P3", "2021-24-P3", false),
        // Other kinds of period: over by the day before the first period, or not.
        ("2021-22-AY", "2021-08-31", true), ("2021-22-AY", "2021-09-01", false),
        ("2021-22-AY", "2021-22-T1", false), ("2021-22-AY", "2020-21-T3", true),
        ("2021-22-FY", "2021-22-Q1", false), ("2021-22-FY", "2020-21-Q4", true),
        ("2021-22-Q3", "2021-22-FY", false), ("2021-22-Q1", "2020-21-FY", true),
        ("2020-09", "2019-20-AY", true),
    ])
    func `a break comes after the periods before its first`(
        first: String, code: String, after: Bool
    ) throws {
        let found = SeriesBreak(first: try period(first), reason: "new")
        #expect(found.comesAfter(try period(code)) == after)
    }

    @Test(arguments: [
        ("2020-21-AY", "2021-22-AY", true), ("2019-20-AY", "2024-25-AY", true),
        ("2021-22-AY", "2022-23-AY", false), ("2019-20-AY", "2020-21-AY", false),
        ("2022-23-AY", "2020-21-AY", false), ("2020-21-AY", "2020-21-AY", false),
        ("2021-22-AY", "2021-22-AY", false),
    ])
    func `a break parts the periods on either side`(earlier: String, later: String, parts: Bool)
        throws
    {
        let found = SeriesBreak(first: try period("2021-22-AY"), reason: "new")
        #expect(found.parts(try period(earlier), from: try period(later)) == parts)
    }
}
