/// What names a value made of the database's content that is kept while the content stays.
public protocol KeptKey: Hashable {
    /// What is kept under it.
    associatedtype Value
}

/// Values made of a database's content, kept by a connection that reads until anybody writes.
///
/// It belongs to one thread, as its connection does: nothing is shared and nothing is locked.
final class KeptValues {
    private var values: [AnyHashable: Any] = [:]
    /// The data version that the values are of.
    private var version: Int64 = -1
    /// How many are kept; then all make room.
    private let capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
    }

    /// The value of a key, as long as the data has this version.
    func value<Key: KeptKey>(of key: Key, in version: Int64) -> Key.Value? {
        if version != self.version {
            values = [:]
            self.version = version
        }
        guard let value = values[AnyHashable(key)] else { return nil }
        return value as? Key.Value
    }

    /// Keeps a value made of the data of the version that was last asked for.
    func keep<Key: KeptKey>(_ value: Key.Value, as key: Key) {
        if values.count >= capacity { values = [:] }
        values[AnyHashable(key)] = value
    }
}

extension Database {
    /// What `make` makes of the database's content: the same as before if nobody has changed it
    /// since, which costs no question.
    ///
    /// For what many pages need and few writes change. It is kept only within a snapshot of a
    /// connection that reads, where the version of the data is that of every answer; elsewhere it
    /// is made each time. The key holds all that the value depends on but the data.
    public func kept<Key: KeptKey>(
        _ key: Key, make: () throws(SQLError) -> Key.Value
    ) throws(SQLError) -> Key.Value {
        if let value = try keptValue(of: key) { return value }
        let value = try make()
        keep(value, as: key)
        return value
    }

    /// The same of what there may not be; that there is none is asked anew each time, so that
    /// nobody who makes up names drives out what is kept.
    public func keptIfAny<Key: KeptKey>(
        _ key: Key, make: () throws(SQLError) -> Key.Value?
    ) throws(SQLError) -> Key.Value? {
        if let value = try keptValue(of: key) { return value }
        guard let value = try make() else { return nil }
        keep(value, as: key)
        return value
    }

    private func keptValue<Key: KeptKey>(of key: Key) throws(SQLError) -> Key.Value? {
        guard keepsValues else { return nil }
        return keptValues.value(of: key, in: try dataVersion)
    }

    private func keep<Key: KeptKey>(_ value: Key.Value, as key: Key) {
        if keepsValues { keptValues.keep(value, as: key) }
    }

    private var keepsValues: Bool { isReading && depth > 0 }
}
