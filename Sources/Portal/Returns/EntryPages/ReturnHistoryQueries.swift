import SQLite
import Scorecard

/// Something that happened to an entry.
struct EntryHappening {
    enum Kind {
        /// Its content was changed.
        case change(EntryCause, before: EntryContent, after: EntryContent)
        case event(EntryEvent, words: String?)
    }

    let entry: Int64
    let kind: Kind
    let revision: Int
    let by: String
    let at: Int
}

extension Database {
    /// How many things have happened to some entries.
    func happeningCount(of entries: [Int64]) throws(SQLError) -> Int {
        try first(
            """
            SELECT (SELECT count(*) FROM return_entry_version
                    WHERE entry_id IN \(list: entries))
                 + (SELECT count(*) FROM return_entry_event
                    WHERE entry_id IN \(list: entries))
            """) ?? 0
    }

    /// What has happened to some entries, the newest first.
    ///
    /// - Parameters:
    ///   - entries: Their numbers.
    ///   - places: Which part of the whole list, counted from 0.
    /// - Returns: The part of the list.
    /// - Throws: What was not written by the portal.
    func happenings(
        of entries: [Int64], _ places: Range<Int>
    ) throws(SQLError) -> [EntryHappening] {
        try all(
            """
            SELECT happening.*, person.name FROM (
                SELECT version.entry_id, version.revision, version.cause, NULL AS event,
                       version.content, coalesce(earlier.content, '{}') AS before,
                       NULL AS words, version.person_id, version.at, 0 AS number
                FROM return_entry_version AS version
                LEFT JOIN return_entry_version AS earlier ON earlier.entry_id = version.entry_id
                    AND earlier.revision = version.revision - 1
                WHERE version.entry_id IN \(list: entries)
                UNION ALL
                SELECT entry_id, revision, NULL, event, '{}', '{}', words, person_id, at, id
                FROM return_entry_event
                WHERE entry_id IN \(list: entries)) AS happening
            JOIN person ON person.id = happening.person_id
            ORDER BY happening.at DESC, happening.revision DESC, happening.number DESC,
                     happening.entry_id
            LIMIT \(places.count) OFFSET \(places.lowerBound)
            """, read: EntryHappening.init)
    }
}

extension EntryHappening {
    init(row: borrowing Row) throws(SQLError) {
        entry = try row("entry_id")
        revision = try row("revision")
        by = try row("name")
        at = try row("at")
        let (cause, event): (EntryCause?, EntryEvent?) = (try row("cause"), try row("event"))
        if let cause {
            guard let before = EntryContent(column: try row("before")),
                let after = EntryContent(column: try row("content"))
            else { throw row.refused("the content of an entry was not written by the portal") }
            kind = .change(cause, before: before, after: after)
        } else if let event {
            kind = .event(event, words: try row("words"))
        } else {
            throw row.refused("nothing has happened")
        }
    }
}
