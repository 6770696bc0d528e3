/// A field's value with parameters: `form-data; name="a"` (RFC 9110, 5.6.6).
///
/// Read byte by byte: as characters a quote and an accent after it would be one, and no quote.
struct HeaderParameters {
    private typealias Bytes = Substring.UTF8View

    private var pairs: [(name: String, value: String)] = []

    /// Reads the parameters, if the value before them is the expected one.
    init?(_ text: String, of expected: String) {
        var rest = text.utf8[...]
        let value = rest.prefix { $0 != UInt8(ascii: ";") }
        guard value.filter({ !Self.isBlank($0) }).equalsIgnoringCase(expected) else { return nil }
        rest = rest[value.endIndex...]
        while rest.first == UInt8(ascii: ";") {
            rest = rest.dropFirst().drop(while: Self.isBlank)
            let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
            rest = rest[name.endIndex...]
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest = rest.dropFirst()
            guard let value = Self.value(&rest) else { return nil }
            pairs.append((String(decoding: name, as: UTF8.self), value))
            rest = rest.drop(while: Self.isBlank)
        }
    }

    /// The parameter of that name, which is in lower case.
    subscript(_ name: String) -> String? {
        pairs.first { $0.name.utf8.equalsIgnoringCase(name) }?.value
    }

    /// A token, or a quoted string up to its end; `nil` if it has none.
    private static func value(_ rest: inout Bytes) -> String? {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { $0 != UInt8(ascii: ";") && !isBlank($0) }
            rest = rest[token.endIndex...]
            return String(decoding: token, as: UTF8.self)
        }
        rest = rest.dropFirst()
        var value: [UInt8] = []
        while let next = rest.popFirst() {
            if next == UInt8(ascii: "\"") { return String(decoding: value, as: UTF8.self) }
            // Only a quote is escaped: in file names a backslash is itself.
            if next == UInt8(ascii: "\\"), rest.first == UInt8(ascii: "\"") {
                rest = rest.dropFirst()
                value.append(UInt8(ascii: "\""))
            } else {
                value.append(next)
            }
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .tab
    }
}
