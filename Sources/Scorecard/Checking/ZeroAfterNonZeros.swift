extension Plausibility {
    /// A zero after three or more figures that were none, which may stand for one not yet known.
    var zeroAfterNonZeros: Doubt? {
        guard let value = figure.value, value == .zero, let last = comparable.first?.value else {
            return nil
        }
        let others = comparable.prefix { $0.value != .zero }.count
        guard others >= 3 else { return nil }
        let shown = terms.format.text(last, missing: .zero)
        return Doubt(
            kind: .zeroAfterNonZeros, summary: "the figure is zero, and those before were not",
            question: """
                The figure is zero, and none of the \(others) before it was. Last time it was \
                \(shown).
                """)
    }
}
