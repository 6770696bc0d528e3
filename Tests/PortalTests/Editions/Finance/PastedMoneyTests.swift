import Testing

@testable import Portal

@Suite struct PastedMoneyTests {
    private func fields(_ text: String, into table: FinanceTable = .revenue) -> [String: String] {
        let money = PastedMoney(PastedBlock(text), into: table)
        #expect(money.faults == [])
        return Dictionary(uniqueKeysWithValues: money.fields.map { ($0.key.name, $0.value) })
    }

    @Test func `a block goes into the boxes from the first row on`() {
        #expect(
            fields("Social care\t52410\t£54,185\tPlacements\nTraded\t(1,200)\t\t\n") == [
                "revenue-1-heading": "Social care", "revenue-1-budget": "52,410",
                "revenue-1-forecast": "54,185", "revenue-1-reason": "Placements",
                "revenue-2-heading": "Traded", "revenue-2-budget": "−1,200",
            ])
    }

    @Test func `a block with the heads of its columns is laid by them`() {
        #expect(
            fields(
                "Service\tMain reason\tOutturn\tVariance\tBudget\nCare\tWhy\t5\t1\t4\nTotal\t\t5\t1\t4"
            ) == [
                "revenue-1-heading": "Care", "revenue-1-reason": "Why",
                "revenue-1-forecast": "5", "revenue-1-budget": "4",
            ])
    }

    @Test func `what cannot be read is laid into its box, to be mended there`() {
        #expect(
            fields("Placements\t1.2m", into: .reserves) == [
                "reserves-1-heading": "Placements", "reserves-1-opening": "1.2m",
            ])
    }

    @Test(arguments: [
        ("", "Paste the cells that you copied"), (" \n\t\n", "Paste the cells that you copied"),
        (
            "Care\t4\t5\tWhy\t1",
            "Line 1, column 5: nothing is filled in from there. Differences and totals are worked "
                + "out for you"
        ),
        ("Total\t4\t5", "There is nothing in what you pasted"),
        (String(repeating: "a\t1\n", count: 61), "Paste 60 rows or fewer"),
    ])
    func `what has no place is refused whole`(text: String, fault: String) {
        let money = PastedMoney(PastedBlock(text), into: .revenue)
        #expect(money.faults == [fault])
        #expect(money.fields.isEmpty)
    }
}
