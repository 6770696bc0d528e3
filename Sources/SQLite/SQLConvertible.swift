/// A type with one way to be kept in a column.
///
/// An enum with raw values needs only `extension Polarity: SQLConvertible {}`, and so does a type
/// that is `LosslessStringConvertible`, which is kept as its text.
public protocol SQLConvertible {
    /// The storage class its column has.
    associatedtype Storage: SQLStorage
    /// What the column holds.
    var sqlStorage: Storage { get }
    /// Reads the column back, or `nil` if no value of this type is kept so.
    init?(sqlStorage: Storage)
}

extension Int64: SQLConvertible {
    /// The integer itself.
    @inlinable public var sqlStorage: Int64 { self }
    /// Takes the integer.
    @inlinable public init?(sqlStorage: Int64) { self = sqlStorage }
}

extension Int: SQLConvertible {
    /// The integer itself.
    @inlinable public var sqlStorage: Int64 { Int64(self) }
    /// Takes the integer.
    @inlinable public init?(sqlStorage: Int64) { self.init(exactly: sqlStorage) }
}

extension Int32: SQLConvertible {
    /// The integer, widened.
    @inlinable public var sqlStorage: Int64 { Int64(self) }
    /// Takes an integer that fits.
    @inlinable public init?(sqlStorage: Int64) { self.init(exactly: sqlStorage) }
}

extension Bool: SQLConvertible {
    /// 1 for true and 0 for false.
    @inlinable public var sqlStorage: Int64 { self ? 1 : 0 }
    /// Takes 0 and 1, and nothing else.
    @inlinable public init?(sqlStorage: Int64) {
        guard sqlStorage == 0 || sqlStorage == 1 else { return nil }
        self = sqlStorage == 1
    }
}

extension Double: SQLConvertible {
    /// The number itself; SQLite keeps a NaN as NULL.
    @inlinable public var sqlStorage: Double { self }
    /// Takes the number.
    @inlinable public init?(sqlStorage: Double) { self = sqlStorage }
}

extension String: SQLConvertible {
    /// The text itself.
    @inlinable public var sqlStorage: String { self }
    /// Takes the text.
    @inlinable public init?(sqlStorage: String) { self = sqlStorage }
}

extension [UInt8]: SQLConvertible {
    /// The bytes themselves.
    @inlinable public var sqlStorage: [UInt8] { self }
    /// Takes the bytes.
    @inlinable public init?(sqlStorage: [UInt8]) { self = sqlStorage }
}

extension SQLValue: SQLConvertible {
    /// The value itself.
    public var sqlStorage: SQLValue { self }
    /// Takes the value.
    public init?(sqlStorage: SQLValue) { self = sqlStorage }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// NULL, or what the wrapped value is kept as.
    @inlinable public var sqlStorage: Wrapped.Storage? { self?.sqlStorage }
    /// Reads NULL as `nil`.
    @inlinable public init?(sqlStorage: Wrapped.Storage?) {
        guard let sqlStorage else {
            self = .none
            return
        }
        guard let wrapped = Wrapped(sqlStorage: sqlStorage) else { return nil }
        self = .some(wrapped)
    }
}

extension SQLConvertible where Self: RawRepresentable, RawValue: SQLConvertible {
    /// What the raw value is kept as.
    @inlinable public var sqlStorage: RawValue.Storage { rawValue.sqlStorage }
    /// Takes a raw value that is one of this type's.
    @inlinable public init?(sqlStorage: RawValue.Storage) {
        guard let raw = RawValue(sqlStorage: sqlStorage) else { return nil }
        self.init(rawValue: raw)
    }
}

extension SQLConvertible where Self: RawRepresentable & CaseIterable, RawValue == String {
    /// Takes the text of one of the cases.
    ///
    /// Short texts are compared as two numbers each, which a list of a few cases is gone through
    /// sooner by than by the general search that an enum's own initialiser makes.
    @inlinable public init?(sqlStorage: String) {
        guard let value = Self.allCases.first(where: { $0.rawValue == sqlStorage }) else {
            return nil
        }
        self = value
    }
}

extension SQLConvertible where Self: LosslessStringConvertible {
    /// The text that describes the value.
    @inlinable public var sqlStorage: String { description }
    /// Takes text that describes a value of this type.
    @inlinable public init?(sqlStorage: String) { self.init(sqlStorage) }
}
