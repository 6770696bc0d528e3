import Scorecard
import Testing

@Suite struct TargetWordsTests {
    @Test(
        arguments: [
            (Goal.atLeast("94.6"), "94.6"), (.atMost("3"), "3"), (.maintain("7"), "7"),
            (.within(low: "10", high: "14"), nil),
            (.floor("60", aim: nil), "60"), (.floor("60", aim: "75"), "75"),
        ] as [(Goal, FixedDecimal?)])
    func `a figure is held against one number, which of a floor is its aim`(
        goal: Goal, bound: FixedDecimal?
    ) throws {
        #expect(try Target(goal).bound(on: day("2026-09-30")) == bound)
    }

    @Test(arguments: [
        (Goal.atLeast("94.6"), "94.6%"), (.atMost("3"), "3.0%"), (.maintain("7.25"), "7.25%"),
        (.within(low: "10", high: "14"), "10.0% to 14.0%"),
        (.floor("60", aim: nil), "at least 60.0%"), (.floor("60", aim: "75"), "75.0%"),
    ])
    func `a target is written as a cell shows it`(goal: Goal, words: String) throws {
        #expect(try Target(goal).words(in: .percentage, on: day("2026-09-30")) == words)
    }

    @Test(
        arguments: [
            ("2026-06-29", nil), ("2026-06-30", "50"), ("2026-09-30", "50"), ("2026-12-31", "60"),
        ] as [(String, FixedDecimal?)])
    func `a trajectory has the milestone of the day`(
        date: String, bound: FixedDecimal?
    ) throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2026-06-30"), value: "50"),
            Trajectory.Milestone(day: try day("2026-12-31"), value: "60"),
        ]
        let trajectory = try #require(Trajectory(.atLeast, .listed, milestones))
        let target = try Target(.trajectory(trajectory))
        #expect(target.bound(on: try day(date)) == bound)
    }
}
