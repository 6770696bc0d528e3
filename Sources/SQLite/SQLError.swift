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
    /// What keeps a database from its work though what was asked of it is right, and may pass.
    public enum Obstacle: Hashable, Sendable, CaseIterable {
        /// Another connection kept it for longer than the busy timeout.
        case busy
        /// There is no room where it lies.
        case full
        /// It can only be read.
        case readOnly
        /// The system failed: a disk, or no more memory or open files.
        case failing
    }

    /// What was in the way; `nil` where the question itself is at fault, or the file is damaged.
    public var obstacle: Obstacle? {
        switch code & 0xff {
        // The last is what SQLite says when it gives up on the locks of its log.
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: .busy
        case SQLITE_FULL: .full
        case SQLITE_READONLY: .readOnly
        // Its index of the log could not grow (SQLITE_IOERR_SHMSIZE, a macro with a shift).
        case SQLITE_IOERR where code >> 8 == 19: .full
        case SQLITE_IOERR, SQLITE_NOMEM, SQLITE_CANTOPEN: .failing
        default: nil
        }
    }

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
            case SQLITE_CANTOPEN where Self.isAloneInFolder(path):
                "\(path) cannot be opened: SQLite keeps files beside it while it is in use, "
                    + "and its folder cannot be written"
            case SQLITE_CANTOPEN:
                "\(path) cannot be opened: \(unsafe Self.reason(of: connection) ?? said)"
            case SQLITE_READONLY: "\(path) cannot be written: \(said)"
            default: said
            }
        self.init(code: code, message: message, statement: statement)
    }

    /// Whether a file can be read, and nothing can be put beside it.
    private static func isAloneInFolder(_ path: String) -> Bool {
        let end = path.lastIndex(of: "/")
        let folder = end.map { path[...$0] } ?? "."
        return unsafe access(path, R_OK) == 0 && access(String(folder), W_OK) != 0
    }

    /// What the system said to SQLite, such as "No such file or directory".
    private static func reason(of connection: OpaquePointer?) -> String? {
        let number = unsafe sqlite3_system_errno(connection)
        guard number != 0, let words = unsafe strerror(number) else { return nil }
        return unsafe String(cString: words)
    }
}
