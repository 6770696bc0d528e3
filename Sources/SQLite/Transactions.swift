internal import CSQLite

extension Database {
    /// Does all of `body` or none of it.
    ///
    /// The write lock is taken at the start, so that what is read within still holds when it is
    /// written. A transaction in a transaction is undone alone if it throws.
    @discardableResult
    public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        if depth == 0 {
            try within("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK", body)
        } else {
            try within(
                "SAVEPOINT nested", "RELEASE nested", "ROLLBACK TO nested; RELEASE nested", body)
        }
    }

    /// Asks several questions of the database in one state of it.
    ///
    /// A connection that reads asks first of all for the version of the data, for what is kept.
    @discardableResult
    public func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        if depth == 0 {
            try within("BEGIN", "COMMIT", "ROLLBACK") {
                if isReading { _ = try dataVersion }
                return try body()
            }
        } else {
            try body()
        }
    }

    /// Whether a transaction is open.
    public var isInTransaction: Bool {
        unsafe sqlite3_get_autocommit(handle) == 0
    }

    /// Asks SQLite, which only this thread may do, how many pages it found in memory.
    private func countPages() {
        counters.pageHits.add(take(SQLITE_DBSTATUS_CACHE_HIT))
        counters.pageMisses.add(take(SQLITE_DBSTATUS_CACHE_MISS))
    }

    /// The number since it was last asked for.
    private func take(_ kind: Int32) -> Int {
        var now: Int32 = 0
        var highest: Int32 = 0
        unsafe sqlite3_db_status(handle, kind, &now, &highest, 1)
        return Int(now)
    }

    private func within<Value>(
        _ begin: SQL, _ commit: SQL, _ rollback: String, _ body: () throws -> Value
    ) throws -> Value {
        try run(begin)
        depth += 1
        defer {
            depth -= 1
            if depth == 0 {
                snapshotVersion = nil
                countPages()
            }
        }
        do {
            let value = try body()
            try run(commit)
            return value
        } catch {
            // The first error is the one to report; SQLite may have rolled back already.
            if isInTransaction { _ = try? script(rollback) }
            throw error
        }
    }
}
