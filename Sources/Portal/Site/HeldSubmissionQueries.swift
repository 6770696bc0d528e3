import SQLite

extension Database {
    /// Keeps a form, with no more than a few of one person; its number is the answer.
    func hold(
        _ body: [UInt8], sentTo path: String, in session: Session, at moment: Int
    ) throws -> Int64 {
        try transaction {
            try run(
                """
                INSERT INTO held_form (session_id, person_id, path, body, held_at)
                VALUES (\(session.id), \(session.account.id), \(path), \(body), \(moment))
                """)
            let id = lastInsertedRow
            try run(
                """
                DELETE FROM held_form
                WHERE person_id = \(session.account.id) AND id NOT IN (
                    SELECT id FROM held_form WHERE person_id = \(session.account.id)
                    ORDER BY id DESC LIMIT \(HeldSubmission.most))
                """)
            return id
        }
    }

    /// A form that was kept for this person, on this path; `nil` for one that is another's, or
    /// that is not kept any more.
    func heldSubmission(
        _ id: Int64, sentTo path: String, by person: Int64, _ limits: SessionLimits, at now: Int
    ) throws -> HeldSubmission? {
        try first(
            """
            SELECT held_form.body,
                   CASE
                       WHEN session.ended_at <= held_form.held_at
                           OR held_form.held_at >= session.began_at + \(limits.whole)
                           THEN 'ended'
                       WHEN held_form.held_at >= session.seen_at + \(limits.idle) THEN 'idle'
                       ELSE 'outdated'
                   END AS cause
            FROM held_form JOIN session ON session.id = held_form.session_id
            WHERE held_form.id = \(id) AND held_form.path = \(path)
                AND held_form.person_id = \(person)
                AND held_form.held_at BETWEEN \(now - HeldSubmission.lifetime + 1)
                    AND \(now + SessionLimits.slack)
            """, read: HeldSubmission.init)
    }

    /// Lets go of what was kept for a form that has now been saved.
    func letGoOfForms(sentTo path: String, by person: Int64) throws {
        try run("DELETE FROM held_form WHERE person_id = \(person) AND path = \(path)")
    }
}

extension HeldSubmission {
    init(row: borrowing Row) throws(SQLError) {
        body = try row("body")
        // The question knows no other words than these.
        cause = Cause(rawValue: try row("cause")) ?? .ended
    }
}
