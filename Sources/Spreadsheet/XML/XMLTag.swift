/// A start tag, with where its attributes lie in the bytes read.
struct XMLTag {
    struct Attribute {
        let written: XMLQName
        let value: Range<Int>
        /// Whether the value stands as it is, without references and line ends.
        let isPlain: Bool
        var name = XMLName.other

        /// `xmlns="…"` or `xmlns:prefix="…"`.
        var isDeclaration: Bool {
            written.prefix == XMLQName.xmlns
                || (written.prefix == 0 && written.local == XMLQName.xmlns)
        }
    }

    enum Outcome {
        case read
        /// The bytes end inside the tag.
        case cut
        case wrong(String)
    }

    private(set) var written = XMLQName()
    var attributes: [Attribute] = []
    private(set) var declaresNamespaces = false
    private(set) var isEmptyElement = false
    /// Behind the `>`.
    private(set) var end = 0

    /// Reads a tag that begins at a place.
    mutating func read(
        _ bytes: Span<UInt8>, from place: Int, to end: Int, limit: Int
    ) -> Outcome {
        attributes.removeAll(keepingCapacity: true)
        declaresNamespaces = false
        var at = XMLQName.read(bytes, from: place + 1, to: end, into: &written)
        guard at < end else { return .cut }
        guard at > place + 1 else { return .wrong("there is a «<» that begins no tag") }
        while true {
            let gap = at
            while at < end, Self.isSpace(bytes[at]) { at += 1 }
            guard at < end else { return .cut }
            if bytes[at] == 0x3E {
                isEmptyElement = false
                break
            }
            if bytes[at] == 0x2F {
                guard at + 1 < end else { return .cut }
                guard bytes[at + 1] == 0x3E else { return .wrong("a tag is not closed") }
                isEmptyElement = true
                at += 1
                break
            }
            guard at > gap, attributes.count < limit else {
                return .wrong("a tag has attributes that are too many or not apart")
            }
            switch readAttribute(bytes, from: &at, to: end) {
            case .read: continue
            case .cut: return .cut
            case .wrong(let what): return .wrong(what)
            }
        }
        self.end = at + 1
        return .read
    }

    /// XML's white space.
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
    }

    private mutating func readAttribute(
        _ bytes: Span<UInt8>, from at: inout Int, to end: Int
    ) -> Outcome {
        var name = XMLQName()
        let start = at
        at = XMLQName.read(bytes, from: at, to: end, into: &name)
        let isNamed = at > start
        while at < end, Self.isSpace(bytes[at]) { at += 1 }
        guard at < end else { return .cut }
        guard isNamed, bytes[at] == 0x3D else { return .wrong("an attribute has no value") }
        at += 1
        while at < end, Self.isSpace(bytes[at]) { at += 1 }
        guard at < end else { return .cut }
        let quote = bytes[at]
        guard quote == 0x22 || quote == 0x27 else { return .wrong("a value has no quotes") }
        at += 1
        let first = at
        var isPlain = true
        while at < end, case let byte = bytes[at], byte != quote {
            if byte < 0x40 {
                if byte == 0x3C { return .wrong("there is a «<» in a value") }
                if byte == 0x26 || byte == 0x0D { isPlain = false }
                if byte < 0x20, byte != 9, byte != 10, byte != 13 {
                    return .wrong("there is a control character")
                }
            }
            at += 1
        }
        guard at < end else { return .cut }
        let attribute = Attribute(written: name, value: first..<at, isPlain: isPlain)
        declaresNamespaces = declaresNamespaces || attribute.isDeclaration
        attributes.append(attribute)
        at += 1
        return .read
    }
}
