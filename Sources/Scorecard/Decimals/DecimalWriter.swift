/// Writes digits into a buffer on the stack, from the last to the first.
///
/// A page of sixty measures shows some five hundred numbers, so this is bytes
/// and one `String` at the end, with no array and no general formatting.
enum DecimalWriter {
    enum Sign {
        case none, plus, hyphen, minus
    }

    /// The text of `magnitude` with its last `decimals` digits after the point.
    static func text(
        _ magnitude: UInt64, decimals: Int, sign: Sign, grouped: Bool, percent: Bool = false
    ) -> String {
        // 20 digits, 6 commas, a point, a percent sign and three bytes of minus are 31.
        var buffer = InlineArray<40, UInt8>(repeating: 0)
        var start = 40
        func put(_ byte: UInt8) {
            start -= 1
            buffer[start] = byte
        }
        var rest = magnitude
        func putDigit() {
            put(UInt8(truncatingIfNeeded: rest % 10) + UInt8(ascii: "0"))
            rest /= 10
        }
        if percent { put(UInt8(ascii: "%")) }
        if decimals > 0 {
            for _ in 0..<decimals { putDigit() }
            put(UInt8(ascii: "."))
        }
        var digits = 0
        repeat {
            if grouped, digits > 0, digits.isMultiple(of: 3) { put(UInt8(ascii: ",")) }
            putDigit()
            digits += 1
        } while rest > 0
        switch sign {
        case .none: break
        case .plus: put(UInt8(ascii: "+"))
        case .hyphen: put(UInt8(ascii: "-"))
        case .minus:  // U+2212 in UTF-8, last byte first.
            put(0x92)
            put(0x88)
            put(0xE2)
        }
        return String(ascii: buffer.span.extracting(start..<40))
    }
}

extension String {
    /// The text of bytes that this module wrote itself.
    init(ascii bytes: Span<UInt8>) {
        // Only whole characters are ever written, so this cannot fail; if it
        // did, an empty text shows it without a crash.
        guard let text = try? UTF8Span(validating: bytes) else {
            self = ""
            return
        }
        self = String(copying: text)
    }
}
