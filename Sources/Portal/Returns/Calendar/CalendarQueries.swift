import SQLite
import Scorecard

extension Database {
    /// When somebody's calendar address was made, and the digest of its secret.
    func calendarLink(of person: Int64) throws(SQLError) -> CalendarLink? {
        try first(
            "SELECT token_hash, made_at FROM calendar_link WHERE person_id = \(person)"
        ) { row throws(SQLError) in
            CalendarLink(digest: try row("token_hash"), madeAt: try row("made_at"))
        }
    }

    /// Keeps the digest of a calendar's secret; an earlier one is forgotten.
    func keep(calendarOf person: Int64, digest: String, at moment: Int) throws(SQLError) {
        try run(
            """
            INSERT INTO calendar_link (person_id, token_hash, made_at)
            VALUES (\(person), \(digest), \(moment))
            ON CONFLICT (person_id) DO UPDATE SET
                token_hash = excluded.token_hash, made_at = excluded.made_at
            """)
    }

    /// Forgets somebody's calendar address; `false` where there was none.
    func forgetCalendar(of person: Int64) throws(SQLError) -> Bool {
        try run("DELETE FROM calendar_link WHERE person_id = \(person)") == 1
    }

    /// Whose calendar a secret opens; nobody's if they are disabled.
    func calendarOwner(_ digest: String) throws -> Account? {
        var owner: Account?
        var grants: Set<Grant> = []
        try forEach(
            """
            SELECT person.id, person.user_name, person.name, person.service,
                   person_role.role, person_role.scope_kind, person_role.scope
            FROM calendar_link
            JOIN person ON person.id = calendar_link.person_id AND person.state = 'active'
            LEFT JOIN person_role ON person_role.person_id = person.id
            WHERE calendar_link.token_hash = \(digest)
            """
        ) { row throws(SQLError) in
            let grant = Grant(
                role: try row("role"), kind: try row("scope_kind"), scope: try row("scope"))
            if let grant { grants.insert(grant) }
            owner = Account(
                id: try row("id"), userName: try row("user_name"), name: try row("name"),
                service: try row("service"), grants: grants)
        }
        return owner
    }

    /// The returns of rounds that are open, and when each round was last changed.
    func openReturns() throws(SQLError) -> [OpenReturn] {
        try all(
            """
            SELECT figure_return.id AS return_id, figure_return.title,
                   \(CollectionRound.columns),
                   coalesce(collection_round.changed_at, collection_round.opened_at) AS changed
            FROM collection_round
            JOIN figure_return ON figure_return.round_id = collection_round.id
            WHERE collection_round.state = 'open'
            ORDER BY collection_round.period, figure_return.position
            """
        ) { row throws(SQLError) in
            OpenReturn(
                id: try row("return_id"), title: try row("title"),
                round: try CollectionRound(row: row), changedAt: try row("changed"))
        }
    }
}
