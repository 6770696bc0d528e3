/// What a renderer writes.
extension [UInt8] {
    /// Adds text, with the five characters that mean something in HTML written otherwise.
    mutating func append(escaping text: String) {
        let bytes = text.utf8.span
        if bytes.count > Self.shortLength, !bytes.hasSpecial {
            return append(contentsOf: text.utf8)
        }
        let room = bytes.count * Self.longestEscape
        // Adding capacity adds just that much; a page grown so would be copied at every tag.
        if capacity - count < room { reserveCapacity(Swift.max(capacity * 2, count + room)) }
        append(addingCapacity: room) { output in
            for index in bytes.indices { output.append(escaping: bytes[index]) }
        }
    }

    /// Up to this many bytes, going through them once is quicker than looking and then copying.
    private static var shortLength: Int { 24 }

    /// The length of `&quot;`.
    private static var longestEscape: Int { 6 }

    /// Adds a number in decimal digits.
    mutating func append(digitsOf number: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let first = count
        var rest = number.magnitude
        repeat {
            append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        self[first...].reverse()
    }
}

extension OutputSpan<UInt8> {
    @inline(__always)
    fileprivate mutating func append(escaping byte: UInt8) {
        if !byte.isSpecial { return append(byte) }
        switch byte {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "<"): append("&lt;")
        case UInt8(ascii: ">"): append("&gt;")
        case UInt8(ascii: "\""): append("&quot;")
        default: append("&#39;")
        }
    }

    @inline(never)
    private mutating func append(_ escape: String) {
        for byte in escape.utf8 { append(byte) }
    }
}

extension UInt8 {
    /// Whether it is one of `"&'<>`, all of which are below 64.
    @inline(__always)
    fileprivate var isSpecial: Bool {
        let specials: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
        return self < 64 && (specials &>> UInt64(self)) & 1 == 1
    }
}

extension Span<UInt8> {
    fileprivate var hasSpecial: Bool {
        for index in indices where self[index].isSpecial { return true }
        return false
    }
}
