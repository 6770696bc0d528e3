import Scorecard

/// Money as reports write it.
enum MoneyWords {
    /// An amount in thousands of pounds for a sentence: `£86.1m`, and `£940 thousand` below a
    /// million.
    static func pounds(_ thousands: FixedDecimal) -> String {
        let sign = thousands < .zero ? "\u{2212}" : ""
        let size = thousands.magnitude
        let million = FixedDecimal(1_000)
        guard size >= million, let millions = size / million else {
            return "\(sign)£\(size.formatted(decimals: places(of: size))) thousand"
        }
        return "\(sign)£\(millions.formatted(decimals: 1))m"
    }

    /// An amount as it is written when nothing else is in its table: `52,410`, `52,410.5`.
    static func plain(_ thousands: FixedDecimal) -> String {
        thousands.formatted(decimals: places(of: thousands))
    }

    private static func places(of amount: FixedDecimal) -> Int {
        amount.rounded(to: 0) == amount ? 0 : 1
    }
}

extension BudgetStatus {
    /// What readers see beside the shape: of savings that they are behind their plan, of all
    /// else that it is over its budget.
    func words(of table: FinanceTable) -> String {
        switch (self, table == .savings) {
        case (.over, false): "Over budget"
        case (.close, false): "Close to budget"
        case (.on, false): "On budget"
        case (.under, false): "Under budget"
        case (.over, true): "Behind plan"
        case (.close, true): "Close to plan"
        case (.on, true): "On plan"
        case (.under, true): "Ahead of plan"
        }
    }

    /// The status of a measure that looks the same; money that is not spent looks like none.
    private var likeness: TargetStatus? {
        switch self {
        case .over: .offTarget
        case .close: .close
        case .on: .onTarget
        case .under: nil
        }
    }

    /// The drawing that stands before the words.
    var icon: String { likeness?.icon ?? "i-down" }

    /// The ending of the style that colours it.
    var look: String { likeness?.look ?? "none" }
}

extension BudgetRule {
    /// The rule as it is printed beside what it led to.
    var words: String {
        let on = onBudget.words
        let within =
            on.map { "within \($0) of its budget, over or under" } ?? "exactly on its budget"
        let near = close.words.map { "close to budget when it is over by no more than \($0); " }
        let under = on.map { "under by more than \($0)" } ?? "under by anything"
        return "A line is on budget when it is \(within); \(near ?? "")over budget when it is over "
            + "by more; and under budget when it is \(under). Percentages are of the line’s own "
            + "budget. Savings are judged in the same way by how far they fall short of their "
            + "target. This is a rule of this report, for money only."
    }
}

extension BudgetRule.Allowance {
    /// “1%”, “£25 thousand”, or both; `nil` where nothing is allowed.
    var words: String? {
        let percent = percent.flatMap { percent -> String? in
            guard percent != .zero else { return nil }
            return percent.formatted(decimals: percent.rounded(to: 0) == percent ? 0 : 2)
                + "%"
        }
        let amount = amount.flatMap { $0 == .zero ? nil : MoneyWords.pounds($0) }
        switch (percent, amount) {
        case (let percent?, let amount?): return "\(percent) or \(amount), whichever is more"
        case (let one?, nil), (nil, let one?): return one
        case (nil, nil): return nil
        }
    }
}
