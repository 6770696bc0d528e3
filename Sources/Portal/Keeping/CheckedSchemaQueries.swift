import SQLite

/// How the schema of a database stands to that of this program.
struct CheckedSchema {
    /// How many migrations the database has, all of them this program's.
    let applied: Int
    /// How many this program has.
    let known: Int
    /// Whether everything is there that these make.
    let isWhole: Bool

    var words: String { "\(applied.counted("migration")), as this program has them" }

    /// That the database is older than the program, in words.
    var outdated: String? {
        guard applied < known else { return nil }
        return "the database is older than this program: it has \(applied) of "
            + "\(known.counted("migration")); portal load and portal serve bring it up to date"
    }
}

extension Database {
    /// Holds the schema against that of a database which the same migrations have just made.
    ///
    /// - Returns: How it stands; `nil` where this is no database of the portal.
    func look(at migrations: [Migration], _ note: (String) -> Void) throws -> CheckedSchema? {
        guard try hasTable("schema_migration") else {
            note("this is no database of the portal")
            return nil
        }
        let count: Int
        do {
            count = try migrations.count - Migrations.missing(of: migrations, in: self).count
        } catch {
            guard case .databaseIsNewer(_, let applied, let known) = error else { throw error }
            note(
                "the database is newer than this program: it has migration \(applied), this "
                    + "program knows up to \(known)")
            return nil
        }
        let model = try Database(path: ":memory:")
        try Migrations.apply(Array(migrations.prefix(count)), to: model)
        let (own, usual) = (try schema(), try model.schema())
        for name in Set(own.keys).union(usual.keys).sorted() {
            switch (own[name], usual[name]) {
            case (nil, _): note("the \(name) is missing")
            case (_, nil): note("the \(name) is not the portal's")
            case (let statement?, let other?) where statement != other:
                note("the \(name) is not as the portal makes it")
            case (_?, _?): break
            }
        }
        return CheckedSchema(
            applied: count, known: migrations.count,
            isWhole: usual.keys.allSatisfy { own[$0] != nil })
    }

    /// All tables, indexes, views and triggers by kind and name, but for those that SQLite makes
    /// for its own ends.
    private func schema() throws(SQLError) -> [String: String] {
        var statements: [String: String] = [:]
        try forEach(
            """
            SELECT type || ' ' || name AS name,
                   replace(replace(sql, '"', ''), 'CREATE TABLE IF NOT EXISTS ', 'CREATE TABLE ')
                       AS sql
            FROM sqlite_schema
            WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'
                AND tbl_name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
            """
        ) { row throws(SQLError) in
            statements[try row("name")] = try row("sql", as: String.self)
        }
        return statements
    }
}
