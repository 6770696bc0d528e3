import Scorecard
import Testing

@Suite struct MilestonesTests {
    @Test(arguments: ["2027-03-31 72.5", "2027-03-31 -0.2", "0001-01-01 0"])
    func `a milestone reads back as it is written`(text: String) {
        #expect(Trajectory.Milestone(text)?.description == text)
    }

    @Test(arguments: ["", "2027-03-31", "72.5", "2027-02-30 1", "2027-03-31  1", "2027-03-31 1 2"])
    func `anything else is no milestone`(text: String) {
        #expect(Trajectory.Milestone(text) == nil)
    }

    @Test(
        arguments: [
            (GoalKind.atLeast, Trajectory.Direction.atLeast), (.atMost, .atMost), (.within, nil),
            (.floor, nil), (.maintain, nil), (.trajectory, nil),
        ] as [(GoalKind, Trajectory.Direction?)])
    func `only at least and at most can move with time`(
        kind: GoalKind, direction: Trajectory.Direction?
    ) throws {
        let milestone = try #require(Trajectory.Milestone("2027-03-31 72.5"))
        let goal = Goal(kind: kind, .listed, [milestone])
        let expected = direction.flatMap { Trajectory($0, .listed, [milestone]) }
        #expect(goal == expected.map(Goal.trajectory))
        #expect(Goal(kind: kind, .linear, []) == nil)
        #expect(Goal(kind: kind, .linear, [milestone, milestone]) == nil)
    }

    @Test(arguments: [
        ("2025-03-31", "50.0%, and 60.0% by 31 March 2026"),
        ("2025-09-30", "55.0%, and 60.0% by 31 March 2026"),
        ("2024-03-31", "60.0% by 31 March 2026"), ("2026-03-31", "60.0% by 31 March 2026"),
        ("2026-09-30", "60.0% by 31 March 2026"),
    ])
    func `a cell shows this period's milestone and where the line leads`(
        date: String, words: String
    ) throws {
        let milestones = try ["2026-03-31 60", "2025-03-31 50"].map {
            try #require(Trajectory.Milestone($0))
        }
        let target = try Target(try #require(Goal(kind: .atLeast, .linear, milestones)))
        let format = FigureFormat(kind: .percentage, decimals: 1)
        #expect(target.words(in: format, on: try day(date)) == words)
    }
}
