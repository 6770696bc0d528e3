/// How far a forecast, or an outturn, lies from what was budgeted.
///
/// The amount is the forecast less the budget, so that it is positive where more is spent than was
/// budgeted. That holds whatever the signs: income is a budget below zero, and a forecast of
/// −4,800 against −5,000 is 200 too little income and so 200 over. The rule is the portal's own,
/// and reports print it.
public struct BudgetVariance: Hashable, Sendable {
    /// Above zero where it costs more than planned.
    public let amount: FixedDecimal
    /// What it is a share of, 0 or more.
    public let base: FixedDecimal

    /// The variance of a forecast; `nil` beyond the range of ``FixedDecimal``.
    public init?(forecast: FixedDecimal, budget: FixedDecimal) {
        guard let amount = forecast - budget else { return nil }
        self.amount = amount
        base = budget.magnitude
    }

    /// How far savings fall short of their target; `nil` beyond the range.
    ///
    /// A shortfall is positive, since what is not saved is spent.
    public init?(saved: FixedDecimal, target: FixedDecimal) {
        guard let amount = target - saved else { return nil }
        self.amount = amount
        base = target.magnitude
    }

    /// The amount as a percentage of the size of the budget; `nil` where that is nothing.
    public var percent: FixedDecimal? { amount.dividing(by: base, per: 100) }

    /// Where that stands, by a rule.
    public func status(by rule: BudgetRule) -> BudgetStatus {
        if rule.onBudget.covers(self) { return .on }
        if amount < .zero { return .under }
        return rule.close.covers(self) ? .close : .over
    }
}

/// Where a budget stands.
///
/// The order is that of a tally: worst first.
public enum BudgetStatus: String, CaseIterable, Sendable {
    /// Over by more than is close.
    case over
    /// Over by more than what counts as on budget, and not by more than is close.
    case close
    /// Within what counts as on budget, either way.
    case on
    /// Under by more than what counts as on budget: money that was meant to be spent and is not.
    case under
}
