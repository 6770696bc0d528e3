import SQLite

extension Database {
    /// The session that a token stands for, whether it still lives or not.
    ///
    /// - Parameter token: The digest of the token.
    /// - Returns: The session; `nil` for a token of which nothing is known.
    /// - Throws: `SQLError`.
    func session(_ token: String) throws -> Session? {
        let rows = try all(
            """
            SELECT session.id, session.person_id, session.method, session.is_complete,
                   session.began_at, session.seen_at, session.end_reason,
                   person.user_name, person.email, person.name, person.service, person.state,
                   person.must_change_password,
                   person_role.role, person_role.scope_kind, person_role.scope,
                   second_factor.confirmed_at IS NOT NULL AS has_second_factor
            FROM session
            JOIN person ON person.id = session.person_id
            LEFT JOIN person_role ON person_role.person_id = person.id
            LEFT JOIN second_factor ON second_factor.person_id = person.id
            WHERE session.token_hash = \(token)
            """, read: SessionRow.init)
        guard let first = rows.first else { return nil }
        return first.session(Set(rows.compactMap(\.grant)))
    }

    /// Whether nobody has ended a session since it was read, nor disabled its person.
    func goesOn(_ session: Session) throws(SQLError) -> Bool {
        try first(
            """
            SELECT EXISTS (
                SELECT 1 FROM session JOIN person ON person.id = session.person_id
                WHERE session.id = \(session.id) AND session.ended_at IS NULL
                    AND person.state = 'active') AS goes_on
            """) ?? false
    }

    /// Begins a session, whose number is the answer.
    @discardableResult
    func begin(_ session: NewSession) throws -> Int64 {
        try run(
            """
            INSERT INTO session
                (token_hash, person_id, method, is_complete, began_at, seen_at, address, agent)
            VALUES
                (\(session.token.digest), \(session.person), \(session.method.rawValue),
                 \(session.isComplete), \(session.at), \(session.at),
                 \(session.address), \(String(session.agent.prefix(200))))
            """)
        return try first("SELECT last_insert_rowid() AS id") { row throws(SQLError) in
            try row("id", as: Int64.self)
        } ?? 0
    }

    /// Ends a session, unless it has ended before.
    func end(session: Int64, _ reason: Session.End, at moment: Int) throws {
        try run(
            """
            UPDATE session SET ended_at = \(moment), end_reason = \(reason.rawValue)
            WHERE id = \(session) AND ended_at IS NULL
            """)
    }

    /// Ends all sessions of a person, but for one if that is to go on.
    func endSessions(
        of person: Int64, but kept: Int64? = nil, _ reason: Session.End, at moment: Int
    ) throws {
        try run(
            """
            UPDATE session SET ended_at = \(moment), end_reason = \(reason.rawValue)
            WHERE person_id = \(person) AND ended_at IS NULL AND id IS NOT \(kept)
            """)
    }

    /// Writes down when sessions were last used, never as earlier; but where that is minutes ahead,
    /// the clock has been set back, and what is ahead of it would count as use until it comes there.
    func see(_ sessions: [Int64: Int]) throws {
        for (id, moment) in sessions {
            try run(
                """
                UPDATE session SET seen_at = \(moment)
                WHERE id = \(id) AND (seen_at < \(moment) OR seen_at > \(moment + 300))
                """)
        }
    }
}

/// A session that is to begin.
struct NewSession {
    let token: SessionToken
    let person: Int64
    let method: Session.Method
    let isComplete: Bool
    let at: Int
    let address: String
    /// What the browser calls itself.
    let agent: String
}

/// A session with one of its person's roles.
private struct SessionRow {
    let id: Int64
    let person: Int64
    let method: String
    let isComplete: Bool
    let beganAt: Int
    let seenAt: Int
    let end: String?
    let userName: String
    let email: String
    let name: String
    let service: String?
    let state: String
    let mustChangePassword: Bool
    let hasSecondFactor: Bool
    let grant: Grant?

    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        person = try row("person_id")
        method = try row("method")
        isComplete = try row("is_complete")
        beganAt = try row("began_at")
        seenAt = try row("seen_at")
        end = try row("end_reason")
        userName = try row("user_name")
        email = try row("email")
        name = try row("name")
        service = try row("service")
        state = try row("state")
        mustChangePassword = try row("must_change_password")
        hasSecondFactor = try row("has_second_factor")
        grant = Grant(
            role: try row("role"), kind: try row("scope_kind"), scope: try row("scope"))
    }

    func session(_ grants: Set<Grant>) -> Session {
        Session(
            id: id,
            account: Account(
                id: person, userName: userName, name: name, service: service, grants: grants),
            // The schema knows no other words than these.
            method: Session.Method(rawValue: method) ?? .password, isComplete: isComplete,
            beganAt: beganAt, seenAt: seenAt, end: end.flatMap(Session.End.init),
            isDisabled: state != "active", mustChangePassword: mustChangePassword,
            hasSecondFactor: hasSecondFactor, email: email)
    }
}

extension Grant {
    /// A role as the table has it; `nil` where there is none.
    init?(role: String?, kind: String?, scope: String?) {
        guard let role = role.flatMap(Role.init), let kind, let scope,
            let scope = Scope(kind: kind, scope)
        else { return nil }
        self.init(role: role, scope: scope)
    }
}

extension Scope {
    /// A scope as the table has it.
    init?(kind: String, _ name: String) {
        switch kind {
        case "everything": self = .everything
        case "strategy": self = .strategy(name)
        case "service": self = .service(name)
        case "measure": self = .measure(name)
        default: return nil
        }
    }

    /// What the table calls its kind.
    var kind: String {
        switch self {
        case .everything: "everything"
        case .strategy: "strategy"
        case .service: "service"
        case .measure: "measure"
        }
    }

    /// What it names; empty for everything.
    var name: String {
        switch self {
        case .everything: ""
        case .strategy(let name), .service(let name), .measure(let name): name
        }
    }
}
