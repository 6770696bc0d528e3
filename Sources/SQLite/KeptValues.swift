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
        return values[AnyHashable(key)] as? Key.Value
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
        guard isReading, depth > 0 else { return try make() }
        let version = try dataVersion
        if let value = keptValues.value(of: key, in: version) { return value }
        let value = try make()
        keptValues.keep(value, as: key)
        return value
    }
}
