internal import CSQLite

/// A connection to one database file.
///
/// It stays on the thread that opened it; each thread opens its own.
@safe public final class Database {
    /// The file, or `:memory:`.
    public let path: String

    @usableFromInline let handle: OpaquePointer
    let statements: StatementCache
    /// What this connection has done.
    public let counters = DatabaseCounters()
    /// What keeps another file from being put in the place of this one while it is open.
    private let claim: FileClaim?
    /// How many `transaction`s and `snapshot`s are open, one in another.
    var depth = 0
    /// Whether commits go to a write-ahead log.
    private(set) var keepsLog = false
    /// Whether it was opened to read alone.
    let isReading: Bool
    let keptValues = KeptValues(capacity: 256)
    /// The version of the data in the snapshot that is open, once it was asked for.
    var snapshotVersion: Int64?

    /// What a connection may do.
    public enum Mode: Sendable {
        /// Reads and writes, and creates the file if need be.
        case readWrite
        /// Reads a file that exists.
        case readOnly
    }

    /// Opens the file: with foreign keys on, in WAL mode, each commit synced.
    ///
    /// - Parameters:
    ///   - path: The file, or `:memory:`.
    ///   - mode: What it is opened for.
    ///   - claim: A claim on the file, held as long as it is open.
    /// - Throws: ``SQLError`` for a file that cannot be opened or is no database.
    public init(
        path: String, mode: Mode = .readWrite, claim: FileClaim? = nil
    ) throws(SQLError) {
        _ = memoryStatisticsAreOff
        var handle: OpaquePointer?
        let access =
            mode == .readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        let code = unsafe sqlite3_open_v2(path, &handle, access | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let handle = unsafe handle else {
            defer { unsafe sqlite3_close_v2(handle) }
            throw SQLError(last: handle, path: path, statement: "")
        }
        self.path = path
        self.claim = claim
        isReading = mode == .readOnly
        unsafe self.handle = handle
        statements = StatementCache(
            of: handle, capacity: 128, counters: counters)
        try configure(mode)
    }

    deinit {
        // A connection closed thus waits for its last statement, so the order is no matter.
        unsafe sqlite3_close_v2(handle)
    }

    private func configure(_ mode: Mode) throws(SQLError) {
        guard unsafe portal_harden(handle) == SQLITE_OK else {
            throw unsafe SQLError(last: handle, path: path, statement: "")
        }
        // Readers wait too: two that open a file at one moment may meet its lock.
        unsafe sqlite3_busy_timeout(handle, 5_000)
        try script("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;")
        switch mode {
        case .readWrite:
            try script("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
        case .readOnly:
            // A file that is no database is found out here and not at the first question.
            try script("PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema;")
        }
        keepsLog = try first("PRAGMA journal_mode") == "wal"
    }

    /// Starts a run of a statement, with its values bound.
    func statement(_ sql: SQL) throws(SQLError) -> Statement {
        if depth > 0, unsafe sqlite3_get_autocommit(handle) != 0 {
            throw SQLError(
                code: SQLITE_ABORT, message: "the transaction around this has ended",
                statement: sql.text)
        }
        let statement = Statement(try statements.statement(sql.text))
        try statement.prepared.bind(sql.values)
        return statement
    }
}

/// Done once, before the first connection is opened; had SQLite been started elsewhere in the
/// process, it would refuse and go on as it is.
private let memoryStatisticsAreOff = portal_turn_memory_statistics_off() == SQLITE_OK
