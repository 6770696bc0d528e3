/// Names for states of content (RFC 9110, 8.8.3).
public enum EntityTag {
    /// A strong tag of these bytes: the same bytes, the same tag.
    ///
    /// A `ContentHash` in hexadecimal digits.
    public static func of(_ bytes: [UInt8]) -> String {
        String(decoding: text(of: bytes), as: UTF8.self)
    }

    /// The tag of these bytes as it is written.
    static func text(of bytes: [UInt8]) -> [UInt8] {
        var hash = ContentHash()
        hash.absorb(bytes.span)
        return text(hash)
    }

    static func text(_ hash: ContentHash) -> [UInt8] {
        let (high, low) = hash.value
        var text: [UInt8] = []
        text.reserveCapacity(34)
        text.append(quote)
        for word in [high, low] {
            for shift in stride(from: 60, through: 0, by: -4) {
                text.append(hexDigit: UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 15)
            }
        }
        text.append(quote)
        return text
    }

    private static let quote = UInt8(ascii: "\"")
    private static let mark = "-gzip\""

    /// The tag of the same content compressed: other bytes, so another strong tag.
    static func ofCompressed(_ tag: String) -> String {
        tag.hasPrefix("\"") && tag.hasSuffix("\"") ? String(tag.dropLast()) + mark : tag
    }
}

// MARK: Lists of tags

extension EntityTag {
    /// How a list of tags in `If-Match` or `If-None-Match` meets the state there is.
    enum Match {
        /// Not at all, or the list is broken.
        case none
        /// By `*`, or by the tag itself.
        case plain
        /// By the tag of the compressed form, which is the same state.
        case compressed
    }

    /// Compares strongly (RFC 9110, 8.8.3.2), or weakly, when `W/` does not matter.
    ///
    /// A list that is broken ends where it breaks.
    static func match(_ tag: String?, in list: String, strongly: Bool) -> Match {
        var rest = list.utf8[...]
        while true {
            rest = rest.drop { $0 == .space || $0 == .tab || $0 == UInt8(ascii: ",") }
            guard !rest.isEmpty else { return .none }
            if rest.elementsEqual("*".utf8) { return .plain }
            let start = rest
            if rest.starts(with: "W/".utf8) { rest = rest.dropFirst(2) }
            guard rest.first == quote,
                let end = rest.dropFirst().firstIndex(where: { !isInTag($0) }),
                rest[end] == quote
            else { return .none }
            let opaque = rest[...end]
            let isWeak = opaque.startIndex != start.startIndex
            rest = rest[end...].dropFirst()
            guard let tag, !(strongly && isWeak) else { continue }
            let found = compare(opaque, tag.utf8[...], strongly: strongly)
            if found != .none { return found }
        }
    }

    private static func compare(
        _ listed: Substring.UTF8View, _ tag: Substring.UTF8View, strongly: Bool
    ) -> Match {
        let isWeak = tag.starts(with: "W/".utf8)
        if strongly && isWeak { return .none }
        let tag = isWeak ? tag.dropFirst(2) : tag
        if listed.elementsEqual(tag) { return .plain }
        let isCompressed =
            listed.count == tag.count + mark.utf8.count - 1 && listed.starts(with: tag.dropLast())
            && listed.suffix(mark.utf8.count).elementsEqual(mark.utf8)
        return isCompressed ? .compressed : .none
    }

    /// A character between the quotes.
    private static func isInTag(_ byte: UInt8) -> Bool {
        byte > .space && byte != quote && byte != 127
    }
}
