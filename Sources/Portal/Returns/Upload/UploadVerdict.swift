/// What a row of a file would do.
enum UploadOutcome: String, CaseIterable, Sendable {
    /// It gives what was not there.
    case new
    case changed
    /// All that it gives is there already.
    case unchanged
    case refused

    var words: String {
        switch self {
        case .new: "New"
        case .changed: "Changed"
        case .unchanged: "Unchanged"
        case .refused: "Refused"
        }
    }

    /// The style of its tag.
    var look: String {
        switch self {
        case .new: "draft"
        case .changed: "wait"
        case .unchanged: "todo"
        case .refused: "late"
        }
    }
}

/// What is wrong with a cell of a row.
struct UploadRefusal: Equatable, Sendable {
    let column: UploadColumn
    /// The words for it, without a full stop.
    let words: String
}

/// What a row of a file would do, field by field.
struct UploadVerdict {
    let row: Int
    let outcome: UploadOutcome
    let entry: Int64?
    /// As the file has them.
    let measure: String
    let period: String
    let breakdown: String
    /// The fields that it changes, and what they were.
    let fields: [String: String]
    let before: [String: String]
    let refusals: [UploadRefusal]
}

/// A number given where it is not asked for, since it is typed at another measure.
struct SharedClaim {
    let row: Int
    let column: UploadColumn
    /// Where it is typed, and with which measure.
    let place: SharedNumbers.Place
    let title: String
    let text: String
}
