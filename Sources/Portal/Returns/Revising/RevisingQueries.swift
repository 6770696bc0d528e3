import SQLite
import Scorecard

extension Database {
    /// Opens a published entry, with what was published of it, and notes why.
    func beginRevision(
        _ entry: ReturnEntry, _ readiness: Readiness, reason: String, by person: Int64,
        at moment: Int
    ) throws(SQLError) {
        try run(
            """
            UPDATE return_entry SET
                state = 'draft', readiness = \(readiness), revision_reason = \(reason),
                revision = revision + 1, changed_by = \(person), changed_at = \(moment),
                submitted_by = NULL, submitted_at = NULL, approved_by = NULL,
                approved_at = NULL, sent_back_words = NULL
            WHERE id = \(entry.id)
            """)
        try keepRevision(of: entry, by: person, at: moment)
        try note(.reopened, of: entry, words: reason, by: person, at: moment)
    }

    /// Puts an entry back to what was published of it last.
    func endRevision(
        of entry: ReturnEntry, by person: Int64, at moment: Int
    ) throws(SQLError) {
        try run(
            """
            UPDATE return_entry SET
                state = 'published', readiness = 'ready', revision_reason = NULL,
                revision = revision + 1, changed_by = \(person), changed_at = \(moment),
                sent_back_words = NULL,
                content = (
                    SELECT version.content FROM return_entry_version AS version
                    WHERE version.entry_id = return_entry.id AND version.revision = (
                        SELECT max(event.revision) FROM return_entry_event AS event
                        WHERE event.entry_id = return_entry.id AND event.event = 'published'))
            WHERE id = \(entry.id)
            """)
        try keepRevision(of: entry, by: person, at: moment)
        try note(.withdrawn, of: entry, words: "Revision cancelled", by: person, at: moment)
    }

    private func keepRevision(
        of entry: ReturnEntry, by person: Int64, at moment: Int
    ) throws(SQLError) {
        try run(
            """
            INSERT INTO return_entry_version (entry_id, revision, content, cause, person_id, at)
            SELECT id, revision, content, 'revision', \(person), \(moment)
            FROM return_entry WHERE id = \(entry.id)
            """)
    }

    private func note(
        _ event: EntryEvent, of entry: ReturnEntry, words: String, by person: Int64,
        at moment: Int
    ) throws(SQLError) {
        try run(
            """
            INSERT INTO return_entry_event (entry_id, event, revision, words, person_id, at)
            SELECT id, \(event), revision, \(words), \(person), \(moment)
            FROM return_entry WHERE id = \(entry.id)
            """)
    }

    /// The return and the number of the entry from which a measure's figure of a period was
    /// published.
    func publishedEntry(
        of measure: String, _ period: Period
    ) throws(SQLError) -> (figureReturn: Int64, entry: Int64)? {
        try first(
            """
            SELECT return_id, id FROM return_entry
            WHERE measure = \(measure) AND period = \(period.description)
                AND published_version > 0
            """
        ) { row throws(SQLError) in (try row("return_id"), try row("id")) }
    }
}
