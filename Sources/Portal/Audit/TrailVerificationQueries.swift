import SQLite

extension TrailVerification {
    /// Looks through the audit trail of the portal's database, which is only read.
    ///
    /// `end` is the hash at the end of the trail as it was found before. Who can write the file
    /// can write the whole trail anew; against this hash it would not hold.
    ///
    /// - Throws: What keeps the trail from being looked through, in one line.
    package static func run(_ settings: Settings, end: String? = nil) throws -> TrailVerification {
        let database = try Database.open(settings, .readOnly)
        let migrations = try Migrations.read(from: settings.folder("Resources/Migrations"))
        guard try database.hasTable("audit_entry") else {
            throw TrailFault(
                description: "this database has no audit trail; portal load brings it up to date")
        }
        guard try Migrations.areApplied(migrations, in: database) else {
            throw TrailFault(
                description: "this database is of another version of the portal; portal load "
                    + "brings an older one up to date")
        }
        let model = try Database(path: ":memory:")
        try Migrations.apply(migrations, to: model)
        return try database.snapshot {
            let found = try database.verifiedTrail(end: end)
            guard case .whole = found,
                let gap = TrailGuard(try database.trailSchema()).gap(to: try model.trailSchema())
            else { return found }
            return .broken(.unguarded(gap))
        }
    }
}

/// What keeps the trail from being changed: its tables and triggers, as SQLite has them.
struct TrailGuard {
    private let statements: [String: String]

    init(_ statements: [String: String]) {
        self.statements = statements
    }

    /// The first thing that is not as in a database that was just made, as a sentence.
    func gap(to model: [String: String]) -> String? {
        for (name, statement) in model.sorted(by: { $0.key < $1.key }) {
            guard let own = statements[name] else { return "the \(name) is missing" }
            if own != statement { return "the \(name) is not the portal's own" }
        }
        let foreign = statements.keys.filter { model[$0] == nil }.min()
        return foreign.map { "the \($0) is not the portal's" }
    }
}

extension Database {
    /// Looks at every entry in turn, some hundred in memory at a time.
    func verifiedTrail(end: String? = nil) throws -> TrailVerification {
        var chain = TrailChain(wanted: end)
        var found: TrailBreak?
        try forEachEntry { entry in
            found = chain.take(entry)
            return found == nil
        }
        if case .changed(let number) = found {
            found = try place(of: number, after: chain.hash).map { .moved(number, to: $0) } ?? found
        }
        if let found = try found ?? chain.breakAtEnd(trailHead()) { return .broken(found) }
        return .whole(TrailEnd(number: chain.number, at: chain.at, hash: chain.hash))
    }

    /// Under which number the entry now stands that was written as `number`.
    private func place(of number: Int, after previous: String) throws -> Int? {
        var kept: String?
        var place: Int?
        try forEachEntry(from: number) { entry in
            // The hash may have gone with the entry or stayed where it was.
            kept = kept ?? entry.hash
            let hash = entry.hash(as: number, after: previous)
            if entry.number != number, hash == entry.hash || hash == kept { place = entry.number }
            return place == nil
        }
        return place
    }

    /// Gives each entry in the order of their numbers to `body`, until that says to stop.
    private func forEachEntry(from first: Int = .min, _ body: (SealedEntry) -> Bool) throws {
        var next = first
        while true {
            let entries = try all(
                """
                SELECT \(SealedEntry.columns) FROM audit_entry
                WHERE number >= \(next) ORDER BY number LIMIT \(Self.batch)
                """, read: SealedEntry.init)
            for entry in entries {
                guard body(entry) else { return }
            }
            guard let last = entries.last, entries.count == Self.batch, last.number < .max else {
                return
            }
            next = last.number + 1
        }
    }

    private static var batch: Int { 500 }

    /// What SQLite keeps of the trail's tables and triggers, by kind and name.
    func trailSchema() throws(SQLError) -> [String: String] {
        var statements: [String: String] = [:]
        try forEach(
            """
            SELECT type || ' ' || name AS name, sql FROM sqlite_schema
            WHERE tbl_name IN ('audit_entry', 'audit_head') AND sql IS NOT NULL
            """
        ) { row throws(SQLError) in
            statements[try row("name")] = try row("sql", as: String.self)
        }
        return statements
    }

    func hasTable(_ name: String) throws(SQLError) -> Bool {
        try first("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = \(name)")
            ?? false
    }
}

extension SealedEntry {
    /// Texts are read as the bytes that they are, and what is no text, too.
    static let columns: SQL = """
        number, iif(typeof(at) = 'integer', at, 0) AS at,
        iif(typeof(person_id) = 'integer', person_id, NULL) AS person_id,
        CAST(actor AS BLOB) AS actor, CAST(address AS BLOB) AS address,
        CAST(request AS BLOB) AS request, CAST(action AS BLOB) AS action,
        CAST(subject_kind AS BLOB) AS subject_kind, CAST(subject AS BLOB) AS subject,
        CAST(before AS BLOB) AS before, CAST(after AS BLOB) AS after,
        CAST(reason AS BLOB) AS reason, CAST(hash AS BLOB) AS hash,
        typeof(at) = 'integer' AND typeof(person_id) IN ('integer', 'null')
            AND typeof(actor) = 'text' AND typeof(address) = 'text' AND typeof(request) = 'text'
            AND typeof(action) = 'text' AND typeof(subject_kind) = 'text'
            AND typeof(subject) = 'text' AND typeof(before) IN ('text', 'null')
            AND typeof(after) IN ('text', 'null') AND typeof(reason) IN ('text', 'null')
            AND typeof(hash) = 'text' AS is_typed
        """

    init(row: borrowing Row) throws(SQLError) {
        number = try row("number")
        at = try row("at")
        person = try row("person_id")
        texts = [
            try row("actor"), try row("address"), try row("request"), try row("action"),
            try row("subject_kind"), try row("subject"), try row("before"), try row("after"),
            try row("reason"),
        ]
        let bytes = try row("hash", as: [UInt8]?.self)
        hash = String(decoding: bytes ?? [], as: UTF8.self)
        isTyped = try row("is_typed")
    }
}
