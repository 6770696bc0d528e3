/// A field's value with parameters: `form-data; name="a"` (RFC 9110, 5.6.6).
struct HeaderParameters {
    /// Why it is none.
    enum Fault: Error {
        /// It breaks the grammar, or has more parameters than anything needs.
        case malformed
        /// A parameter is there twice: two readers could choose differently.
        case repeated
    }

    /// What stands before the parameters, in lower case.
    let value: String
    /// The most parameters there may be; each is compared with those before it.
    private static let limit = 16
    private var pairs: [(name: [UInt8], value: [UInt8])] = []

    init(_ text: String) throws(Fault) {
        let bytes = Array(text.utf8)
        try self.init(bytes.span, 0..<bytes.count)
    }

    init(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(Fault) {
        var place = range.lowerBound
        value = String(
            decoding: Self.run(bytes, &place, range.upperBound) {
                $0.isToken || $0 == UInt8(ascii: "/")
            }, as: UTF8.self)
        guard !value.isEmpty else { throw .malformed }
        while true {
            Self.skipBlanks(bytes, &place, range.upperBound)
            if place == range.upperBound { return }
            guard bytes[place] == UInt8(ascii: ";") else { throw .malformed }
            place += 1
            Self.skipBlanks(bytes, &place, range.upperBound)
            if place == range.upperBound { return }
            if bytes[place] != UInt8(ascii: ";") { try add(bytes, &place, range.upperBound) }
        }
    }

    /// The value of the parameter of that name, which is in lower case.
    subscript(_ name: String) -> [UInt8]? {
        pairs.first { $0.name.elementsEqual(name.utf8) }?.value
    }

    private mutating func add(
        _ bytes: Span<UInt8>, _ place: inout Int, _ end: Int
    ) throws(Fault) {
        let name = Self.run(bytes, &place, end, while: \.isToken)
        guard !name.isEmpty, place < end, bytes[place] == UInt8(ascii: "="),
            pairs.count < Self.limit
        else { throw .malformed }
        place += 1
        let value = try Self.value(bytes, &place, end)
        guard !pairs.contains(where: { $0.name == name }) else { throw .repeated }
        pairs.append((name, value))
    }

    /// A token, or a quoted string without its quotes.
    private static func value(
        _ bytes: Span<UInt8>, _ place: inout Int, _ end: Int
    ) throws(Fault) -> [UInt8] {
        guard place < end, bytes[place] == UInt8(ascii: "\"") else {
            let start = place
            while place < end, bytes[place].isToken { place += 1 }
            guard place > start else { throw .malformed }
            return bytes.array(start..<place)
        }
        place += 1
        var value: [UInt8] = []
        while place < end {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\"") { return value }
            // Only a quote is escaped: in file names a backslash is itself.
            if byte == UInt8(ascii: "\\"), place < end, bytes[place] == UInt8(ascii: "\"") {
                place += 1
                value.append(UInt8(ascii: "\""))
            } else {
                value.append(byte)
            }
        }
        throw .malformed
    }

    /// The bytes up to the first that does not belong, in lower case.
    private static func run(
        _ bytes: Span<UInt8>, _ place: inout Int, _ end: Int, while belongs: (UInt8) -> Bool
    ) -> [UInt8] {
        var run: [UInt8] = []
        while place < end, belongs(bytes[place]) {
            run.append(bytes[place].lowercased)
            place += 1
        }
        return run
    }

    private static func skipBlanks(_ bytes: Span<UInt8>, _ place: inout Int, _ end: Int) {
        while place < end, bytes[place].isBlank { place += 1 }
    }
}
