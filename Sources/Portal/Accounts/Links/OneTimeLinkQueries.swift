import SQLite

extension Database {
    /// The link of that digest.
    func link(_ digest: String) throws -> OneTimeLink? {
        guard
            let row = try first(
                """
                SELECT token_hash, purpose, made_at, expires_at, used_at, person_id
                FROM one_time_link WHERE token_hash = \(digest)
                """, read: LinkRow.init), let purpose = OneTimeLink.Purpose(rawValue: row.purpose)
        else { return nil }
        return OneTimeLink(
            digest: row.digest, purpose: purpose, madeAt: row.madeAt, expiresAt: row.expiresAt,
            isUsed: row.usedAt != nil, person: try row.person.flatMap { try person(id: $0) })
    }

    /// Keeps a link that was made now, and forgets earlier ones to the same end.
    func keep(
        _ token: LinkToken, for person: Int64?, _ purpose: OneTimeLink.Purpose, at moment: Int
    ) throws {
        try forgetLinks(of: person)
        try run(
            """
            INSERT INTO one_time_link (token_hash, person_id, purpose, made_at, expires_at)
            VALUES (\(token.digest), \(person), \(purpose.rawValue), \(moment),
                    \(moment + purpose.life))
            """)
    }

    /// Forgets what was not used yet: the links of a person, or those for the first administrator.
    func forgetLinks(of person: Int64?) throws {
        try run("DELETE FROM one_time_link WHERE person_id IS \(person) AND used_at IS NULL")
    }

    /// Marks a link as used; `false` when somebody else was sooner.
    func use(_ link: OneTimeLink, at moment: Int) throws -> Bool {
        try run(
            """
            UPDATE one_time_link SET used_at = \(moment)
            WHERE token_hash = \(link.digest) AND used_at IS NULL AND expires_at > \(moment)
            """) == 1
    }
}

private struct LinkRow {
    let digest: String
    let purpose: String
    let madeAt: Int
    let expiresAt: Int
    let usedAt: Int?
    let person: Int64?

    init(row: borrowing Row) throws(SQLError) {
        digest = try row("token_hash")
        purpose = try row("purpose")
        madeAt = try row("made_at")
        expiresAt = try row("expires_at")
        usedAt = try row("used_at")
        person = try row("person_id")
    }
}
