import Synchronization

/// Refusals on their way into the audit trail.
///
/// Pages are answered from connections that only read, so that refusals are written down later.
/// What is alike is counted and written together, so that a flood of bad requests is no flood of
/// entries: of each kind there is one at once, and then one for each ten minutes.
final class RefusalNotes: Sendable {
    /// What is counted together.
    struct Kind: Hashable, Sendable {
        let actor: TrailEntry.Actor
        let address: String
        let action: TrailAction
        let subject: TrailEntry.Subject
        let reason: String

        /// Stands for all for which there is no room.
        static let others = Kind(
            actor: .portal, address: "", action: .refusal,
            subject: TrailEntry.Subject(kind: .page, name: "other pages"),
            reason: "there were too many to be told apart")

        /// Whether nobody knows who it was.
        fileprivate var isStrangers: Bool { actor.person == nil && self != .others }
    }

    /// How often something was refused since that was last written down.
    struct Note: Equatable, Sendable {
        var kind: Kind
        var count: Int
        /// The first and the last moment.
        var first: Int
        var last: Int
        /// What the log calls the last request.
        var request: String

        /// As the trail has it.
        var entry: TrailEntry {
            TrailEntry(
                actor: kind.actor, action: kind.action, subject: kind.subject,
                after: JSONObject([
                    "count": "\(count)", "first": Clock.text(first), "last": Clock.text(last),
                ]), reason: kind.reason, address: kind.address, request: request)
        }
    }

    /// What waits to be written down of one kind, and when that was last done.
    private struct Waiting {
        var note: Note?
        var writtenAt: Int?

        mutating func add(_ other: Note) {
            guard var both = note else {
                note = other
                return
            }
            both.count += other.count
            both.first = min(both.first, other.first)
            if other.last >= both.last {
                both.last = other.last
                both.request = other.request
            }
            note = both
        }
    }

    private struct State {
        var waiting: [Kind: Waiting] = [:]
        /// How many kinds are of strangers.
        var strangers = 0

        /// Whether there is room for another kind of somebody whom we know, or do not.
        func hasRoom(forStranger isStranger: Bool) -> Bool {
            isStranger ? strangers < mostStrangers : waiting.count - strangers < most
        }
    }

    /// Kinds that are told apart of strangers, who must not take the place of what somebody did
    /// whom we know, and of others.
    private static let mostStrangers = 100
    private static let most = 500
    /// Seconds between two entries of one kind.
    private static let pause = 600

    private let state = Mutex(State())

    /// Notes that something was refused.
    func note(_ kind: Kind, request: String, at moment: Int) {
        add(Note(kind: kind, count: 1, first: moment, last: moment, request: request))
    }

    private func add(_ note: Note) {
        state.withLock { state in
            var note = note
            if state.waiting[note.kind] == nil {
                let isStranger = note.kind.isStrangers
                if state.hasRoom(forStranger: isStranger) {
                    state.strangers += isStranger ? 1 : 0
                } else {
                    note.kind = .others
                }
            }
            state.waiting[note.kind, default: Waiting()].add(note)
        }
    }

    /// Takes what is to be written down now, in the order in which it began.
    ///
    /// - Parameters:
    ///   - moment: The moment it is, in seconds since 1970.
    ///   - isLast: Whether there will be no other time.
    /// - Returns: One note of each kind that is due.
    func take(at moment: Int, isLast: Bool = false) -> [Note] {
        state.withLock { state in
            var taken: [Note] = []
            for (kind, waiting) in state.waiting {
                // A clock that was set back must not make anything wait for long.
                let isDue = waiting.writtenAt.map { abs(moment - $0) >= Self.pause } ?? true
                guard isDue || isLast else { continue }
                if let note = waiting.note {
                    taken.append(note)
                    state.waiting[kind] = Waiting(note: nil, writtenAt: moment)
                } else {
                    state.waiting[kind] = nil
                    state.strangers -= kind.isStrangers ? 1 : 0
                }
            }
            return taken.sorted { ($0.first, $0.request) < ($1.first, $1.request) }
        }
    }

    /// Takes back what could not be written down; it is due at once.
    func putBack(_ notes: [Note]) {
        for note in notes {
            add(note)
            state.withLock { $0.waiting[note.kind]?.writtenAt = nil }
        }
    }
}

extension Refusal {
    /// Why something was not allowed, for the trail; `nil` for what only was not understood.
    var trailReason: String? {
        switch self {
        case .forbidden(let permission):
            permission.map { "a role is needed that may: \($0.words.lowercasedFirst)" }
                ?? "needs a role"
        case .forged: "the form was not drawn for this browser"
        case .notFound, .badRequest, .sentBefore, .unreadable, .methodNotAllowed: nil
        }
    }
}

extension Visit {
    /// Notes for the trail that somebody who tried to sign in was made to wait.
    ///
    /// The name they gave is left out: some people type their password there.
    func noteBlockedSignIn() {
        refusals.note(
            RefusalNotes.Kind(
                actor: .stranger, address: address, action: .signInBlocked,
                subject: TrailEntry.Subject(kind: .page, name: path),
                reason: "too many attempts"),
            request: requestID, at: now)
    }
}
