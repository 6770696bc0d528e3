import SQLite
import Scorecard

/// How far an action has come.
enum ActionState: String, CaseIterable, SQLConvertible {
    case notStarted = "not-started"
    case underWay = "under-way"
    case done
    case stopped
}

extension ActionState {
    /// What members read.
    var words: String {
        switch self {
        case .notStarted: "Not started"
        case .underWay: "Under way"
        case .done: "Done"
        case .stopped: "Stopped"
        }
    }

    /// Whether something is still to be done.
    var isOpen: Bool {
        switch self {
        case .notStarted, .underWay: true
        case .done, .stopped: false
        }
    }
}

/// Something that is done about a measure or an objective, and by whom.
struct Action: Equatable {
    let what: String
    /// The role of whoever answers for it: never a name.
    let ownerRole: String
    let due: Day?
    let progress: String?
    let state: ActionState
    /// When the row was last written.
    let updated: Day

    /// Whether it should have been done before a day.
    func isOverdue(on day: Day) -> Bool {
        state.isOpen && (due.map { $0 < day } ?? false)
    }
}

extension Action {
    init(row: borrowing Row) throws(SQLError) {
        what = try row("what")
        ownerRole = try row("owner_role")
        due = try row("due_on")
        progress = try row("progress")
        state = try row("state")
        updated = try row("updated_on")
    }
}
