extension FixedDecimal: LosslessStringConvertible {
    /// Reads plain decimal text such as `94.5`, `-1204` or `0.20`; `nil` for anything else.
    ///
    /// What people type, with its commas and signs, is read by ``DecimalInput``.
    public init?(_ text: String) {
        self.init(utf8: text.utf8)
    }

    /// Reads plain decimal text such as `94.5`, `-1204` or `0.20`; `nil` for anything else.
    public init?(_ text: Substring) {
        self.init(utf8: text.utf8)
    }

    /// Reads the same from bytes, of which no text need be made.
    public init?(_ bytes: Span<UInt8>) {
        var reader = DecimalReader()
        for place in bytes.indices {
            guard reader.accept(bytes[place]) else { return nil }
        }
        guard let value = reader.value else { return nil }
        self.init(hundredMillionths: value)
    }

    private init?(utf8 bytes: some Sequence<UInt8>) {
        var reader = DecimalReader()
        for byte in bytes {
            guard reader.accept(byte) else { return nil }
        }
        guard let value = reader.value else { return nil }
        self.init(hundredMillionths: value)
    }

    /// The shortest text that reads back as the same decimal.
    public var description: String {
        var decimals = Self.places
        var magnitude = hundredMillionths.magnitude
        while decimals > 0, magnitude.isMultiple(of: 10) {
            magnitude /= 10
            decimals -= 1
        }
        return DecimalWriter.text(
            magnitude, decimals: decimals, sign: hundredMillionths < 0 ? .hyphen : .none,
            grouped: false)
    }
}

/// Reads one plain decimal a byte at a time.
private struct DecimalReader {
    private var magnitude: UInt64 = 0
    private var isNegative = false
    /// Digits seen after the point; `nil` before the point.
    private var fraction: Int?
    private var wholeDigits = 0
    private var isFirst = true

    /// Takes the next byte, or says that the text is no decimal.
    mutating func accept(_ byte: UInt8) -> Bool {
        defer { isFirst = false }
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return acceptDigit(UInt64(byte &- UInt8(ascii: "0")))
        case UInt8(ascii: ".") where fraction == nil && wholeDigits > 0:
            fraction = 0
            return true
        case UInt8(ascii: "-") where isFirst:
            isNegative = true
            return true
        default:
            return false
        }
    }

    private mutating func acceptDigit(_ digit: UInt64) -> Bool {
        if let places = fraction {
            guard places < FixedDecimal.places else { return false }
            fraction = places + 1
        } else {
            wholeDigits += 1
        }
        // 92,233,720,368 and eight places are 19 digits: a count below this
        // bound can take one more digit without leaving UInt64.
        guard magnitude < 1_000_000_000_000_000_000 else { return false }
        magnitude = magnitude * 10 + digit
        return true
    }

    /// The hundred-millionths read, or `nil` if the text stopped short or is out of range.
    var value: Int64? {
        guard wholeDigits > 0, fraction != 0 else { return nil }
        let missing = FixedDecimal.powers[FixedDecimal.places - (fraction ?? 0)]
        let (scaled, overflows) = magnitude.multipliedReportingOverflow(by: missing)
        guard !overflows, let value = Int64(exactly: scaled) else { return nil }
        return isNegative ? -value : value
    }
}
