import SQLite
import Scorecard

extension DatabaseCheck {
    /// Looks through the portal's database, which is only read and may be served meanwhile.
    ///
    /// - Parameter settings: Where the database and the migrations are.
    /// - Throws: What keeps it from being opened, in one line.
    package init(_ settings: Settings) throws {
        try self.init(of: Database.open(settings, .readOnly), settings)
    }

    /// Looks at everything as it is at one moment.
    init(of database: Database, _ settings: Settings) throws {
        let migrations = try Migrations.read(from: settings.folder("Resources/Migrations"))
        var check = DatabaseCheck()
        try database.snapshot {
            check.look(at: "file") { try database.lookAtFile($0) }
            guard check.lookAtSchema(of: database, migrations) else { return }
            check.look(at: "audit trail") { try database.lookAtTrail($0) }
            for part in CheckedPart.all {
                check.look(at: part.name) { try database.look(at: part, $0) }
            }
            check.look(at: "frozen files") { try database.lookAtFrozenFiles($0) }
            check.look(at: "search") { try database.lookAtSearch($0) }
        }
        self = check
    }

    /// Whether the schema is this program's, so that it can be asked what is in it.
    private mutating func lookAtSchema(of database: Database, _ migrations: [Migration]) -> Bool {
        var isOurs = false
        look(at: "schema") { note in
            guard try database.hasTable("schema_migration") else {
                note("this is no database of the portal")
                return "no migrations"
            }
            let missing = try Migrations.missing(of: migrations, in: database)
            let count = migrations.count - missing.count
            guard missing.isEmpty else {
                note(
                    "the database is older than this program: it has \(count) of its "
                        + "\(migrations.count.counted("migration")); portal load and portal serve "
                        + "bring it up to date")
                return count.counted("migration")
            }
            let model = try Database(path: ":memory:")
            try Migrations.apply(migrations, to: model)
            let (own, usual) = (try database.schema(), try model.schema())
            for name in Set(own.keys).union(usual.keys).sorted() where own[name] != usual[name] {
                note(
                    own[name] == nil
                        ? "the \(name) is missing"
                        : usual[name] == nil
                            ? "the \(name) is not the portal's"
                            : "the \(name) is not the portal's own")
            }
            isOurs = usual.keys.allSatisfy { own[$0] != nil }
            return "\(count.counted("migration")), as this program has them"
        }
        return isOurs
    }
}

extension Database {
    fileprivate func lookAtFile(_ note: (String) -> Void) throws -> String {
        for damage in try integrityCheck() { note(damage) }
        let pages: Int = try first("PRAGMA page_count") ?? 0
        return "\(pages.counted("page")) and what refers to what"
    }

    /// All tables, indexes, views and triggers by kind and name, but for those that SQLite makes
    /// for its own ends.
    fileprivate func schema() throws(SQLError) -> [String: String] {
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

    fileprivate func lookAtTrail(_ note: (String) -> Void) throws -> String {
        switch try verifiedTrail() {
        case .whole(let end): return "\(end)"
        case .broken(let fault):
            note("\(fault)")
            return "broken"
        }
    }

    /// Holds each frozen file against its fingerprint, one in memory at a time.
    fileprivate func lookAtFrozenFiles(_ note: (String) -> Void) throws -> String {
        let versions = try all("SELECT DISTINCT version_id FROM edition_document ORDER BY 1") {
            row throws(SQLError) in try row[0, as: Int64.self]
        }
        var (files, bytes) = (0, 0)
        for version in versions {
            for audience in Audience.allCases {
                guard let file = try document(ofVersion: version, for: audience) else { continue }
                files += 1
                bytes += file.bytes.count
                let found = ReportVerification(file.bytes)
                if found != .whole(file.fingerprint) {
                    let name = try self.version(version).map { "\($0.edition.slug)/\($0.label)" }
                    let edition = audience == .everyone ? "public" : "officers’"
                    note(
                        "\(name ?? "version \(version)"), the \(edition) edition: "
                            + (found.isGood ? "its fingerprint is kept otherwise" : "\(found)"))
                }
            }
        }
        return "\(files.counted("file")), \(bytes.counted("byte"))"
    }

    /// Whether everything that can be found is in the index; help pages belong to the program.
    fileprivate func lookAtSearch(_ note: (String) -> Void) throws -> String {
        var count = 0
        for kind in SearchKind.allCases where kind != .help {
            var titles: [String: Int] = [:]
            for source in try searchSources(of: kind) { titles[source.title, default: 0] += 1 }
            try forEach("SELECT title FROM search_entry WHERE kind = \(kind.rawValue)") {
                row throws(SQLError) in
                titles[try row("title"), default: 0] -= 1
                count += 1
            }
            for (title, excess) in titles.sorted(by: { $0.key < $1.key }) where excess != 0 {
                note("the \(kind.noun) “\(title)” is \(excess > 0 ? "not in it" : "in it alone")")
            }
        }
        try forEach(Self.unindexed) { row throws(SQLError) in note(try row[0, as: String.self]) }
        return "\(count.counted("thing")) that can be found"
    }

    private static let unindexed: SQL = """
        SELECT 'what is shown of number ' || id || ' is not indexed' FROM search_entry
        WHERE id NOT IN (SELECT id FROM search_index_docsize)
        UNION ALL
        SELECT 'the index has number ' || id || ', of which nothing is shown'
        FROM search_index_docsize WHERE id NOT IN (SELECT id FROM search_entry)
        """
}
