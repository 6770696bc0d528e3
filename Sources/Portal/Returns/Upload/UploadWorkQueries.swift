import SQLite
import Scorecard

extension Database {
    /// By what it is known that entries are as they were.
    func entryStamps(on day: Day) throws(SQLError) -> [Int64: EntryStamp] {
        var stamps: [Int64: EntryStamp] = [:]
        try forEach(
            """
            SELECT return_entry.id, return_entry.revision, return_entry.state,
                   collection_round.state = 'open' AND collection_round.opens_on <= \(day)
                       AS is_round_open
            FROM return_entry
            JOIN figure_return ON figure_return.id = return_entry.return_id
            JOIN collection_round ON collection_round.id = figure_return.round_id
            """
        ) { row throws(SQLError) in
            stamps[try row("id")] = EntryStamp(
                revision: try row("revision"), state: try row("state"),
                isRoundOpen: try row("is_round_open"))
        }
        return stamps
    }

    /// Says that an upload has been imported; its file is not needed any more.
    func finishApplying(_ upload: Int64, at moment: Int) throws(SQLError) {
        try run(
            """
            UPDATE upload SET
                state = 'applied', applied_at = \(moment), file = NULL, problem = NULL,
                done = total
            WHERE id = \(upload)
            """)
    }

    /// Has what an upload brought taken back.
    func beginToUndo(_ upload: Int64, by person: Int64) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE upload SET
                state = 'undoing', undone_by = \(person), problem = NULL, done = 0, total = NULL
            WHERE id = \(upload) AND state = 'applied'
            """) > 0
    }

    func finishUndoing(_ upload: Int64, at moment: Int) throws(SQLError) {
        try run(
            """
            UPDATE upload SET state = 'undone', undone_at = \(moment), done = total
            WHERE id = \(upload)
            """)
    }

    /// Who has asked to undo an upload, with the roles that they have now.
    func undoer(of upload: Upload) throws -> Account? {
        let id: Int64?? = try first("SELECT undone_by FROM upload WHERE id = \(upload.id)")
        guard let id = id ?? nil, let person = try person(id: id), person.isActive else {
            return nil
        }
        return Account(
            id: person.id, userName: person.userName, name: person.name,
            service: person.details.service, grants: person.grants)
    }
}
