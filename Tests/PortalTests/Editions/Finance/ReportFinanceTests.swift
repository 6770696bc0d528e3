import Scorecard
import Testing

@testable import Portal

@Suite struct ReportFinanceTests {
    @Test(
        arguments: [
            (
                [:],
                "The portfolio forecasts £86.1m against a budget of £84.2m, £1.9m over (2.2%)."
            ),
            (
                ["finance-basis": "outturn"],
                "The portfolio spent £86.1m against a budget of £84.2m, £1.9m over (2.2%)."
            ),
            (
                ["revenue-1-forecast": "52,295"],
                "The portfolio forecasts £84.2m against a budget of £84.2m, exactly on budget."
            ),
            (
                ["revenue-1-forecast": "52,195"],
                "The portfolio forecasts £84.1m against a budget of £84.2m, £100 thousand under "
                    + "(0.1%)."
            ),
            (["revenue-1-forecast": ""], nil), (["revenue-1-forecast": "54.2m"], nil),
        ] as [([String: String], String?)])
    func `the headline says how the revenue budget stands, or nothing`(
        others: [String: String], headline: String?
    ) {
        #expect(ReportFinance(MoneyTexts.content(others)).headline == headline)
    }

    @Test func `of nothing nothing is said`() {
        let finance = ReportFinance(EditionContent())
        #expect(finance.headline == nil)
        #expect(finance.missing == FinanceTable.allCases)
        #expect(finance.isEmpty)
        #expect(finance.rule == .usual)
    }

    @Test func `a budget that is income in all has its share of its size`() {
        let content = EditionContent(
            EntryContent([
                "revenue-1-heading": "Traded services", "revenue-1-budget": "(2,000)",
                "revenue-1-forecast": "(1,900)",
            ]))
        #expect(
            ReportFinance(content).headline
                == "The portfolio forecasts −£1.9m against a budget of −£2.0m, £100 thousand over "
                + "(5.0%).")
    }

    @Test func `the deficit of the grant grows by what is overspent in the year`() {
        let finance = ReportFinance(MoneyTexts.content())
        #expect(finance.grantInYear == FixedDecimal(1_200))
        #expect(finance.grantDeficit == FixedDecimal(6_600))
        #expect(
            ReportFinance(MoneyTexts.content(["finance-brought-forward": ""])).grantDeficit == nil)
    }

    @Test func `each row has a name of its own`() throws {
        let content = EditionContent(
            EntryContent([
                "capital-1-heading": "Total", "capital-2-heading": "A & B",
                "capital-3-heading": "a b",
                "capital-4-heading": "???", "capital-5-budget": "5",
                "capital-6-heading": "Children’s",
                "capital-x-heading": "No row",
            ]))
        let reading = try #require(ReportFinance(content)[.capital])
        #expect(
            reading.lines.map(\.slug) == ["total-2", "a-b", "a-b-2", "row", "row-5", "childrens"])
        #expect(reading.lines[4].title == "Row 5, which has no heading")
        #expect(reading.missing == 17)
    }

    @Test(
        arguments: [
            ([:], BudgetRule.usual),
            (
                ["finance-on-percent": "0.5", "finance-close-percent": "1.5%"],
                BudgetRule(
                    onBudget: BudgetRule.Allowance(percent: FixedDecimal("0.5")),
                    close: BudgetRule.Allowance(percent: FixedDecimal("1.5")))
            ),
            (
                ["finance-on-amount": "£25"],
                BudgetRule(
                    onBudget: BudgetRule.Allowance(amount: FixedDecimal("25")),
                    close: BudgetRule.Allowance())
            ),
            (["finance-on-percent": "a little"], .usual),
        ] as [([String: String], BudgetRule)])
    func `a report has its own rule, or the usual one`(texts: [String: String], rule: BudgetRule) {
        #expect(BudgetRule(EditionContent(EntryContent(texts))) == rule)
    }
}
