import SQLite

/// Something that a role can be for.
struct ScopeChoice: Equatable {
    let scope: Scope
    /// What readers call it.
    let title: String
}

extension Database {
    /// The strategies and services that roles can be for.
    func scopeChoices() throws -> [ScopeChoice] {
        try all(
            """
            SELECT 'strategy' AS kind, slug AS name, short_title AS title, position
            FROM strategy
            UNION ALL
            SELECT 'service', service, service, 0
            FROM (SELECT service FROM measure WHERE service <> ''
                  UNION SELECT service FROM person WHERE service IS NOT NULL)
            ORDER BY kind, position, title
            """
        ) { (row: borrowing Row) throws(SQLError) -> ScopeChoice? in
            guard let scope = Scope(kind: try row("kind"), try row("name")) else { return nil }
            return ScopeChoice(scope: scope, title: try row("title"))
        }.compactMap { $0 }
    }

    /// Those of some scopes that name nothing there is, in the order given.
    func unknown(_ scopes: [Scope]) throws -> [Scope] {
        let measures = Set(
            try all("SELECT code FROM measure") { (row: borrowing Row) throws(SQLError) -> String in
                try row("code")
            })
        let known = Set(try scopeChoices().map(\.scope))
        return scopes.filter { scope in
            switch scope {
            case .everything: false
            case .strategy, .service: !known.contains(scope)
            case .measure(let code): !measures.contains(code)
            }
        }
    }
}
