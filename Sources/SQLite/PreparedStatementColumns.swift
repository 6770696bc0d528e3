internal import CSQLite

extension PreparedStatement {
    /// The position of the column of that name.
    ///
    /// Rows are read in the order of their columns, so the name asked for is nearly always that
    /// of the next one. The first row also exchanges SQLite's names for the callers' own strings:
    /// a literal is then compared with itself, which is one instruction.
    @usableFromInline func index(of name: String) -> Int? {
        let expected = cursor
        if columnsAreCallers, expected < columns.count, columns[expected] == name {
            cursor = expected + 1
            return expected
        }
        guard let found = columns.firstIndex(of: name) else { return nil }
        columns[found] = name
        cursor = found + 1
        return found
    }

    @usableFromInline func hasColumn(at index: Int) -> Bool {
        columns.indices.contains(index)
    }

    @usableFromInline func integer(at index: Int) -> Int64? {
        let index = Int32(truncatingIfNeeded: index)
        guard unsafe sqlite3_column_type(handle, index) == SQLITE_INTEGER else { return nil }
        return unsafe sqlite3_column_int64(handle, index)
    }

    @usableFromInline func double(at index: Int) -> Double? {
        let column = Int32(truncatingIfNeeded: index)
        guard unsafe sqlite3_column_type(handle, column) == SQLITE_FLOAT else {
            return integer(at: index).flatMap { Double(exactly: $0) }
        }
        return unsafe sqlite3_column_double(handle, column)
    }

    @usableFromInline func text(at index: Int) -> String? {
        let index = Int32(truncatingIfNeeded: index)
        guard unsafe sqlite3_column_type(handle, index) == SQLITE_TEXT,
            let start = unsafe sqlite3_column_text(handle, index)
        else { return nil }
        let count = unsafe Int(sqlite3_column_bytes(handle, index))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    @usableFromInline func blob(at index: Int) -> [UInt8]? {
        let index = Int32(truncatingIfNeeded: index)
        guard unsafe sqlite3_column_type(handle, index) == SQLITE_BLOB else { return nil }
        // SQLite gives no address for no bytes.
        guard let start = unsafe sqlite3_column_blob(handle, index) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(handle, index))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    @usableFromInline func isNull(at index: Int) -> Bool {
        unsafe sqlite3_column_type(handle, Int32(truncatingIfNeeded: index)) == SQLITE_NULL
    }

    func value(at index: Int) -> SQLValue {
        if let value = integer(at: index) { return .integer(value) }
        if let value = double(at: index) { return .real(value) }
        if let value = text(at: index) { return .text(value) }
        if let value = blob(at: index) { return .blob(value) }
        return .null
    }
}
