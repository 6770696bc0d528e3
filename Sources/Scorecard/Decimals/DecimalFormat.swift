/// How a decimal is shown: its places, its signs and its percent sign.
///
/// There is one rule of rounding, half away from zero, as people are taught and
/// spreadsheets show: 2.675 to two places is 2.68, and −2.675 is −2.68. What is
/// shown is rounded here and by ``FixedDecimal/rounded(to:)``, which agree;
/// judgements use the unrounded value. A number that rounds to zero has no sign.
public struct DecimalFormat: Hashable, Sendable {
    /// For whom the text is: people, or programs that read CSV and SVG.
    public enum Notation: Hashable, Sendable {
        /// Commas between thousands and U+2212 for minus.
        case reading
        /// ASCII with a hyphen and no commas.
        case plain
    }

    /// Places after the point, 0 to 8.
    public let decimals: Int
    /// Whether commas and the true minus sign are written.
    public let notation: Notation
    /// Whether a plus is written too, as for changes; zero has no sign.
    public let isSigned: Bool
    /// Whether a percent sign follows.
    public let isPercentage: Bool

    /// Creates a format; places outside 0 to 8 become the nearest.
    public init(
        decimals: Int, notation: Notation = .reading, signed: Bool = false, percent: Bool = false
    ) {
        self.decimals = min(max(decimals, 0), FixedDecimal.places)
        self.notation = notation
        isSigned = signed
        isPercentage = percent
    }

    /// The value as this format writes it.
    public func text(_ value: FixedDecimal) -> String {
        let rounded = value.units(decimals: decimals)
        return DecimalWriter.text(
            rounded.magnitude, decimals: decimals, sign: sign(of: rounded),
            grouped: notation == .reading, percent: isPercentage)
    }

    /// The value beside a target that it misses.
    ///
    /// When the rounded value would look equal to the target, one more place is
    /// shown, or as many as it takes: 91.46 against 91.5 is "91.46", not a
    /// puzzling "91.5". Rounding keeps order, so what is shown lies on the same
    /// side of the target as the value, by half a unit of its last place or more.
    public func text(_ value: FixedDecimal, missing target: FixedDecimal) -> String {
        var shown = decimals
        while shown < FixedDecimal.places, value != target,
            value.units(decimals: shown) == target.units(decimals: shown)
        {
            shown += 1
        }
        return with(decimals: shown).text(value)
    }

    /// The same format with other places.
    public func with(decimals: Int) -> DecimalFormat {
        DecimalFormat(
            decimals: decimals, notation: notation, signed: isSigned, percent: isPercentage)
    }

    private func sign(of rounded: Int64) -> DecimalWriter.Sign {
        if rounded > 0 { return isSigned ? .plus : .none }
        if rounded == 0 { return .none }
        return notation == .reading ? .minus : .hyphen
    }
}

extension FixedDecimal {
    /// The value for people, with commas, rounded half away from zero: `−1,204.5`.
    public func formatted(decimals: Int, signed: Bool = false, percent: Bool = false) -> String {
        DecimalFormat(decimals: decimals, signed: signed, percent: percent).text(self)
    }

    /// The value for programs, in ASCII without commas: `-1204.5`.
    public func plain(decimals: Int) -> String {
        DecimalFormat(decimals: decimals, notation: .plain).text(self)
    }

    /// The value in whole units of its last shown place, rounded half away from zero.
    fileprivate func units(decimals: Int) -> Int64 {
        let unit = Self.powers[Self.places - decimals]
        let (quotient, rest) = hundredMillionths.magnitude.quotientAndRemainder(dividingBy: unit)
        let units = Int64(quotient) + (rest * 2 >= unit ? 1 : 0)
        return hundredMillionths < 0 ? -units : units
    }
}
