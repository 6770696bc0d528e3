import SQLite

extension Database {
    /// What is held against a password that was given with this name.
    ///
    /// - Parameters:
    ///   - name: A user name or an email address, folded.
    ///   - device: What the browser shows to be known.
    ///   - now: The moment it is.
    /// - Returns: `nil` for a name that nobody has.
    /// - Throws: `SQLError`.
    func credentials(
        _ name: String, device: SessionToken?, at now: Int
    ) throws -> Credentials? {
        try first(
            """
            SELECT person.id, person.user_name, person.password_hash,
                   person.state = 'active' AS is_active,
                   second_factor.confirmed_at IS NOT NULL AS has_second_factor,
                   EXISTS (
                       SELECT 1 FROM known_device
                       WHERE known_device.token_hash = \(device?.digest)
                           AND known_device.person_id = person.id
                           AND known_device.seen_at > \(now - KnownDevice.lifetime)
                   ) AS is_from_known_device
            FROM person
            LEFT JOIN second_factor ON second_factor.person_id = person.id
            WHERE person.user_name = \(name) OR person.email = \(name)
            """, read: Credentials.init)
    }

    /// Keeps that a password was right, and its hash if that was made anew.
    ///
    /// - Returns: Whether the person can still sign in with it, which another may have changed
    ///   since it was held against the password.
    func acceptPassword(
        of credentials: Credentials, renewed: PasswordHash?, at now: Int
    ) throws -> Bool {
        let renewed = renewed ?? credentials.hash
        return try run(
            """
            UPDATE person SET signed_in_at = \(now), password_hash = \(renewed?.text)
            WHERE id = \(credentials.person) AND state = 'active'
                AND password_hash = \(credentials.hash?.text)
            """) == 1
    }

    /// Keeps that a person has signed in from a browser, and forgets their oldest ones.
    func know(device: SessionToken, of person: Int64, at now: Int) throws {
        try run(
            """
            INSERT INTO known_device (token_hash, person_id, seen_at)
            VALUES (\(device.digest), \(person), \(now))
            ON CONFLICT DO UPDATE SET seen_at = excluded.seen_at
            """)
        try run(
            """
            DELETE FROM known_device
            WHERE person_id = \(person) AND (
                seen_at <= \(now - KnownDevice.lifetime)
                OR token_hash IN (
                    SELECT token_hash FROM known_device
                    WHERE person_id = \(person)
                    ORDER BY seen_at DESC LIMIT -1 OFFSET \(KnownDevice.most)))
            """)
    }

    /// Forgets the browsers that a person has signed in from, but for one if that is theirs for
    /// sure.
    ///
    /// One of them may be somebody else's who knew the password, or has the machine now.
    func forgetDevices(of person: Int64, but kept: SessionToken? = nil) throws {
        try run(
            """
            DELETE FROM known_device
            WHERE person_id = \(person) AND token_hash IS NOT \(kept?.digest)
            """)
    }
}

/// What somebody must show to sign in.
struct Credentials: Equatable {
    let person: Int64
    let userName: String
    /// `nil` for who has no password yet.
    let hash: PasswordHash?
    let isActive: Bool
    let hasSecondFactor: Bool
    /// Whether the person has signed in from this browser before.
    let isFromKnownDevice: Bool

    init(row: borrowing Row) throws(SQLError) {
        person = try row("id")
        userName = try row("user_name")
        hash = try row("password_hash", as: String?.self).map(PasswordHash.init(text:))
        isActive = try row("is_active")
        hasSecondFactor = try row("has_second_factor")
        isFromKnownDevice = try row("is_from_known_device")
    }
}
