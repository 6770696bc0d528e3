/// One step of the schema: a script that is run once in the life of a database.
public struct Migration: Hashable, Sendable {
    /// Its place in the order, counted from 1 without a gap.
    public let number: Int
    /// What people call it, such as `0001-catalogue`.
    public let name: String
    /// The SQL.
    public let text: String
    /// A digest of the text, by which a script changed after it was applied is found out.
    public let digest: String

    /// Describes a step.
    public init(number: Int, name: String, text: String, digest: String) {
        self.number = number
        self.name = name
        self.text = text
        self.digest = digest
    }
}

/// Why a database was not brought up to date; it is then as the last good migration left it.
public enum MigrationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The database has a migration this program does not know.
    case databaseIsNewer(path: String, applied: Int, known: Int)
    /// A migration was edited after it was applied.
    case changedSinceApplied(path: String, number: Int, name: String)
    /// Migrations do not count 1, 2, 3 …
    case notContiguous(path: String, expected: Int, found: Int)
    /// A script was refused by SQLite.
    case scriptFailed(name: String, error: SQLError)
    /// A script left references to rows that are not there.
    case brokenReferences(name: String, rows: [String])
    /// The list of what was applied cannot be read or written.
    case unreadable(path: String, error: SQLError)

    /// One line for whoever starts the program.
    public var description: String {
        switch self {
        case .databaseIsNewer(let path, let applied, let known):
            "the database \(path) is newer than this program: it has migration \(applied), "
                + "this program knows up to \(known); run a newer portal or use another database"
        case .changedSinceApplied(let path, let number, let name):
            "migration \(number) (\(name)) is not the one applied to the database \(path): "
                + "restore its text and write the change as a new migration"
        case .notContiguous(let path, let expected, let found):
            "the migrations of \(path) are not numbered 1, 2, 3 and so on: "
                + "\(expected) was expected and \(found) found"
        case .scriptFailed(let name, let error):
            "migration \(name) failed and was undone: \(error)"
        case .brokenReferences(let name, let rows):
            "migration \(name) was undone because it breaks references: "
                + rows.joined(separator: "; ")
        case .unreadable(let path, let error):
            "the migrations of the database \(path) cannot be read or recorded: \(error)"
        }
    }
}
