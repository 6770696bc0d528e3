// A page of sixty sparklines writes some two thousand numbers, so numbers and literals go straight
// into the page's bytes: no interpolation, no intermediate strings.
extension [UInt8] {
    /// Writes markup that we wrote ourselves, as it stands.
    ///
    /// Byte by byte, which is compiled to wide copies and spares the string a retain and a release.
    mutating func markup(_ literal: String) {
        let bytes = literal.utf8.span
        append(addingCapacity: bytes.count) { page in
            for index in bytes.indices { page.append(bytes[index]) }
        }
    }

    /// Writes a coordinate with one decimal, leaving out a trailing `.0`.
    mutating func number(_ value: Double) {
        append(addingCapacity: Double.longestNumber) { $0.number(value) }
    }

    /// Writes text from outside so that it is text in an element and in a quoted attribute alike.
    ///
    /// Control characters that XML forbids are left out.
    mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): markup("&amp;")
            case UInt8(ascii: "<"): markup("&lt;")
            case UInt8(ascii: ">"): markup("&gt;")
            case UInt8(ascii: "\""): markup("&quot;")
            case UInt8(ascii: "'"): markup("&#39;")
            case 0x09, 0x0A, 0x0D: append(byte)
            case ..<0x20, 0x7F: continue
            default: append(byte)
            }
        }
    }

    /// Writes an attribute with a number: ` x1="12.5"`.
    mutating func attribute(_ name: String, _ value: Double) {
        append(UInt8(ascii: " "))
        markup(name)
        markup("=\"")
        number(value)
        append(UInt8(ascii: "\""))
    }

    /// Writes an attribute with a text of ours: ` class="g-grid"`.
    mutating func attribute(_ name: String, _ value: String) {
        append(UInt8(ascii: " "))
        markup(name)
        markup("=\"")
        markup(value)
        append(UInt8(ascii: "\""))
    }
}

extension Double {
    /// The most bytes that a drawable value is written in: a sign, thirteen digits, a point, one more.
    static var longestNumber: Int { 16 }
}

// The same into room that was made before.
extension OutputSpan<UInt8> {
    mutating func number(_ value: Double) {
        guard value.isDrawable else { return append(UInt8(ascii: "0")) }
        let tenths = (value * 10).nearestInteger
        if tenths < 0 { append(UInt8(ascii: "-")) }
        let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        digits(of: whole)
        guard tenth > 0 else { return }
        append(UInt8(ascii: "."))
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: tenth))
    }

    private mutating func digits(of whole: UInt) {
        if whole >= 10 { digits(of: whole / 10) }
        append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: whole % 10))
    }

    mutating func point(_ x: Double, _ y: Double) {
        number(x)
        append(UInt8(ascii: ","))
        number(y)
    }
}
