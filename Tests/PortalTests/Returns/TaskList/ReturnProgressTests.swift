import Scorecard
import Testing

@testable import Portal

@Suite struct ReturnProgressTests {
    private static let day = Day(number: 20_600)

    private static func progress(
        _ steps: [(EntryState, Readiness)], isOpen: Bool = true
    ) -> ReturnProgress {
        ReturnProgress(
            steps: steps.map { state, readiness in
                ReturnProgress.Step(
                    state: state, readiness: readiness, dueOn: day,
                    isEditable: isOpen && state.isOpen)
            })
    }

    @Test(arguments: [
        ([(EntryState.notStarted, Readiness.blank)], "Not started", "0 of 1 measure ready", false),
        ([(.notStarted, .blank), (.draft, .ready)], "Draft", "1 of 2 measures ready", false),
        ([(.draft, .ready), (.submitted, .ready)], "Draft", "2 of 2 measures ready", true),
        ([(.sentBack, .ready), (.approved, .ready)], "Sent back", "2 of 2 measures ready", true),
        (
            [(.submitted, .ready), (.approved, .ready)], "Waiting for approval",
            "2 of 2 measures ready", false
        ),
        ([(.approved, .ready), (.published, .ready)], "Approved", "2 of 2 measures ready", false),
        ([(.published, .ready)], "Published", "1 of 1 measure ready", false),
    ])
    func `a return stands where the least of its measures does`(
        steps: [(EntryState, Readiness)], tag: String, words: String, canBeSubmitted: Bool
    ) {
        let progress = Self.progress(steps)
        #expect(progress.tag.words == tag)
        #expect(progress.words == words)
        #expect(progress.canBeSubmitted == canBeSubmitted)
    }

    @Test func `a round that closed early leaves a return closed`() {
        let progress = Self.progress([(.draft, .ready), (.submitted, .ready)], isOpen: false)
        #expect(progress.tag.words == "Closed")
        #expect(!progress.isOwed)
        #expect(progress.dueOn == nil)
    }

    @Test(arguments: [
        (0, "today"), (-1, "tomorrow"), (-10, "in 10 days"), (1, "1 day late"),
        (12, "12 days late"),
    ])
    func `a due day is told with how far off it is`(days: Int, words: String) {
        #expect(
            Self.day.dueWords(on: Self.day.adding(days: days)) == "\(Self.day.label), \(words)")
    }
}
