internal import CSQLite
internal import Glibc

/// A statement SQLite has compiled, which can be run many times.
@usableFromInline @safe final class PreparedStatement {
    let handle: OpaquePointer
    let connection: OpaquePointer
    let text: String
    private(set) var names = ColumnNames([])
    @usableFromInline private(set) var columnCount = 0

    var isInUse = false
    var lastUse: UInt64 = 0

    private var isOnRow = false
    private var preparations: Int32 = 0
    private let counters: DatabaseCounters
    private var start = 0

    /// Compiles one statement; `lasting` tells SQLite that it will be kept.
    init(
        _ text: String, on connection: OpaquePointer, lasting: Bool, counters: DatabaseCounters
    ) throws(SQLError) {
        var handle: OpaquePointer?
        var isAlone = true
        let flags = lasting ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
        let code = unsafe text.withCString { start in
            var rest: UnsafePointer<CChar>?
            let code = unsafe sqlite3_prepare_v3(connection, start, -1, flags, &handle, &rest)
            isAlone = unsafe Self.isBlank(rest)
            return code
        }
        guard code == SQLITE_OK else { throw SQLError(last: connection, statement: text) }
        guard let handle = unsafe handle, isAlone else {
            unsafe sqlite3_finalize(handle)
            throw SQLError(
                code: SQLITE_MISUSE, message: "this must be exactly one statement", statement: text)
        }
        unsafe self.handle = handle
        unsafe self.connection = connection
        self.text = text
        self.counters = counters
        nameColumns()
    }

    deinit {
        unsafe sqlite3_finalize(handle)
    }

    /// Whether the statement leaves the database as it is.
    var isReadOnly: Bool {
        unsafe sqlite3_stmt_readonly(handle) != 0
    }

    /// Advances to the next row; `false` when there is none.
    func step() throws(SQLError) -> Bool {
        switch unsafe sqlite3_step(handle) {
        case SQLITE_ROW:
            if isOnRow {
                beginRow()
            } else {
                nameColumnsAgainIfChanged()
                isOnRow = true
            }
            return true
        case SQLITE_DONE:
            return false
        default:
            throw unsafe SQLError(last: connection, statement: text)
        }
    }

    /// Begins a run.
    func beginUse() {
        isInUse = true
        start = Self.microseconds()
    }

    /// Ends a run and forgets its values.
    @usableFromInline func endUse() {
        isInUse = false
        counters.microseconds.add(Self.microseconds() - start)
        if isOnRow { beginRow() }
        isOnRow = false
        // A code given here repeats the error that `step` has thrown.
        unsafe sqlite3_reset(handle)
        unsafe sqlite3_clear_bindings(handle)
    }

    private static func microseconds() -> Int {
        var now = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000 + now.tv_nsec / 1000
    }

    private func beginRow() {
        if let others = names.beginRow() { names = others }
    }

    private func nameColumns() {
        names = ColumnNames(
            (0..<(unsafe sqlite3_column_count(handle))).map { index in
                guard let name = unsafe sqlite3_column_name(handle, index) else { return "" }
                return unsafe String(cString: name)
            })
        columnCount = names.all.count
    }

    /// A changed schema makes SQLite compile a statement again: `SELECT *` may have new columns.
    private func nameColumnsAgainIfChanged() {
        let count = unsafe sqlite3_stmt_status(handle, SQLITE_STMTSTATUS_REPREPARE, 0)
        guard count != preparations else { return }
        preparations = count
        nameColumns()
    }

    private static func isBlank(_ rest: UnsafePointer<CChar>?) -> Bool {
        guard var rest = unsafe rest else { return true }
        while unsafe rest.pointee != 0 {
            guard unsafe " \n\t\r;".utf8.contains(UInt8(bitPattern: rest.pointee)) else {
                return false
            }
            unsafe rest += 1
        }
        return true
    }
}
