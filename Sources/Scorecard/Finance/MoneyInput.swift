/// An amount in thousands of pounds as a person typed it: "52,410", "£52,410.5", "(235)", "−235".
///
/// What ``DecimalInput`` understands is understood, and brackets for amounts below zero, as
/// accountants write them. An amount with its own unit, such as `52.4m`, is refused: whoever
/// typed it may have meant thousands or pounds.
public struct MoneyInput: Hashable, Sendable {
    /// The amount in thousands of pounds, with one decimal place or none.
    public let thousands: FixedDecimal

    /// Amounts from here on, ten billion pounds, are taken for pounds typed for thousands.
    public static let bound = FixedDecimal(10_000_000)

    /// Reads what was typed, or says why it cannot be understood.
    public init(_ typed: String) throws(MoneyRefusal) {
        var text = typed
        var isBracketed = false
        if let inner = Self.bracketed(typed) {
            (text, isBracketed) = (inner, true)
        }
        let input: DecimalInput
        do throws(DecimalRefusal) {
            input = try DecimalInput(text)
        } catch {
            throw MoneyRefusal(error)
        }
        guard input.mark != .percent else { throw .notAnAmount }
        // A sign within brackets says the same twice, or the opposite.
        guard !isBracketed || !Self.hasSign(text) else { throw .notAnAmount }
        guard input.value.rounded(to: 1) == input.value, !Self.mayPartThousands(text) else {
            throw .tooManyPlaces
        }
        guard input.value.magnitude < Self.bound else { throw .tooLarge }
        thousands = isBracketed ? -input.value : input.value
    }

    /// What stands in brackets, with a pound sign that stands before them.
    private static func bracketed(_ typed: String) -> String? {
        let scalars = typed.unicodeScalars.filter { !$0.properties.isWhitespace }
        var rest = scalars[...]
        var pounds = ""
        if rest.first == "£" {
            pounds = "£"
            rest = rest.dropFirst()
        }
        guard rest.first == "(", rest.last == ")", rest.count > 2 else { return nil }
        return pounds + String(Substring.UnicodeScalarView(rest.dropFirst().dropLast()))
    }

    private static func hasSign(_ text: String) -> Bool {
        text.unicodeScalars.contains { $0 == "+" || $0.properties.isDash || $0 == "\u{2212}" }
    }

    /// Whether three or more digits follow the point, as in `52.000`, which some read as 52,000.
    private static func mayPartThousands(_ text: String) -> Bool {
        guard let point = text.unicodeScalars.firstIndex(of: ".") else { return false }
        let digits = text.unicodeScalars[point...].count { ("0"..."9").contains($0) }
        return digits > 2
    }
}

/// Why a typed amount was not understood.
public enum MoneyRefusal: Error, Hashable, CaseIterable, Sendable {
    /// Nothing was typed.
    case empty
    /// It is no number, or has a percent sign or two signs.
    case notAnAmount
    /// It has a unit of its own, such as `52.4m` or `52k`.
    case hasUnit
    /// More than one decimal place, or three noughts that may part thousands.
    case tooManyPlaces
    /// A comma that does not part thousands.
    case misplacedComma
    /// Beyond what any council spends: pounds, not thousands.
    case tooLarge

    init(_ refusal: DecimalRefusal) {
        switch refusal {
        case .empty: self = .empty
        case .notANumber, .fraction, .brackets: self = .notAnAmount
        case .shortened: self = .hasUnit
        case .misplacedComma: self = .misplacedComma
        case .tooManyPlaces: self = .tooManyPlaces
        case .tooLarge: self = .tooLarge
        }
    }

    /// The end of a sentence that begins with the name of the box: "Budget must be …".
    public var words: String {
        switch self {
        case .empty: "must be filled in"
        case .notAnAmount: "must be a number in thousands of pounds, like 52,410"
        case .hasUnit:
            "must be in thousands of pounds without k or m, like 52,410 for £52.4 million"
        case .tooManyPlaces:
            "must be in thousands of pounds with one decimal place or none, like 52,410.5"
        case .misplacedComma: "must have commas only between thousands, like 52,410"
        case .tooLarge: "must be in thousands of pounds, like 52,410 for £52,410,000"
        }
    }
}
