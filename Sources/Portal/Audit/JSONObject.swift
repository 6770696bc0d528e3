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
        guard self.description == description else { return nil }
    }

    var description: String {
        let pairs = members.map { member in
            Self.quoted(member.name) + ":" + (member.text.map(Self.quoted) ?? "null")
        }
        return "{" + pairs.joined(separator: ",") + "}"
    }

    /// A text as JSON has it, in one line.
    ///
    /// All that some program takes for the end of a line is escaped, so that each line of a file
    /// of JSON lines is one object to all of them.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where isEscaped(scalar):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Control characters, and the separators of lines and paragraphs.
    private static func isEscaped(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
            || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}

/// Reads the objects that are written here.
private struct JSONReading {
    private var rest: Substring.UnicodeScalarView

    init(_ text: String) {
        rest = Substring(text).unicodeScalars
    }

    mutating func members() -> [JSONObject.Member]? {
        guard take("{") else { return nil }
        var members: [JSONObject.Member] = []
        if take("}") { return rest.isEmpty ? members : nil }
        repeat {
            guard let name = text(), take(":"), let value = textIfAny() else { return nil }
            members.append(JSONObject.Member(name: name, text: value))
        } while take(",")
        guard take("}"), rest.isEmpty else { return nil }
        return members
    }

    private mutating func take(_ words: String) -> Bool {
        guard rest.starts(with: words.unicodeScalars) else { return false }
        rest = rest.dropFirst(words.unicodeScalars.count)
        return true
    }

    private mutating func textIfAny() -> String?? {
        if take("null") { return .some(nil) }
        return text().map { .some($0) }
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        var text = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\"": return String(text)
            case "\\":
                guard let escaped = escaped() else { return nil }
                text.append(escaped)
            default: text.append(scalar)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        switch rest.popFirst() {
        case "n": return "\n"
        case "u":
            let digits = String(String.UnicodeScalarView(rest.prefix(4)))
            rest = rest.dropFirst(4)
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
        case let scalar: return scalar
        }
    }
}
