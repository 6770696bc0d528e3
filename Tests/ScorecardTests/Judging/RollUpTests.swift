import Scorecard
import Testing

@Suite struct RollUpTests {
    private func rollUp(_ counts: [(TargetStatus, Int)]) -> RollUp {
        RollUp(counts.flatMap { Array(repeating: $0.0, count: $0.1) })
    }

    @Test func `the counts are a sentence`() {
        let rollUp = rollUp([
            (.onTarget, 38), (.close, 5), (.offTarget, 3), (.noTarget, 7), (.inDevelopment, 3),
            (.noNewData, 2),
        ])
        #expect(
            rollUp.sentence == """
                38 of 46 judged measures are on target (83%). 12 are not judged: \
                7 have no target, 3 are in development, 2 have no new data.
                """)
        #expect(rollUp.total == 58)
        #expect(rollUp[.close] == 5)
    }

    @Test(arguments: [
        ([], "There are no measures."),
        ([(TargetStatus.onTarget, 1)], "The 1 judged measure is on target."),
        ([(.close, 1)], "The 1 judged measure is not on target."),
        (
            [(.offTarget, 1), (.noTarget, 1), (.noNewData, 1)],
            "The 1 judged measure is not on target. 2 are not judged: 1 has no target, 1 has no new data."
        ),
        ([(.onTarget, 2)], "2 of 2 judged measures are on target (100%)."),
        ([(.offTarget, 2)], "0 of 2 judged measures are on target (0%)."),
        (
            [(.onTarget, 1), (.close, 2), (.noTarget, 1)],
            "1 of 3 judged measures is on target (33%). 1 is not judged: it has no target."
        ),
        ([(.awaitingData, 4)], "The 4 measures are not judged: all are awaiting data."),
        ([(.tooEarly, 1)], "The 1 measure is not judged: it is too early to judge."),
        (
            [(.targetExpired, 2), (.awaitingData, 1), (.suppressed, 1), (.toBeDefined, 4)],
            """
            The 8 measures are not judged: 4 are to be defined, 2 have targets that have expired, \
            1 is awaiting data, 1 is suppressed.
            """
        ),
    ])
    func `one and many are told apart`(counts: [(TargetStatus, Int)], sentence: String) {
        #expect(rollUp(counts).sentence == sentence)
    }

    @Test(
        arguments: [
            (0, 0, nil), (0, 3, 0), (3, 3, 100), (199, 200, 99), (1, 1000, 1), (1, 2, 50),
            (1, 8, 13), (38, 46, 83),
        ] as [(Int, Int, Int?)])
    func `a percentage of 100 means all and 0 means none`(on: Int, judged: Int, expected: Int?) {
        let rollUp = rollUp([(.onTarget, on), (.offTarget, judged - on), (.noTarget, 9)])
        #expect(rollUp.onTargetPercentage == expected)
    }

    @Test func `every status is counted once, in the order of the tally`() {
        let rollUp = RollUp(TargetStatus.allCases)
        #expect(TargetStatus.allCases.allSatisfy { rollUp[$0] == 1 })
        #expect(rollUp.judged == 3)
        #expect(rollUp.notJudged == 9)
        #expect(TargetStatus.allCases.filter(\.isJudged) == [.offTarget, .close, .onTarget])
    }
}
