import Scorecard
import Testing

@Suite struct GapTests {
    private static let format = FigureFormat(kind: .percentage, decimals: 1)
    private static let points = FigureFormat(kind: .points, decimals: 1)

    private func gap(
        _ less: FixedDecimal?, _ more: FixedDecimal?, _ polarity: Polarity = .highIsGood,
        _ markers: (QualityMarker?, QualityMarker?) = (nil, nil)
    ) throws -> Gap {
        try #require(
            Gap(
                lessAdvantaged: Gap.End(
                    "Eligible for free school meals", figure("2024-25-AY", less, markers.0)),
                moreAdvantaged: Gap.End("Not eligible", figure("2024-25-AY", more, markers.1)),
                polarity: polarity))
    }

    // Good level of development in Stockport by free school meals, Department for Education:
    // the gap was 29.2 points in 2024/25.
    @Test(
        arguments: [
            ("45.2", "74.4", Polarity.highIsGood, "29.2"), ("74.4", "45.2", .highIsGood, "-29.2"),
            ("30.5", "12.1", .lowIsGood, "18.4"), ("12.1", "30.5", .lowIsGood, "-18.4"),
            ("50", "50", .lowIsGood, "0"),
        ] as [(FixedDecimal, FixedDecimal, Polarity, FixedDecimal)])
    func `a gap is the less advantaged group's disadvantage, whichever way is good`(
        less: FixedDecimal, more: FixedDecimal, polarity: Polarity, value: FixedDecimal
    ) throws {
        let gap = try gap(less, more, polarity)
        #expect(gap.figure.value == value)
        #expect(gap.figure.period == (try period("2024-25-AY")))
        #expect(gap.figure.flag == nil)
    }

    @Test(arguments: Gap.Movement.allCases)
    func `a gap is better unless only because the better-off group does worse`(
        movement: Gap.Movement
    ) throws {
        let then = try figure("2023-24-AY", "29.3")
        let narrower = Change(
            from: then, to: try figure("2024-25-AY", "29.2"), basis: .yearBefore,
            GoodDirection(.lowIsGood))
        let meaning = narrower.ofGap(movement).meaning
        #expect(meaning == (movement == .levellingDown ? .neither : .better))
        #expect(narrower.ofGap(movement).difference == narrower.difference)
        let wider = Change(
            from: then, to: try figure("2024-25-AY", "29.4"), basis: .yearBefore,
            GoodDirection(.lowIsGood))
        #expect(wider.ofGap(movement) == wider)
    }

    @Test(arguments: [Polarity.betweenIsGood, .context, .unconfirmed])
    func `there is no gap where neither way is good`(polarity: Polarity) throws {
        let end = Gap.End("All", try figure("2024-25-AY", "1"))
        #expect(Gap(lessAdvantaged: end, moreAdvantaged: end, polarity: polarity) == nil)
    }

    @Test func `figures of two periods have no gap`() throws {
        #expect(
            Gap(
                lessAdvantaged: Gap.End("A", try figure("2024-25-AY", "1")),
                moreAdvantaged: Gap.End("B", try figure("2023-24-AY", "2")),
                polarity: .highIsGood) == nil)
    }

    @Test(
        arguments: [
            (nil, "74.4", (QualityMarker.confidential, nil), QualityMarker.confidential),
            ("45.2", nil, (nil, .confidential), .confidential),
            ("45.2", "74.4", (.confidential, nil), .confidential),
            ("45.2", "74.4", (nil, .confidential), .confidential),
            (nil, "74.4", (.notAvailable, .provisional), .notAvailable),
            (nil, nil, (.notAvailable, .confidential), .confidential),
            (nil, "74.4", (nil, nil), .notAvailable),
        ] as [(FixedDecimal?, FixedDecimal?, (QualityMarker?, QualityMarker?), QualityMarker)])
    func `a gap is missing or withheld if either end is`(
        less: FixedDecimal?, more: FixedDecimal?, markers: (QualityMarker?, QualityMarker?),
        flag: QualityMarker
    ) throws {
        let gap = try gap(less, more, .highIsGood, markers)
        #expect(gap.figure.value == nil)
        #expect(gap.figure.flag == flag)
    }

    @Test func `a gap is provisional if either end is`() throws {
        let settled = try figure("2024-25-AY", "45.2")
        let early = Figure(
            period: try period("2024-25-AY"), value: "74.4", status: .provisional)
        for (less, more) in [(settled, early), (early, settled), (early, early)] {
            let gap = try #require(
                Gap(
                    lessAdvantaged: Gap.End("A", less), moreAdvantaged: Gap.End("B", more),
                    polarity: .highIsGood))
            #expect(gap.figure.value != nil)
            #expect(gap.figure.status == .provisional)
        }
        #expect(
            try gap("1", "2", .highIsGood, (.lowReliability, nil)).figure.marker == .lowReliability)
    }

    @Test(
        arguments: [
            (
                "45.2", "74.4", nil,
                "Eligible for free school meals: 45.2%. Not eligible: 74.4%. The gap is 29.2 points."
            ),
            (
                "50", "50", nil,
                "Eligible for free school meals: 50.0%. Not eligible: 50.0%. There is no gap."
            ),
            (
                "51", "50", nil,
                "Eligible for free school meals: 51.0%. Not eligible: 50.0%. Eligible for free school meals fare better, by 1.0 point."
            ),
            (
                "45.15", "74.34", nil,
                "Eligible for free school meals: 45.15%. Not eligible: 74.34%. The gap is 29.19 points."
            ),
            (
                "52.14", "50.06", nil,
                "Eligible for free school meals: 52.14%. Not eligible: 50.06%. Eligible for free school meals fare better, by 2.08 points."
            ),
            (
                "51", "50", .confidential,
                "Eligible for free school meals: confidential. Not eligible: 50.0%. There is no gap without both figures."
            ),
        ] as [(FixedDecimal, FixedDecimal, QualityMarker?, String)])
    func `a gap is explained with both ends`(
        less: FixedDecimal, more: FixedDecimal, marker: QualityMarker?, sentence: String
    ) throws {
        let gap = try gap(less, more, .highIsGood, (marker, nil))
        #expect(gap.explanation(in: Self.points, ends: Self.format) == sentence)
    }

    // The less and the more advantaged group's figures before and after, where high is good.
    @Test(
        arguments: [
            ("40", "70", "45", "70", Gap.Movement.closing),
            ("40", "70", "45", "72", .closing), ("40", "70", "40", "65", .levellingDown),
            ("40", "70", "35", "60", .levellingDown), ("40", "70", "35", "70", .fallingBehind),
            ("40", "70", "35", "75", .fallingBehind), ("40", "70", "40", "75", .leftBehind),
            ("40", "70", "45", "80", .leftBehind), ("40", "70", "41", "71", .unchanged),
            ("40", "70", "70", "70", .closing), ("40", "70", "40", "40", .levellingDown),
        ] as [(FixedDecimal, FixedDecimal, FixedDecimal, FixedDecimal, Gap.Movement)])
    func `a narrower gap is a success only if the group that fared worse does better`(
        lessBefore: FixedDecimal, moreBefore: FixedDecimal, less: FixedDecimal,
        more: FixedDecimal, movement: Gap.Movement
    ) throws {
        let (before, after) = (try gap(lessBefore, moreBefore), try gap(less, more))
        #expect(after.movement(since: before, polarity: .highIsGood) == movement)
        // Mirrored, the same is said where low is good.
        let (mirroredBefore, mirroredAfter) = (
            try gap(-lessBefore, -moreBefore, .lowIsGood), try gap(-less, -more, .lowIsGood)
        )
        #expect(mirroredAfter.movement(since: mirroredBefore, polarity: .lowIsGood) == movement)
    }

    // The gap before and after; below 0 the less advantaged fare better.
    @Test(
        arguments: [
            ("30", "-1", .changedPlaces), ("-1", "30", .changedPlaces), ("0", "2", .opened),
            ("0", "-2", .opened), ("-4", "-2", .lessAhead), ("-2", "-4", .furtherAhead),
            ("-4", "0", .evened), ("-4", "-4", .unchanged), ("0", "0", .unchanged),
        ] as [(FixedDecimal, FixedDecimal, Gap.Movement)])
    func `a movement through or below none is told without taking sides`(
        before: FixedDecimal, after: FixedDecimal, movement: Gap.Movement
    ) throws {
        // Either group may be the one that moved.
        for (earlier, latest) in [
            (try gap("0", before), try gap("0", after)),
            (try gap(-before, "0"), try gap(-after, "0")),
        ] {
            #expect(latest.movement(since: earlier, polarity: .highIsGood) == movement)
        }
    }

    @Test func `every movement has its words`() {
        #expect(
            Gap.Movement.allCases.map(\.words) == [
                "The gap is narrower, and the group that fared worse does better.",
                "The gap is narrower only because the better-off group does worse.",
                "The gap is wider, and the group that fared worse does worse.",
                "The gap is wider because the better-off group pulled ahead.",
                "The gap is the same.",
                "There was no gap before, and there is one now.",
                "The groups have changed places: the one that fared worse now fares better.",
                "The same group is ahead, by more than before.",
                "The same group is ahead, by less than before.",
                "There was a gap before, and there is none now.",
            ])
    }

    @Test func `nothing is said of a gap's movement without both gaps`() throws {
        let (known, missing) = (try gap("1", "2"), try gap(nil, "2"))
        #expect(known.movement(since: missing, polarity: .highIsGood) == nil)
        #expect(missing.movement(since: known, polarity: .highIsGood) == nil)
    }
}
