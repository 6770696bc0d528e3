/// Steps over the parts of a date or a duration of ISO 8601.
struct ISOScan {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Steps over a byte, if it is the next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// Steps over so many digits.
    mutating func digits(_ count: Int) -> Int? {
        guard rest.count >= count, let number = Decimals.wholeNumber(rest.prefix(count)) else {
            return nil
        }
        rest = rest.dropFirst(count)
        return number
    }

    /// Steps over digits, one to nine.
    mutating func number() -> Int? {
        let count = rest.prefix { $0 &- 0x30 < 10 }.count
        guard 1...9 ~= count else { return nil }
        return digits(count)
    }

    /// Steps over a fraction, if there is one: 1 if it is half or more, or else 0.
    mutating func roundedFraction() -> Int {
        guard rest.first == 0x2E || rest.first == 0x2C else { return 0 }
        let digits = rest.dropFirst().prefix { $0 &- 0x30 < 10 }
        guard let first = digits.first else { return 0 }
        rest = rest.dropFirst(1 + digits.count)
        return first >= 0x35 ? 1 : 0
    }
}
