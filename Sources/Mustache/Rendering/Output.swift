/// What a renderer writes.
extension [UInt8] {
    /// Adds some of `bytes`.
    ///
    /// Appending them as a slice would count a reference to their array and take it back, which
    /// costs as much as the copying.
    mutating func append(copying bytes: [UInt8], _ start: Int, _ end: Int) {
        let bytes = bytes.span.extracting(start..<end)
        append(addingCapacity: bytes.count) { output in
            for index in bytes.indices { output.append(bytes[index]) }
        }
    }

    /// Adds text, with the five characters that mean something in HTML written otherwise.
    mutating func append(escaping text: String) {
        let bytes = text.utf8.span
        var next = appendPlain(bytes, from: 0)
        while next < bytes.count {
            append(contentsOf: bytes[next].escape.utf8)
            next = appendPlain(bytes, from: next + 1)
        }
    }

    /// Adds bytes up to the next that is special, and gives where that is.
    private mutating func appendPlain(_ bytes: Span<UInt8>, from start: Int) -> Int {
        let bytes = bytes.extracting(start..<bytes.count)
        var next = 0
        append(addingCapacity: bytes.count) { output in
            // No call may be made in here: it would keep the span out of the registers.
            while next < bytes.count, !bytes[next].isSpecial {
                output.append(bytes[next])
                next += 1
            }
        }
        return start + next
    }

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

extension UInt8 {
    /// Whether it is one of `"&'<>`, all of which are below 64.
    @inline(__always)
    fileprivate var isSpecial: Bool {
        let specials: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
        return self < 64 && (specials &>> UInt64(self)) & 1 == 1
    }

    /// How a special byte is written.
    fileprivate var escape: String {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        default: "&#39;"
        }
    }
}
