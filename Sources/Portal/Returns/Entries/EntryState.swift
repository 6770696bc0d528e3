/// Where a measure's figure for one period stands on its way to readers.
enum EntryState: String, CaseIterable, Sendable {
    case notStarted = "not-started"
    case draft
    /// It waits for the performance lead.
    case submitted
    case sentBack = "sent-back"
    case approved
    /// Readers see it; it changes only by a revision.
    case published

    /// Whether officers may type in it.
    var isOpen: Bool {
        switch self {
        case .notStarted, .draft, .sentBack: true
        case .submitted, .approved, .published: false
        }
    }

    /// The words of its tag.
    var words: String {
        switch self {
        case .notStarted: "Not started"
        case .draft: "Draft"
        case .submitted: "Waiting for approval"
        case .sentBack: "Sent back"
        case .approved: "Approved"
        case .published: "Published"
        }
    }

    /// The style of its tag.
    var look: String {
        switch self {
        case .notStarted: "todo"
        case .draft: "draft"
        case .submitted: "wait"
        case .sentBack: "back"
        case .approved, .published: "plain"
        }
    }
}

/// How what was typed stands: the worst thing that keeps it from being submitted.
enum Readiness: String, CaseIterable, Sendable {
    /// Nothing was typed.
    case blank
    /// Something is still to be filled in.
    case unfinished
    /// Something cannot be right.
    case faulty
    /// Something is unusual, and nobody has said that it is right.
    case doubtful
    /// It misses its target, and nothing is said of that.
    case uncommented
    case ready

    /// The words of its tag.
    var words: String {
        switch self {
        case .blank: "Not started"
        case .unfinished: "Unfinished"
        case .faulty: "Check"
        case .doubtful: "Confirm"
        case .uncommented: "Needs a comment"
        case .ready: "Ready"
        }
    }

    /// The style of its tag; being ready is told by a tick.
    var look: String {
        switch self {
        case .blank: "todo"
        case .unfinished: "draft"
        case .faulty: "late"
        case .doubtful, .uncommented: "back"
        case .ready: "plain"
        }
    }
}

/// Why the content of an entry was changed.
enum EntryCause: String, CaseIterable, Sendable {
    /// Somebody typed it into a form.
    case typed
    /// It came with a file.
    case uploaded
    /// What a file had brought was taken back.
    case undone
    /// A number was typed at another measure that uses it, too.
    case shared
    /// A published figure was opened to be revised.
    case revision
}

/// What happened to an entry besides that its content changed.
enum EntryEvent: String, CaseIterable, Sendable {
    case submitted
    case sentBack = "sent-back"
    /// The officer took it back before anybody had approved it.
    case withdrawn
    case approved
    case published
    /// It was opened to be revised.
    case reopened
}
