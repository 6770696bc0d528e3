// Sums that leave the range are nil, never wrapped and never a crash: the
// numbers come from forms and files.
extension FixedDecimal {
    /// The same distance from zero on the other side.
    public static prefix func - (value: FixedDecimal) -> FixedDecimal {
        FixedDecimal(hundredMillionths: -value.hundredMillionths)
    }

    /// The distance from zero.
    public var magnitude: FixedDecimal {
        FixedDecimal(hundredMillionths: abs(hundredMillionths))
    }

    /// The sum of two decimals, or `nil` beyond the range.
    public static func + (lhs: FixedDecimal, rhs: FixedDecimal) -> FixedDecimal? {
        FixedDecimal(wide: lhs.wide + rhs.wide)
    }

    /// The difference of two decimals, or `nil` beyond the range.
    public static func - (lhs: FixedDecimal, rhs: FixedDecimal) -> FixedDecimal? {
        FixedDecimal(wide: lhs.wide - rhs.wide)
    }

    /// The product, rounded half away from zero to eight places; `nil` beyond the range.
    public static func * (lhs: FixedDecimal, rhs: FixedDecimal) -> FixedDecimal? {
        FixedDecimal(wide: (lhs.wide * rhs.wide).divided(by: Int128(one)))
    }

    /// The quotient, rounded half away from zero to eight places.
    ///
    /// It is `nil` when divided by zero and beyond the range.
    public static func / (lhs: FixedDecimal, rhs: FixedDecimal) -> FixedDecimal? {
        lhs.dividing(by: rhs, per: 1)
    }

    /// The rate of this numerator in a denominator: per 100 for a percentage, per 10,000 and so on.
    ///
    /// It is rounded once, half away from zero, to eight places; `nil` when the
    /// denominator is zero and beyond the range.
    public func dividing(by denominator: FixedDecimal, per multiplier: Int32) -> FixedDecimal? {
        guard denominator != .zero else { return nil }
        let scaled = wide * Int128(multiplier) * Int128(Self.one)
        return FixedDecimal(wide: scaled.divided(by: denominator.wide))
    }

    /// The decimal rounded half away from zero to so many places, 0 to 8.
    ///
    /// At the very end of the range, where the rounded number would not fit, it
    /// is left as it is.
    public func rounded(to decimals: Int) -> FixedDecimal {
        let unit = Int128(Self.powers[8 - min(max(decimals, 0), 8)])
        return FixedDecimal(wide: wide.divided(by: unit) * unit) ?? self
    }

    /// The hundred-millionths in a type where any two decimals can be added and multiplied.
    var wide: Int128 { Int128(hundredMillionths) }

    /// Powers of ten from 1 to 100,000,000.
    static let powers: InlineArray<9, UInt64> = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
    ]
}

extension Int128 {
    /// The quotient rounded half away from zero; the divisor must not be zero.
    func divided(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        guard remainder.magnitude >= divisor.magnitude - remainder.magnitude else {
            return quotient
        }
        return (self < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
    }
}
