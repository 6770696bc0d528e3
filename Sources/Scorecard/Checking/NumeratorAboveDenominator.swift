extension Plausibility {
    /// More counted than there are, in a percentage or a share.
    ///
    /// A rate may count more events than people: three suspensions of one pupil.
    var numeratorAboveDenominator: Doubt? {
        guard terms.kind.isShare, let top = figure.numerator, let bottom = figure.denominator,
            let value = figure.value, top > bottom
        else { return nil }
        let result = terms.format.text(value, missing: FixedDecimal(100))
        return Doubt(
            kind: .numeratorAboveDenominator,
            summary: "the top number is greater than the bottom number",
            question: """
                The top number (\(top.inFull)) is greater than the bottom number \
                (\(bottom.inFull)), so the result is \(result).
                """)
    }
}

extension FixedDecimal {
    /// The number for people with all the places it has.
    var inFull: String { formatted(decimals: decimals) }
}
