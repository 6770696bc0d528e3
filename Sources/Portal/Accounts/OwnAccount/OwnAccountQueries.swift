import SQLite

/// What somebody is shown of their own account, besides what their session says.
struct OwnAccount: Equatable {
    /// A role, and what it is for as readers know it; nothing for everything.
    struct Part: Equatable {
        let role: Role
        let scope: String?
    }

    let email: String
    /// Whether there is a password here; who signs in elsewhere has none.
    let hasPassword: Bool
    let passwordSetAt: Int?
    let signedInAt: Int?
    /// When the second factor was confirmed, if there is one.
    let secondFactorSince: Int?
    /// How many recovery codes have not been used.
    let codesLeft: Int
    var parts: [Part] = []
}

extension Database {
    /// A person's own account; all of it by one question.
    func ownAccount(_ person: Int64) throws(SQLError) -> OwnAccount? {
        let rows = try all(
            """
            SELECT person.email, person.password_hash IS NOT NULL AS has_password,
                   person.password_set_at, person.signed_in_at, second_factor.confirmed_at,
                   (SELECT count(*) FROM recovery_code
                    WHERE recovery_code.person_id = person.id AND used_at IS NULL) AS codes_left,
                   person_role.role, person_role.scope_kind,
                   coalesce(strategy.title, measure.title, person_role.scope) AS scope
            FROM person
            LEFT JOIN second_factor ON second_factor.person_id = person.id
            LEFT JOIN person_role ON person_role.person_id = person.id
            LEFT JOIN strategy ON person_role.scope_kind = 'strategy'
                AND strategy.slug = person_role.scope
            LEFT JOIN measure ON person_role.scope_kind = 'measure'
                AND measure.code = person_role.scope
            WHERE person.id = \(person)
            ORDER BY person_role.scope_kind <> 'everything', scope
            """, read: OwnAccountRow.init)
        guard var account = rows.first?.account else { return nil }
        account.parts = rows.compactMap(\.part)
        return account
    }

    /// How a person's password is kept; `nil` for who has none.
    func passwordHash(of person: Int64) throws(SQLError) -> PasswordHash? {
        let text = try first(
            "SELECT password_hash FROM person WHERE id = \(person)", as: String?.self)
        return (text ?? nil).map { PasswordHash(text: $0) }
    }

    /// Gives a person a password of their own choice in the place of the one they had; `false` if
    /// that is another one by now.
    func changePassword(
        of person: Int64, from old: PasswordHash, to new: PasswordHash, at moment: Int
    ) throws(SQLError) -> Bool {
        try run(
            """
            UPDATE person
            SET password_hash = \(new.text), must_change_password = 0,
                password_set_at = \(moment)
            WHERE id = \(person) AND password_hash = \(old.text)
            """) == 1
    }
}

/// An account with one of its roles.
private struct OwnAccountRow {
    let account: OwnAccount
    let part: OwnAccount.Part?

    init(row: borrowing Row) throws(SQLError) {
        account = OwnAccount(
            email: try row("email"), hasPassword: try row("has_password"),
            passwordSetAt: try row("password_set_at"), signedInAt: try row("signed_in_at"),
            secondFactorSince: try row("confirmed_at"), codesLeft: try row("codes_left"))
        let grant = Grant(
            role: try row("role"), kind: try row("scope_kind"), scope: try row("scope"))
        part = grant.map { OwnAccount.Part(role: $0.role, scope: $0.scope.words) }
    }
}

extension Scope {
    /// What it is, where it names things as readers do; `nil` for everything.
    fileprivate var words: String? {
        switch self {
        case .everything: nil
        case .strategy(let name): "the strategy “\(name)”"
        case .service(let name): "the service “\(name)”"
        case .measure(let name): "the measure “\(name)”"
        }
    }
}
