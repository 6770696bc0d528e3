import SQLite

/// A copy of the portal's database, made while it is served and others write.
package struct DatabaseBackup {
    private let settings: Settings
    private let target: KeptFile
    private let count: Int?

    /// Makes ready to copy the database.
    ///
    /// - Parameters:
    ///   - settings: Where the database and the migrations are.
    ///   - path: A file that is not there yet, or a folder, in which the copy is named by its
    ///     moment.
    ///   - count: How many such copies stay in the folder; `nil` for all.
    package init(_ settings: Settings, to path: String, keeping count: Int?) {
        self.settings = settings
        target = KeptFile(path)
        self.count = count
    }

    /// A backup that was made.
    package struct Outcome: CustomStringConvertible {
        let path: String
        let bytes: Int
        let end: TrailEnd?
        let removed: Int
        let isOutdated: Bool

        package var description: String {
            let trail = end.map { "; audit trail: \($0)" } ?? ""
            let age = isOutdated ? "; its schema is older than this program" : ""
            let gone = removed == 0 ? "" : "; removed \(removed.counted("older backup"))"
            return "Wrote \(path): \(bytes.counted("byte")), whole\(trail)\(age)\(gone)"
        }
    }

    /// Copies the database into a file of another name, looks through that, and only then gives it
    /// its own; what went wrong leaves nothing behind.
    ///
    /// - Throws: What went wrong, in one line, or a line for each fault of the copy.
    package func run() throws -> Outcome {
        let database = try Database.open(settings, .readOnly)
        let isNamed = target.isFolder
        guard isNamed || count == nil else {
            throw BackupFault("--keep needs a folder, and \(target.path) is none")
        }
        let folder = isNamed ? target : target.folder
        let file = isNamed ? folder.file(BackupFolder.name(at: settings.now())) : target
        let partial = folder.file("." + (isNamed ? "portal-backup" : file.name) + ".partial")
        guard let claim = try alone(partial) else {
            throw BackupFault("another backup is being made in \(folder.path)")
        }
        defer { withExtendedLifetime(claim) {} }
        let check: DatabaseCheck
        do {
            guard !file.isThere else {
                throw BackupFault(
                    "\(file.path) is there already: name another file, or a folder, in which "
                        + "each backup has a name of its own")
            }
            check = try copy(database, to: partial)
            try partial.move(to: file)
            try folder.sync()
        } catch {
            // The first error is the one to report.
            _ = try? partial.remove()
            throw error
        }
        let removed = try count.map { try BackupFolder(folder: folder).keep($0, newest: file) }
        return Outcome(
            path: file.path, bytes: file.size, end: check.trailEnd, removed: removed ?? 0,
            isOutdated: check.outdated != nil)
    }

    private func alone(_ partial: KeptFile) throws -> FileClaim? {
        try told { try FileClaim.alone(file: partial.path) }
    }

    private func copy(_ database: Database, to partial: KeptFile) throws -> DatabaseCheck {
        // What an earlier one left that was cut off.
        try partial.empty()
        return try told {
            try database.copy(to: partial.path)
            let check = try DatabaseCheck(
                of: Database(path: partial.path, mode: .readOnly), settings)
            guard check.isClean else {
                throw BackupFault(
                    ["no backup was made, since the database is not whole"] + check.complaints)
            }
            return check
        }
    }

    /// Tells what SQLite refuses as a backup that was not made.
    private func told<Value>(_ work: () throws -> Value) throws -> Value {
        do {
            return try work()
        } catch let error as SQLError {
            throw BackupFault("no backup was made in \(target.path): \(error.message)")
        }
    }
}

/// Why no backup is made, or none is restored.
struct BackupFault: Error, Equatable, CustomStringConvertible {
    /// The lines that are told of it.
    let lines: [String]

    init(_ lines: [String]) { self.lines = lines }

    init(_ line: String) { self.init([line]) }

    var description: String { lines.joined(separator: "\nportal: ") }
}
