internal import CSQLite

extension Database {
    /// Every row of a query, each read by `read`.
    @inlinable public func all<Value>(
        _ sql: SQL, read: (borrowing Row) throws(SQLError) -> Value
    ) throws(SQLError) -> [Value] {
        var row = try rows(sql)
        var values: [Value] = []
        while try row.next() {
            values.append(try read(row))
        }
        return values
    }

    /// The first row of a query, or `nil` if there is none.
    @inlinable public func first<Value>(
        _ sql: SQL, read: (borrowing Row) throws(SQLError) -> Value
    ) throws(SQLError) -> Value? {
        var row = try rows(sql)
        guard try row.next() else { return nil }
        let value = try read(row)
        try row.finish()
        return value
    }

    /// The first column of the first row, or `nil` if there is no row.
    @inlinable public func first<Value: SQLConvertible>(
        _ sql: SQL, as type: Value.Type = Value.self
    ) throws(SQLError) -> Value? {
        try first(sql) { (row: borrowing Row) throws(SQLError) -> Value in try row[0] }
    }

    /// Gives each row of a query to `body` as it comes, so that none need be kept.
    @inlinable public func forEach(
        _ sql: SQL, _ body: (borrowing Row) throws(SQLError) -> Void
    ) throws(SQLError) {
        var row = try rows(sql)
        while try row.next() {
            try body(row)
        }
    }

    /// Runs a statement that gives no rows; returns how many rows it changed itself.
    @discardableResult
    public func run(_ sql: SQL) throws(SQLError) -> Int {
        let statement = try statement(sql)
        // A statement that changes nothing leaves the count of the one before it.
        let before = unsafe sqlite3_total_changes64(handle)
        while try statement.prepared.step() {}
        guard unsafe sqlite3_total_changes64(handle) != before else { return 0 }
        return unsafe Int(sqlite3_changes64(handle))
    }

    /// The key SQLite gave the row inserted last on this connection.
    public var lastInsertedRow: Int64 {
        unsafe sqlite3_last_insert_rowid(handle)
    }

    /// A number that changes when another connection has changed the database.
    ///
    /// It costs no disk access, so that what was made from the data can be kept until it changes.
    /// In a snapshot it is asked for once: there it stays the same.
    public var dataVersion: Int64 {
        get throws(SQLError) {
            if let snapshotVersion { return snapshotVersion }
            let version: Int64 = try first("PRAGMA data_version") ?? 0
            if isReading, depth > 0 { snapshotVersion = version }
            return version
        }
    }

    @usableFromInline func rows(_ sql: SQL) throws(SQLError) -> Row {
        Row(try statement(sql))
    }
}

extension Row {
    /// Lets a change that returns rows come to its end, where its errors are told.
    @usableFromInline mutating func finish() throws(SQLError) {
        guard !prepared.isReadOnly else { return }
        while try next() {}
    }
}
