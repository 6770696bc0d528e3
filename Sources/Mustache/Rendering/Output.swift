/// What a renderer writes.
extension [UInt8] {
    /// Adds text, with the five characters that mean something in HTML written otherwise.
    mutating func append(escaping text: String) {
        let bytes = text.utf8
        var isPlain = true
        for byte in bytes where byte.isSpecial {
            isPlain = false
            break
        }
        if isPlain { return append(contentsOf: bytes) }
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): append(contentsOf: "&#39;".utf8)
            default: append(byte)
            }
        }
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
    fileprivate var isSpecial: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            UInt8(ascii: "'"):
            true
        default: false
        }
    }
}
