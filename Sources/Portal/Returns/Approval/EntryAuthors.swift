/// Who has a part in what an entry holds.
struct EntryAuthors {
    struct Author: Equatable {
        let id: Int64
        let name: String
        /// When they last did.
        let at: Int
    }

    /// All who typed, the last one at the end.
    private(set) var typed: [Author] = []
    private(set) var submitted: Author?

    mutating func add(_ author: Author, isSubmission: Bool) {
        if isSubmission { submitted = author } else { typed.append(author) }
    }

    /// Whether somebody has a part in it, so that another has to approve it.
    func contains(_ person: Int64) -> Bool {
        submitted?.id == person || typed.contains { $0.id == person }
    }

    /// Such as `Entered by Oli on 3 July 2026 at 09:12, submitted by Ada on 4 July 2026 at 10:00`.
    var words: String {
        var parts: [String] = []
        if let last = typed.last {
            let names = Wording.list(typed.map(\.name), "and")
            parts.append("entered by \(names), last on \(MomentWords.dayAndTime(last.at))")
        }
        if let submitted {
            parts.append(
                "submitted by \(submitted.name) on \(MomentWords.dayAndTime(submitted.at))")
        }
        return parts.joined(separator: "; ").capitalisedFirst
    }
}
