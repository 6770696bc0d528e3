import Scorecard

/// How far a project has come, as those who write the report say it.
enum ProjectStatus: String, CaseIterable {
    case notStarted = "not-started"
    case underWay = "under-way"
    case onTrack = "on-track"
    case atRisk = "at-risk"
    case late
    case done
    case stopped

    var words: String {
        switch self {
        case .notStarted: "Not started"
        case .underWay: "Under way"
        case .onTrack: "Under way: on track"
        case .atRisk: "Under way: at risk"
        case .late: "Under way: late"
        case .done: "Done"
        case .stopped: "Stopped"
        }
    }

    /// Whether something is still to be done.
    var isOpen: Bool {
        switch self {
        case .notStarted, .underWay, .onTrack, .atRisk, .late: true
        case .done, .stopped: false
        }
    }

    /// Whether it is told also where only exceptions are.
    var isException: Bool {
        switch self {
        case .atRisk, .late, .stopped: true
        case .notStarted, .underWay, .onTrack, .done: false
        }
    }
}

/// A project that a report tells of.
struct ReportProject: Equatable {
    /// The same in every edition that calls it so.
    let key: String
    /// The code of the objective it belongs to; empty where it belongs to none.
    let objective: String
    let what: String
    /// The role of whoever answers for it: never a name.
    let owner: String
    let due: TypedDate
    let status: ProjectStatus?
    let progress: String

    static let columns = ["what", "objective", "owner", "due", "status", "progress"]

    /// Whether it should have been done before a day.
    func isOverdue(on day: Day) -> Bool { (status?.isOpen ?? true) && due.isBefore(day) }
}

/// A day as it was typed, which may be none.
struct TypedDate: Equatable {
    let text: String

    var day: Day? { Day(typed: text) }

    var words: String { day?.label ?? (text.isBlank ? "No date set" : text.stripped) }

    func isBefore(_ other: Day) -> Bool { day.map { $0 < other } ?? false }
}

extension EditionContent {
    /// The projects that were typed, in their order.
    var projects: [ReportProject] {
        var keys = CommitmentKeys()
        return rows(.project).compactMap { row in
            func text(_ column: String) -> String { self[.cell(.project, row, column)].stripped }
            let what = text("what")
            guard !what.isEmpty else { return nil }
            return ReportProject(
                key: keys.project(what), objective: text("objective"), what: what,
                owner: text("owner"), due: TypedDate(text: text("due")),
                status: ProjectStatus(rawValue: text("status")), progress: text("progress"))
        }
    }
}
