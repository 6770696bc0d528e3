internal import CSQLite

extension PreparedStatement {
    @usableFromInline func index(of name: String) -> Int? {
        names.index(of: name)
    }

    @inlinable func hasColumn(at index: Int) -> Bool {
        index >= 0 && index < columnCount
    }

    @usableFromInline func integer(at index: Int) -> Int64? {
        integerIfAny(at: index) ?? nil
    }

    /// An integer or NULL.
    @usableFromInline func integerIfAny(at index: Int) -> Int64?? {
        let value = unsafe sqliteValue(at: index)
        return switch unsafe sqlite3_value_type(value) {
        case SQLITE_INTEGER: unsafe sqlite3_value_int64(value)
        case SQLITE_NULL: .some(nil)
        default: nil
        }
    }

    @usableFromInline func double(at index: Int) -> Double? {
        let value = unsafe sqliteValue(at: index)
        guard unsafe sqlite3_value_type(value) == SQLITE_FLOAT else {
            return integer(at: index).flatMap { Double(exactly: $0) }
        }
        return unsafe sqlite3_value_double(value)
    }

    @usableFromInline func text(at index: Int) -> String? {
        textIfAny(at: index) ?? nil
    }

    /// A text or NULL.
    @usableFromInline func textIfAny(at index: Int) -> String?? {
        let value = unsafe sqliteValue(at: index)
        return switch unsafe sqlite3_value_type(value) {
        case SQLITE_TEXT: unsafe text(of: value)
        case SQLITE_NULL: .some(nil)
        default: nil
        }
    }

    @usableFromInline func blob(at index: Int) -> [UInt8]? {
        let value = unsafe sqliteValue(at: index)
        guard unsafe sqlite3_value_type(value) == SQLITE_BLOB else { return nil }
        // SQLite gives no address for no bytes.
        guard let start = unsafe sqlite3_value_blob(value) else { return [] }
        let count = unsafe Int(sqlite3_value_bytes(value))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    @usableFromInline func isNull(at index: Int) -> Bool {
        unsafe sqlite3_value_type(sqliteValue(at: index)) == SQLITE_NULL
    }

    func value(at index: Int) -> SQLValue {
        if let value = integer(at: index) { return .integer(value) }
        if let value = double(at: index) { return .real(value) }
        if let value = text(at: index) { return .text(value) }
        if let value = blob(at: index) { return .blob(value) }
        return .null
    }

    private func text(of value: OpaquePointer?) -> String {
        // Asking for the bytes makes them UTF-8; asking for a blob of them, unlike for a text,
        // copies nothing to put a zero at the end.
        let count = unsafe Int(sqlite3_value_bytes(value))
        guard let start = unsafe sqlite3_value_blob(value) else { return "" }
        // Repairs what is not UTF-8, as decoding does; a short text is made in place, which costs
        // half as much.
        return unsafe String(unsafeUninitializedCapacity: count) { room in
            unsafe UnsafeMutableRawBufferPointer(room).copyMemory(
                from: UnsafeRawBufferPointer(start: start, count: count))
            return count
        }
    }

    /// SQLite's own box of a column, found once for its class and its content.
    ///
    /// Such a value may be read only if no other thread uses the connection, as here.
    private func sqliteValue(at index: Int) -> OpaquePointer? {
        unsafe sqlite3_column_value(handle, Int32(truncatingIfNeeded: index))
    }
}
