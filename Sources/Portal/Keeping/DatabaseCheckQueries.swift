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
            var schema: CheckedSchema?
            check.look(at: "schema") { note in
                schema = try database.look(at: migrations, note)
                return schema?.words ?? "not the portal's"
            }
            // What is not there cannot be asked.
            guard let schema, schema.isWhole else { return }
            check.outdated = schema.outdated
            check.lookAtTrail(of: database)
            guard schema.outdated == nil else { return }
            for part in CheckedPart.all {
                check.look(at: part.name) { try database.look(at: part, $0) }
            }
            check.look(at: "frozen files") { try database.lookAtFrozenFiles($0) }
            check.look(at: "search") { try database.lookAtSearch($0) }
        }
        self = check
    }

    private mutating func lookAtTrail(of database: Database) {
        var end: TrailEnd?
        look(at: "audit trail") { note in
            // The first migrations had none.
            guard try database.hasTable("audit_entry") else { return "none yet" }
            switch try database.verifiedTrail() {
            case .whole(let found):
                end = found
                return "\(found)"
            case .broken(let fault):
                note("\(fault)")
                return "broken"
            }
        }
        trailEnd = end
    }
}

extension Database {
    fileprivate func lookAtFile(_ note: (String) -> Void) throws -> String {
        for damage in try integrityCheck() { note(damage) }
        let pages: Int = try first("PRAGMA page_count") ?? 0
        return "\(pages.counted("page")) and what refers to what"
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
