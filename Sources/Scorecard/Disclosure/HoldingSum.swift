extension DisclosureTable {
    /// Says that a figure counts what the parts count together, if the true numbers say so too.
    ///
    /// It is for groups of which the catalogue does not say whether they make up the whole:
    /// groups that overlap, or leave some children out, do not sum to it and tell nothing of one
    /// another. Numerators and denominators must both sum, or the values of plain counts.
    public mutating func addSumThatHolds(_ total: Int, of parts: [Int]) {
        guard figures.indices.contains(total), parts.allSatisfy(figures.indices.contains),
            parts.count > 1
        else { return }
        let whole = figures[total]
        let hasParts = whole.numerator != nil && whole.denominator != nil
        let holds =
            hasParts
            ? sums(\.numerator, total, parts) && sums(\.denominator, total, parts)
            : sums(\.value, total, parts)
        if holds { addSum(total, of: parts) }
    }

    private func sums(
        _ number: KeyPath<Figure, FixedDecimal?>, _ total: Int, _ parts: [Int]
    ) -> Bool {
        guard let whole = figures[total][keyPath: number] else { return false }
        var sum = Int128(0)
        for part in parts {
            guard let number = figures[part][keyPath: number] else { return false }
            sum += number.wide
        }
        return sum == whole.wide
    }
}
