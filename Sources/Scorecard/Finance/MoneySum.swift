/// Sums of money of which a part may not be known.
public enum MoneySum {
    /// The sum of all; `nil` where there are none, where one is not known, and beyond the range.
    ///
    /// A total that leaves something out would be read as a total of everything.
    public static func total(_ amounts: [FixedDecimal?]) -> FixedDecimal? {
        guard !amounts.isEmpty else { return nil }
        var sum = FixedDecimal.zero
        for amount in amounts {
            guard let amount, let next = sum + amount else { return nil }
            sum = next
        }
        return sum
    }

    /// What a reserve will hold: what it held at the start less what is planned to be used.
    public static func closing(opening: FixedDecimal?, use: FixedDecimal?) -> FixedDecimal? {
        guard let opening, let use else { return nil }
        return opening - use
    }

    /// What a deficit will have come to at the end of the year; below zero it is a surplus.
    ///
    /// - Parameters:
    ///   - broughtForward: The deficit at the start of the year.
    ///   - inYear: How much more than its grant is spent in the year.
    /// - Returns: The deficit, or `nil` where one of both is not known.
    public static func deficit(
        broughtForward: FixedDecimal?, inYear: FixedDecimal?
    ) -> FixedDecimal? {
        guard let broughtForward, let inYear else { return nil }
        return broughtForward + inYear
    }
}
