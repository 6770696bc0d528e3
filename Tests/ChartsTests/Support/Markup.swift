/// A strict reader of the little markup that charts write: enough to find what an XML parser refuses.
struct Markup {
    struct Element: Equatable {
        let name: String
        let attributes: [String: String]
    }

    struct Fault: Error, Equatable { let reason: String }

    private(set) var elements: [Element] = []
    private(set) var texts: [String] = []

    /// Reads `text`, or throws at the first tag, attribute or ampersand that is out of order.
    init(_ text: String) throws {
        var open: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            if rest.first != "<" {
                let words = rest.prefix { $0 != "<" }
                try Self.check(words, in: "text")
                texts.append(String(words))
                rest = rest.dropFirst(words.count)
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { throw Fault(reason: "open tag") }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.first == "/" {
                let name = String(tag.dropFirst())
                guard open.popLast() == name else { throw Fault(reason: "closes \(name)") }
                continue
            }
            let isEmpty = tag.last == "/"
            let element = try Self.element(isEmpty ? tag.dropLast() : tag)
            elements.append(element)
            if !isEmpty { open.append(element.name) }
        }
        guard open.isEmpty else { throw Fault(reason: "never closed: \(open)") }
    }

    func all(_ name: String, _ look: String? = nil) -> [Element] {
        elements.filter { $0.name == name && (look == nil || $0.attributes["class"] == look) }
    }

    private static func element(_ tag: Substring) throws -> Element {
        let name = tag.prefix { $0 != " " }
        guard !name.isEmpty, name.allSatisfy(\.isLetter) else { throw Fault(reason: "name \(tag)") }
        var attributes: [String: String] = [:]
        var rest = tag.dropFirst(name.count)
        while !rest.isEmpty {
            guard rest.first == " " else { throw Fault(reason: "space before \(rest)") }
            rest = rest.dropFirst()
            let key = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
            rest = rest.dropFirst(key.count)
            guard !key.isEmpty, rest.hasPrefix("=\"") else { throw Fault(reason: "at \(rest)") }
            rest = rest.dropFirst(2)
            let value = rest.prefix { $0 != "\"" }
            try check(value, in: String(key))
            rest = rest.dropFirst(value.count + 1)
            guard attributes.updateValue(String(value), forKey: String(key)) == nil else {
                throw Fault(reason: "twice: \(key)")
            }
        }
        return Element(name: String(name), attributes: attributes)
    }

    /// Text holds no bare `<`, `>` or `&`, nor a control character.
    private static func check(_ text: Substring, in place: String) throws {
        guard !text.contains(where: { $0 == "<" || $0 == ">" }) else {
            throw Fault(reason: "bare angle in \(place)")
        }
        for scalar in text.unicodeScalars where scalar.value < 0x20 {
            throw Fault(reason: "control \(scalar.value) in \(place)")
        }
        for piece in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
            let entities = ["amp;", "lt;", "gt;", "quot;", "#39;", "#160;"]
            guard entities.contains(where: piece.hasPrefix) else {
                throw Fault(reason: "ampersand in \(place)")
            }
        }
    }
}
