import SQLite

extension Database {
    /// Everybody with all their roles, in no order.
    func people() throws -> [Person] {
        try people(where: "1")
    }

    /// The person of that user name.
    func person(_ userName: String) throws -> Person? {
        try people(where: "person.user_name = \(userName)").first
    }

    func person(id: Int64) throws -> Person? {
        try people(where: "person.id = \(id)").first
    }

    private func people(where condition: SQL) throws -> [Person] {
        var people: [Person] = []
        try forEach(
            """
            SELECT person.id, person.user_name, person.email, person.name, person.service,
                   person.state = 'active' AS is_active,
                   person.password_hash IS NOT NULL AS has_password,
                   person.must_change_password, person.password_set_at, person.created_at,
                   person.signed_in_at, person.revision,
                   second_factor.confirmed_at IS NOT NULL AS has_second_factor,
                   (SELECT max(one_time_link.expires_at) FROM one_time_link
                    WHERE one_time_link.person_id = person.id
                        AND one_time_link.used_at IS NULL) AS link_expires_at,
                   person_role.role, person_role.scope_kind, person_role.scope
            FROM person
            LEFT JOIN second_factor ON second_factor.person_id = person.id
            LEFT JOIN person_role ON person_role.person_id = person.id
            WHERE \(condition)
            ORDER BY person.id
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("id")
            if people.last?.id != id { people.append(try Person(row: row)) }
            let grant = Grant(
                role: try row("role"), kind: try row("scope_kind"), scope: try row("scope"))
            if let grant { people[people.count - 1].grants.insert(grant) }
        }
        return people
    }

    /// Who else has this user name or this email address.
    func people(named userName: String, or email: String, but id: Int64?) throws -> [PersonDetails]
    {
        try all(
            """
            SELECT user_name, name, email, service FROM person
            WHERE (user_name = \(userName) OR email = \(email)) AND id IS NOT \(id)
            """, read: PersonDetails.init)
    }

    /// Adds a person, whose number is the answer.
    func add(_ person: PersonDetails, at moment: Int) throws -> Int64 {
        try run(
            """
            INSERT INTO person (user_name, email, name, service, created_at)
            VALUES (\(person.userName), \(person.email), \(person.name), \(person.service),
                    \(moment))
            """)
        return lastInsertedRow
    }

    func save(_ details: PersonDetails, of person: Int64) throws {
        try run(
            """
            UPDATE person
            SET user_name = \(details.userName), email = \(details.email),
                name = \(details.name), service = \(details.service), revision = revision + 1
            WHERE id = \(person)
            """)
    }

    func save(_ grants: Set<Grant>, of person: Int64) throws {
        try run("DELETE FROM person_role WHERE person_id = \(person)")
        for grant in grants {
            try run(
                """
                INSERT INTO person_role (person_id, role, scope_kind, scope)
                VALUES (\(person), \(grant.role.rawValue), \(grant.scope.kind),
                        \(grant.scope.name))
                """)
        }
        try run("UPDATE person SET revision = revision + 1 WHERE id = \(person)")
    }

    func save(isActive: Bool, of person: Int64) throws {
        let state = isActive ? "active" : "disabled"
        try run(
            "UPDATE person SET state = \(state), revision = revision + 1 WHERE id = \(person)")
    }

    /// Keeps a new password, which is first where somebody else knows it, so that it must be
    /// changed.
    func save(
        _ password: PasswordHash, of person: Int64, isFirst: Bool, at moment: Int
    ) throws {
        try run(
            """
            UPDATE person
            SET password_hash = \(password.text), must_change_password = \(isFirst),
                password_set_at = \(moment)
            WHERE id = \(person)
            """)
    }

    /// Puts a password that nobody knows in the place of a person's, if they have one.
    func closePassword(of person: Int64, with unknown: PasswordHash) throws {
        try run(
            """
            UPDATE person SET password_hash = \(unknown.text)
            WHERE id = \(person) AND password_hash IS NOT NULL
            """)
    }

    /// How many people look after people; `withPassword` counts those who have chosen one.
    func administrators(withPassword: Bool = false) throws -> Int {
        try first(
            """
            SELECT count(DISTINCT person.id) FROM person
            JOIN person_role ON person_role.person_id = person.id
            WHERE person_role.role = 'administrator' AND person.state = 'active'
                AND (person.password_hash IS NOT NULL OR NOT \(withPassword))
            """) ?? 0
    }

    /// Whether nobody looks after the portal yet who can sign in: with a password or, where there
    /// is single sign-on, without.
    func needsSetUp(hasSignOn: Bool) throws -> Bool {
        try administrators(withPassword: !hasSignOn) == 0
    }

    /// The sessions of a person that began after `moment` and have not been ended.
    func openSessions(of person: Int64, since moment: Int) throws -> [OpenSession] {
        try all(
            """
            SELECT began_at, address, agent FROM session
            WHERE person_id = \(person) AND ended_at IS NULL AND is_complete = 1
                AND began_at > \(moment)
            ORDER BY began_at DESC, id DESC LIMIT 50
            """, read: OpenSession.init)
    }
}

/// Somebody's being signed in, as others may see it.
struct OpenSession: Equatable {
    let beganAt: Int
    let address: String
    let agent: String

    init(row: borrowing Row) throws(SQLError) {
        beganAt = try row("began_at")
        address = try row("address")
        agent = try row("agent")
    }
}

extension Person {
    /// A person without their roles, which stand in rows of their own.
    fileprivate init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        details = try PersonDetails(row: row)
        isActive = try row("is_active")
        hasPassword = try row("has_password")
        mustChangePassword = try row("must_change_password")
        passwordSetAt = try row("password_set_at")
        hasSecondFactor = try row("has_second_factor")
        addedAt = try row("created_at")
        signedInAt = try row("signed_in_at")
        linkExpiresAt = try row("link_expires_at")
        revision = try row("revision")
    }
}

extension PersonDetails {
    fileprivate init(row: borrowing Row) throws(SQLError) {
        userName = try row("user_name")
        name = try row("name")
        email = try row("email")
        service = try row("service")
    }
}
