import Scorecard
import Testing

@testable import Portal

@Suite struct FinanceFileTests {
    private static let heads = "Table,Heading,Budget,Forecast,Main reason\n"

    private func read(_ text: String) -> Result<[EditionField: String], FieldFaults> {
        FinanceFile.read(Array(text.utf8), over: MoneyTexts.content())
    }

    @Test func `rows take the place of all that their table has, and other tables stay`() throws {
        let fields = try read(
            Self.heads + "Revenue budget,Children’s social care,\"52,500\",54185,Placements\n"
        ).get()
        let content = MoneyTexts.content().replacing(fields)
        #expect(content.rows(.revenue) == [1])
        #expect(content[.cell(.revenue, 1, .budget)] == "52,500")
        #expect(content.rows(.savings) == [1])
        #expect(
            FinanceChange.all(fields, over: MoneyTexts.content()).map(\.field.name) == [
                "revenue-1-budget", "revenue-1-reason", "revenue-2-heading", "revenue-2-budget",
                "revenue-2-forecast", "revenue-2-reason", "revenue-3-heading",
                "revenue-3-budget", "revenue-3-forecast", "revenue-3-reason",
            ])
    }

    @Test(arguments: [
        (
            "",
            "There is no row with the names of the columns. Use the template, whose first column is called Table"
        ),
        (
            "Table,Heading,Colour\nSavings,A,red\n",
            "Column “Colour” is not one that is read. Take it out, or name it as in the template"
        ),
        ("Table,Budget\nSavings,5\n", "Column “Heading” is missing"),
        ("Table,Heading,Heading\nSavings,A,B\n", "Column “Heading” is there twice"),
        (
            heads + "Pensions,A,1,2,\n",
            "Row 2: There is no table “Pensions”. Write Revenue budget, Savings, Reserves, "
                + "Dedicated Schools Grant or Capital programme"
        ),
        (
            heads + ",A,1,2,\n",
            "Row 2: Table must be filled in: Revenue budget, Savings, Reserves, Dedicated Schools "
                + "Grant or Capital programme"
        ),
        (heads + "Revenue budget,,1,2,\n", "Row 2: Heading must be filled in"),
        (
            heads + "Revenue budget,Total,1,2,\n",
            "Row 2: Leave out “Total”. Totals are worked out for you"
        ),
        (
            heads + "Revenue budget,A,1,ten,\n",
            "Row 2, Forecast or outturn: “ten” must be a number in thousands of pounds, like 52,410"
        ),
        (
            heads + "Savings,A,1,2,\n",
            "Row 2, Budget: Savings has no such column. Leave the cell empty"
        ),
        (heads + "Revenue budget,,,,\n", "There are no figures in the file"),
    ])
    func `what has no place is refused by its row and column`(text: String, fault: String) {
        guard case .failure(let faults) = read(text) else {
            Issue.record("nothing is refused")
            return
        }
        // An empty file is refused before its rows are looked at.
        #expect(text.isEmpty ? !faults.all.isEmpty : faults.all.map(\.words) == [fault])
    }

    @Test(arguments: SheetForm.allCases)
    func `a template that comes back as it was changes nothing`(form: SheetForm) throws {
        let content = MoneyTexts.content([
            "revenue-4-heading": "Income", "revenue-4-budget": "−1,200.5",
        ])
        let bytes = try FinanceWorkbook.template(content, as: form)
        let fields = try FinanceFile.read(bytes, over: content).get()
        #expect(FinanceChange.all(fields, over: content) == [])
        #expect(fields[.cell(.revenue, 4, .budget)] == "−1,200.5")
    }

    @Test func `bytes that are no file are refused in words`() {
        for bytes in [[0, 1, 2, 3], Array("PK\u{3}\u{4}nonsense".utf8), [0xFF, 0xFE, 0]]
            as [[UInt8]]
        {
            guard case .failure(let faults) = FinanceFile.read(bytes, over: EditionContent()) else {
                Issue.record("nothing is refused")
                continue
            }
            #expect(faults.all.count == 1)
        }
    }
}
