import Scorecard

/// What a committee said of a report: a comment, or something that it asked for.
struct CommitteeComment: Equatable {
    enum Kind: String, CaseIterable {
        case comment
        case request

        var words: String { rawValue.capitalisedFirst }
    }

    /// What has become of it.
    enum State: String, CaseIterable {
        case overdue
        case open
        case answered

        var words: String {
            switch self {
            case .overdue: "Overdue"
            case .open: "No answer yet"
            case .answered: "Answered"
            }
        }

        /// The class of the tag.
        var look: String {
            switch self {
            case .overdue: "late"
            case .open: "plain"
            case .answered: "done"
            }
        }
    }

    /// The report that it was said of.
    struct Report: Equatable {
        let slug: String
        let title: String
        let portfolio: String
        /// The committee, as its board is called; `nil` for one that the catalogue has no more.
        let board: String?
        let order: EditionOrder
    }

    /// The measure that it is about, with what is known of it now.
    struct About: Equatable {
        let code: String
        let title: String?
        let slug: String?

        var words: String { title ?? code }
    }

    let id: Int64
    let report: Report
    let about: About?
    let record: CommentRecord
    /// Counted up with each change.
    let revision: Int

    func state(on day: Day) -> State {
        if record.answer != nil { return .answered }
        return (record.due.map { $0 < day } ?? false) ? .overdue : .open
    }

    /// `Request of 20 November 2025`.
    var heading: String { "\(record.kind.words) of \(record.saidOn.label)" }

    /// The answer, or that there is none and when it is due.
    func outcome(on day: Day) -> String {
        if let answer = record.answer { return answer }
        guard let due = record.due else { return "No answer yet." }
        return due < day
            ? "No answer yet. It was due on \(due.label)." : "No answer yet. Due \(due.label)."
    }

    /// It in the audit trail.
    var subject: TrailEntry.Subject { Self.subject(id) }

    static func subject(_ id: Int64) -> TrailEntry.Subject {
        TrailEntry.Subject(kind: .comment, name: "\(id)")
    }

    var link: Link { Link(href: EditionLinks.comment(id), label: heading) }
}

/// What is recorded of a committee's comment, and can be put right.
struct CommentRecord: Equatable {
    let kind: CommitteeComment.Kind
    let saidOn: Day
    let words: String
    /// The code of the measure that it is about.
    let measure: String?
    /// The role of whoever is to answer: never a name.
    let assignedTo: String?
    let due: Day?
    let answer: String?
    /// The day on which the answer was given as it stands.
    let answeredOn: Day?

    /// The same as the trail keeps it.
    var members: [(name: String, text: String?)] {
        [
            ("kind", kind.rawValue), ("said_on", saidOn.description), ("words", words),
            ("measure", measure), ("assigned_to", assignedTo), ("due_on", due?.description),
            ("answer", answer), ("answered_on", answeredOn?.description),
        ]
    }

    /// What differs from another, with both sides.
    func changes(from earlier: CommentRecord) -> (before: JSONObject, after: JSONObject) {
        let pairs = zip(earlier.members, members).filter { $0.text != $1.text }
        return (JSONObject(pairs.map(\.0)), JSONObject(pairs.map(\.1)))
    }
}

/// A change of a comment, as the trail has it.
struct CommentEvent: Equatable {
    let at: Int
    let who: String
    let action: String
    let before: JSONObject?
    let after: JSONObject?
}

/// A measure of a report that a comment can be about.
struct CommentableMeasure: Equatable {
    let code: String
    let title: String
    /// Under what it stands.
    let headline: String
}
