import Scorecard

/// How far the entries of a return are.
struct ReturnProgress {
    /// One of them.
    struct Step {
        let state: EntryState
        let readiness: Readiness
        let dueOn: Day
        /// Whether somebody may type in it now.
        let isEditable: Bool

        /// Whether nothing is left to do for it but to submit it.
        fileprivate var isReady: Bool { !state.isOpen || readiness == .ready }
    }

    /// What stands in the tag of a return.
    struct Tag: Equatable {
        let words: String
        let look: String
    }

    let steps: [Step]

    var total: Int { steps.count }
    var ready: Int { steps.count(where: \.isReady) }

    /// Such as `6 of 9 measures ready`.
    var words: String { "\(ready) of \(total.counted("measure")) ready" }

    /// Whether something is to be typed or submitted.
    var isOwed: Bool { steps.contains(where: \.isEditable) }
    /// Whether all that is still to be submitted is ready for it.
    var canBeSubmitted: Bool {
        isOwed && steps.allSatisfy { !$0.isEditable || $0.isReady }
    }
    var isSentBack: Bool { steps.contains { $0.isEditable && $0.state == .sentBack } }
    /// Whether all of it is with readers.
    var isPublished: Bool { steps.allSatisfy { $0.state == .published } }
    /// Whether its round has closed before all was submitted.
    var isCutShort: Bool { !isOwed && steps.contains { $0.state.isOpen } }

    /// The day by which the next of it is due.
    var dueOn: Day? { (steps.filter(\.isEditable).map(\.dueOn)).min() }

    func isLate(on day: Day) -> Bool { dueOn.map { $0 < day } ?? false }

    /// Where the return stands as a whole: what is left to do comes before what is done.
    var tag: Tag {
        let state: EntryState
        if isCutShort {
            return Tag(words: "Closed", look: EntryState.approved.look)
        } else if isSentBack {
            state = .sentBack
        } else if isOwed {
            state = steps.allSatisfy { $0.state == .notStarted } ? .notStarted : .draft
        } else if isPublished {
            state = .published
        } else {
            state = steps.contains { $0.state == .submitted } ? .submitted : .approved
        }
        return Tag(words: state.words, look: state.look)
    }
}

extension ReturnEntry {
    /// How far it is.
    var step: ReturnProgress.Step {
        ReturnProgress.Step(
            state: state, readiness: readiness, dueOn: dueOn, isEditable: isEditable)
    }
}

extension Day {
    /// The day with how far off it is: `24 July 2026, in 10 days`.
    func dueWords(on today: Day) -> String {
        let days = days(since: today)
        let distance =
            switch days {
            case 0: "today"
            case 1: "tomorrow"
            case 2...: "in \(days) days"
            default: "\((-days).counted("day")) late"
            }
        return "\(label), \(distance)"
    }
}
