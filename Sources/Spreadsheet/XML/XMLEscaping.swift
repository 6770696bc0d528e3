extension [UInt8] {
    /// Appends markup that is known to be right.
    mutating func append(markup: String) {
        append(contentsOf: markup.utf8)
    }

    /// Appends text as content of an element or value of an attribute.
    ///
    /// Tabs and line ends are references, so that attributes keep them. A character that XML 1.0
    /// cannot hold becomes U+FFFD, so that a reader sees that something stood there.
    mutating func append(escaped text: String) {
        guard text.utf8.contains(where: { $0.mayNeedEscape }) else {
            append(contentsOf: text.utf8)
            return
        }
        for scalar in text.unicodeScalars { append(escaped: scalar) }
    }

    /// Appends a character; see `append(escaped:)` for text.
    mutating func append(escaped scalar: Unicode.Scalar) {
        switch scalar {
        case "&": append(markup: "&amp;")
        case "<": append(markup: "&lt;")
        case ">": append(markup: "&gt;")
        case "\"": append(markup: "&quot;")
        case "\t", "\n", "\r": append(markup: "&#\(scalar.value);")
        default: append(contentsOf: (scalar.isXML ? scalar : "\u{FFFD}").utf8Bytes)
        }
    }
}

extension Unicode.Scalar {
    /// Whether XML 1.0 can hold the character (production 2).
    var isXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: true
        case ..<0x20, 0xFFFE, 0xFFFF: false
        default: true
        }
    }

    var utf8Bytes: String.UTF8View { String(self).utf8 }
}

extension UInt8 {
    /// Whether a character that begins with this byte may have to be escaped in XML; U+FFFE and
    /// U+FFFF begin with EF.
    var mayNeedEscape: Bool {
        switch self {
        case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
            0xEF:
            true
        default: false
        }
    }
}
