internal import CSQLite

extension Database {
    /// Runs several statements, as a migration file holds them; an error tells the line.
    public func script(_ text: String) throws(SQLError) {
        var failure: SQLError?
        unsafe text.withCString { start in
            var next: UnsafePointer<CChar>? = unsafe start
            while failure == nil, let current = unsafe next, unsafe current.pointee != 0 {
                var compiled: OpaquePointer?
                var code = unsafe sqlite3_prepare_v2(handle, current, -1, &compiled, &next)
                while code == SQLITE_OK || code == SQLITE_ROW, unsafe compiled != nil {
                    code = unsafe sqlite3_step(compiled)
                }
                if code != SQLITE_OK && code != SQLITE_DONE {
                    failure = unsafe SQLError(last: handle, statement: text)
                        .onLine(of: current, after: start, until: next)
                }
                unsafe sqlite3_finalize(compiled)
            }
        }
        if let failure { throw failure }
    }
}

extension SQLError {
    /// The same error with only the statement that failed, and its line if there are several.
    fileprivate func onLine(
        of statement: UnsafePointer<CChar>, after start: UnsafePointer<CChar>,
        until end: UnsafePointer<CChar>?
    ) -> SQLError {
        let before = unsafe UnsafeBufferPointer(start: start, count: statement - start)
        let rest = unsafe String(cString: statement).utf8
        let blank = rest.prefix { $0 == 10 || $0 == 13 || $0 == 32 || $0 == 9 }
        let newLines = unsafe before.count { $0 == 10 } + blank.count { $0 == 10 }
        // SQLite stops reading where it does not understand: the rest belongs to it as well.
        let read = unsafe end.map { unsafe $0 - statement } ?? rest.count
        let semicolon = UInt8(ascii: ";")
        let unread = rest.dropFirst(read).prefix { $0 != semicolon }.count
        let count = rest.prefix(read).last == semicolon ? read - 1 : read + unread
        let own = Substring(rest.prefix(count).dropFirst(blank.count))
        return SQLError(
            code: code, message: newLines == 0 ? message : "line \(newLines + 1): \(message)",
            statement: String(own))
    }
}
