/// What one proxy says of the request it passed on, an element of `Forwarded` (RFC 7239, 4).
struct ForwardedElement: Equatable {
    private(set) var client: String?
    private(set) var scheme: String?
    private(set) var host: String?

    /// Reads the elements of a field; `nil` if it breaks the grammar, for then nothing is certain.
    static func list(_ field: String) -> [ForwardedElement]? {
        var rest = field.utf8[...]
        var elements: [ForwardedElement] = []
        while true {
            var element = ForwardedElement()
            guard element.readPairs(&rest) else { return nil }
            elements.append(element)
            skipBlanks(&rest)
            guard let next = rest.popFirst() else { return elements }
            guard next == UInt8(ascii: ",") else { return nil }
        }
    }

    private mutating func readPairs(_ rest: inout Substring.UTF8View) -> Bool {
        while true {
            Self.skipBlanks(&rest)
            let name = Self.token(&rest)
            guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "="),
                let value = Self.value(&rest)
            else { return false }
            switch name.lowercased() {
            case "for": client = value
            case "proto": scheme = value
            case "host": host = value
            default: break
            }
            guard rest.first == UInt8(ascii: ";") else { return true }
            rest.removeFirst()
        }
    }

    /// A token, or a quoted string (RFC 9110, 5.6.4).
    private static func value(_ rest: inout Substring.UTF8View) -> String? {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = token(&rest)
            return token.isEmpty ? nil : token
        }
        rest.removeFirst()
        var value: [UInt8] = []
        while let next = rest.popFirst() {
            if next == UInt8(ascii: "\"") { return String(decoding: value, as: UTF8.self) }
            guard next == UInt8(ascii: "\\") else {
                value.append(next)
                continue
            }
            guard let escaped = rest.popFirst() else { return nil }
            value.append(escaped)
        }
        return nil
    }

    private static func token(_ rest: inout Substring.UTF8View) -> String {
        let token = rest.prefix(while: \.isToken)
        rest = rest.dropFirst(token.count)
        return String(Substring(token))
    }

    private static func skipBlanks(_ rest: inout Substring.UTF8View) {
        rest = rest.drop(while: \.isBlank)
    }
}
