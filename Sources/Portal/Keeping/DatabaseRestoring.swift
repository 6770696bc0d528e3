import SQLite

/// Puts a backup in the place of the portal's database, which stays under another name.
package struct DatabaseRestoring {
    private let settings: Settings
    private let source: KeptFile
    private let place: KeptFile
    private let actor: TrailEntry.Actor

    /// Makes ready to restore.
    ///
    /// - Parameters:
    ///   - settings: Where the database and the migrations are.
    ///   - path: The backup, which is only read.
    ///   - user: The name of the system's user, whom the audit trail names.
    package init(_ settings: Settings, from path: String, user: String) {
        self.settings = settings
        source = KeptFile(path)
        place = KeptFile(FilePlace.resolved(settings.database))
        actor = .commandLine(user)
    }

    /// A backup that was restored.
    package struct Outcome: CustomStringConvertible {
        let source: String
        let place: String
        /// How the trail of the backup ends.
        let end: TrailEnd?
        /// What was done about its schema.
        let migrations: Int
        /// Where what was there is now.
        let kept: String?

        package var description: String {
            let schema =
                migrations == 0 ? "" : ", brought up to date by \(migrations.counted("migration"))"
            let trail = end.map { "; its audit trail: \($0)" } ?? ""
            let fate =
                kept.map { "what was there is kept as \($0)" } ?? "there was nothing before"
            return "Restored \(place) from \(source)\(schema)\(trail); \(fate)"
        }
    }

    /// Looks through a copy of the backup, brings that up to date, and puts it in place.
    ///
    /// - Throws: What is wrong with the backup, or who still uses the database; that is then as it
    ///   was.
    package func run() throws -> Outcome {
        do {
            return try restore()
        } catch let error as SQLError {
            throw BackupFault(
                error.isDamage
                    ? "nothing was restored: \(source.path) is damaged, or no SQLite database"
                    : "nothing was restored: \(error.message)")
        }
    }

    private func restore() throws -> Outcome {
        guard !source.isSame(as: place) else {
            throw BackupFault("\(source.path) is the database itself")
        }
        guard let claim = try FileClaim.alone(of: place.path) else {
            throw BackupFault(
                "\(place.path) is in use by a portal or one of its commands; end it first, such "
                    + "as by: systemctl stop portal.socket portal")
        }
        defer { withExtendedLifetime(claim) {} }
        let moment = settings.now()
        let exchange = DatabaseExchange(
            place: place, new: place.with("-restoring"), kept: kept(at: moment))
        guard !source.isSame(as: exchange.new) else {
            throw BackupFault(
                "\(source.path) is what a restore left that was cut off; name the backup itself")
        }
        try removePartial(exchange.new)
        let isThere = place.isThere
        var earlier: TrailHead?
        var isUnited = false
        if isThere {
            try exchange.removeSecondNames(isKept)
            isUnited = try exchange.unite()
            // Of a file that cannot be asked, nothing can be told.
            earlier = isUnited ? try? Database(path: place.path, mode: .readOnly).trailHead() : nil
        }
        do {
            let prepared = try prepare(exchange.new)
            try record(
                prepared.end, replacing: earlier, keptAs: isThere ? exchange.kept : nil,
                in: exchange.new, at: moment)
            try exchange.new.belong(as: isThere ? place : place.folder)
            try exchange.new.sync()
            try exchange.run(isUnited: isUnited)
            return Outcome(
                source: source.path, place: place.path, end: prepared.end,
                migrations: prepared.migrations, kept: isThere ? exchange.kept.path : nil)
        } catch {
            // The first error is the one to report.
            _ = try? removePartial(exchange.new)
            throw error
        }
    }

    /// Makes a copy of the backup that is whole and has this program's schema.
    private func prepare(
        _ copy: KeptFile
    ) throws -> (end: TrailEnd?, migrations: Int) {
        try Database(path: source.path, mode: .readOnly).copy(to: copy.path)
        let check = try check(copy)
        guard check.outdated != nil else { return (check.trailEnd, 0) }
        let migrations = try Migrations.read(from: settings.folder("Resources/Migrations"))
        let applied = try Migrations.apply(migrations, to: Database(path: copy.path))
        return (try self.check(copy).trailEnd, applied.count)
    }

    private func check(_ copy: KeptFile) throws -> DatabaseCheck {
        let check = try DatabaseCheck(of: Database(path: copy.path, mode: .readOnly), settings)
        guard check.isClean else {
            throw BackupFault(
                ["nothing was restored, since \(source.path) is not whole"] + check.complaints)
        }
        return check
    }

    /// Tells the trail of the restored database what has become of it.
    private func record(
        _ end: TrailEnd?, replacing earlier: TrailHead?, keptAs kept: KeptFile?,
        in copy: KeptFile, at moment: Int
    ) throws {
        let entry = TrailEntry(
            actor: actor, action: .restored,
            subject: TrailEntry.Subject(kind: .database, name: place.name),
            before: kept.map {
                JSONObject([
                    "kept_as": $0.name, "entries": earlier.map { "\($0.number)" },
                    "hash": earlier?.hash,
                ])
            },
            after: JSONObject([
                "file": source.name, "entries": end.map { "\($0.number)" }, "hash": end?.hash,
            ]))
        try append(entry, to: copy, at: moment)
        // The last connection has brought its log into the file.
        try Database.unite(copy.path)
    }

    private func append(_ entry: TrailEntry, to copy: KeptFile, at moment: Int) throws {
        try Database(path: copy.path).append(entry, at: moment)
    }

    /// What the database that is there is called from now on.
    private func kept(at moment: Int) -> KeptFile {
        place.folder.file("\(stem)-until-\(BackupFolder.stamp(moment))\(ending)")
    }

    private func isKept(_ name: String) -> Bool {
        name.hasPrefix("\(stem)-until-") && name.hasSuffix(ending)
    }

    private var stem: String {
        String(
            place.name.hasSuffix(Self.usualEnding)
                ? place.name.dropLast(Self.usualEnding.count) : place.name[...])
    }

    private var ending: String { place.name.hasSuffix(Self.usualEnding) ? Self.usualEnding : "" }

    private static let usualEnding = ".sqlite"

    private func removePartial(_ copy: KeptFile) throws {
        for ending in ["", "-wal", "-shm", "-journal"] { try copy.with(ending).remove() }
    }
}
