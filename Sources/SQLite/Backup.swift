internal import CSQLite
internal import Glibc

extension Database {
    /// Copies the database, as it is at this moment, to a new file while others go on writing.
    ///
    /// The file appears under its name only when it is whole; one that was there is replaced.
    public func backup(to path: String) throws(SQLError) {
        let partial = path + ".partial"
        unsafe unlink(partial)
        do {
            try copy(to: partial)
        } catch {
            unsafe unlink(partial)
            throw error
        }
        guard unsafe rename(partial, path) == 0 else {
            let reason = unsafe String(cString: strerror(errno))
            unsafe unlink(partial)
            throw SQLError(
                code: SQLITE_CANTOPEN, message: "\(path) cannot be written: \(reason)",
                statement: "")
        }
    }

    private func copy(to path: String) throws(SQLError) {
        var copy: OpaquePointer?
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX
        let opened = unsafe sqlite3_open_v2(path, &copy, flags, nil)
        defer { unsafe sqlite3_close_v2(copy) }
        guard opened == SQLITE_OK,
            let backup = unsafe sqlite3_backup_init(copy, "main", handle, "main")
        else { throw SQLError(last: copy, path: path, statement: "") }
        // All pages in one step: readers and, in WAL mode, writers are not kept waiting by it.
        let copied = unsafe sqlite3_backup_step(backup, -1)
        let finished = unsafe sqlite3_backup_finish(backup)
        guard finished == SQLITE_OK else {
            throw SQLError(last: copy, path: path, statement: "")
        }
        guard copied == SQLITE_DONE else {
            throw SQLError(
                code: copied, message: "\(self.path) is in use and was not copied", statement: "")
        }
    }
}
