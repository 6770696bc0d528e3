import Scorecard
import Testing

@testable import Portal

@Suite struct FinanceCheckTests {
    @Test func `what is well typed has no faults`() {
        #expect(FinanceCheck(MoneyTexts.content()).faults == [])
        #expect(FinanceCheck(EditionContent()).faults == [])
    }

    @Test(arguments: [
        (
            "revenue-1-budget", "52.4m",
            "Children’s social care: Budget must be in thousands of pounds without k or m, like "
                + "52,410 for £52.4 million"
        ),
        (
            "savings-1-forecast", "lots",
            "Fewer agency staff: Forecast must be a number in thousands of pounds, like 52,410"
        ),
        ("reserves-1-heading", "", "Reserves, row 1: Enter the reserve"),
        (
            "revenue-3-heading", "TOTAL",
            "Revenue budget, row 3: Leave out “TOTAL”. Totals are worked out for you"
        ),
        (
            "revenue-3-heading", "education and inclusion",
            "Revenue budget, row 3: “education and inclusion” is there twice"
        ),
        (
            "finance-on-percent", "101",
            "On budget, percent, must be between 0 and 100, with 2 decimal places or fewer"
        ),
        ("finance-on-amount", "-5", "On budget, £ thousand, must be 0 or more"),
        (
            "finance-brought-forward", "52,410,000",
            "Deficit at the start of the year must be in thousands of pounds, like 52,410 for "
                + "£52,410,000"
        ),
    ])
    func `what is wrong is told with its place and what to do`(
        field: String, text: String, words: String
    ) {
        #expect(
            FinanceCheck(MoneyTexts.content([field: text])).faults
                == [FieldFault(field: field, words: words)])
    }

    @Test func `close to budget is not less than on budget`() {
        let faults = FinanceCheck(
            MoneyTexts.content([
                "finance-on-percent": "3", "finance-close-percent": "2", "finance-on-amount": "50",
                "finance-close-amount": "25",
            ])
        ).faults
        #expect(faults.map(\.field) == ["finance-close-percent", "finance-close-amount"])
    }

    @Test func `words have their limits`() {
        let faults = FinanceCheck(
            MoneyTexts.content([
                "finance": String(repeating: "a", count: 4_001),
                "revenue-1-reason": String(repeating: "b", count: 601),
            ])
        ).faults
        #expect(faults.map(\.field) == ["revenue-1-reason", "finance"])
    }

    @Test func `nonsense in every cell is told, and breaks nothing`() {
        for text in NaughtyStrings.all {
            var texts: [String: String] = [:]
            for field in EditionField.financeSettings { texts[field.name] = text }
            for table in FinanceTable.allCases {
                for column in table.columns {
                    texts[EditionField.cell(table, 1, column).name] = text
                }
            }
            let content = EditionContent(EntryContent(texts))
            let finance = ReportFinance(content)
            let told = Set(FinanceCheck(content).faults.map(\.field))
            for reading in finance.tables {
                for line in reading.lines {
                    for column in line.table.columns where column.isMoney {
                        let field = EditionField.cell(line.table, 1, column).name
                        // A cell is read, or told, or holds nothing but spaces.
                        #expect(
                            line[column] != nil || told.contains(field) || text.isBlank, "\(text)")
                    }
                }
            }
            _ = finance.headline
        }
    }
}
