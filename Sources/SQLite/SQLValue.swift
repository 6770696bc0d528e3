/// A value of one of SQLite's storage classes.
///
/// Statements keep their parameters as these. Reading a column of unknown class gives one too,
/// as an export of any table needs.
@frozen public enum SQLValue: Hashable, Sendable {
    /// NULL.
    case null
    /// A 64-bit integer.
    case integer(Int64)
    /// A double.
    case real(Double)
    /// Text, kept as UTF-8.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

/// What a column can hold as it is: `Int64`, `Double`, `String`, bytes, or nothing.
///
/// A type of your own conforms to ``SQLConvertible`` and names one of these as its storage.
public protocol SQLStorage {
    /// The value as a parameter.
    var sqlValue: SQLValue { get }
    /// The value of a column, or `nil` if the column holds another storage class.
    static func stored(in row: borrowing Row, at index: Int) -> Self?
    /// The value of a column that may be NULL, or `nil` if it holds yet another storage class.
    static func storedIfAny(in row: borrowing Row, at index: Int) -> Self??
}

extension SQLStorage {
    /// Looks at the column once for its value and once more for NULL.
    @inlinable public static func storedIfAny(in row: borrowing Row, at index: Int) -> Self?? {
        if let value = stored(in: row, at: index) { return .some(value) }
        return row.prepared.isNull(at: index) ? .some(nil) : nil
    }
}

extension Int64: SQLStorage {
    /// An integer.
    @inlinable public var sqlValue: SQLValue { .integer(self) }
    /// Reads an integer column.
    @inlinable public static func stored(in row: borrowing Row, at index: Int) -> Int64? {
        row.prepared.integer(at: index)
    }
    /// Looks at the column once, since pages have hundreds of such columns.
    @inlinable public static func storedIfAny(in row: borrowing Row, at index: Int) -> Int64?? {
        row.prepared.integerIfAny(at: index)
    }
}

extension Double: SQLStorage {
    /// A double.
    @inlinable public var sqlValue: SQLValue { .real(self) }
    /// Reads a real column, or an integer that a double holds exactly.
    ///
    /// SQL makes integers of reals now and then: `coalesce(sum(cost), 0)` of no rows is one.
    @inlinable public static func stored(in row: borrowing Row, at index: Int) -> Double? {
        row.prepared.double(at: index)
    }
}

extension String: SQLStorage {
    /// Text.
    @inlinable public var sqlValue: SQLValue { .text(self) }
    /// Reads a text column; bytes that are not UTF-8 become U+FFFD.
    @inlinable public static func stored(in row: borrowing Row, at index: Int) -> String? {
        row.prepared.text(at: index)
    }
    /// Looks at the column once, since pages have hundreds of such columns.
    @inlinable public static func storedIfAny(in row: borrowing Row, at index: Int) -> String?? {
        row.prepared.textIfAny(at: index)
    }
}

extension [UInt8]: SQLStorage {
    /// Bytes.
    @inlinable public var sqlValue: SQLValue { .blob(self) }
    /// Reads a blob column.
    @inlinable public static func stored(in row: borrowing Row, at index: Int) -> [UInt8]? {
        row.prepared.blob(at: index)
    }
}

extension Optional: SQLStorage where Wrapped: SQLStorage {
    /// NULL, or the wrapped value.
    @inlinable public var sqlValue: SQLValue { self?.sqlValue ?? .null }
    /// Reads NULL as `nil`.
    @inlinable public static func stored(in row: borrowing Row, at index: Int) -> Wrapped?? {
        Wrapped.storedIfAny(in: row, at: index)
    }
}

extension SQLValue: SQLStorage {
    /// The value itself.
    public var sqlValue: SQLValue { self }
    /// Reads any column.
    public static func stored(in row: borrowing Row, at index: Int) -> SQLValue? {
        row.prepared.value(at: index)
    }
}
