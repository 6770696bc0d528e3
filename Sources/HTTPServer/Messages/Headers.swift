/// The fields of a request or a response: in order, their names without regard to case.
///
/// Kept as one run of bytes and the places of the fields in it, so that a request of twenty
/// fields costs two allocations and a value becomes a `String` only when it is asked for.
public struct Headers: Sendable {
    struct Field: Sendable {
        var name: Range<Int>
        var value: Range<Int>
    }

    private(set) var bytes: [UInt8]
    private(set) var fields: [Field]

    /// Creates an empty list.
    public init() {
        bytes = []
        fields = []
    }

    /// Takes the fields the parser has found and checked.
    init(bytes: [UInt8], fields: [Field]) {
        self.bytes = bytes
        self.fields = fields
    }

    /// The first value of a field, or `nil` if it is absent.
    public subscript(_ name: String) -> String? {
        for field in fields where isNamed(field, name) { return text(field.value) }
        return nil
    }

    /// All values of a field, in order.
    public func all(_ name: String) -> [String] {
        fields.filter { isNamed($0, name) }.map { text($0.value) }
    }

    /// Whether the field is there.
    public func contains(_ name: String) -> Bool {
        fields.contains { isNamed($0, name) }
    }

    /// Adds a field after the others.
    ///
    /// A byte that may not stand in a value (a line's end, NUL, another control character)
    /// becomes a space, as RFC 9110, 5.5 allows: no text can end the field.
    public mutating func add(_ name: HeaderName, _ value: String) {
        let start = bytes.count
        bytes.append(name.description)
        let valueStart = bytes.count
        bytes.append(contentsOf: value.utf8)
        for index in valueStart..<bytes.count where !bytes[index].isFieldContent {
            bytes[index] = .space
        }
        fields.append(Field(name: start..<valueStart, value: valueStart..<bytes.count))
    }

    /// Puts one field in the place of all of that name.
    public mutating func set(_ name: HeaderName, _ value: String) {
        remove(name)
        add(name, value)
    }

    /// Takes away all fields of that name.
    public mutating func remove(_ name: HeaderName) {
        fields = fields.filter { !isNamed($0, name.description) }
    }

    func isNamed(_ field: Field, _ name: String) -> Bool {
        let other = name.utf8
        guard field.name.count == other.count else { return false }
        var index = field.name.lowerBound
        for byte in other {
            guard bytes[index].lowercased == byte.lowercased else { return false }
            index += 1
        }
        return true
    }

    private func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }
}

extension Headers: RandomAccessCollection {
    /// The place before the first field.
    public var startIndex: Int { 0 }
    /// The place after the last field.
    public var endIndex: Int { fields.count }

    /// The field at a place, in the order sent.
    public subscript(position: Int) -> (name: String, value: String) {
        (text(fields[position].name), text(fields[position].value))
    }
}

extension Headers: ExpressibleByDictionaryLiteral {
    /// Creates a list from a literal, in its order; a name may come more than once.
    public init(dictionaryLiteral elements: (HeaderName, String)...) {
        self.init()
        for (name, value) in elements { add(name, value) }
    }
}
