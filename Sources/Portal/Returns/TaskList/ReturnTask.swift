import Scorecard

/// One measure of a return, as far as a list of returns tells of it.
struct TaskEntry {
    let id: Int64
    let title: String
    let ownership: MeasureOwnership
    let step: ReturnProgress.Step
    /// What has to change, where it was sent back.
    let sentBackWords: String?
}

/// A return as a list of what is owed tells of it, with the measures of one officer.
struct ReturnTask {
    /// What is to be done about it, in the order of the list.
    enum Group: CaseIterable {
        case due
        case sentBack
        case waiting
        case done

        var heading: String {
            switch self {
            case .due: "Due now"
            case .sentBack: "Sent back"
            case .waiting: "Waiting for approval"
            case .done: "Done this year"
            }
        }
    }

    let id: Int64
    let title: String
    let round: CollectionRound
    let entries: [TaskEntry]

    var progress: ReturnProgress { ReturnProgress(steps: entries.map(\.step)) }

    /// `nil` for one whose round is still to open.
    func group(on day: Day) -> Group? {
        let progress = progress
        if progress.isSentBack { return .sentBack }
        if progress.isOwed { return .due }
        guard progress.isCutShort else { return progress.isPublished ? .done : .waiting }
        return round.state == .open && round.opensOn > day ? nil : .done
    }

    /// The return with the measures for which somebody may enter figures; `nil` if there are none.
    func own(_ account: Account) -> ReturnTask? {
        let own = entries.filter { account.may(.enterFigures, $0.ownership) }
        guard !own.isEmpty else { return nil }
        return ReturnTask(id: id, title: title, round: round, entries: own)
    }
}

extension [ReturnTask] {
    /// The returns of a group, the one that is due first before the others.
    func due(_ group: ReturnTask.Group, on day: Day) -> [ReturnTask] {
        filter { $0.group(on: day) == group }.enumerated().sorted { one, other in
            let (first, second) = (one.element.sortDay, other.element.sortDay)
            return first == second ? one.offset < other.offset : first < second
        }.map(\.element)
    }

    /// Those that somebody has to do something about: what was sent back first, for somebody waits
    /// for it, and then by when it is due.
    func owed(on day: Day) -> [ReturnTask] {
        due(.sentBack, on: day) + due(.due, on: day)
    }
}

extension ReturnTask {
    fileprivate var sortDay: Day { progress.dueOn ?? round.closesOn }
}
