import SQLite

extension Database {
    /// Ends a session because another takes its place; `false` if it is over already, or its
    /// person has been disabled meanwhile.
    func replace(_ session: Session, at moment: Int) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE session
            SET ended_at = \(moment), end_reason = \(Session.End.replaced.rawValue)
            WHERE id = \(session.id) AND ended_at IS NULL AND person_id IN (
                SELECT id FROM person WHERE state = 'active')
            """) == 1
    }
}
