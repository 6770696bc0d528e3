import Scorecard
import Testing

@Suite struct ChangeTests {
    @Test(arguments: [
        ("5", "6.6", Polarity.highIsGood, "1.6", Change.Direction.up, Change.Meaning.better),
        ("5", "6.6", .lowIsGood, "1.6", .up, .worse),
        ("5", "4.7", .highIsGood, "-0.3", .down, .worse),
        ("5", "4.7", .lowIsGood, "-0.3", .down, .better),
        ("5", "5", .lowIsGood, "0", .flat, .noChange), ("5", "5", .context, "0", .flat, .noChange),
        ("5", "6", .context, "1", .up, .neither), ("5", "6", .unconfirmed, "1", .up, .neither),
        ("-0.1", "0.00000001", .highIsGood, "0.10000001", .up, .better),
    ])
    func `a change is better or worse by polarity, on unrounded values`(
        before: FixedDecimal, after: FixedDecimal, polarity: Polarity, difference: FixedDecimal,
        direction: Change.Direction, meaning: Change.Meaning
    ) throws {
        let latest = try figure("2026-27-Q1", after)
        let change = try #require(
            Change(
                of: latest, since: [figure("2025-26-Q1", before), latest], GoodDirection(polarity)))
        #expect(change.difference == difference)
        #expect(change.direction == direction)
        #expect(change.meaning == meaning)
        #expect(change.basis == .yearBefore)
    }

    // The latest period, those with figures before it, and the one compared.
    @Test(
        arguments: [
            ("2026-27-Q1", ["2025-26-Q1", "2025-26-Q4"], TimeBasis.inPeriod, "2025-26-Q1"),
            ("2026-27-Q1", ["2025-26-Q3", "2025-26-Q2", "2026-27-Q2"], .inPeriod, "2025-26-Q3"),
            ("2026-27-Q2", ["2026-27-Q1", "2025-26-Q4"], .cumulative, nil),
            ("2025-26-FY", ["2023-24-FY", "2022-23-FY"], .cumulative, "2023-24-FY"),
            ("2026-27-Q2", ["2026-27-Q1", "2025-26-Q2"], .cumulative, "2025-26-Q2"),
            ("2025-26-T2", ["2025-26-T1", "2024-25-T3"], .inPeriod, nil),
            ("2025-26-T2", ["2025-26-T1", "2024-25-T2"], .inPeriod, "2024-25-T2"),
            ("2025-26-AY", ["2018-19-AY", "2016-17-AY"], .inPeriod, "2018-19-AY"),
            ("2025-01-16", ["2024-01-18", "2023-01-19"], .snapshot, "2024-01-18"),
            ("2025-26-FY", ["2024-25-AY", "2025-03-31"], .inPeriod, nil),
            ("2026-27-Q2", ["2026-27-Q1", "2025-26-Q4"], .rolling, nil),
            ("2025-26-FY", ["2023-24-FY"], .rolling, "2023-24-FY"),
            ("2024-25-AUT", ["2023-24-SUM", "2023-24-SPR"], .inPeriod, nil),
            ("2024-25-AUT", ["2023-24-AUT", "2023-24-SUM"], .inPeriod, "2023-24-AUT"),
            ("2026-09", ["2026-08", "2026-07"], .cumulative, nil),
            ("2025-26-FY", [], .inPeriod, nil),
        ] as [(String, [String], TimeBasis, String?)])
    func `the year before is compared, or else the figure before`(
        latest: String, others: [String], basis: TimeBasis, expected: String?
    ) throws {
        let history = try others.map { try figure($0, "1") }
        let change = Change(
            of: try figure(latest, "2"), since: history, GoodDirection(.highIsGood),
            timeBasis: basis)
        #expect(change?.earlier.description == expected)
        let isYearBefore = try change.map { $0.earlier == (try period(latest).yearBefore) }
        if let change { #expect((change.basis == .yearBefore) == isYearBefore) }
    }

    @Test func `nothing is said of a suppressed figure`() throws {
        for (before, after) in [("1", nil), (nil, "1"), (nil, nil)]
            as [(FixedDecimal?, FixedDecimal?)]
        {
            let earlier = try figure("2024-25-FY", before, before == nil ? .confidential : nil)
            let latest = try figure("2025-26-FY", after, after == nil ? .confidential : nil)
            let change = try #require(
                Change(of: latest, since: [earlier], GoodDirection(.highIsGood)))
            #expect(change.meaning == .notComparable)
            #expect(change.silence == .suppressed)
            #expect(change.difference == nil)
            #expect(change.direction == nil)
        }
    }

    @Test func `a figure without a value is passed over`() throws {
        let history = [
            try figure("2024-25-FY", nil, .notAvailable), try figure("2023-24-FY", "3"),
        ]
        let change = Change(
            of: try figure("2025-26-FY", "4"), since: history, GoodDirection(.highIsGood))
        #expect(change?.earlier.description == "2023-24-FY")
        #expect(
            Change(
                of: try figure("2025-26-FY", nil, .notAvailable), since: history,
                GoodDirection(.highIsGood)) == nil)
    }

    // The figures that a publisher marked as the first after a break.
    @Test(
        arguments: [
            (["2025-26-FY"], false), (["2024-25-FY"], false), (["2023-24-FY"], true), ([], true),
            (["2026-27-FY"], true),
        ] as [([String], Bool)])
    func `nothing is said across a break that only a marker tells of`(
        marked: [String], isComparable: Bool
    ) throws {
        let codes = ["2023-24-FY", "2024-25-FY", "2025-26-FY", "2026-27-FY"]
        let figures = try codes.enumerated().compactMap { place, code in
            // The year between has no figure, only its marker.
            try figure(
                code, place == 1 ? nil : FixedDecimal(Int32(place)),
                marked.contains(code) ? .seriesBreak : place == 1 ? .notAvailable : nil)
        }
        let change = try #require(
            Change(of: figures[2], since: figures, GoodDirection(.highIsGood)))
        #expect(change.earlier.description == "2023-24-FY")
        #expect((change.difference != nil) == isComparable)
        #expect((change.silence == .seriesBreak("the way of counting changed")) != isComparable)
    }

    @Test(arguments: [
        ("2025-26-FY", false), ("2024-25-FY", false), ("2026-27-FY", true), ("2023-24-FY", true),
    ])
    func `nothing is said across a break`(first: String, isComparable: Bool) throws {
        let found = SeriesBreak(first: try period(first), reason: "new form")
        let change = try #require(
            Change(
                of: figure("2025-26-FY", "2"), since: [figure("2023-24-FY", "1")],
                GoodDirection(.highIsGood), breaks: [found]))
        #expect((change.difference != nil) == isComparable)
        #expect(change.silence == (isComparable ? nil : .seriesBreak("new form")))
    }

    @Test(arguments: [
        ("5", "8", Change.Meaning.better), ("8", "5", .worse), ("25", "22", .better),
        ("22", "25", .worse), ("12", "18", .neither), ("18", "12", .neither), ("5", "25", .neither),
        ("9", "10", .better), ("20", "20.00000001", .worse), ("12", "12", .noChange),
    ])
    func `where a range is good, nearer to it is better`(
        before: FixedDecimal, after: FixedDecimal, meaning: Change.Meaning
    ) throws {
        let target = try Target(.within(low: "10", high: "20"))
        for direction in [
            GoodDirection(.betweenIsGood, target: target),
            GoodDirection(.betweenIsGood, range: "10"..."20"),
        ] {
            #expect(direction.meaning(from: before, to: after) == meaning)
        }
        let unknown = GoodDirection(.betweenIsGood, target: try Target(.atLeast("10")))
        #expect(
            unknown.meaning(from: before, to: after) == (before == after ? .noChange : .neither))
        #expect(
            GoodDirection(.highIsGood, target: target).meaning(from: "25", to: "26") == .better)
    }

    // The latest period, what is counted, the period before and whether it is compared.
    @Test(
        arguments: [
            ("2026-27-Q1", TimeBasis.inPeriod, "2025-26-Q4", true),
            ("2026-27-Q1", .snapshot, "2025-26-Q4", true),
            ("2026-09", .inPeriod, "2026-08", true),
            ("2026-27-Q1", .inPeriod, "2025-26-Q3", false),
            ("2026-27-Q2", .cumulative, "2026-27-Q1", false),
            ("2026-27-Q2", .rolling, "2026-27-Q1", false),
            ("2025-26-SPR", .inPeriod, "2025-26-AUT", false),
            ("2025-26-FY", .inPeriod, "2024-25-FY", false),
        ] as [(String, TimeBasis, String, Bool)])
    func `only figures counted within quarters or months are compared with the one before`(
        latest: String, basis: TimeBasis, before: String, isCompared: Bool
    ) throws {
        let change = Change(
            of: try figure(latest, "6"), sincePeriodBefore: [try figure(before, "5")],
            GoodDirection(.lowIsGood), timeBasis: basis)
        #expect((change != nil) == isCompared)
        if let change {
            #expect(change.basis == .periodBefore)
            #expect(change.meaning == .worse)
            #expect(change.difference == "1")
        }
    }

    @Test func `a difference that cannot be written is not stated`() throws {
        let most = FixedDecimal(hundredMillionths: .max)
        let change = try #require(
            Change(
                of: try figure("2025-26-FY", most), since: [try figure("2024-25-FY", -most)],
                GoodDirection(.highIsGood)))
        #expect(change.silence == .outOfRange)
        #expect(change.meaning == .notComparable)
        #expect(change.difference == nil)
    }
}
