internal import CSQLite

/// A statement that is run over and over, its values bound one by one.
///
/// For loads of a million rows: `run` of ``Database`` puts the values of a row in a list and finds
/// the statement by its text, which costs as much as keeping the row does. It is for statements
/// that give no rows, and lasts no longer than its database.
public struct RepeatedStatement: ~Copyable {
    private let database: Database
    private let prepared: PreparedStatement

    /// Compiles a statement whose parameters are written as `?1`, `?2` and so on.
    public init(_ sql: SQL, on database: Database) throws(SQLError) {
        self.database = database
        prepared = try unsafe PreparedStatement(
            sql.text, on: database.handle, lasting: true, counters: database.counters)
    }

    /// Gives a parameter, counted from 1, a whole number or NULL until it is given another.
    public func bind(_ value: Int64?, at index: Int32) throws(SQLError) {
        if let value {
            try check(unsafe sqlite3_bind_int64(prepared.handle, index, value))
        } else {
            try check(unsafe sqlite3_bind_null(prepared.handle, index))
        }
    }

    /// Gives a parameter, counted from 1, a text or NULL until it is given another.
    public func bind(_ value: String?, at index: Int32) throws(SQLError) {
        if let value {
            let count = UInt64(value.utf8.count)
            try check(unsafe portal_bind_text(prepared.handle, index, value, count))
        } else {
            try check(unsafe sqlite3_bind_null(prepared.handle, index))
        }
    }

    private func check(_ code: Int32) throws(SQLError) {
        guard code == SQLITE_OK else {
            throw unsafe SQLError(last: database.handle, statement: prepared.text)
        }
    }

    /// Runs the statement with the values that it has.
    public func run() throws(SQLError) {
        let code = unsafe sqlite3_step(prepared.handle)
        guard code == SQLITE_DONE else {
            let error = unsafe SQLError(last: database.handle, statement: prepared.text)
            unsafe sqlite3_reset(prepared.handle)
            throw error
        }
        unsafe sqlite3_reset(prepared.handle)
    }
}
