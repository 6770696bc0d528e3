import SQLite
import Scorecard

extension Database {
    /// What entries held at earlier revisions, by the entry, in one question.
    func contents(
        _ wanted: [(entry: Int64, revision: Int)]
    ) throws(SQLError) -> [Int64: EntryContent] {
        // Before anybody typed, there was nothing.
        var contents = Dictionary(
            wanted.filter { $0.revision == 0 }.map { ($0.entry, EntryContent()) },
            uniquingKeysWith: { $1 })
        guard contents.count < wanted.count else { return contents }
        let revisions = Dictionary(wanted, uniquingKeysWith: { $1 })
        try forEach(
            """
            SELECT entry_id, revision, content FROM return_entry_version
            WHERE entry_id IN \(list: wanted.map(\.entry))
                AND revision IN \(list: wanted.map(\.revision))
            """
        ) { row throws(SQLError) in
            let entry: Int64 = try row("entry_id")
            guard try revisions[entry] == row("revision", as: Int.self) else { return }
            contents[entry] = EntryContent(column: try row("content"))
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
