import SQLite

/// One of somebody's own sessions.
struct OwnSession: Equatable {
    let id: Int64
    let method: Session.Method
    let beganAt: Int
    /// When it was last used, as far as that has been written down.
    let seenAt: Int
    let address: String
    /// What the browser calls itself.
    let agent: String

    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        method = Session.Method(rawValue: try row("method")) ?? .password
        beganAt = try row("began_at")
        seenAt = try row("seen_at")
        address = try row("address")
        agent = try row("agent")
    }
}

extension Database {
    /// The sessions of a person that nobody has ended, the latest first; some have run out.
    func openSessions(of person: Int64, since moment: Int) throws(SQLError) -> [OwnSession] {
        try all(
            """
            SELECT id, method, began_at, seen_at, address, agent FROM session
            WHERE person_id = \(person) AND began_at >= \(moment) AND ended_at IS NULL
                AND is_complete = 1
            ORDER BY began_at DESC, id DESC
            """, read: OwnSession.init)
    }

    /// Whether a session is this person's, whether it lives or not.
    func isSession(_ session: Int64, of person: Int64) throws(SQLError) -> Bool {
        try first(
            """
            SELECT EXISTS (
                SELECT 1 FROM session
                WHERE id = \(session) AND person_id = \(person) AND is_complete = 1) AS is_own
            """) ?? false
    }
}
