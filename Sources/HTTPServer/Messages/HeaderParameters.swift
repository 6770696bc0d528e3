/// A field's value with parameters: `form-data; name="a"` (RFC 9110, 5.6.6).
struct HeaderParameters {
    private var pairs: [(name: String, value: String)] = []

    /// Reads the parameters, if the value before them is the expected one.
    init?(_ text: String, of expected: String) {
        var rest = Substring(text)
        let value = rest.prefix { $0 != ";" }
        guard value.utf8.filter({ $0 != .space && $0 != .tab }).equalsIgnoringCase(expected) else {
            return nil
        }
        rest = rest.dropFirst(value.count)
        while rest.first == ";" {
            rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst()
            guard let value = Self.value(&rest) else { return nil }
            pairs.append((String(name), value))
            rest = rest.drop { $0 == " " || $0 == "\t" }
        }
    }

    /// The parameter of that name, which is in lower case.
    subscript(_ name: String) -> String? {
        pairs.first { $0.name.utf8.equalsIgnoringCase(name) }?.value
    }

    /// A token, or a quoted string up to its end; `nil` if it has none.
    private static func value(_ rest: inout Substring) -> String? {
        guard rest.first == "\"" else {
            let token = rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
            rest = rest.dropFirst(token.count)
            return String(token)
        }
        rest = rest.dropFirst()
        var value = ""
        while let next = rest.popFirst() {
            if next == "\"" { return value }
            // Only a quote is escaped: in file names a backslash is itself.
            if next == "\\", rest.first == "\"" { continue }
            value.append(next)
        }
        return nil
    }
}
