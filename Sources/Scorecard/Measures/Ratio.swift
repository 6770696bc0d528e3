/// What was counted, out of how many, and per how many it is told: 792 of 3,676 per 100.
///
/// Percentages and rates are entered as two numbers and worked out here. A top
/// number above the bottom one is no error: some such percentages are true
/// (children helped in a year, of the places there are at its end), and whether a
/// figure is plausible is asked of the person who enters it, not decided here.
///
/// The value is rounded once, to eight places, and that decides next to nothing.
/// Against a bound of *k* places, the exact ratio of a whole *n* in a whole *N*
/// per a whole *m* misses by |m·n·10ᵏ − t·10ᵏ·N| / (N·10ᵏ), whose top is a whole
/// number: by nothing, or by 1/(N·10ᵏ) at least. Rounding moves a value by
/// 0.5·10⁻⁸ at most, so below N·10ᵏ = 2·10⁸ it cannot bring a value onto a
/// bound that it misses: for a bound of two places, below two million people. It can never
/// carry a value across, since a bound is a multiple of 10⁻⁸ and rounding keeps
/// order. Where a bound is finer than that, such as the edge of a tolerance in
/// percent, ``order(beside:)`` compares without rounding.
public struct Ratio: Hashable, Sendable {
    /// What was counted, 0 or more.
    public let numerator: FixedDecimal
    /// What it was counted out of, above 0 unless nothing was counted.
    public let denominator: FixedDecimal
    /// How many it is told for: 100 for a percentage, 10,000 for a rate per 10,000.
    public let multiplier: Int32
    /// The ratio rounded once to eight places; `nil` for nothing out of nothing.
    public let value: FixedDecimal?

    /// Creates a ratio, or says why these numbers make none.
    public init(
        of numerator: FixedDecimal, in denominator: FixedDecimal, per multiplier: Int32 = 100
    ) throws(RatioRefusal) {
        if numerator < .zero { throw .negativeNumerator }
        if denominator < .zero { throw .negativeDenominator }
        if multiplier < 1 { throw .multiplierBelowOne }
        if denominator == .zero, numerator > .zero { throw .outOfNothing }
        value = numerator.dividing(by: denominator, per: multiplier)
        if value == nil, denominator > .zero { throw .tooLarge }
        self.numerator = numerator
        self.denominator = denominator
        self.multiplier = multiplier
    }

    /// Where a ratio lies beside a bound.
    public enum Order: Hashable, Sendable {
        /// It is less.
        case below
        /// It is the same.
        case equal
        /// It is more.
        case above
    }

    /// Where the unrounded ratio lies beside a bound; `nil` for nothing out of nothing.
    ///
    /// Both sides are multiplied by the denominator, which 126 bits can hold.
    public func order(beside bound: FixedDecimal) -> Order? {
        guard denominator > .zero else { return nil }
        let counted = numerator.wide * Int128(multiplier) * Int128(FixedDecimal.one)
        let asked = bound.wide * denominator.wide
        if counted < asked { return .below }
        return counted == asked ? .equal : .above
    }
}

/// Why two numbers make no ratio.
public enum RatioRefusal: Error, Hashable, CaseIterable, Sendable {
    /// Fewer than none were counted.
    case negativeNumerator
    /// They were counted out of fewer than none.
    case negativeDenominator
    /// Some were counted out of none.
    case outOfNothing
    /// The ratio is told for less than one.
    case multiplierBelowOne
    /// Beyond the range of ``FixedDecimal``.
    case tooLarge

    /// A whole sentence for the person who entered the numbers.
    public var words: String {
        switch self {
        case .negativeNumerator: "The top number must be 0 or more."
        case .negativeDenominator: "The bottom number must be 0 or more."
        case .outOfNothing: "The bottom number must be above 0, because the top number is."
        case .multiplierBelowOne: "A rate must be for 1 or more."
        case .tooLarge: "The top number is too large for the bottom number."
        }
    }
}

extension ValueKind {
    /// How many a figure worked out from two numbers is told for; `nil` if it is not worked out.
    ///
    /// Percentages and shares are of a hundred, whatever is stated. A rate is for
    /// what its measure states, which is 1 or more. Scores and points are entered as published: their
    /// parts may be negative, and are not counts.
    public func multiplier(stated: Int32?) -> Int32? {
        switch self {
        case .percentage, .composition: 100
        case .rate: stated.flatMap { $0 >= 1 ? $0 : nil }
        case .count, .score, .points, .narrative: nil
        }
    }
}
