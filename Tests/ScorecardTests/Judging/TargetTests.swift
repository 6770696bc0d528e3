import Scorecard
import Testing

@Suite struct TargetTests {
    @Test(arguments: [
        (Goal.atLeast("-0.20"), Tolerance.relative(percent: "5"), TargetRefusal.relativeToNothing),
        (.atMost("0"), .relative(percent: "5"), .relativeToNothing),
        (.within(low: "0", high: "5"), .relative(percent: "5"), .relativeToNothing),
        (.atLeast("5"), .absolute("-1"), .negativeTolerance),
        (.atLeast("5"), .relative(percent: "-1"), .negativeTolerance),
        (.within(low: "6", high: "5"), .none, .emptyRange),
        (.floor("6", aim: "5"), .none, .emptyRange),
    ])
    func `a target that could mislead is refused`(
        goal: Goal, tolerance: Tolerance, reason: TargetRefusal
    ) {
        #expect(throws: reason) { try Target(goal, tolerance: tolerance) }
    }

    @Test func `a target may not end before it starts`() throws {
        let (first, last) = (try day("2026-04-01"), try day("2026-03-31"))
        #expect(throws: TargetRefusal.endsBeforeItStarts) {
            try Target(.atLeast("5"), from: first, to: last)
        }
    }

    @Test(
        arguments: [
            (GoalKind.atLeast, nil, Goal.atLeast("5")), (.atMost, nil, .atMost("5")),
            (.within, "6", .within(low: "5", high: "6")), (.within, nil, nil),
            (.floor, "6", .floor("5", aim: "6")), (.floor, nil, .floor("5", aim: nil)),
            (.maintain, nil, .maintain("5")), (.trajectory, "6", nil),
        ] as [(GoalKind, FixedDecimal?, Goal?)])
    func `a goal is made from its columns`(kind: GoalKind, upper: FixedDecimal?, goal: Goal?) {
        #expect(Goal(kind: kind, value: "5", upper: upper) == goal)
        if let goal { #expect(goal.kind == kind) }
    }

    @Test(
        arguments: [
            ("2019-12-31", nil, nil), ("2020-01-01", "10", "10"),
            ("2020-01-02", "10", "10.90909091"),
            ("2020-01-12", "20", "20"), ("2020-01-13", "20", "19"), ("2020-01-22", "10", "10"),
            ("2099-01-01", "10", "10"),
        ] as [(String, FixedDecimal?, FixedDecimal?)])
    func `a trajectory has a value for each day from its first milestone`(
        date: String, listed: FixedDecimal?, linear: FixedDecimal?
    ) throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2020-01-22"), value: "10"),
            .init(day: try day("2020-01-01"), value: "10"),
            .init(day: try day("2020-01-12"), value: "20"),
        ]
        let steps = try #require(Trajectory(.atLeast, .listed, milestones))
        let line = try #require(Trajectory(.atLeast, .linear, milestones))
        #expect(steps.value(on: try day(date)) == listed)
        #expect(line.value(on: try day(date)) == linear)
    }

    @Test func `a trajectory needs milestones of different days`() throws {
        let milestone = Trajectory.Milestone(day: try day("2020-01-01"), value: "1")
        #expect(Trajectory(.atMost, .listed, []) == nil)
        #expect(Trajectory(.atMost, .listed, [milestone, milestone]) == nil)
    }
}
