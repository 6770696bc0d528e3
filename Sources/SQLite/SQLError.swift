internal import CSQLite
internal import Glibc

/// What SQLite refused, in its own words, and the statement it refused.
public struct SQLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The extended result code.
    public let code: Int32
    /// SQLite's message, or ours where it says more.
    public let message: String
    /// The SQL text, without its values.
    public let statement: String

    init(code: Int32, message: String, statement: String) {
        self.code = code
        self.message = message
        self.statement = statement
    }

    /// One line for the log; never shown to a user.
    public var description: String {
        let text =
            statement.isEmpty
            ? "SQLite \(code): \(message)"
            : "SQLite \(code): \(message) in «\(statement)»"
        // Statements are written over several lines, and so are the rules that messages quote.
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether a uniqueness, check or foreign key rule of the schema was broken.
    public var isConstraint: Bool {
        code & 0xff == SQLITE_CONSTRAINT
    }

    /// Whether the row was refused because another has its key.
    public var isDuplicate: Bool {
        // UNIQUE, PRIMARYKEY and ROWID; SQLite's own constants are macros with a cast.
        isConstraint && [8, 6, 10].contains(code >> 8)
    }

    /// Whether the file is no database, or one that is damaged.
    public var isDamage: Bool {
        code & 0xff == SQLITE_NOTADB || code & 0xff == SQLITE_CORRUPT
    }

    /// Whether another connection kept the database longer than the busy timeout.
    public var isBusy: Bool {
        code & 0xff == SQLITE_BUSY || code & 0xff == SQLITE_LOCKED
    }
}

extension SQLError {
    /// What the connection said last.
    @safe init(last connection: OpaquePointer?, statement: String) {
        let path = unsafe sqlite3_db_filename(connection, "main").map { unsafe String(cString: $0) }
        self.init(last: connection, path: path ?? "", statement: statement)
    }

    /// What the connection said last, about the file at `path`.
    @safe init(last connection: OpaquePointer?, path: String, statement: String) {
        let code = unsafe sqlite3_extended_errcode(connection)
        let said = unsafe String(cString: sqlite3_errmsg(connection))
        let path = path.isEmpty ? "the database" : path
        let message =
            switch code & 0xff {
            case SQLITE_NOTADB: "\(path) is not an SQLite database"
            case SQLITE_CORRUPT: "\(path) is damaged (\(said)); restore a backup"
            case SQLITE_CANTOPEN:
                "\(path) cannot be opened: \(unsafe Self.reason(of: connection) ?? said)"
            case SQLITE_READONLY: "\(path) cannot be written: \(said)"
            default: said
            }
        self.init(code: code, message: message, statement: statement)
    }

    /// What the system said to SQLite, such as "No such file or directory".
    private static func reason(of connection: OpaquePointer?) -> String? {
        let number = unsafe sqlite3_system_errno(connection)
        guard number != 0, let words = unsafe strerror(number) else { return nil }
        return unsafe String(cString: words)
    }
}
