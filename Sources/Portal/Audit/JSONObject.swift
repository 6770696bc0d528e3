/// A JSON object of texts (RFC 8259), whose names keep their order.
struct JSONObject: Equatable, Sendable {
    struct Member: Equatable, Sendable {
        let name: String
        let text: String?
    }

    let members: [Member]

    init(_ members: KeyValuePairs<String, String?>) {
        self.init(members.map { ($0.key, $0.value) })
    }

    init(_ members: [(name: String, text: String?)]) {
        self.members = members.map { Member(name: $0.name, text: $0.text) }
    }

    /// The text of a name, if it has one.
    subscript(_ name: String) -> String? {
        members.first { $0.name == name }?.text
    }
}

extension JSONObject: LosslessStringConvertible {
    /// Reads what `description` writes, and nothing else.
    init?(_ description: String) {
        var reading = JSONReading(description)
        guard let members = reading.members() else { return nil }
        self.members = members
    }

    var description: String {
        var bytes: [UInt8] = [UInt8(ascii: "{")]
        for (index, member) in members.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            Self.append(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            if let text = member.text {
                Self.append(text, to: &bytes)
            } else {
                bytes.append(contentsOf: "null".utf8)
            }
        }
        bytes.append(UInt8(ascii: "}"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A text as JSON has it, in one line.
    ///
    /// All that some program takes for the end of a line is escaped, so that each line of a file
    /// of JSON lines is one object to all of them.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        // Files of figures bring such texts by the hundred thousand.
        if text.utf8.allSatisfy(isPlain) {
            bytes.append(contentsOf: text.utf8)
        } else {
            for scalar in text.unicodeScalars { append(scalar, to: &bytes) }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar {
        case "\"": bytes.append(contentsOf: "\\\"".utf8)
        case "\\": bytes.append(contentsOf: "\\\\".utf8)
        case "\n": bytes.append(contentsOf: "\\n".utf8)
        case _ where isEscaped(scalar):
            let digits = String(scalar.value, radix: 16)
            bytes.append(contentsOf: "\\u".utf8)
            bytes.append(contentsOf: String(repeating: "0", count: 4 - digits.count).utf8)
            bytes.append(contentsOf: digits.utf8)
        default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// Whether a byte stands for itself whatever follows it.
    fileprivate static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Control characters, and the separators of lines and paragraphs.
    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
            || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}

/// Reads the objects that are written here.
private struct JSONReading {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    mutating func members() -> [JSONObject.Member]? {
        guard take("{") else { return nil }
        var members: [JSONObject.Member] = []
        if take("}") { return place == bytes.count ? members : nil }
        repeat {
            guard let name = text(), take(":"), let value = textIfAny() else { return nil }
            members.append(JSONObject.Member(name: name, text: value))
        } while take(",")
        guard take("}"), place == bytes.count else { return nil }
        return members
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard place < bytes.count, bytes[place] == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    private mutating func textIfAny() -> String?? {
        let null = "null".utf8
        guard bytes[place...].starts(with: null) else { return text().map { .some($0) } }
        place += null.count
        return .some(nil)
    }

    private mutating func text() -> String? {
        let start = place
        guard take("\"") else { return nil }
        while place < bytes.count, JSONObject.isPlain(bytes[place]) { place += 1 }
        let plain = bytes[(start + 1)..<place]
        // Most texts have nothing that is written in another way.
        if take("\"") { return String(decoding: plain, as: UTF8.self) }
        guard let text = text(from: plain) else { return nil }
        return JSONObject.quoted(text).utf8.elementsEqual(bytes[start..<place]) ? text : nil
    }

    /// The rest of a text that begins with `plain`, to its end.
    private mutating func text(from plain: ArraySlice<UInt8>) -> String? {
        var text = Array(plain)
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                guard let scalar = escaped(), let encoded = UTF8.encode(scalar) else { return nil }
                text.append(contentsOf: encoded)
            default: text.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "u"):
            let digits = String(decoding: bytes[place...].prefix(4), as: UTF8.self)
            place = min(place + 4, bytes.count)
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        // What else is escaped was not written by us, which the comparison finds out.
        default: return Unicode.Scalar(byte)
        }
    }
}
