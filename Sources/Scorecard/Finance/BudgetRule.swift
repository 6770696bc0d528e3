/// How far from its budget a line may be and still count as on budget, or as close to it.
///
/// The portal's own rule, of which each report sets the numbers and prints them. Unless it does,
/// a line is on budget within 1% and close to it up to 2%.
public struct BudgetRule: Hashable, Sendable {
    /// A share of the budget, an amount, or whichever of both is more; with neither, nothing.
    public struct Allowance: Hashable, Sendable {
        /// Percent of the size of the line's own budget.
        public let percent: FixedDecimal?
        /// Thousands of pounds.
        public let amount: FixedDecimal?

        /// Creates an allowance; one below zero is none.
        public init(percent: FixedDecimal? = nil, amount: FixedDecimal? = nil) {
            self.percent = percent.map { max($0, .zero) }
            self.amount = amount.map { max($0, .zero) }
        }

        /// Whether it allows for a variance of that size, edge included, unrounded.
        func covers(_ variance: BudgetVariance) -> Bool {
            let size = variance.amount.magnitude
            if size == .zero { return true }
            if let amount, size <= amount { return true }
            guard let percent else { return false }
            return Tolerance.relative(percent: percent).covers(size.wide, from: variance.base)
        }
    }

    /// What counts as on budget, over or under.
    public let onBudget: Allowance
    /// What counts as close to budget, over only.
    public let close: Allowance

    /// Creates a rule.
    public init(onBudget: Allowance, close: Allowance) {
        self.onBudget = onBudget
        self.close = close
    }

    /// Within 1%, and close up to 2%.
    public static let usual = BudgetRule(
        onBudget: Allowance(percent: FixedDecimal(1)), close: Allowance(percent: FixedDecimal(2)))
}
