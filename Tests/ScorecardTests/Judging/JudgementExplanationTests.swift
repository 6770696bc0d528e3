import Scorecard
import Testing

@Suite struct JudgementExplanationTests {
    private static let percentage = FigureFormat(kind: .percentage, decimals: 1)
    private static let score = FigureFormat(kind: .score, decimals: 2)
    private static let count = FigureFormat(kind: .count, decimals: 0)

    private func explanation(
        _ value: FixedDecimal?, _ goal: Goal, _ tolerance: Tolerance, _ format: FigureFormat
    ) throws -> String {
        let judgement = Judgement(
            of: try figure("2026-27-Q2", value), for: MeasureTerms(polarity: .highIsGood),
            against: [try Target(goal, tolerance: tolerance)], on: try day("2026-09-30"))
        return judgement.explanation(in: format)
    }

    @Test(arguments: [
        (
            "7.8", Goal.atLeast("60"), Tolerance.absolute("5"), percentage,
            "7.8% is 52.2 points below the target of 60.0%; close would be within 5.0 points."
        ),
        (
            "90.5", .atLeast("91.5"), .absolute("1.0"), percentage,
            "90.5% is 1.0 point below the target of 91.5%, which is within the 1.0 point that counts as close."
        ),
        (
            "91.46", .atLeast("91.5"), .absolute("1.0"), percentage,
            "91.46% is 0.04 points below the target of 91.5%, which is within the 1.0 point that counts as close."
        ),
        (
            "90.49", .atLeast("91.5"), .absolute("1.0"), percentage,
            "90.49% is 1.01 points below the target of 91.5%; close would be within 1.0 point."
        ),
        (
            "91.543", .atLeast("91.54"), .none, percentage,
            "91.543% is 0.003 points above the target of 91.54%."
        ),
        (
            "89", .atLeast("91.5"), .absolute("5"), percentage,
            "89.0% is 2.5 points below the target of 91.5%, which is within the 5.0 points that count as close."
        ),
        (
            "86.925", .atLeast("91.5"), .absolute("4.575"), percentage,
            "86.925% is 4.575 points below the target of 91.5%, which is within the 4.575 points that count as close."
        ),
        (
            "86.92499999", .atLeast("91.5"), .absolute("4.575"), percentage,
            "86.92499999% is 4.57500001 points below the target of 91.5%; close would be within 4.575 points."
        ),
        (
            "91.491", .atLeast("91.505"), .absolute("0.01"), percentage,
            "91.491% is 0.014 points below the target of 91.505%; close would be within 0.01 points."
        ),
        (
            "95.8", .atLeast("91.54"), .none, percentage,
            "95.8% is 4.26 points above the target of 91.54%."
        ),
        (
            "15.2", .atMost("14.76"), .relative(percent: "5"), percentage,
            "15.2% is 0.440 points above the target of 14.76%, which is within the 0.738 points (5%) that count as close."
        ),
        (
            "3.24", .atMost("3.17"), .relative(percent: "2.5"), percentage,
            "3.24% is 0.070 points above the target of 3.17%, which is within the 0.079 points (2.5%) that count as close."
        ),
        (
            "3.2492", .atMost("3.17"), .relative(percent: "2.5"), percentage,
            "3.249% is 0.079 points above the target of 3.17%, which is within the 0.079 points (2.5%) that count as close."
        ),
        (
            "95.8", .atLeast("91.5"), .none, percentage,
            "95.8% is 4.3 points above the target of 91.5%."
        ),
        (
            "91.5", .atLeast("91.5"), .none, percentage,
            "91.5% meets the target of 91.5% exactly."
        ),
        (
            "90", .atLeast("91.5"), .none, percentage,
            "90.0% is 1.5 points below the target of 91.5%; no shortfall counts as close."
        ),
        (
            "28.2", .atMost("26.0"), .relative(percent: "5"), percentage,
            "28.2% is 2.2 points above the target of 26.0%; close would be within 1.3 points (5%)."
        ),
        (
            "-1.31", .atLeast("-1.08"), .absolute("0.25"), score,
            "−1.31 is 0.23 below the target of −1.08, which is within the 0.25 that counts as close."
        ),
        (
            "0.4999", .atLeast("0.5"), .none, count,
            "0.4999 is 0.0001 below the target of 0.5; no shortfall counts as close."
        ),
        (
            "50", .within(low: "40", high: "60"), .absolute("2"), count,
            "50 lies within the range of 40 to 60."
        ),
        (
            "62", .within(low: "40", high: "60"), .absolute("2"), count,
            "62 is 2 above the range of 40 to 60, which is within the 2 that counts as close."
        ),
        (
            "30", .within(low: "40", high: "60"), .absolute("2"), count,
            "30 is 10 below the range of 40 to 60; close would be within 2."
        ),
        ("9", .floor("10", aim: "20"), .none, count, "9 is 1 below the floor of 10."),
        (
            "10", .floor("10", aim: "20"), .none, count,
            "10 is at or above the floor of 10 and 10 below the aim of 20."
        ),
        (
            "11", .floor("10", aim: nil), .none, count,
            "11 is at or above the floor of 10, which counts as close."
        ),
        ("21", .floor("10", aim: "20"), .none, count, "21 is 1 above the aim of 20."),
        ("100", .maintain("100"), .absolute("5"), count, "100 is unchanged from 100."),
        (
            "105", .maintain("100"), .absolute("5"), count,
            "105 is 5 above 100, which is within the 5 that counts as unchanged."
        ),
        (
            "94", .maintain("100"), .none, count,
            "94 is 6 below 100; only 100 exactly counts as unchanged."
        ),
        (
            "66.5", .maintain("68"), .absolute("2"), percentage,
            "66.5% is 1.5 points below 68.0%, which is within the 2.0 points that count as unchanged."
        ),
        (
            "94", .maintain("100"), .relative(percent: "5"), count,
            "94 is 6 below 100; to count as unchanged it would be within 5 (5%)."
        ),
    ])
    func `a judged figure is explained with its numbers`(
        value: FixedDecimal, goal: Goal, tolerance: Tolerance, format: FigureFormat,
        sentence: String
    ) throws {
        #expect(try explanation(value, goal, tolerance, format) == sentence)
    }

    @Test func `a figure on a trajectory is held against its own milestone`() throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2026-03-31"), value: "50"),
            .init(day: try day("2027-03-31"), value: "60"),
        ]
        let trajectory = try #require(Trajectory(.atLeast, .linear, milestones))
        // 183 of 365 days: the milestone is 55.01369863.
        #expect(
            try explanation("55", .trajectory(trajectory), .absolute("1"), Self.percentage) == """
                55.00% is 0.01 points below the milestone of 55.01% for 30 September 2026, \
                which is within the 1.0 point that counts as close.
                """)
        #expect(
            try explanation("60", .trajectory(trajectory), .absolute("1"), Self.percentage)
                == "60.0% is 5.0 points above the milestone of 55.0% for 30 September 2026.")
        // 5% of the milestone is 2.75068493.
        #expect(
            try explanation(
                "52", .trajectory(trajectory), .relative(percent: "5"), Self.percentage) == """
                    52.00% is 3.01 points below the milestone of 55.01% for 30 September 2026; \
                    close would be within 2.75 points (5%).
                    """)
    }

    @Test(
        arguments: [
            (
                MeasureStatus.active, Polarity.highIsGood, "43", nil, nil, nil,
                "No target has been set, so 43.0% for Q2 2026/27 is not judged."
            ),
            (
                .active, .highIsGood, "43", QualityMarker.confidential, nil, nil,
                "The figure for Q2 2026/27 is not shown, so it is not judged."
            ),
            (
                .active, .highIsGood, "43", nil, nil, "2020-07-31",
                "The last target ended on 31 July 2020, so 43.0% for Q2 2026/27 is not judged."
            ),
            (
                .active, .highIsGood, "43", nil, "2027-04-01", nil,
                "The target holds from 1 April 2027, so 43.0% for Q2 2026/27 is not judged."
            ),
            (.active, .highIsGood, nil, nil, nil, nil, "There has never been a figure."),
            (
                .inDevelopment, .highIsGood, "43", nil, nil, nil,
                "The measure is agreed and not yet in use, so it is not judged."
            ),
            (
                .toBeDefined, .highIsGood, "43", nil, nil, nil,
                "The measure is named and not yet defined, so it cannot be judged."
            ),
            (
                .active, .context, "43", nil, nil, nil,
                "The measure sets the scene and is not judged."
            ),
        ] as [(MeasureStatus, Polarity, FixedDecimal?, QualityMarker?, String?, String?, String)])
    func `what is not judged says why`(
        status: MeasureStatus, polarity: Polarity, value: FixedDecimal?, marker: QualityMarker?,
        starts: String?, ends: String?, sentence: String
    ) throws {
        let targets =
            starts == nil && ends == nil
            ? [] : [try Target(.atLeast("60"), from: starts.map(day), to: ends.map(day))]
        let judgement = Judgement(
            of: try figure("2026-27-Q2", value, marker),
            for: MeasureTerms(status: status, polarity: polarity), against: targets,
            on: try day("2026-09-30"))
        #expect(judgement.explanation(in: Self.percentage) == sentence)
    }

    @Test func `an old figure says that it is too old`() throws {
        let judgement = Judgement(
            of: try figure("2019-01-17", "43"), for: MeasureTerms(polarity: .lowIsGood),
            against: [try Target(.atMost("35"))], on: try day("2026-09-30"))
        #expect(
            judgement.explanation(in: Self.count)
                == "The latest figure, 43 at 17 January 2019, is too old to judge on 30 September 2026."
        )
    }
}
