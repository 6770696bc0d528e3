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
        let bytes = text.utf8.span
        var room = bytes.count
        for index in bytes.indices { room += bytes[index].escape.utf8.count }
        append(addingCapacity: room) { page in
            for index in bytes.indices {
                let byte = bytes[index]
                let escape = byte.escape
                if !escape.isEmpty {
                    page.markup(escape)
                } else if !byte.isForbidden {
                    page.append(byte)
                }
            }
        }
    }

    /// Writes an attribute with a number: ` x1="12.5"`.
    mutating func attribute(_ name: String, _ value: Double) {
        append(addingCapacity: name.utf8.count + 4 + Double.longestNumber) {
            $0.attribute(name, value)
        }
    }

    /// Writes an attribute with a text of ours: ` class="g-grid"`.
    mutating func attribute(_ name: String, _ value: String) {
        append(addingCapacity: name.utf8.count + 4 + value.utf8.count) {
            $0.attribute(name, value)
        }
    }

    /// Writes the start tag of a mark, with its look, if any, and some numbers, up to `end`:
    /// `<line class="g-grid" x1="46" y1="266"/>`.
    ///
    /// Room is asked for once: most of a chart is made of these.
    mutating func mark(
        _ element: String, _ look: String, _ numbers: [(name: String, value: Double)] = [],
        end: String
    ) {
        let words = element.utf8.count + look.utf8.count + end.utf8.count + 16
        append(addingCapacity: words + numbers.count * (Double.longestNumber + 12)) { page in
            page.append(UInt8(ascii: "<"))
            page.markup(element)
            if !look.isEmpty { page.attribute("class", look) }
            for (name, value) in numbers { page.attribute(name, value) }
            page.markup(end)
        }
    }
}

extension UInt8 {
    /// What stands for one of the five characters that mean something in HTML; empty for others.
    fileprivate var escape: String {
        switch self {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: ""
        }
    }

    /// Whether it is a control character that XML has no place for.
    fileprivate var isForbidden: Bool {
        switch self {
        case 0x09, 0x0A, 0x0D: false
        case ..<0x20, 0x7F: true
        default: false
        }
    }
}

extension Double {
    /// The most bytes that a drawable value is written in: a sign, thirteen digits, a point, one more.
    static var longestNumber: Int { 16 }
}

// The same into room that was made before.
extension OutputSpan<UInt8> {
    mutating func markup(_ literal: String) {
        let bytes = literal.utf8.span
        for index in bytes.indices { append(bytes[index]) }
    }

    mutating func attribute(_ name: String, _ value: Double) {
        append(UInt8(ascii: " "))
        markup(name)
        markup("=\"")
        number(value)
        append(UInt8(ascii: "\""))
    }

    mutating func attribute(_ name: String, _ value: String) {
        append(UInt8(ascii: " "))
        markup(name)
        markup("=\"")
        markup(value)
        append(UInt8(ascii: "\""))
    }

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
