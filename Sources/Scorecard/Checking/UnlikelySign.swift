extension Plausibility {
    /// A figure on the side of zero where none was before.
    ///
    /// Scores and differences lie on either side, so one of them is doubted only when there are
    /// four or more before it, all on the other side. Other figures are rarely below zero, so one
    /// is doubted unless another was.
    var unlikelySign: Doubt? {
        guard let value = figure.value, value != .zero else { return nil }
        let isBelow = value < .zero
        switch terms.kind {
        case .score, .points:
            let areOpposite = earlier.allSatisfy { past in
                past.value.map { isBelow ? $0 > .zero : $0 < .zero } ?? false
            }
            guard earlier.count >= 4, areOpposite else { return nil }
            let others = isBelow ? "above" : "below"
            return doubt(
                value, isBelow, "all \(earlier.count) figures before were \(others) zero")
        case .percentage, .rate, .count, .composition, .narrative:
            guard isBelow, !earlier.contains(where: { $0.value.map { $0 < .zero } ?? false })
            else { return nil }
            return doubt(value, isBelow, earlier.isEmpty ? nil : "no figure before was")
        }
    }

    private func doubt(_ value: FixedDecimal, _ isBelow: Bool, _ before: String?) -> Doubt {
        let claim = isBelow ? "below zero" : "above zero"
        let shown = terms.format.text(value, missing: .zero)
        return Doubt(
            kind: .sign, summary: "the figure is \(claim)",
            question: "\(shown) is \(claim)\(before.map { ", and \($0)" } ?? "").")
    }
}
