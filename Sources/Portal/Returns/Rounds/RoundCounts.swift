import Scorecard

/// How many figures of a round, or of a part of it, stand where.
struct RoundCounts: Equatable {
    private var states: [EntryState: Int] = [:]
    /// Those that should have come and have not.
    private(set) var late = 0

    mutating func add(_ state: EntryState, isLate: Bool) {
        states[state, default: 0] += 1
        if isLate { late += 1 }
    }

    subscript(_ state: EntryState) -> Int { states[state] ?? 0 }

    var all: Int { states.values.reduce(0, +) }

    /// Those that officers have sent and that have not come back.
    var sent: Int { all - unfinished }

    /// Those that officers still have to send.
    var unfinished: Int {
        EntryState.allCases.filter(\.isOpen).reduce(0) { $0 + self[$1] }
    }

    /// The states from the last to the first, as a bar and a list have them.
    static let order: [EntryState] = [
        .published, .approved, .submitted, .sentBack, .draft, .notStarted,
    ]

    /// How far it is: `4 published, 2 waiting for approval`.
    var words: String {
        let parts = Self.order.filter { self[$0] > 0 }.map { state in
            "\(self[state]) \(state.words.lowercasedFirst)"
        }
        return parts.isEmpty ? "No figures" : parts.joined(separator: ", ")
    }
}

/// A round with how far it is.
struct RoundOverview {
    let round: CollectionRound
    var counts = RoundCounts()
}

/// A day beside the one that it is.
extension Day {
    /// Such as `in 10 days`, `today`, or `3 days ago`.
    func distance(from today: Day) -> String {
        switch days(since: today) {
        case 0: "today"
        case 1: "tomorrow"
        case -1: "yesterday"
        case let days where days > 0: "in \(days.counted("day"))"
        case let days: "\((-days).counted("day")) ago"
        }
    }

    /// For something that should have come by this day: `3 days late`; `nil` if it is in time.
    func lateness(on today: Day) -> String? {
        self < today ? "\(today.days(since: self).counted("day")) late" : nil
    }
}

extension CollectionRound {
    /// Where a round is in its course.
    enum Course {
        case toOpen
        case open
        /// Its closing date has passed, and it still takes figures.
        case overdue
        case closed
    }

    func course(on day: Day) -> Course {
        switch state {
        case .closed: .closed
        case .open where day < opensOn: .toOpen
        case .open where day > closesOn: .overdue
        case .open: .open
        }
    }

    /// What officers are told who come when it is closed; `nil` while it is open.
    var closedWords: String? {
        guard state == .closed else { return nil }
        let day = closedAt.map(MomentWords.day) ?? closesOn.label
        return "Returns for \(period.label) closed on \(day). Ask the performance team to reopen it"
    }

    /// What the trail calls it.
    var subject: TrailEntry.Subject {
        TrailEntry.Subject(kind: .round, name: period.description)
    }

    /// The way to it.
    var link: Link { Link(href: ReturnLinks.round(id), label: period.label) }

    /// What can change of it, for the trail.
    var members: JSONObject {
        JSONObject([
            "opens": opensOn.description, "closes": closesOn.description, "note": note ?? "",
        ])
    }
}

extension CollectionRound.Course {
    var words: String {
        switch self {
        case .toOpen: "Not open yet"
        case .open: "Open"
        case .overdue: "Open after its closing date"
        case .closed: "Closed"
        }
    }

    /// The style of its tag.
    var look: String {
        switch self {
        case .toOpen: "plain"
        case .open: "draft"
        case .overdue: "back"
        case .closed: "done"
        }
    }
}
