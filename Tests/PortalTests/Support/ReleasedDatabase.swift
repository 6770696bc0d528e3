import Glibc
import Testing

@testable import Portal

/// A database as a release of the portal left it, with what must still be found in it.
struct ReleasedDatabase: CustomTestStringConvertible {
    /// The release.
    let name: String
    /// What must be found, each line as its words.
    private let lines: [[String]]

    /// All that are kept, the oldest first.
    static let all: [ReleasedDatabase] = {
        // A folder that is not there has none, which its own test tells.
        let names = (try? folder.names(endingIn: ".sqlite.gz")) ?? []
        return names.compactMap { name in
            guard let text = try? folder.text(of: name + ".txt") else { return nil }
            let lines = text.split(separator: "\n")
            return ReleasedDatabase(
                name: name, lines: lines.map { $0.split(separator: " ").map(String.init) })
        }
    }()

    private static let folder = Folder(path: "\(Settings.project)/Tests/Upgrades")

    var testDescription: String { name }

    /// What is said of a thing: the other words of the lines that begin with it.
    func seen(_ thing: String) -> [[String]] {
        lines.filter { $0.first == thing }.map { Array($0.dropFirst()) }
    }

    /// Unpacks the database into a folder; the settings are those of a portal over it.
    func unpack(into folder: TemporaryFolder) throws -> Settings {
        let settings = try Settings.testing(
            in: folder, organisation: "Stockport", today: "2026-11-22")
        let packed = "\(Self.folder.path)/\(name).sqlite.gz"
        guard unsafe system("gzip -dc '\(packed)' > '\(settings.database)'") == 0 else {
            throw FolderFailure(path: packed)
        }
        return settings
    }

    /// The newest of them.
    static func newest(in folder: TemporaryFolder) throws -> Settings {
        guard let newest = all.last else { throw FolderFailure(path: Self.folder.path) }
        return try newest.unpack(into: folder)
    }
}

extension Settings {
    /// The same portal by a program that has a migration more.
    func withMigration(_ text: String, in folder: TemporaryFolder) throws -> Settings {
        let all = self.folder("Resources/Migrations")
        let names = try all.names(endingIn: ".sql")
        unsafe mkdir(folder.file("later"), 0o700)
        unsafe mkdir(folder.file("later/Resources"), 0o700)
        for name in names {
            try folder.write(
                all.bytes(of: name + ".sql"), to: "later/Resources/Migrations/\(name).sql")
        }
        let number = "\(10_000 + names.count + 1)".dropFirst()
        try folder.write(
            Array(text.utf8), to: "later/Resources/Migrations/\(number)-later.sql")
        var settings = self
        settings.root = folder.file("later")
        for name in ["Templates", "Public"] {
            unsafe symlink("\(root)/\(name)", folder.file("later/\(name)"))
        }
        unsafe symlink("\(root)/Resources/Passwords", folder.file("later/Resources/Passwords"))
        return settings
    }
}
