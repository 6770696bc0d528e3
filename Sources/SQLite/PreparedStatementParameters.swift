internal import CSQLite

extension PreparedStatement {
    /// Gives every parameter its value.
    func bind(_ values: [SQLValue]) throws(SQLError) {
        guard unsafe Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            // A `?` in a literal would otherwise take the next value, and one be left over.
            throw SQLError(
                code: SQLITE_RANGE, message: "every parameter must be written as \\( )",
                statement: text)
        }
        for index in values.indices {
            guard bind(values[index], at: Int32(truncatingIfNeeded: index + 1)) == SQLITE_OK else {
                throw unsafe SQLError(last: connection, statement: text)
            }
        }
    }

    private func bind(_ value: SQLValue, at index: Int32) -> Int32 {
        switch value {
        case .null: unsafe sqlite3_bind_null(handle, index)
        case .integer(let value): unsafe sqlite3_bind_int64(handle, index, value)
        case .real(let value): unsafe sqlite3_bind_double(handle, index, value)
        case .text(let value):
            unsafe portal_bind_text(handle, index, value, UInt64(value.utf8.count))
        // Empty bytes may have no address, which SQLite would take for NULL.
        case .blob(let bytes) where bytes.isEmpty: unsafe sqlite3_bind_zeroblob(handle, index, 0)
        case .blob(let bytes):
            unsafe bytes.withUnsafeBytes {
                unsafe portal_bind_blob(handle, index, $0.baseAddress, UInt64($0.count))
            }
        }
    }
}
