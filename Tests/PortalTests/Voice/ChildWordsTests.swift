import Scorecard
import Testing

@testable import Portal

@Suite struct ChildWordsTests {
    @Test(arguments: [
        (TargetStatus.onTarget, "We are doing what we said"), (.close, "Nearly there"),
        (.offTarget, "Not there yet"), (.suppressed, "We cannot say yet"),
    ])
    func `a status is said as a child would say it`(status: TargetStatus, words: String) {
        #expect(ChildWords.verdict(status) == words)
    }

    @Test(arguments: TargetStatus.allCases)
    func `what cannot be said has a reason, and nothing else has`(_ status: TargetStatus) {
        let reason = ChildWords.reason(status)
        #expect((reason == nil) == status.isJudged)
        #expect(reason?.hasPrefix("because ") != false)
        #expect(reason?.hasSuffix(".") != false)
        #expect((ChildWords.verdict(status) == "We cannot say yet") == !status.isJudged)
    }

    @Test(
        arguments: [
            ([], "We do not measure this yet."),
            (
                [.onTarget, .onTarget, .close, .offTarget, .noTarget],
                "We count 5 things for this. On 2 we are doing what we said. "
                    + "On 1 we are nearly there. On 1 we are not there yet. On 1 we cannot say yet."
            ),
            ([.onTarget], "We count 1 thing for this. We are doing what we said."),
            ([.close], "We count 1 thing for this. We are nearly there."),
            ([.offTarget], "We count 1 thing for this. We are not there yet."),
            (
                [.awaitingData],
                "We count 1 thing for this. We cannot say yet how it is going, "
                    + "because we do not have a number."
            ),
            (
                [.noTarget, .noTarget, .suppressed],
                "We count 3 things for this. We cannot say yet how they are going, "
                    + "mostly because we have not said what number we want to reach."
            ),
            (
                [.noTarget, .suppressed],
                "We count 2 things for this. We cannot say yet how they are going."
            ),
        ] as [([TargetStatus], String)])
    func `several measures are summed up in short sentences`(
        statuses: [TargetStatus], sentence: String
    ) {
        #expect(ChildWords.sentence(RollUp(statuses)) == sentence)
    }
}
