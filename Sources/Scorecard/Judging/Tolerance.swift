/// How far a figure may miss its target and still be close to it.
public enum Tolerance: Hashable, Sendable {
    /// An amount in the measure's own unit: points for percentages and scores.
    case absolute(FixedDecimal)
    /// So many percent of the target.
    ///
    /// Only for targets above zero: five percent of a negative target would
    /// count the wrong way, and five percent of nothing is nothing.
    case relative(percent: FixedDecimal)

    /// No miss is close.
    public static let none = Tolerance.absolute(.zero)
}

extension Tolerance {
    /// Whether a shortfall from `bound` is within the tolerance, edge included.
    ///
    /// Both sides are multiplied out in 128 bits and never rounded, so that an
    /// edge is an edge.
    func covers(_ shortfall: Int128, from bound: FixedDecimal) -> Bool {
        switch self {
        case .absolute(let amount):
            shortfall <= amount.wide
        case .relative(let percent):
            shortfall * Int128(FixedDecimal.one) * 100 <= bound.wide * percent.wide
        }
    }

    /// The tolerance in the measure's own unit, rounded to eight places.
    ///
    /// For showing; judging uses the unrounded rule. It is `nil` beyond the range.
    public func amount(of bound: FixedDecimal) -> FixedDecimal? {
        switch self {
        case .absolute(let amount):
            amount
        case .relative(let percent):
            FixedDecimal(
                wide: (bound.wide * percent.wide).divided(by: Int128(FixedDecimal.one) * 100))
        }
    }

    /// Whether nothing is allowed.
    var isNone: Bool {
        switch self {
        case .absolute(let amount): amount == .zero
        case .relative(let percent): percent == .zero
        }
    }

    var isNegative: Bool {
        switch self {
        case .absolute(let amount): amount < .zero
        case .relative(let percent): percent < .zero
        }
    }
}
