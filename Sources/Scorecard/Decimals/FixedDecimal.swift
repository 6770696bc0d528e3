/// An exact decimal with eight places, from −92 billion to 92 billion.
///
/// Figures, targets and tolerances decide a status, so they are whole
/// hundred-millionths and never binary floating point: 0.21 against 0.20 with a
/// tolerance of 5% lies exactly on the edge, and must be seen to. Eight places
/// hold every figure the publishers print; the exact limits are
/// ±92,233,720,368.54775807.
///
/// Sums and differences are exact. Products and quotients are rounded once, half
/// away from zero, to the eighth place. A result beyond the limits is `nil`.
public struct FixedDecimal: Hashable, Sendable {
    /// The number of hundred-millionths, as a column keeps it.
    public let hundredMillionths: Int64

    /// Creates a decimal from hundred-millionths.
    ///
    /// `Int64.min` has no opposite and becomes its neighbour, so that every
    /// decimal can be negated.
    public init(hundredMillionths: Int64) {
        self.hundredMillionths = max(hundredMillionths, -Int64.max)
    }

    /// Creates a decimal from a whole number.
    public init(_ whole: Int32) {
        hundredMillionths = Int64(whole) * Self.one
    }

    /// Creates a decimal from a whole number, or `nil` beyond the range.
    public init?(exactly whole: Int) {
        self.init(wide: Int128(whole) * Int128(Self.one))
    }

    /// Creates a decimal from a wide count of hundred-millionths, or `nil` beyond the range.
    init?(wide: Int128) {
        guard let narrow = Int64(exactly: wide), narrow != .min else { return nil }
        hundredMillionths = narrow
    }

    /// Nothing.
    public static let zero = FixedDecimal(hundredMillionths: 0)

    /// The hundred-millionths in one.
    static let one: Int64 = 100_000_000

    /// The places after the point that a decimal can hold.
    public static let places = 8
}

extension FixedDecimal: Comparable {
    /// Orders decimals by value.
    public static func < (lhs: FixedDecimal, rhs: FixedDecimal) -> Bool {
        lhs.hundredMillionths < rhs.hundredMillionths
    }
}

extension Double {
    /// The decimal as near as binary floating point can write it, to draw and to estimate with.
    ///
    /// Nothing that decides a status may use it.
    public init(_ decimal: FixedDecimal) {
        self = Double(decimal.hundredMillionths) / Double(FixedDecimal.one)
    }
}
