/// A JSON text, as far as the tables of the tests need.
enum JSON {
    case null
    case flag(Bool)
    /// A number as written.
    case number(String)
    case text(String)
    case list([JSON])
    case object([Member])

    struct Member {
        let name: String
        let value: JSON
    }

    /// Reads a whole text, or gives nothing.
    init?(_ bytes: [UInt8]) {
        var reader = JSONReader(bytes: bytes[...])
        guard let value = reader.value(), reader.isAtEnd() else { return nil }
        self = value
    }

    subscript(_ name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var elements: [JSON] {
        if case .list(let elements) = self { elements } else { [] }
    }

    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }
}

private struct JSONReader {
    var bytes: ArraySlice<UInt8>

    mutating func isAtEnd() -> Bool {
        skipSpace()
        return bytes.isEmpty
    }

    mutating func value() -> JSON? {
        skipSpace()
        switch bytes.first {
        case UInt8(ascii: "{"): return object()
        case UInt8(ascii: "["): return list()
        case UInt8(ascii: "\""): return string().map(JSON.text)
        default: return word()
        }
    }

    private mutating func skipSpace() {
        bytes = bytes.drop { " \n\r\t".utf8.contains($0) }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard bytes.first == UInt8(ascii: character) else { return false }
        bytes.removeFirst()
        return true
    }

    private mutating func object() -> JSON? {
        var members: [JSON.Member] = []
        guard take("{") else { return nil }
        if take("}") { return .object([]) }
        repeat {
            skipSpace()
            guard let name = string(), take(":"), let value = value() else { return nil }
            members.append(JSON.Member(name: name, value: value))
        } while take(",")
        return take("}") ? .object(members) : nil
    }

    private mutating func list() -> JSON? {
        var values: [JSON] = []
        guard take("[") else { return nil }
        if take("]") { return .list([]) }
        repeat {
            guard let value = value() else { return nil }
            values.append(value)
        } while take(",")
        return take("]") ? .list(values) : nil
    }

    private mutating func word() -> JSON? {
        let word = bytes.prefix { !",]} \n\r\t".utf8.contains($0) }
        bytes = bytes[word.endIndex...]
        switch String(decoding: word, as: UTF8.self) {
        case "": return nil
        case "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        case let number: return Double(number) == nil ? nil : .number(number)
        }
    }

    private mutating func string() -> String? {
        guard bytes.popFirst() == UInt8(ascii: "\"") else { return nil }
        var units: [UInt8] = []
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escape() else { return nil }
                units += Array(String(scalar).utf8)
            default: units.append(byte)
            }
        }
        return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
        switch bytes.popFirst() {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes.prefix(4), as: UTF8.self)
            bytes = bytes.dropFirst(4)
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        case let byte?: return Unicode.Scalar(byte)
        case nil: return nil
        }
    }
}
