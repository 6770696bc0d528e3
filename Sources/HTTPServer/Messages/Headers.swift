/// The fields of a request or a response: in order, their names without regard to case.
///
/// Kept as one run of bytes and the places of the fields in it, so that a request of twenty
/// fields costs two allocations and a value becomes a `String` only when it is asked for.
/// What is added is kept as the lines that are sent, so that a response's fields are copied
/// to the wire in one piece.
public struct Headers: Sendable {
    struct Field: Sendable {
        var name: Range<Int>
        var value: Range<Int>
    }

    private(set) var bytes: [UInt8]
    private(set) var fields: [Field]
    /// Whether `bytes` is the lines of the fields and nothing else: `name: value`, CR LF.
    private(set) var areLines: Bool
    /// Whether there may be a field among them that is the server's own (`isFraming`).
    private(set) var mayHaveFraming: Bool

    /// Creates an empty list.
    public init() {
        bytes = []
        fields = []
        areLines = true
        mayHaveFraming = false
    }

    /// Takes the fields the parser has found and checked.
    init(bytes: [UInt8], fields: [Field]) {
        self.bytes = bytes
        self.fields = fields
        areLines = false
        mayHaveFraming = true
    }

    /// What most responses begin with.
    init(contentType: String) {
        self.init()
        add(token: "Content-Type", contentType.utf8)
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

// MARK: Changing

extension Headers {
    /// Adds a field after the others.
    ///
    /// A byte that may not stand in a value (a line's end, NUL, another control character)
    /// becomes a space, as RFC 9110, 5.5 allows: no text can end the field.
    public mutating func add(_ name: HeaderName, _ value: String) {
        add(token: name.description, value.utf8)
    }

    /// Puts one field in the place of all of that name.
    public mutating func set(_ name: HeaderName, _ value: String) {
        remove(name)
        add(name, value)
    }

    /// Puts these fields in the place of all that have their names.
    ///
    /// Fields that many responses share are best made once and put in so: it is one copy.
    public mutating func set(contentsOf others: Headers) {
        for index in others.fields.indices {
            let name = others.fields[index].name
            if fields.contains(where: { isSame($0.name, others.bytes[name]) }) {
                keep { !$0.isSame($1.name, others.bytes[name]) }
            }
        }
        let offset = bytes.count
        bytes.append(contentsOf: others.bytes)
        for field in others.fields {
            fields.append(
                Field(
                    name: field.name.lowerBound + offset..<field.name.upperBound + offset,
                    value: field.value.lowerBound + offset..<field.value.upperBound + offset))
        }
        areLines = areLines && others.areLines
        mayHaveFraming = mayHaveFraming || others.mayHaveFraming
    }

    /// Takes away all fields of that name.
    public mutating func remove(_ name: HeaderName) {
        guard contains(name.description) else { return }
        keep { !$0.isNamed($1, name.description) }
    }

    /// Adds a field whose name is known to be a token.
    mutating func add(token name: String, _ value: some Collection<UInt8>) {
        if bytes.isEmpty {
            bytes.reserveCapacity(Self.usualRoom)
            fields.reserveCapacity(Self.usualCount)
        }
        let start = bytes.count
        bytes.append(name)
        let nameEnd = bytes.count
        bytes.append(UInt8(ascii: ":"))
        bytes.append(.space)
        let valueStart = bytes.count
        bytes.append(contentsOf: value)
        let end = bytes.count
        for index in valueStart..<end where !bytes[index].isFieldContent { bytes[index] = .space }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
        let field = Field(name: start..<nameEnd, value: valueStart..<end)
        fields.append(field)
        if !mayHaveFraming { mayHaveFraming = isFraming(field) }
    }

    /// Whether the field says how the message is framed, which only the server knows: such a
    /// field of a handler's is not sent.
    func isFraming(_ field: Field) -> Bool {
        switch field.name.count {
        case 4: isNamed(field, "date")
        case 10: isNamed(field, "connection") || isNamed(field, "keep-alive")
        case 12: isNamed(field, "x-request-id")
        case 14: isNamed(field, "content-length")
        case 17: isNamed(field, "transfer-encoding")
        default: false
        }
    }

    /// Room for what most responses say.
    private static let usualRoom = 640
    private static let usualCount = 8

    private mutating func keep(where isKept: (Headers, Field) -> Bool) {
        var kept = Headers()
        for field in fields where isKept(self, field) {
            kept.add(token: text(field.name), bytes[field.value])
        }
        self = kept
    }

    private func isSame(_ name: Range<Int>, _ other: ArraySlice<UInt8>) -> Bool {
        name.count == other.count
            && bytes[name].elementsEqual(other) { $0.lowercased == $1.lowercased }
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
