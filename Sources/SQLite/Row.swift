internal import CSQLite

/// The current row of a query, which can be read and not kept.
///
/// `try row("title")` reads the column of that name as the type the caller expects, and
/// `try row[0]` the one at that position. A NULL that the type has no place for, another storage
/// class or a value that cannot be understood is an ``SQLError`` that names the column.
public struct Row: ~Copyable {
    @usableFromInline let statement: Statement
    @usableFromInline var prepared: PreparedStatement {
        @inlinable get { statement.prepared }
    }

    @usableFromInline init(_ statement: consuming Statement) {
        self.statement = statement
    }

    @usableFromInline mutating func next() throws(SQLError) -> Bool {
        try statement.prepared.step()
    }

    /// The names of the columns.
    public var columns: [String] { prepared.names.all }

    /// The column of that name.
    @inlinable public func callAsFunction<Value: SQLConvertible>(
        _ column: String, as type: Value.Type = Value.self
    ) throws(SQLError) -> Value {
        guard let index = prepared.index(of: column) else { throw unknown(column) }
        guard let storage = Value.Storage.stored(in: self, at: index),
            let value = Value(sqlStorage: storage)
        else { throw unreadable(at: index, as: "\(Value.self)") }
        return value
    }

    /// The column at that position, counted from 0.
    @inlinable
    public subscript<Value: SQLConvertible>(
        index: Int, as type: Value.Type = Value.self
    ) -> Value {
        get throws(SQLError) {
            guard prepared.hasColumn(at: index),
                let storage = Value.Storage.stored(in: self, at: index),
                let value = Value(sqlStorage: storage)
            else { throw unreadable(at: index, as: "\(Value.self)") }
            return value
        }
    }

    /// An error about this row, for a reader that can make no value of its columns.
    public func refused(_ reason: String) -> SQLError {
        SQLError(code: SQLITE_MISMATCH, message: reason, statement: prepared.text)
    }

    @usableFromInline func unknown(_ column: String) -> SQLError {
        let known = prepared.names.all.joined(separator: ", ")
        return SQLError(
            code: SQLITE_ERROR, message: "no column «\(column)» among \(known)",
            statement: prepared.text)
    }

    @usableFromInline func unreadable(at index: Int, as type: String) -> SQLError {
        guard prepared.hasColumn(at: index) else {
            return SQLError(
                code: SQLITE_RANGE,
                message: "no column \(index), there are \(prepared.names.all.count)",
                statement: prepared.text)
        }
        let held =
            switch prepared.value(at: index) {
            case .null: "NULL"
            case .integer(let value): "the integer \(value)"
            case .real(let value): "the real \(value)"
            // What people wrote stays out of logs.
            case .text: "text"
            case .blob: "a blob"
            }
        return SQLError(
            code: SQLITE_MISMATCH,
            message: "column «\(prepared.names.all[index])» holds \(held), which is no \(type)",
            statement: prepared.text)
    }
}
