extension Plausibility {
    /// A figure typed with more places than its measure has, which may be a slip of the point or
    /// a figure of another measure; counts are whole, and a ratio has as many as it takes.
    var excessDecimals: Doubt? {
        guard case .value = terms.shape, let value = figure.value,
            value.decimals > terms.decimals
        else { return nil }
        let has = value.decimals.counted("decimal place")
        let asked =
            terms.decimals == 0 ? "the measure has none" : "the measure has \(terms.decimals)"
        return Doubt(
            kind: .decimals,
            summary: "the figure has more decimal places than the measure",
            question: "\(value.inFull) has \(has), and \(asked).")
    }
}
