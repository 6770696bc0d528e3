import Scorecard
import Testing

@Suite struct UnusualChangeTests {
    @Test(
        arguments: [
            // The moves before are 5, 4 and 6.
            ("46.5", "46.5% is 39.5 points lower than last time (86.0%)."),
            ("92.1", "92.1% is 6.1 points higher than last time (86.0%)."), ("92", nil),
            ("80", nil), ("79.99", "80.0% is 6.0 points lower than last time (86.0%)."),
        ] as [(FixedDecimal, String?)])
    func `a move is doubted that is larger than every one before`(
        value: FixedDecimal, question: String?
    ) throws {
        let found = try Plausibility(
            value, after: ["83", "88", "92", "86"], .typed(.percentage))
        #expect(found.question(.unusualChange) == question)
    }

    @Test func `one in the last place is not unusual in a series that never moved`() throws {
        let steady: [FixedDecimal?] = ["7", "7", "7", "7", "7"]
        #expect(try Plausibility("8", after: steady, .practitioners).doubts.isEmpty)
        #expect(try Plausibility("9", after: steady, .practitioners).kinds == [.unusualChange])
    }

    // Fewer than three moves before: what is large by itself.
    @Test(
        arguments: [
            (ValueKind.percentage, "60", "80", false), (.percentage, "60", "80.1", true),
            (.percentage, "60", "39.9", true), (.percentage, "2", "8", false),
            (.points, "10", "31", true), (.composition, "10", "31", true),
            (.rate, "5", "10", false), (.rate, "5", "10.1", true), (.rate, "5", "2.4", true),
            (.rate, "0", "0.2", true), (.count, "40", "81", true), (.count, "40", "80", false),
            (.count, "40", "19", true), (.count, "4", "9", false), (.count, "4", "10", true),
            (.score, "-0.24", "-2.4", true), (.score, "-0.24", "-1.2", false),
            (.score, "-0.05", "-0.4", false), (.score, "13.5", "1.4", true),
            (.score, "13.5", "137", true), (.score, "13.5", "40", false),
        ] as [(ValueKind, FixedDecimal, FixedDecimal, Bool)])
    func `a short series has a coarser rule`(
        kind: ValueKind, before: FixedDecimal, now: FixedDecimal, isDoubted: Bool
    ) throws {
        let found = try Plausibility(now, after: [before, before, before], .typed(kind))
        #expect(found.kinds.contains(.unusualChange) == isDoubted)
    }

    @Test func `the first figure is not doubted for its change`() throws {
        #expect(try Plausibility("99", after: [], .typed(.percentage)).doubts.isEmpty)
    }

    @Test func `moves before a break say nothing`() throws {
        let first = try period("2024-25-FY")
        let found = try Plausibility(
            "60", after: ["10", "70", "10", "70", "39"], .typed(.percentage),
            breaks: [SeriesBreak(first: first, reason: "another threshold")])
        #expect(
            found.question(.unusualChange) == "60.0% is 21.0 points higher than last time (39.0%).")
    }

    @Test func `a move across a break is not doubted`() throws {
        let first = try period("2025-26-FY")
        let found = try Plausibility(
            "90", after: ["10", "11", "12", "11", "10"], .typed(.percentage),
            breaks: [SeriesBreak(first: first, reason: "another threshold")])
        #expect(found.doubts.isEmpty)
    }

    @Test func `a break that a publisher marked at a figure counts`() throws {
        let now = try figure("2025-26-FY", "90")
        let history = [
            try figure("2024-25-FY", "89", .seriesBreak), try figure("2023-24-FY", "10"),
            try figure("2022-23-FY", "50"), try figure("2021-22-FY", "10"),
        ]
        let found = Plausibility(now, terms: .typed(.percentage), history: history)
        #expect(found.doubts.isEmpty)
    }

    // Two years of a count that grows through its year, by quarters.
    @Test(
        arguments: [
            ("60", nil),
            ("12", "12 is 34 lower than the year before (46)."),
        ] as [(FixedDecimal, String?)])
    func `a figure of the year so far is set beside the same time of other years`(
        value: FixedDecimal, question: String?
    ) throws {
        let terms = EntryTerms(
            shape: .count, kind: .count, decimals: 0, title: "", timeBasis: .cumulative)
        let found = try Plausibility(
            value, after: ["40", "90", "130", "180", "46", "95", "140", "190"],
            from: "2024-25-Q1", terms)
        #expect(found.question(.unusualChange) == question)
    }

    @Test func `what was typed stands beside what was typed last time`() throws {
        let history = try percentages(from: "2024-25-FY", [(41, 312)])
        let now = try #require(try percentages(from: "2025-26-FY", [(1410, 3120)]).first)
        let found = Plausibility(now, terms: .plans, history: history)
        #expect(
            found.question(.unusualChange) == """
                45.2% is 32.1 points higher than last time (13.1%). Last time was 41 of 312; you \
                typed 1,410 of 3,120.
                """)
    }
}
