/// The shares of one whole, in percent.
///
/// Published shares need not add up to 100: each is rounded, and some of the whole
/// may not be known or not stated.
public struct Composition: Hashable, Sendable {
    /// The shares; one that is not shown is `nil`.
    public let shares: [FixedDecimal?]
    /// The places that the shares were rounded to.
    public let decimals: Int
    /// What the shares that are shown add up to.
    public let sum: FixedDecimal

    /// Creates the shares of a whole, or says why they are none.
    ///
    /// They may exceed 100 by as much as rounding can have added: half a unit of
    /// the last place for each share.
    public init(shares: [FixedDecimal?], decimals: Int) throws(CompositionRefusal) {
        let shown = shares.compactMap { $0 }
        if shown.isEmpty { throw .noShares }
        if shown.contains(where: { $0 < .zero }) { throw .negativeShare }
        self.shares = shares
        self.decimals = min(max(decimals, 0), FixedDecimal.places)
        let total = shown.reduce(Int128(0)) { $0 + $1.wide }
        let excess = total - Self.whole.wide
        guard excess * 2 <= Self.doubleRounding(of: shown.count, self.decimals),
            let sum = FixedDecimal(wide: total)
        else { throw .aboveTheWhole }
        self.sum = sum
    }

    /// What is left of the whole, negative where rounding made the shares exceed it.
    ///
    /// It is `nil` where a share is not shown, which could be worked out from it.
    public var remainder: FixedDecimal? {
        shares.contains(nil) ? nil : Self.whole - sum
    }

    /// Whether rounding alone can explain that the shares do not add up to 100.
    public var isWhole: Bool {
        guard let remainder else { return false }
        return remainder.magnitude.wide * 2 <= Self.doubleRounding(of: shares.count, decimals)
    }

    /// What the shares add up to, as a sentence.
    public var sentence: String {
        let format = DecimalFormat(decimals: decimals, percent: true)
        guard let remainder else {
            return "Not every share is shown, so they cannot be added up."
        }
        if remainder == .zero { return "The shares add up to 100%." }
        let added = "The shares add up to \(format.text(sum, missing: Self.whole))"
        return isWhole
            ? "\(added); rounding can explain that."
            : "\(added); the other \(format.text(remainder)) is not known or not stated."
    }

    private static let whole = FixedDecimal(100)

    /// Twice what rounding can have added to so many shares, in hundred-millionths.
    private static func doubleRounding(of shares: Int, _ decimals: Int) -> Int128 {
        Int128(shares) * Int128(FixedDecimal.powers[FixedDecimal.places - decimals])
    }
}

/// Why shares are not those of one whole.
public enum CompositionRefusal: Error, Hashable, CaseIterable, Sendable {
    /// There is none.
    case noShares
    /// A share is below zero.
    case negativeShare
    /// They exceed 100 by more than rounding explains.
    case aboveTheWhole

    /// A whole sentence for the person who entered the shares.
    public var words: String {
        switch self {
        case .noShares: "At least one share must be given."
        case .negativeShare: "Each share must be 0% or more."
        case .aboveTheWhole: "The shares must not add up to more than 100%."
        }
    }
}
