/// Builds a short code or label on the stack.
struct ASCIIText {
    private var bytes = InlineArray<48, UInt8>(repeating: 0)
    private var count = 0

    /// Adds ASCII words; what does not fit is left out.
    mutating func add(_ words: String) {
        let words = words.utf8.span
        for index in words.indices { add(byte: words[index]) }
    }

    /// Adds a number with leading zeros.
    mutating func add(_ number: Int, digits: Int) {
        var unit = 1
        for _ in 1..<digits { unit *= 10 }
        while unit > 0 {
            add(byte: UInt8(truncatingIfNeeded: number / unit % 10) + UInt8(ascii: "0"))
            unit /= 10
        }
    }

    private mutating func add(byte: UInt8) {
        guard count < 48 else { return }
        bytes[count] = byte
        count += 1
    }

    /// The text built.
    var string: String { String(ascii: bytes.span.extracting(0..<count)) }
}

/// The bytes of a period's code, at most eleven, in two words.
///
/// An `InlineArray` filled in an initialiser would read better, but Swift 6.3.1
/// loses its count when optimising.
struct CodeBytes {
    private let first: UInt64
    private let rest: UInt64
    /// How many there are.
    let count: Int

    /// Takes the bytes of a code, or `nil` if no code is so long.
    ///
    /// The parameter is not generic because the optimiser left a generic one
    /// unspecialised, at several times the cost.
    init?(_ text: String.UTF8View) {
        let bytes = text.span
        guard bytes.count <= 11 else { return nil }
        var (first, rest) = (UInt64(0), UInt64(0))
        for place in bytes.indices {
            if place < 8 {
                first |= UInt64(bytes[place]) << UInt64(place * 8)
            } else {
                rest |= UInt64(bytes[place]) << UInt64((place - 8) * 8)
            }
        }
        (self.first, self.rest, count) = (first, rest, bytes.count)
    }

    /// The character at a place, 0 to 10.
    subscript(place: Int) -> Unicode.Scalar { Unicode.Scalar(byte(at: place)) }

    /// The number written in so many digits, or `nil` if one is not a digit.
    func number(from place: Int, digits: Int) -> Int? {
        var number = 0
        for index in place..<(place + digits) {
            let digit = byte(at: index) &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            number = number * 10 + Int(digit)
        }
        return number
    }

    private func byte(at place: Int) -> UInt8 {
        let word = place < 8 ? first >> UInt64(place * 8) : rest >> UInt64((place - 8) * 8)
        return UInt8(truncatingIfNeeded: word)
    }
}
