import HTTPServer

/// What was ticked to be approved, as it was when the page was drawn.
struct ApprovalForm {
    /// Names the boxes of figures.
    static let figure = "figure"
    /// Names the boxes of whole returns.
    static let figureReturn = "return"

    private let sent: Query

    init(_ sent: Query) {
        self.sent = sent
    }

    /// The revision of each ticked entry; −1 where the form does not say which.
    var entries: [Int64: Int] {
        revisions(Self.figure) {
            "e\($0)-revision"
        } read: {
            Int($0) ?? -1
        }
    }

    /// The mark of each ticked return; empty where the form does not say which.
    var returns: [Int64: String] {
        revisions(Self.figureReturn, Self.markName(of:)) { $0 }
    }

    /// Names the hidden field with the mark of a return.
    static func markName(of figureReturn: Int64) -> String { "return-\(figureReturn)-mark" }

    private func revisions<Value>(
        _ box: String, _ name: (Int64) -> String, read: (String) -> Value
    ) -> [Int64: Value] {
        var found: [Int64: Value] = [:]
        // What is no number is nothing that was waiting.
        for id in sent.all(box).map({ Int64($0) ?? -1 }) { found[id] = read(sent[name(id)] ?? "") }
        return found
    }
}

extension [ReturnEntry] {
    /// By what it is known whether some entries are still as a page has shown them.
    var mark: String {
        let lines = sorted { $0.id < $1.id }.map { "\($0.id) \($0.revision) \($0.state.rawValue)" }
        return String(sha256([UInt8](lines.joined(separator: "\n").utf8)).prefix(32))
    }
}
