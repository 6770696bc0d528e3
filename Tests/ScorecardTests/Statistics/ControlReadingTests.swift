import Scorecard
import Testing

@Suite struct ControlReadingTests {
    /// Mean 10, limits 7.34 and 12.66.
    private static let chart = ControlChart([9.5, 10.5, 9.5, 10.5, 9.5, 10.5])
    private static let limits = chart.points[0].limits

    @Test(arguments: [
        (AssuranceTarget.atLeast(limits.lower), ControlChart.Assurance.passes),
        (.atLeast(limits.lower.nextUp), .hitAndMiss), (.atLeast(limits.upper), .hitAndMiss),
        (.atLeast(limits.upper.nextUp), .fails),
        (.atMost(limits.upper), .passes), (.atMost(limits.upper.nextDown), .hitAndMiss),
        (.atMost(limits.lower), .hitAndMiss), (.atMost(limits.lower.nextDown), .fails),
        (.within(limits.lower...limits.upper), .passes),
        (.within(limits.lower.nextUp...limits.upper), .hitAndMiss),
        (.within(limits.lower...limits.upper.nextDown), .hitAndMiss),
        (.within(0...limits.lower), .hitAndMiss),
        (.within(0...limits.lower.nextDown), .fails),
        (.within(limits.upper...20), .hitAndMiss),
        (.within(limits.upper.nextUp...20), .fails),
    ])
    func `limits on the good side of a target pass, and on the bad side fail`(
        target: AssuranceTarget, expected: ControlChart.Assurance
    ) {
        #expect(Self.chart.assurance(against: target) == expected)
    }

    @Test func `polarity says which side of a value is good`() {
        #expect(AssuranceTarget(5, .highIsGood) == .atLeast(5))
        #expect(AssuranceTarget(5, .lowIsGood) == .atMost(5))
        #expect(AssuranceTarget(5, .betweenIsGood) == nil)
        #expect(AssuranceTarget(5, .context) == nil)
        #expect(AssuranceTarget(5, .unconfirmed) == nil)
    }

    @Test(arguments: [
        (Goal.atLeast("5"), Tolerance.none, AssuranceTarget.atLeast(5)),
        (.atMost("5"), .none, .atMost(5)), (.within(low: "4", high: "6"), .none, .within(4...6)),
        (.floor("3", aim: nil), .none, .atLeast(3)), (.floor("3", aim: "5"), .none, .atLeast(5)),
        (.maintain("68"), .absolute("2"), .within(66...70)),
        (.maintain("50"), .relative(percent: "10"), .within(45...55)),
        (.maintain("68"), .none, .within(68...68)),
    ])
    func `a goal names its own good side`(
        goal: Goal, tolerance: Tolerance, expected: AssuranceTarget
    ) throws {
        let target = try Target(goal, tolerance: tolerance)
        #expect(AssuranceTarget(target, on: try day("2026-09-30")) == expected)
    }

    @Test(arguments: [
        (Trajectory.Direction.atLeast, AssuranceTarget.atLeast(55)), (.atMost, .atMost(55)),
    ])
    func `a trajectory asks for its milestone of the day`(
        direction: Trajectory.Direction, expected: AssuranceTarget
    ) throws {
        let milestones = [
            Trajectory.Milestone(day: try day("2026-03-31"), value: "50"),
            .init(day: try day("2027-03-31"), value: "60"),
        ]
        let trajectory = try #require(Trajectory(direction, .linear, milestones))
        let target = try Target(.trajectory(trajectory))
        let halfway = try #require(AssuranceTarget(target, on: try day("2026-09-30")))
        #expect(AssuranceTarget(target, on: try day("2026-03-30")) == nil)
        switch (halfway, expected) {
        case (.atLeast(let found), .atLeast(let wanted)), (.atMost(let found), .atMost(let wanted)):
            #expect(agree(found, wanted, within: 0.01))
        default: Issue.record("\(halfway) is no \(expected)")
        }
    }

    @Test func `words are those of the key`() {
        #expect(
            ControlChart.Variation.allCases.map(\.words) == [
                "Improving", "Concerning", "Higher than usual", "Lower than usual",
                "Common variation",
            ])
        #expect(
            ControlChart.Assurance.allCases.map(\.words) == [
                "Consistently passes", "Consistently fails", "Hit and miss",
            ])
    }
}
