import Scorecard
import Testing

@Suite struct ExplanationTests {
    private static let percentage = FigureFormat(kind: .percentage, decimals: 1)
    private static let rate = FigureFormat(kind: .rate, decimals: 2)
    private static let score = FigureFormat(kind: .score, decimals: 2)
    private static let count = FigureFormat(kind: .count, decimals: 0)

    @Test(arguments: [
        (
            Goal.atLeast("91.5"), Tolerance.absolute("1.0"), percentage,
            "On target at or above 91.5%; close when no more than 1.0 point below; off target beyond that."
        ),
        (
            .atMost("14.76"), .relative(percent: "5"), percentage,
            "On target at or below 14.76%; close up to 15.498% (5% of the target); off target beyond that."
        ),
        (
            .atMost("0.2"), .absolute("0.05"), rate,
            "On target at or below 0.20; close when no more than 0.05 above; off target beyond that."
        ),
        (
            .atLeast("1200"), .relative(percent: "2.5"), count,
            "On target at or above 1,200; close down to 1,170 (2.5% of the target); off target beyond that."
        ),
        (.atLeast("7"), .none, count, "On target at or above 7; off target below that."),
        (.atMost("7"), .none, count, "On target at or below 7; off target above that."),
        (
            .atLeast("-0.20"), .absolute("0.05"), score,
            "On target at or above −0.20; close when no more than 0.05 below; off target beyond that."
        ),
        (
            .within(low: "40", high: "60"), .absolute("2"), percentage,
            "On target from 40.0% to 60.0%; close when no more than 2.0 points outside; off target beyond that."
        ),
        (
            .within(low: "40", high: "60"), .relative(percent: "10"), count,
            "On target from 40 to 60; close from 36 to 66 (10% beyond either end); off target beyond that."
        ),
        (
            .within(low: "40", high: "60"), .none, count,
            "On target from 40 to 60; off target outside that."
        ),
        (
            .floor("10", aim: nil), .none, count,
            "A floor: close at or above 10; off target below it."
        ),
        (
            .floor("10", aim: "20"), .none, count,
            "On target at or above 20; close at or above the floor of 10; off target below it."
        ),
        (
            .maintain("68"), .absolute("2"), percentage,
            "On target within 2.0 points of 68.0%, above or below; off target beyond that."
        ),
        (
            .maintain("68"), .relative(percent: "5"), count,
            "On target within 5% of 68, above or below; off target beyond that."
        ),
        (.maintain("68"), .none, count, "On target at 68 exactly; off target otherwise."),
    ])
    func `a rule is a sentence`(
        goal: Goal, tolerance: Tolerance, format: FigureFormat, sentence: String
    ) throws {
        let target = try Target(goal, tolerance: tolerance)
        let explanation = Explanation(of: target, in: format)
        #expect(explanation.sentence(on: try day("2026-09-30")) == sentence)
    }

    @Test func `a trajectory names the milestone of the figure's period`() throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2026-03-31"), value: "50"),
            .init(day: try day("2027-03-31"), value: "60"),
        ]
        let trajectory = try #require(Trajectory(.atLeast, .linear, milestones))
        let target = try Target(.trajectory(trajectory), tolerance: .absolute("2"))
        let explanation = Explanation(of: target, in: Self.percentage)
        #expect(
            explanation.sentence(on: try day("2026-09-30")) == """
                The milestone for 30 September 2026: on target at or above 55.014%; \
                close when no more than 2.0 points below; off target beyond that.
                """)
        #expect(
            explanation.sentence(on: try day("2025-09-30"))
                == "The first milestone is 50.0% by 31 March 2026.")
    }

    // A third of the way from 52 to 53 is 52.33333333, and 5% of that 2.61666667.
    @Test(
        arguments: [
            (
                .atLeast, "52", "53", .none,
                "The milestone for 1 April 2026: on target at or above 52.334%; off target below that."
            ),
            (
                .atMost, "52", "53", .none,
                "The milestone for 1 April 2026: on target at or below 52.333%; off target above that."
            ),
            (
                .atLeast, "-53", "-52", .none,
                "The milestone for 1 April 2026: on target at or above −52.666%; off target below that."
            ),
            (
                .atLeast, "52", "53", .relative(percent: "5"),
                "The milestone for 1 April 2026: on target at or above 52.334%; close down to 49.717% (5% of the target); off target beyond that."
            ),
            (
                .atMost, "53", "54", .relative(percent: "4"),
                "The milestone for 1 April 2026: on target at or below 53.333%; close up to 55.466% (4% of the target); off target beyond that."
            ),
            (
                .atLeast, "50", "53.6", .none,
                "The milestone for 1 April 2026: on target at or above 51.2%; off target below that."
            ),
        ] as [(Trajectory.Direction, FixedDecimal, FixedDecimal, Tolerance, String)])
    func `a milestone that was worked out is rounded to the strict side`(
        direction: Trajectory.Direction, from: FixedDecimal, to: FixedDecimal,
        tolerance: Tolerance, sentence: String
    ) throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2026-03-31"), value: from),
            .init(day: try day("2026-04-03"), value: to),
        ]
        let trajectory = try #require(Trajectory(direction, .linear, milestones))
        let target = try Target(.trajectory(trajectory), tolerance: tolerance)
        let explanation = Explanation(of: target, in: Self.percentage)
        #expect(explanation.sentence(on: try day("2026-04-01")) == sentence)
    }

    @Test(arguments: [
        (Polarity.highIsGood, "Higher is better"), (.lowIsGood, "Lower is better"),
        (.context, "Neither higher nor lower is better"),
        (.unconfirmed, "Not yet agreed whether higher or lower is better"),
    ])
    func `polarity is said in words`(polarity: Polarity, words: String) {
        #expect(polarity.words == words)
    }
}
