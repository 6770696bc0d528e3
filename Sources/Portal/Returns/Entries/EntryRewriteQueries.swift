import SQLite
import Scorecard

extension Database {
    /// Looks through what entries are to hold, with the numbers that they share.
    ///
    /// - Parameters:
    ///   - rewritings: What is to change.
    ///   - entries: All entries of the returns of these.
    ///   - cause: Why.
    ///   - progress: Told how many have been looked through.
    /// - Returns: All that is to be written.
    /// - Throws: `SQLError`, and what `progress` throws.
    func rewrites(
        _ rewritings: [EntryRewriting], among entries: [ReturnEntry], cause: EntryCause,
        progress: (Int) throws -> Void = { _ in }
    ) throws -> [EntryRewrite] {
        let spread = SharedNumbers(entries).spread(rewritings, among: entries)
        var waiting: [EntryRewrite.Waiting] = []
        waiting.reserveCapacity(spread.own.count + spread.copies.count)
        for (entry, content) in spread.own { waiting.append((entry, content, cause)) }
        for (entry, content) in spread.copies { waiting.append((entry, content, .shared)) }
        // In the order of measures, so that what is known of some of them is enough at a time.
        waiting.sort {
            ($0.entry.measure.facts.id, $0.entry.id) < ($1.entry.measure.facts.id, $1.entry.id)
        }
        var rewrites: [EntryRewrite] = []
        rewrites.reserveCapacity(waiting.count)
        var rest = waiting[...]
        while !rest.isEmpty {
            let piece = rest.prefix(Self.rewritesAtATime)
            rest = rest.dropFirst(piece.count)
            let pasts = try pasts(of: piece.map(\.entry))
            for (before, content, cause) in piece {
                let entry = before.with(content)
                let past = pasts[entry.measure.facts.id] ?? EntryPast()
                rewrites.append(
                    EntryRewrite(
                        before: before, entry: entry,
                        readiness: EntryCheck(entry, past).readiness, cause: cause))
            }
            try progress(rewrites.count)
        }
        return rewrites
    }

    private static let rewritesAtATime = 2_500

    /// Keeps what entries hold now, each as a revision more.
    func keep(_ rewrites: [EntryRewrite], by person: Int64, at moment: Int) throws(SQLError) {
        for rewrite in rewrites {
            let entry = rewrite.entry
            let content = entry.content.column
            try run(
                """
                UPDATE return_entry SET
                    content = \(content), readiness = \(rewrite.readiness),
                    state = \(rewrite.state), revision = revision + 1, changed_by = \(person),
                    changed_at = \(moment)
                WHERE id = \(entry.id)
                """)
            try run(
                """
                INSERT INTO return_entry_version
                    (entry_id, revision, content, cause, person_id, at)
                SELECT id, revision, \(content), \(rewrite.cause), \(person), \(moment)
                FROM return_entry WHERE id = \(entry.id)
                """)
        }
    }
}

extension EntryRewrite {
    fileprivate typealias Waiting = (
        entry: ReturnEntry, content: EntryContent, cause: EntryCause
    )
}
