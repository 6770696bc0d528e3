import Scorecard
import Testing

/// What must hold of every judgement, tried on any numbers; a failure prints its seed.
@Suite struct JudgementPropertyTests {
    private static let end = Day(number: 20_726)
    private static let seeds = Array(UInt64(1)...20)

    private func value(_ random: inout Seeded) -> FixedDecimal {
        // Coarse and fine numbers, so that edges are met exactly as well as missed narrowly.
        let places = Int.random(in: 0...8, using: &random)
        return FixedDecimal(
            hundredMillionths: .random(in: -20_000_000_000...20_000_000_000, using: &random)
        ).rounded(to: places)
    }

    private func tolerance(_ bound: FixedDecimal, _ random: inout Seeded) -> Tolerance {
        let amount = value(&random).magnitude
        return bound > .zero && Bool.random(using: &random)
            ? .relative(percent: amount) : .absolute(amount)
    }

    private func status(
        _ value: FixedDecimal, _ goal: Goal, _ tolerance: Tolerance
    ) throws -> TargetStatus {
        let target = try Target(goal, tolerance: tolerance)
        return try #require(Verdict(of: value, against: target, on: Self.end)).status
    }

    /// How good a status is: off target, close, on target.
    private func rank(_ status: TargetStatus) -> Int {
        switch status {
        case .offTarget: 0
        case .close: 1
        case .onTarget: 2
        case .noTarget, .targetExpired, .tooEarly, .awaitingData, .noNewData, .suppressed,
            .inDevelopment, .toBeDefined, .contextOnly:
            -1
        }
    }

    @Test(arguments: seeds) func `a better figure never has a worse status`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let bound = value(&random)
            let tolerance = tolerance(bound, &random)
            let (one, other) = (value(&random), value(&random))
            let (low, high) = (min(one, other), max(one, other))
            let rising = [Goal.atLeast(bound), .floor(bound, aim: max(bound, one))]
            for goal in rising {
                #expect(
                    rank(try status(low, goal, tolerance))
                        <= rank(try status(high, goal, tolerance)),
                    "seed \(seed): \(low) and \(high) with \(goal), \(tolerance)")
            }
            let goal = Goal.atMost(bound)
            #expect(
                rank(try status(low, goal, tolerance)) >= rank(try status(high, goal, tolerance)),
                "seed \(seed): \(low) and \(high) with \(goal), \(tolerance)")
        }
    }

    @Test(arguments: seeds)
    func `turned round, a figure has the same status by the other polarity`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let (bound, figure) = (value(&random), value(&random))
            let tolerance = Tolerance.absolute(value(&random).magnitude)
            #expect(
                try status(figure, .atLeast(bound), tolerance)
                    == status(-figure, .atMost(-bound), tolerance),
                "seed \(seed): \(figure) against \(bound), \(tolerance)")
            let before = value(&random)
            #expect(
                GoodDirection(.highIsGood).meaning(from: before, to: figure)
                    == GoodDirection(.lowIsGood).meaning(from: -before, to: -figure),
                "seed \(seed): from \(before) to \(figure)")
        }
    }

    @Test(arguments: seeds)
    func `a figure as it is shown has the status that it was given`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        for _ in 0..<300 {
            let bound = value(&random)
            // Near the bound and its edge, where rounding could do harm.
            let near = FixedDecimal(
                hundredMillionths: .random(in: -30_000_000...30_000_000, using: &random))
            let figure: FixedDecimal = try #require((bound + near) as FixedDecimal?)
            let tolerance = Tolerance.absolute(
                FixedDecimal(hundredMillionths: .random(in: 0...20_000_000, using: &random)))
            let goals = [
                Goal.atLeast(bound), .atMost(bound), .maintain(bound),
                .within(low: bound, high: bound), .floor(bound, aim: nil),
            ]
            for goal in goals {
                let judgement = Judgement(
                    of: Figure(period: try period("2026-27-Q2"), value: figure),
                    for: MeasureTerms(polarity: .highIsGood),
                    against: [try Target(goal, tolerance: tolerance)],
                    on: try day("2026-09-30"))
                let format = FigureFormat(
                    kind: .score, decimals: Int.random(in: 0...4, using: &random))
                let shown = try DecimalInput(format.text(figure, judged: judgement)).value
                #expect(
                    try status(shown, goal, tolerance) == judgement.status,
                    "seed \(seed): \(figure) shown as \(shown) with \(goal), \(tolerance)")
            }
        }
    }

    @Test(arguments: seeds)
    func `every measure of a roll-up is counted once`(seed: UInt64) throws {
        var random = Seeded(seed: seed)
        let statuses = (0..<Int.random(in: 0...200, using: &random)).compactMap { _ in
            TargetStatus.allCases.randomElement(using: &random)
        }
        let rollUp = RollUp(statuses)
        #expect(rollUp.total == statuses.count, "seed \(seed)")
        #expect(
            TargetStatus.allCases.reduce(0) { $0 + rollUp[$1] } == statuses.count, "seed \(seed)")
        #expect(rollUp.judged + rollUp.notJudged == statuses.count, "seed \(seed)")
        #expect(rollUp.judged == statuses.count(where: \.isJudged), "seed \(seed)")
    }
}
