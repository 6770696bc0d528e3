/// When a number is so small that a child could be recognised by it, and what is done about it.
///
/// The rule belongs to a measure and is printed on its page, so readers know it too. Its form
/// is that of official statistics of children in England: the Department for Education
/// withholds small counts, percentages that rest on them and percentages of few children, and
/// rounds counts to the nearest 5 in releases on social care; Office for National Statistics,
/// "Policy on protecting confidentiality in tables of birth and death statistics", withholds
/// rates by their numerators.
public struct SmallNumberRule: Hashable, Sendable {
    /// What is done to the numbers that are shown.
    public enum Rounding: String, CaseIterable, Sendable {
        /// They are shown as they are.
        case none
        /// Counts become the nearest multiple of 5, and percentages and rates follow them.
        case nearestFive = "5"
    }

    /// The largest count that is withheld, counted from 1; 0 withholds none.
    public let threshold: Int
    /// The smallest denominator whose percentage or mean is shown; 0 shows all.
    public let leastDenominator: Int
    /// What is done to the numbers that are shown.
    public let rounding: Rounding

    /// Creates a rule; numbers outside 0 to 1,000,000 become the nearest.
    public init(threshold: Int = 5, leastDenominator: Int = 10, rounding: Rounding = .none) {
        self.threshold = min(max(threshold, 0), 1_000_000)
        self.leastDenominator = min(max(leastDenominator, 0), 1_000_000)
        self.rounding = rounding
    }

    /// Fewer than 6, and percentages of fewer than 10; nothing is rounded.
    public static let standard = SmallNumberRule()

    /// Nothing is withheld or rounded.
    public static let none = SmallNumberRule(threshold: 0, leastDenominator: 0)
}

extension SmallNumberRule {
    /// Whether a figure with these numbers is withheld from everyone but the service.
    ///
    /// A percentage or share is withheld by its numerator, its remainder (those of the
    /// denominator that are not in the numerator) or its denominator; a rate by its numerator;
    /// a count by its value; a mean or difference by its denominator. No children and all
    /// children are shown as 0% and 100%, unless the denominator is too small: 0 of 4 says
    /// something about each of four children, and is withheld.
    ///
    /// Where rounding is asked for, the rounded numbers must pass as well. Otherwise 7 would
    /// be printed as 5 under a rule that prints no 5.
    ///
    /// A percentage, rate or mean without its parts cannot be checked, and is not withheld: it
    /// stands as its publisher, who knew the parts, chose to print it.
    public func withholds(
        value: FixedDecimal?, numerator: FixedDecimal?, denominator: FixedDecimal?, kind: ValueKind
    ) -> Bool {
        let counts = FigureCounts(
            value: value, numerator: numerator, denominator: denominator, kind: kind)
        return withholds(counts, kind)
    }

    /// Whether a figure with these counts is withheld.
    func withholds(_ counts: FigureCounts, _ kind: ValueKind) -> Bool {
        if isSmall(counts, kind) { return true }
        switch rounding {
        case .none: return false
        case .nearestFive:
            let rounded = counts.rounded
            return isSmall(rounded, kind) || rounded.losesDenominator(of: counts, kind)
        }
    }

    private func isSmall(_ counts: FigureCounts, _ kind: ValueKind) -> Bool {
        switch kind {
        case .percentage, .composition:
            isSmall(counts.numerator) || isSmall(counts.remainder) || isFew(counts.denominator)
        case .rate: isSmall(counts.numerator)
        case .count: isSmall(counts.value) || isSmall(counts.numerator)
        case .score, .points: isFew(counts.denominator)
        case .narrative: false
        }
    }

    /// Whether a count is withheld: more than none, and less than the first that is shown.
    ///
    /// So 5.5 is withheld with 5, and a negative count, which only a correction makes, by its size.
    func isSmall(_ count: FixedDecimal?) -> Bool {
        guard threshold > 0, let count else { return false }
        return count != .zero && count.wide.magnitude < UInt128(threshold + 1) * Self.one
    }

    /// Whether a denominator is too small for a percentage or mean.
    func isFew(_ denominator: FixedDecimal?) -> Bool {
        guard let denominator else { return false }
        return denominator != .zero
            && denominator.wide.magnitude < UInt128(leastDenominator) * Self.one
    }

    private static var one: UInt128 { UInt128(FixedDecimal.one) }
}
