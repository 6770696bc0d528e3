extension Plausibility {
    /// A percentage or a share of more than all, typed as such; one that was worked out is
    /// doubted by its numbers.
    var percentageAbove100: Doubt? {
        guard terms.kind.isShare, figure.numerator == nil, let value = figure.value,
            value > FixedDecimal(100)
        else { return nil }
        let shown = terms.format.text(value, missing: FixedDecimal(100))
        return Doubt(
            kind: .percentageAbove100, summary: "the percentage is over 100",
            question: "\(shown) is more than 100%.")
    }
}
