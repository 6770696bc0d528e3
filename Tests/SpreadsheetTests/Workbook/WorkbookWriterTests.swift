import Spreadsheet
import Testing

@Suite struct WorkbookWriterTests {
    @Test(arguments: [WorkbookWriter.Format.xlsx, .ods])
    func `the same calls make the same bytes`(format: WorkbookWriter.Format) throws {
        let rows = (0..<200).map { row in
            (0..<12).map { WrittenCell(.text("\(row) \($0)"), [.header, .text, .note][$0 % 3]) }
        }
        let file = try WrittenWorkbooks.file(format, rows: rows, sheets: [WrittenWorkbooks.plain])
        #expect(
            try WrittenWorkbooks.file(format, rows: rows, sheets: [WrittenWorkbooks.plain]) == file)
        #expect(Archive(file).faults == [])
    }

    @Test(arguments: [WorkbookWriter.Format.xlsx, .ods])
    func `what is taken early is the same file`(format: WorkbookWriter.Format) throws {
        var writer = try WorkbookWriter(
            format, title: "A title", created: "2026-07-01T09:30:10Z",
            sheets: [WrittenWorkbooks.plain])
        var file: [UInt8] = []
        var rows: [[WrittenCell]] = []
        for number in 0..<3000 {
            rows.append([WrittenCell(.number("\(number * 7_919)", .plain)), WrittenCell(.blank)])
            try writer.append(rows[number])
            file += writer.take()
        }
        #expect(file.count > 1000)
        file += try writer.finish()
        #expect(
            try WrittenWorkbooks.file(format, rows: rows, sheets: [WrittenWorkbooks.plain]) == file)
    }

    @Test(arguments: [
        (
            Cell.number("n/a", .plain),
            """
            sheet «Sheet», cell A2: «n/a» is not a number; write it like 1234.5, without \
            separators, signs for plus or units
            """
        ),
        (
            Cell.date("30/06/2026"),
            """
            sheet «Sheet», cell A2: «30/06/2026» is not a date; write it like 2026-06-30 or \
            2026-06-30T14:30:00
            """
        ),
        (
            Cell.text(String(repeating: "é", count: 32_768)),
            """
            sheet «Sheet», cell A2: the text has 32768 characters and a cell has room for 32767; \
            shorten it or divide it between cells
            """
        ),
    ])
    func `a cell that cannot be written is refused with its place`(cell: Cell, message: String) {
        let error = #expect(throws: SheetError.self) {
            try WrittenWorkbooks.file(.xlsx, [WrittenCell(.text("A"), .header), WrittenCell(cell)])
        }
        #expect(error?.description == message)
    }

    @Test(arguments: ["", "-", ".5", "5.", "+5", "1,000", "1e", "1e999", "0x10", "NaN", "inf", "٣"])
    func `what is no number is refused`(digits: String) {
        #expect(throws: SheetError.self) {
            try WrittenWorkbooks.file(.ods, [WrittenCell(.number(digits, .plain))])
        }
    }

    @Test(arguments: [String(repeating: "x", count: 32_767), String(repeating: "é", count: 32_767)])
    func `the longest text is written`(text: String) throws {
        for format in [WorkbookWriter.Format.xlsx, .ods] {
            let archive = Archive(try WrittenWorkbooks.file(format, [WrittenCell(.text(text))]))
            let part = format == .ods ? "content.xml" : "xl/sharedStrings.xml"
            #expect(archive.text(part).contains(text))
        }
    }

    @Test func `a row has at most 16,384 cells`() throws {
        let blank = [WrittenCell](repeating: WrittenCell(.blank), count: 16_384)
        _ = try WrittenWorkbooks.file(.xlsx, rows: [blank], sheets: [WrittenWorkbooks.plain])
        #expect(throws: SheetError.self) {
            try WrittenWorkbooks.file(
                .xlsx, rows: [blank + blank], sheets: [WrittenWorkbooks.plain])
        }
    }

    @Test(arguments: [
        ["a", "b,c"], ["", "a"],
        [String(repeating: "a", count: 128), String(repeating: "b", count: 127)],
    ])
    func `choices that Excel cannot hold are refused`(choices: [String]) {
        let column = SheetColumn(width: 9, choices: choices)
        #expect(throws: SheetError.self) {
            _ = try WorkbookWriter(
                .ods, title: "", created: "", sheets: [SheetLayout(name: "S", columns: [column])])
        }
    }

    @Test func `a workbook without sheets is refused`() {
        #expect(throws: SheetError.self) {
            _ = try WorkbookWriter(.xlsx, title: "", created: "", sheets: [])
        }
    }

    @Test func `there is no sheet after the last`() throws {
        var writer = try WorkbookWriter(
            .xlsx, title: "", created: "", sheets: [WrittenWorkbooks.plain])
        try writer.endSheet()
        var reason = ""
        do {
            try writer.append([])
        } catch {
            reason = error.reason
        }
        #expect(reason == "all 1 sheets of the workbook are written")
    }
}
