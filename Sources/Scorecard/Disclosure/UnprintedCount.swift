/// A count that no table prints and that readers work out from figures that are printed.
///
/// It is what a figure counts beyond the one before it in a year so far, or what is left of a
/// whole when the parts that are printed are taken away. It is protected like one that is
/// printed, and is as unknown as any of the figures that it is worked out from.
struct UnprintedCount {
    /// The place of the figure that it is taken from.
    let whole: Int
    /// The places of the figures that are taken away.
    let parts: [Int]
    /// Whether the parts are shares, and the whole is the denominator that they have in common.
    let isShare: Bool
    /// The counts themselves; what is not known stays so.
    let counts: FigureCounts
    /// Whether it would be withheld if it were printed.
    let isSmall: Bool

    /// What is left of a figure without others.
    init(_ whole: Int, less parts: [Int], _ counts: [FigureCounts], under terms: DisclosureTerms) {
        self.whole = whole
        self.parts = parts
        isShare = false
        self.counts = parts.reduce(counts[whole]) { $0.less(counts[$1]) }
        isSmall = terms.rule.withholds(self.counts, terms.kind)
    }

    /// What is left of the whole that shares have in common.
    init(besides shares: [Int], _ counts: [FigureCounts], under terms: DisclosureTerms) {
        whole = shares[0]
        parts = shares
        isShare = true
        var rest = FigureCounts(value: nil, numerator: nil, denominator: nil, kind: terms.kind)
        rest.denominator = shares.lazy.compactMap { counts[$0].denominator }.first
        rest.numerator = shares.reduce(rest.denominator) {
            FigureCounts.difference($0, counts[$1].numerator)
        }
        self.counts = rest
        isSmall = terms.rule.withholds(rest, terms.kind)
    }
}

extension FigureCounts {
    /// What these counts have beyond others; the part that is not known stays so.
    fileprivate func less(_ other: FigureCounts) -> FigureCounts {
        var difference = self
        difference.value = Self.difference(value, other.value)
        difference.numerator = Self.difference(numerator, other.numerator)
        difference.denominator = Self.difference(denominator, other.denominator)
        return difference
    }

    fileprivate static func difference(_ count: FixedDecimal?, _ other: FixedDecimal?)
        -> FixedDecimal?
    {
        guard let count, let other else { return nil }
        return count - other
    }
}
