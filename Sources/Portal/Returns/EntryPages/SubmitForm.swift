import HTTPServer
import Scorecard

/// Which figures are chosen, as they stood on the page, to be submitted or taken back.
struct SubmitForm {
    /// The revisions of those that were ticked, as the page had them, by the entry.
    let revisions: [Int64: Int]
    /// Whether the figures are said to be right.
    let isDeclared: Bool

    static let declaration = "declared"

    /// Reads what was ticked among some entries.
    init(_ sent: Query, _ entries: [ReturnEntry]) {
        var revisions: [Int64: Int] = [:]
        for entry in entries where sent[Self.tick(of: entry)] == "yes" {
            // One that says nothing we would have drawn is none that was shown.
            revisions[entry.id] = sent[EntryForm.revision(of: entry)].flatMap { Int($0) } ?? -1
        }
        self.revisions = revisions
        isDeclared = sent[Self.declaration] == "yes"
    }

    /// The name of the box that chooses an entry.
    static func tick(of entry: ReturnEntry) -> String { "e\(entry.id)-chosen" }
    /// The id of what a page tells of an entry.
    static func row(of entry: ReturnEntry) -> String { "e\(entry.id)" }
}
