/// What bytes are in the grammar of HTTP, and how text and numbers become bytes.
extension UInt8 {
    static let tab: UInt8 = 9
    static let lineFeed: UInt8 = 10
    static let carriageReturn: UInt8 = 13
    static let space: UInt8 = 32

    /// A character of a token (RFC 9110, 5.6.2).
    var isToken: Bool {
        // One bit for each of the characters 0 to 63 and 64 to 127.
        let low: UInt64 = 0x03FF_6CFA_0000_0000
        let high: UInt64 = 0x57FF_FFFF_C7FF_FFFE
        let half = self < 64 ? low : high
        return self < 128 && (half &>> UInt64(self)) & 1 != 0
    }

    /// A byte of a field's value: visible, space, tab, or beyond ASCII (RFC 9110, 5.5).
    var isFieldContent: Bool {
        self >= 32 ? self != 127 : self == 9
    }

    var isBlank: Bool {
        self == .space || self == .tab
    }

    var isDigit: Bool {
        self >= 48 && self <= 57
    }

    var lowercased: UInt8 {
        self >= 65 && self <= 90 ? self | 32 : self
    }

    var hexValue: UInt8? {
        switch self {
        case 48...57: self - 48
        case 65...70: self - 55
        case 97...102: self - 87
        default: nil
        }
    }
}

extension Array<UInt8> {
    mutating func append(_ text: String) {
        append(contentsOf: text.utf8)
    }

    mutating func append(decimal number: Int) {
        if number >= 10 { append(decimal: number / 10) }
        append(UInt8(48 + number % 10))
    }

    mutating func append(hex number: Int) {
        if number >= 16 { append(hex: number / 16) }
        append(hexDigit: UInt8(number % 16))
    }

    mutating func append(hexDigit digit: UInt8) {
        append(digit < 10 ? 48 + digit : 87 + digit)
    }

    /// The same bytes without room for many more, to be kept.
    var fitted: [UInt8] {
        guard capacity - count > 4096 else { return self }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count)
        bytes.append(contentsOf: self)
        return bytes
    }
}

extension Sequence<UInt8> {
    /// Whether the bytes are `text`, which is in lower case, in any case.
    func equalsIgnoringCase(_ text: String) -> Bool {
        elementsEqual(text.utf8) { $0.lowercased == $1 }
    }
}
