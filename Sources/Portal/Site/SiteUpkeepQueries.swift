import SQLite

extension Database {
    /// Whether there is anything that `removeWhatIsOver` would remove.
    func holdsWhatIsOver(_ limits: SessionLimits, at now: Int) throws(SQLError) -> Bool {
        for (table, condition) in Self.whatIsOver(limits, at: now)
        where try first("SELECT EXISTS (SELECT 1 FROM \(table) WHERE \(condition))") ?? false {
            return true
        }
        return false
    }

    /// Removes sessions a day after their end, and with them all that has had its time.
    func removeWhatIsOver(_ limits: SessionLimits, at now: Int) throws {
        try transaction {
            for (table, condition) in Self.whatIsOver(limits, at: now) {
                try run("DELETE FROM \(table) WHERE \(condition)")
            }
        }
    }

    private static func whatIsOver(
        _ limits: SessionLimits, at now: Int
    ) -> [(table: SQL, condition: SQL)] {
        let day = 86_400
        return [
            (
                "session",
                """
                ended_at < \(now - day) OR seen_at < \(now - day - limits.idle)
                OR began_at < \(now - day - limits.whole)
                """
            ),
            ("held_form", "held_at < \(now - HeldSubmission.lifetime)"),
            ("submission", "answered_at < \(now - day)"),
            // Nobody waits for so long, however often a password was wrong.
            ("sign_in_failure", "last_at < \(now - day)"),
            ("one_time_link", "coalesce(used_at, expires_at) < \(now - 30 * day)"),
            ("known_device", "seen_at < \(now - 90 * day)"),
        ]
    }
}
