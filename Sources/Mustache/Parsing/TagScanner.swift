/// What opens and closes a tag.
struct Delimiters: Sendable, Equatable {
    static let standard = Delimiters(open: Array("{{".utf8), close: Array("}}".utf8))

    let open: [UInt8]
    let close: [UInt8]
}

/// A tag as written.
struct Tag {
    enum Kind {
        case variable(isEscaped: Bool)
        case section(isInverted: Bool)
        case close, partial, parent, block, comment, delimiters
    }

    let kind: Kind
    /// What is between the sigil and the closing delimiter, trimmed.
    let content: Range<Int>
    let start: Int
    let end: Int
}

/// Finds the tags of a template, one after the other.
struct TagScanner {
    let source: [UInt8]
    var position = 0
    var delimiters: Delimiters

    /// What is wrong with a tag, and where.
    struct Mistake: Error {
        let offset: Int
        let reason: String
    }

    /// The next tag; a tag that changes the delimiters has done so.
    mutating func next() throws(Mistake) -> Tag? {
        guard let start = source.next(delimiters.open, from: position) else { return nil }
        var inside = start + delimiters.open.count
        while inside < source.count, source[inside].isWhitespace { inside += 1 }
        guard inside < source.count else { throw unclosed(at: start) }
        let sigil = source[inside]
        let kind = Self.kind(of: sigil)
        if kind != nil { inside += 1 }

        var close = delimiters.close
        if sigil == UInt8(ascii: "{") { close.insert(UInt8(ascii: "}"), at: 0) }
        if sigil == UInt8(ascii: "=") { close.insert(UInt8(ascii: "="), at: 0) }
        guard let end = source.next(close, from: inside) else { throw unclosed(at: start) }
        position = end + close.count
        let tag = Tag(
            kind: kind ?? .variable(isEscaped: true), content: source.trimmed(inside..<end),
            start: start, end: position)
        if case .delimiters = tag.kind { try change(tag) }
        return tag
    }

    private static func kind(of sigil: UInt8) -> Tag.Kind? {
        switch sigil {
        case UInt8(ascii: "#"): .section(isInverted: false)
        case UInt8(ascii: "^"): .section(isInverted: true)
        case UInt8(ascii: "/"): .close
        case UInt8(ascii: ">"): .partial
        case UInt8(ascii: "<"): .parent
        case UInt8(ascii: "$"): .block
        case UInt8(ascii: "!"): .comment
        case UInt8(ascii: "="): .delimiters
        case UInt8(ascii: "{"), UInt8(ascii: "&"): .variable(isEscaped: false)
        default: nil
        }
    }

    private mutating func change(_ tag: Tag) throws(Mistake) {
        let pair = source[tag.content].split(whereSeparator: \.isWhitespace)
        guard pair.count == 2, !pair.joined().contains(UInt8(ascii: "=")) else {
            throw Mistake(
                offset: tag.start,
                reason: "«\(String(decoding: source[tag.content], as: UTF8.self))» was found where "
                    + "two delimiters with a space between them were expected")
        }
        delimiters = Delimiters(open: Array(pair[0]), close: Array(pair[1]))
    }

    private func unclosed(at start: Int) -> Mistake {
        let open = String(decoding: delimiters.open, as: UTF8.self)
        return Mistake(offset: start, reason: "a tag opened with \(open) is not closed")
    }
}
