internal import CSQLite
internal import Glibc

extension Database {
    /// Copies the database, as it is at this moment, into a file while others go on writing.
    ///
    /// The copy is one file without a log beside it, which can be opened where nothing can be
    /// written, and only its owner may read it. When this returns, it is on the disk.
    ///
    /// - Parameter path: A new file, or an empty one.
    /// - Throws: ``SQLError``; the file is then not whole.
    public func copy(to path: String) throws(SQLError) {
        try Self.makeEmpty(path)
        var copy: OpaquePointer?
        let opened = unsafe sqlite3_open_v2(
            path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        defer { unsafe sqlite3_close_v2(copy) }
        // Half a copy is worth nothing: there is nothing to be undone in it, nor to be synced.
        guard opened == SQLITE_OK,
            unsafe sqlite3_exec(
                copy, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil)
                == SQLITE_OK,
            let backup = unsafe sqlite3_backup_init(copy, "main", handle, "main")
        else { throw SQLError(last: copy, path: path, statement: "") }
        // All pages in one step, as of one moment. In WAL mode a reader keeps no writer waiting:
        // what is written meanwhile goes to the log's end, which only cannot begin anew before
        // the step is over. Smaller steps would begin anew with every commit that falls between.
        let copied = unsafe sqlite3_backup_step(backup, -1)
        let finished = unsafe sqlite3_backup_finish(backup)
        guard finished == SQLITE_OK else {
            throw SQLError(last: copy, path: path, statement: "")
        }
        guard copied == SQLITE_DONE else {
            throw SQLError(
                code: copied, message: "\(self.path) is in use and was not copied", statement: "")
        }
        guard unsafe sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", nil, nil, nil) == SQLITE_OK
        else { throw SQLError(last: copy, path: path, statement: "") }
        unsafe sqlite3_close_v2(copy)
        unsafe copy = nil
        try Self.sync(path)
    }

    /// Makes one file of a database that nobody has open: what its log holds is brought into it,
    /// and the log is gone.
    ///
    /// - Throws: ``SQLError``: ``SQLError/isBusy`` if somebody has it open, ``SQLError/isDamage``
    ///   if it is too damaged for that. The database then is as it was.
    public static func unite(_ path: String) throws(SQLError) {
        var database: OpaquePointer?
        let opened = unsafe sqlite3_open_v2(
            path, &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
        defer { unsafe sqlite3_close_v2(database) }
        // To read the schema is to undo what a rollback journal says was half done. To leave WAL
        // mode, and to begin so, takes the lock that nobody else can have: not even who is idle.
        let steps = """
            SELECT count(*) FROM sqlite_schema; PRAGMA synchronous = FULL;
            PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE; COMMIT
            """
        guard opened == SQLITE_OK, unsafe sqlite3_exec(database, steps, nil, nil, nil) == SQLITE_OK
        else { throw SQLError(last: database, path: path, statement: "") }
    }

    /// Makes an empty file of its owner's alone, whatever the mask of the program is.
    private static func makeEmpty(_ path: String) throws(SQLError) {
        let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw trouble(path) }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0, lseek(descriptor, 0, SEEK_END) == 0 else {
            throw SQLError(
                code: SQLITE_CANTOPEN, message: "\(path) is there already", statement: "")
        }
    }

    private static func sync(_ path: String) throws(SQLError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw trouble(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw trouble(path) }
    }

    /// What the system said last.
    private static func trouble(_ path: String) -> SQLError {
        let reason = unsafe String(cString: strerror(errno))
        return SQLError(
            code: SQLITE_CANTOPEN, message: "\(path) cannot be written: \(reason)", statement: "")
    }
}
