import Scorecard
import Testing

@testable import Portal

@Suite struct MoneyWordsTests {
    @Test(
        arguments: [
            ("84245", "£84.2m"), ("86135", "£86.1m"), ("1000", "£1.0m"),
            ("999.9", "£999.9 thousand"),
            ("940", "£940 thousand"), ("0", "£0 thousand"), ("-1900", "−£1.9m"),
        ] as [(String, String)])
    func `amounts in sentences have their unit`(thousands: String, words: String) throws {
        #expect(MoneyWords.pounds(try #require(FixedDecimal(thousands))) == words)
    }

    @Test func `the rule is printed as it judges`() {
        #expect(
            BudgetRule.usual.words.hasPrefix(
                "A line is on budget when it is within 1% of its budget, over or under; close to "
                    + "budget when it is over by no more than 2%; over budget when it is over by "
                    + "more; and under budget when it is under by more than 1%. "))
        let strict = BudgetRule(onBudget: BudgetRule.Allowance(), close: BudgetRule.Allowance())
        #expect(
            strict.words.hasPrefix(
                "A line is on budget when it is exactly on its budget; over budget when it is over "
                    + "by more; and under budget when it is under by anything. "))
        #expect(
            BudgetRule.Allowance(percent: FixedDecimal("0.5"), amount: FixedDecimal("25")).words
                == "0.50% or £25 thousand, whichever is more")
    }

    @Test func `each status has a word of its own, and a shape but green for what is not spent`() {
        for table in [FinanceTable.revenue, .savings] {
            #expect(Set(BudgetStatus.allCases.map { $0.words(of: table) }).count == 4)
        }
        #expect(Set(BudgetStatus.allCases.map(\.icon)).count == 4)
        #expect(BudgetStatus.under.look == "none")
    }
}
