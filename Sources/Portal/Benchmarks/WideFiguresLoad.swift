import SQLite

/// Loads the published figures of many areas from one file, in place of those of such a file
/// before it; all of it or nothing.
///
/// The file is read, checked, put in order and held against the small-number rules in temporary
/// tables, while others read and write the database. Only then is the write lock taken, and what is
/// ready copied. The folder's files have the last word: of a series and an area that they both list,
/// the file's rows are left out.
package struct WideFiguresLoad {
    let settings: Settings
    let path: String
    /// Who loads, as the audit trail names them.
    let actor: TrailEntry.Actor

    /// Loads from a file, `.csv` or `.csv.gz`.
    ///
    /// `user` is who loads, as the machine knows them; the portal itself if it is nobody.
    package init(_ settings: Settings, file path: String, user: String? = nil) {
        self.settings = settings
        self.path = path
        actor = user.map { .commandLine($0) } ?? .portal
    }

    /// What a load did.
    package enum Outcome: Equatable {
        /// The file is the one that was loaded before, over the same catalogue.
        case unchanged
        case loaded(WideCounts)
    }

    /// A database into which no such file can be loaded now.
    struct Unready: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Loads the file; loading the same one again changes nothing.
    ///
    /// - Parameter progress: Told now and then how far the reading is.
    /// - Returns: What was done.
    /// - Throws: `LoadError` for a row that is wrong, with its place; then nothing is loaded.
    package func run(_ progress: (WideProgress) -> Void = { _ in }) throws -> Outcome {
        let file = try WideFileLoad(path)
        let name = file.name
        let database = try Database.open(settings, .readWrite)
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
        guard let catalogue = try database.loadedDigest() else {
            throw Unready(
                description: "\(settings.database) has no catalogue yet; "
                    + "load it with 'portal load' first")
        }
        let earlier = try database.loadedDigest(.wideFigures)
        if let earlier, try earlier == digest(of: fileDigest(), over: catalogue) {
            return .unchanged
        }
        var rules = ""
        let read = try database.snapshot {
            rules = try database.rulesDigest()
            return try self.read(file, into: database, progress)
        }
        try database.transaction {
            guard try database.loadedDigest() == catalogue, try database.rulesDigest() == rules
            else {
                throw Unready(
                    description: "the catalogue was changed while \(name) was read, and nothing "
                        + "of it was loaded; load it again")
            }
            try database.removeWideFigures()
            try database.placeWide(read.catalogue)
            try database.placeWideFigures()
            let digest = self.digest(of: read.digest, over: catalogue)
            try database.recordLoad(digest, .wideFigures)
            try database.recordLoad(rules, .wideRules)
            try database.append(
                entry(name, read.counts, digest: digest, earlier: earlier), at: settings.now())
        }
        try database.refreshPlans()
        return .loaded(read.counts)
    }

    /// What was read of a file.
    private struct Read {
        let catalogue: WideCatalogue
        let counts: WideCounts
        let digest: String
    }

    private func read(
        _ file: consuming WideFileLoad, into database: Database,
        _ progress: (WideProgress) -> Void
    ) throws -> Read {
        var rows = try WideRowsLoad(file, database.wideKnown(), into: database)
        try rows.run(progress)
        let catalogue = rows.catalogue
        var counts = rows.counts
        try database.addWideLines(catalogue)
        counts.withheld = try WideDisclosureLoad(database: database).runStaged(
            counted: Set(catalogue.series.filter(\.hasCounts).map(\.id)))
        counts.areas = catalogue.areas.count
        counts.series = catalogue.series.count
        return Read(catalogue: catalogue, counts: counts, digest: rows.finish())
    }

    /// The digest of the file, read for it alone: much less than loading it.
    private func fileDigest() throws -> String {
        let file = try PiecewiseFile(path)
        var digest = RunningDigest()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = try file.read(into: &buffer), count > 0 {
            digest.add(buffer.span.extracting(0..<count))
        }
        return digest.finish()
    }

    /// What was loaded, from which file and over which catalogue: of another catalogue other rows
    /// are left out.
    private func digest(of file: String, over catalogue: String) -> String {
        sha256(Array("\(Self.version)\n\(file)\n\(catalogue)".utf8))
    }

    /// Changes whenever the same file would be loaded otherwise.
    private static let version = "figures of many areas 1"

    private func entry(
        _ name: String, _ counts: WideCounts, digest: String, earlier: String?
    ) -> TrailEntry {
        TrailEntry(
            actor: actor, action: .loaded,
            subject: TrailEntry.Subject(kind: .catalogue, name: name),
            before: earlier.map { JSONObject(["digest": $0]) },
            after: JSONObject([
                "digest": digest, "figures": "\(counts.figures)", "areas": "\(counts.areas)",
                "series": "\(counts.series)", "left_out": "\(counts.listed + counts.untold)",
            ]))
    }
}
