import Scorecard
import Testing

/// The expected values were worked out by hand from the rule as it is printed.
@Suite struct BudgetVarianceTests {
    @Test(
        arguments: [
            ("84245", "86135", "1890", "2.24345658"), ("9875", "9640", "-235", "-2.37974684"),
            ("100", "100", "0", "0"), ("0", "12", "12", nil), ("0", "0", "0", nil),
            // Income is a budget below zero: less of it is an overspend.
            ("-5000", "-4800", "200", "4"), ("-5000", "-5200", "-200", "-4"),
            ("-100", "50", "150", "150"), ("100", "-50", "-150", "-150"),
        ] as [(FixedDecimal, FixedDecimal, FixedDecimal, FixedDecimal?)])
    func `a variance is the forecast less the budget, whatever their signs`(
        budget: FixedDecimal, forecast: FixedDecimal, amount: FixedDecimal, percent: FixedDecimal?
    ) throws {
        let variance = try #require(BudgetVariance(forecast: forecast, budget: budget))
        #expect(variance.amount == amount)
        #expect(variance.percent == percent)
    }

    @Test(
        arguments: [
            ("1000", "1000", .on), ("1000", "1010", .on), ("1000", "1010.1", .close),
            ("1000", "1020", .close), ("1000", "1020.1", .over), ("1000", "990", .on),
            ("1000", "989.9", .under), ("1000", "0", .under), ("-1000", "-990", .on),
            ("-1000", "-989.9", .close), ("-1000", "-980", .close), ("-1000", "-979.9", .over),
            ("-1000", "-1010.1", .under), ("0", "0", .on), ("0", "0.1", .over),
            ("0", "-0.1", .under),
        ] as [(FixedDecimal, FixedDecimal, BudgetStatus)])
    func `a line is on budget within 1% and close up to 2%`(
        budget: FixedDecimal, forecast: FixedDecimal, status: BudgetStatus
    ) throws {
        let variance = try #require(BudgetVariance(forecast: forecast, budget: budget))
        #expect(variance.status(by: .usual) == status)
    }

    @Test(
        arguments: [
            ("40", "42", .on), ("40", "65", .on), ("40", "65.1", .close), ("40", "90", .close),
            ("40", "90.1", .over), ("40", "14.9", .under), ("0", "25", .on), ("0", "50", .close),
            ("10000", "10100", .on), ("10000", "10200", .over),
        ] as [(FixedDecimal, FixedDecimal, BudgetStatus)])
    func `an amount is allowed beside a percentage, whichever is more`(
        budget: FixedDecimal, forecast: FixedDecimal, status: BudgetStatus
    ) throws {
        let rule = BudgetRule(
            onBudget: BudgetRule.Allowance(percent: "1", amount: "25"),
            close: BudgetRule.Allowance(amount: "50"))
        let variance = try #require(BudgetVariance(forecast: forecast, budget: budget))
        #expect(variance.status(by: rule) == status)
    }

    @Test func `with nothing allowed only the budget itself is on budget`() throws {
        let rule = BudgetRule(onBudget: BudgetRule.Allowance(), close: BudgetRule.Allowance())
        let over = try #require(BudgetVariance(forecast: "100.1", budget: "100"))
        let under = try #require(BudgetVariance(forecast: "99.9", budget: "100"))
        let on = try #require(BudgetVariance(forecast: "100", budget: "100"))
        #expect([over, under, on].map { $0.status(by: rule) } == [.over, .under, .on])
    }

    @Test func `an allowance below zero allows nothing`() throws {
        let rule = BudgetRule(
            onBudget: BudgetRule.Allowance(percent: "-5", amount: "-5"),
            close: BudgetRule.Allowance(percent: "-5"))
        let variance = try #require(BudgetVariance(forecast: "-101", budget: "-100"))
        #expect(variance.status(by: rule) == .under)
    }

    @Test(
        arguments: [
            ("500", "420", "80", "16", .over), ("500", "495", "5", "1", .on),
            ("500", "600", "-100", "-20", .under), ("0", "10", "-10", nil, .under),
        ] as [(FixedDecimal, FixedDecimal, FixedDecimal, FixedDecimal?, BudgetStatus)])
    func `savings that fall short are over`(
        target: FixedDecimal, saved: FixedDecimal, amount: FixedDecimal, percent: FixedDecimal?,
        status: BudgetStatus
    ) throws {
        let variance = try #require(BudgetVariance(saved: saved, target: target))
        #expect(variance.amount == amount)
        #expect(variance.percent == percent)
        #expect(variance.status(by: .usual) == status)
    }

    @Test func `what leaves the range is nothing`() {
        let most = FixedDecimal(hundredMillionths: .max)
        #expect(BudgetVariance(forecast: most, budget: -most) == nil)
        #expect(BudgetVariance(saved: -most, target: most) == nil)
    }
}
