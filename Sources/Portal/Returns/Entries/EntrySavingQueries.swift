import SQLite
import Scorecard

extension Database {
    /// What entries held at earlier revisions, by the entry.
    func contents(
        _ wanted: [(entry: Int64, revision: Int)]
    ) throws(SQLError) -> [Int64: EntryContent] {
        var contents: [Int64: EntryContent] = [:]
        for (entry, revision) in wanted {
            // Before anybody typed, there was nothing.
            contents[entry] =
                revision == 0
                ? EntryContent()
                : try first(
                    """
                    SELECT content FROM return_entry_version
                    WHERE entry_id = \(entry) AND revision = \(revision)
                    """
                ) { row throws(SQLError) in EntryContent(column: try row("content")) } ?? nil
        }
        return contents
    }

    /// Who changed an entry last, and when.
    func lastChange(of entry: Int64) throws(SQLError) -> (name: String, at: Int)? {
        try first(
            """
            SELECT person.name, return_entry_version.at FROM return_entry_version
            JOIN person ON person.id = return_entry_version.person_id
            WHERE return_entry_version.entry_id = \(entry)
            ORDER BY return_entry_version.revision DESC LIMIT 1
            """
        ) { row throws(SQLError) in (try row("name"), try row("at")) }
    }

    /// Keeps what an entry holds now, as a revision more.
    func keep(
        _ entry: ReturnEntry, _ readiness: Readiness, _ cause: EntryCause, by person: Int64,
        at moment: Int
    ) throws(SQLError) {
        let content = entry.content.column
        // What was sent back is being mended from its first change on; a number that another
        // measure shares with it starts nothing.
        let isStarted = entry.state != .notStarted || cause != .shared
        let state: EntryState = isStarted ? .draft : .notStarted
        try run(
            """
            UPDATE return_entry SET
                content = \(content), readiness = \(readiness), state = \(state),
                revision = revision + 1, changed_by = \(person), changed_at = \(moment)
            WHERE id = \(entry.id)
            """)
        try run(
            """
            INSERT INTO return_entry_version (entry_id, revision, content, cause, person_id, at)
            SELECT id, revision, \(content), \(cause), \(person), \(moment)
            FROM return_entry WHERE id = \(entry.id)
            """)
    }

    /// Moves entries on their way, and notes that.
    func move(
        _ entries: [Int64], to state: EntryState, _ event: EntryEvent, words: String? = nil,
        by person: Int64, at moment: Int
    ) throws(SQLError) {
        try run(
            """
            UPDATE return_entry SET
                state = \(state),
                submitted_by = iif(\(event) = 'submitted', \(person), submitted_by),
                submitted_at = iif(\(event) = 'submitted', \(moment), submitted_at),
                approved_by = iif(\(event) = 'approved', \(person), approved_by),
                approved_at = iif(\(event) = 'approved', \(moment), approved_at),
                sent_back_words = iif(\(event) = 'sent-back', \(words), NULL)
            WHERE id IN \(SQL.all(of: entries))
            """)
        try run(
            """
            INSERT INTO return_entry_event (entry_id, event, revision, words, person_id, at)
            SELECT id, \(event), revision, \(words), \(person), \(moment)
            FROM return_entry WHERE id IN \(SQL.all(of: entries)) ORDER BY id
            """)
    }
}
