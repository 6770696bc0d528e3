/// Where a file of figures stands.
enum UploadState: String, CaseIterable, Sendable {
    case reading
    /// It cannot be taken at all.
    case unreadable
    /// It has been read, and it is shown what it would do.
    case previewed
    case applying
    case applied
    case undoing
    case undone
    case discarded

    /// What the list says of it.
    var words: String {
        switch self {
        case .reading: "Being read"
        case .unreadable: "Cannot be read"
        case .previewed: "Not imported yet"
        case .applying: "Being imported"
        case .applied: "Imported"
        case .undoing: "Being undone"
        case .undone: "Undone"
        case .discarded: "Discarded"
        }
    }

    /// The style of its tag.
    var look: String {
        switch self {
        case .reading, .applying, .undoing: "draft"
        case .unreadable: "late"
        case .previewed: "wait"
        case .applied: "done"
        case .undone, .discarded: "plain"
        }
    }

    /// Whether something is being done with it just now.
    var isAtWork: Bool {
        switch self {
        case .reading, .applying, .undoing: true
        case .unreadable, .previewed, .applied, .undone, .discarded: false
        }
    }
}

/// What kind of file it is.
enum UploadFormat: String, Sendable {
    case csv
    case xlsx
    case ods
    /// Rows that were put into a box.
    case paste
}

/// How many rows would do what.
struct UploadCounts: Equatable, Sendable {
    var new = 0
    var changed = 0
    var unchanged = 0
    var refused = 0

    var all: Int { new + changed + unchanged + refused }
    /// Rows that change something.
    var effective: Int { new + changed }

    subscript(_ outcome: UploadOutcome) -> Int {
        get {
            switch outcome {
            case .new: new
            case .changed: changed
            case .unchanged: unchanged
            case .refused: refused
            }
        }
        set {
            switch outcome {
            case .new: new = newValue
            case .changed: changed = newValue
            case .unchanged: unchanged = newValue
            case .refused: refused = newValue
            }
        }
    }
}

/// A file of figures that somebody sent, and what became of it.
struct Upload: Sendable {
    let id: Int64
    let person: Int64
    let personName: String
    let fileName: String
    let format: UploadFormat
    let size: Int
    /// SHA-256, in hexadecimal.
    let digest: String
    let sentAt: Int
    let state: UploadState
    /// How far what is being done has come, and how far it goes, if that is known.
    let done: Int
    let total: Int?
    let problem: String?
    /// What was made of the file, a line each.
    let notes: [String]
    let counts: UploadCounts
    let leavesOut: Bool
    let appliedAt: Int?
    let undoneAt: Int?
    let undoneBy: String?
    /// How often it has been looked through.
    let previews: Int
    /// The codes of the measures that it is about.
    let measures: [String]

    /// The name by which the trail tells of it.
    var subject: TrailEntry.Subject {
        TrailEntry.Subject(kind: .upload, name: String(id))
    }

    /// The beginning of the digest, enough to tell files apart.
    var fingerprint: String { String(digest.prefix(12)) }
}

/// A file as it was sent.
struct NewUpload {
    let fileName: String
    let format: UploadFormat
    let bytes: [UInt8]
    let digest: String
}
