/// A number as a person typed it: "1,234.5", "12.5%", " − 3", "£5".
///
/// Harmless marks are understood: spaces, commas or spaces between thousands, a
/// plus, a percent or pound sign, any of the hyphens that stand for minus, and the
/// unseen marks that come along when a number is copied from a page. What could
/// mean two things is refused with the reason. So are digits other than 0 to 9,
/// which nobody types here and which are likelier a slip of copying.
public struct DecimalInput: Hashable, Sendable {
    /// A sign that says what is counted.
    public enum Mark: Hashable, Sendable {
        /// A percent sign after the number.
        case percent
        /// A pound sign before the number.
        case pounds
    }

    /// The number.
    public let value: FixedDecimal
    /// The percent or pound sign typed with it, for a form that expects the other kind.
    public let mark: Mark?

    /// Reads what was typed, or says why it cannot be understood.
    public init(_ typed: String) throws(DecimalRefusal) {
        if let whole = Self.plainWhole(typed) {
            (value, mark) = (whole, nil)
            return
        }
        var characters = typed.unicodeScalars.map(Self.normalised)[...]
        characters = Self.trimmed(characters)
        guard !characters.isEmpty else { throw .empty }
        var isNegative = false
        var mark: Mark?
        var hasSign = false
        while let first = characters.first, first == "-" || first == "+" || first == "£" {
            if first == "£" {
                guard mark == nil else { throw .notANumber }
                mark = .pounds
            } else {
                guard !hasSign else { throw .notANumber }
                hasSign = true
                isNegative = first == "-"
            }
            characters = Self.trimmed(characters.dropFirst())
        }
        if characters.last == "%" {
            guard mark == nil else { throw .notANumber }
            mark = .percent
            characters = Self.trimmed(characters.dropLast())
        }
        let magnitude = try Self.magnitude(characters)
        value = isNegative ? -magnitude : magnitude
        self.mark = mark
    }

    /// A whole number as most are typed and as the portal writes them, `1436` or `1,436`.
    ///
    /// It is `nil` for all else. Files bring such numbers by the hundred thousand.
    private static func plainWhole(_ typed: String) -> FixedDecimal? {
        let bytes = typed.utf8
        guard (1...13).contains(bytes.count),
            bytes.count == 1 || bytes.first != UInt8(ascii: "0")
        else { return nil }
        var number: Int64 = 0
        // Since the last comma.
        var digits = 0
        var hasCommas = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number * 10 + Int64(byte - UInt8(ascii: "0"))
                digits += 1
            case UInt8(ascii: ","):
                guard hasCommas ? digits == 3 : (1...3).contains(digits) else { return nil }
                (hasCommas, digits) = (true, 0)
            default: return nil
            }
        }
        guard !hasCommas || digits == 3, number < 90_000_000_000 else { return nil }
        return FixedDecimal(hundredMillionths: number * 100_000_000)
    }

    /// The one spelling of characters that look alike: any space, any minus.
    ///
    /// Marks that have no width count as spaces.
    private static func normalised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{FE63}", "\u{FF0D}":
            "-"
        case "\u{200B}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}": " "
        case _ where scalar.properties.isWhitespace: " "
        default: scalar
        }
    }

    private static func trimmed(_ text: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var text = text.drop { $0 == " " }
        while text.last == " " { text.removeLast() }
        return text
    }

    private static func magnitude(
        _ characters: ArraySlice<Unicode.Scalar>
    ) throws(DecimalRefusal) -> FixedDecimal {
        let digits: ClosedRange<Unicode.Scalar> = "0"..."9"
        if Self.isFraction(characters) { throw .fraction }
        guard let first = characters.first, characters.contains(where: digits.contains) else {
            throw .notANumber
        }
        if first == "(", characters.last == ")" { throw .brackets }
        let allowed = characters.allSatisfy {
            digits.contains($0) || $0 == "." || $0 == "," || $0 == " "
        }
        guard allowed else { throw Self.isShortened(characters) ? .shortened : .notANumber }
        let halves = characters.split(
            separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = try Self.ungrouped(halves[0])
        let fraction = halves.count == 2 ? halves[1] : []
        guard fraction.allSatisfy(digits.contains) else {
            throw fraction.contains(",") ? .misplacedComma : .notANumber
        }
        let significant = fraction.reversed().drop { $0 == "0" }.count
        guard significant <= FixedDecimal.places else { throw .tooManyPlaces }
        var text = String.UnicodeScalarView(whole.isEmpty ? ["0"] : whole)
        if significant > 0 {
            text.append(".")
            text.append(contentsOf: fraction.prefix(significant))
        }
        guard let value = FixedDecimal(String(text)) else { throw .tooLarge }
        return value
    }

    /// The digits of a whole number whose commas or spaces, if any, part its thousands.
    private static func ungrouped(
        _ whole: ArraySlice<Unicode.Scalar>
    ) throws(DecimalRefusal) -> [Unicode.Scalar] {
        let commas = whole.split(separator: ",", omittingEmptySubsequences: false)
        let spaces = whole.split(separator: " ", omittingEmptySubsequences: false)
        guard commas.count == 1 || spaces.count == 1 else { throw .notANumber }
        let groups = commas.count > 1 ? commas : spaces
        guard groups.count > 1 else { return Array(whole) }
        // A nought before the first comma parts no thousands: 0,500 is a half in other countries.
        let isThousands =
            (1...3).contains(groups[0].count) && groups[0].first != "0"
            && groups.dropFirst().allSatisfy { $0.count == 3 }
        guard isThousands else { throw commas.count > 1 ? .misplacedComma : .notANumber }
        return groups.flatMap { $0 }
    }

    /// Whether the text is a fraction with a line: `½`, `2 ½`, `12/35`.
    private static func isFraction(_ characters: ArraySlice<Unicode.Scalar>) -> Bool {
        let signs: [Unicode.Scalar] = ["½", "⅓", "⅔", "¼", "¾", "⅕", "⅛", "⅜", "⅝", "⅞"]
        let halves = characters.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "⁄" }
        let areNumbers = halves.allSatisfy { half in
            half.contains { ("0"..."9").contains($0) }
                && half.allSatisfy { ("0"..."9").contains($0) || $0 == " " }
        }
        return (halves.count == 2 && areNumbers) || characters.contains(where: signs.contains)
    }

    /// Whether the text ends as a shortened number does: `1.2m`, `3k`, `2 million`, `1e5`.
    private static func isShortened(_ characters: ArraySlice<Unicode.Scalar>) -> Bool {
        let digits = characters.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "," }
        let rest = trimmed(characters.dropFirst(digits.count))
        let word = String(String.UnicodeScalarView(rest)).lowercased()
        let words = ["k", "m", "mn", "bn", "b", "thousand", "million", "billion"]
        let isPower = word.first == "e" && Int(word.dropFirst()) != nil
        return !digits.isEmpty && (words.contains(word) || isPower)
    }
}

/// Why a typed number was not understood.
public enum DecimalRefusal: Error, Hashable, CaseIterable, Sendable {
    /// Nothing was typed.
    case empty
    /// Letters, two signs, two points or the like.
    case notANumber
    /// A shortened number such as `1.2m`.
    case shortened
    /// A fraction such as `½` or `1/2`.
    case fraction
    /// Brackets, as accountants write negative numbers.
    case brackets
    /// A comma that does not part thousands, which may be a decimal comma.
    case misplacedComma
    /// More places after the point than can be kept.
    case tooManyPlaces
    /// Beyond the range of ``FixedDecimal``.
    case tooLarge

    /// The end of a sentence that begins with the name of the box: "Value must be …".
    public var words: String {
        switch self {
        case .empty: "must be filled in"
        case .notANumber: "must be a number, like 14.3"
        case .shortened: "must be written in full, like 1200000 and not 1.2m"
        case .fraction: "must be a decimal, like 0.5 and not 1/2"
        case .brackets: "must have a minus sign if it is below zero, not brackets"
        case .misplacedComma:
            "must have commas only between thousands and a point before the decimals, like 1,234.5"
        case .tooManyPlaces: "must have 8 decimal places or fewer"
        case .tooLarge: "must be between −92 billion and 92 billion"
        }
    }
}
