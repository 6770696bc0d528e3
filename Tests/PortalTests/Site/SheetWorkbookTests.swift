import Spreadsheet
import Testing

@testable import Portal

@Suite struct SheetWorkbookTests {
    @Test(arguments: [
        ("value", "9.90", Cell.number("9.90", .plain)), ("value", "-0.9", .number("-0.9", .plain)),
        ("value", "[c]", .text("[c]")), ("value", "", .text("")), ("value", "--1", .text("--1")),
        ("value", "1.", .text("1.")), ("value", "1.2.3", .text("1.2.3")),
        ("tolerance", "5%", .text("5%")), ("target", "10 to 14", .text("10 to 14")),
        ("code", "007", .text("007")), ("number", "1.10", .text("1.10")),
        ("period_code", "2026", .text("2026")), ("measure", "=1+1", .text("=1+1")),
        ("england", "10.0", .number("10.0", .plain)), ("england_period", "2026", .text("2026")),
    ])
    func `only numbers in columns of numbers are numbers`(column: String, text: String, cell: Cell)
    {
        let columns = [column] + (column == "england" ? ["england_period"] : [])
        let sheet = Sheet(name: "sheet", columns: columns, rows: [[text]])
        #expect(sheet.workbookRows.map { $0.map(\.value) } == [[cell]])
    }

    @Test func `a number is shown with its decimals`() {
        let sheet = Sheet(name: "sheet", columns: ["value"], rows: [["9.90"], ["12"]])
        #expect(
            sheet.workbookRows.map { $0.map(\.style) } == [
                [.number(decimals: 2)], [.number(decimals: 0)],
            ])
    }

    @Test func `what no file can hold is told`() {
        let sheet = Sheet(
            name: "sheet", columns: ["measure"], rows: [[String(repeating: "x", count: 32_768)]])
        #expect(throws: SheetError.self) { try sheet.workbook(.xlsx) }
    }
}
