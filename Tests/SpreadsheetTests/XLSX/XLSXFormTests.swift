import Spreadsheet
import Testing

@Suite struct XLSXFormTests {
    @Test func `the parts are those of a workbook, the types first`() throws {
        let archive = Archive(
            try WrittenWorkbooks.file(
                .xlsx, rows: [], sheets: [WrittenWorkbooks.plain, WrittenWorkbooks.plain]))
        #expect(
            archive.names == [
                "[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
                "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/sharedStrings.xml",
                "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
            ])
        #expect(archive.text("xl/workbook.xml").contains("name=\"Sheet (2)\" sheetId=\"2\""))
        #expect(archive.text("docProps/core.xml").contains("<dc:title>A title</dc:title>"))
    }

    /// ECMA-376 part 1, 22.9.2.19.
    @Test(arguments: [
        ("a < b & c > \"d\"", "a &lt; b &amp; c &gt; &quot;d&quot;"), ("  two  ", "  two  "),
        ("one\ntwo\tthree", "one\ntwo\tthree"), ("a\r\nb", "a&#13;\nb"),
        ("bell\u{7}", "bell_x0007_"), ("\u{FFFE}\u{FFFF}", "_xFFFE__xFFFF_"),
        ("_x000D_", "_x005F_x000D_"), ("a_b_x12", "a_b_x12"), ("_x00G0_", "_x00G0_"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("😀 中", "😀 中"), ("=1+1", "=1+1"),
    ])
    func `text is escaped as Excel does`(text: String, escaped: String) throws {
        let archive = Archive(try WrittenWorkbooks.file(.xlsx, [WrittenCell(.text(text))]))
        #expect(
            archive.text("xl/sharedStrings.xml").contains(
                "<si><t xml:space=\"preserve\">\(escaped)</t></si></sst>"))
    }

    @Test func `texts that look alike stay what they are`() throws {
        let archive = Archive(
            try WrittenWorkbooks.file(
                .xlsx, ["\u{E9}", "e\u{301}", "\u{E9}"].map { WrittenCell(.text($0)) }))
        let sheet = archive.text("xl/worksheets/sheet1.xml")
        #expect(sheet.contains("<c r=\"A2\" s=\"1\" t=\"s\"><v>1</v>"))
        #expect(sheet.contains("<c r=\"A3\" s=\"1\" t=\"s\"><v>0</v>"))
    }

    @Test(arguments: [
        (Cell.number("0.10", .plain), "<c r=\"A1\"><v>0.10</v></c>"),
        (
            .number("123456789012345678901234567890", .plain),
            "<v>123456789012345678901234567890</v>"
        ),
        (.boolean(true), "<c r=\"A1\" t=\"b\"><v>1</v></c>"),
        (.date("2023-03-15"), "<c r=\"A1\" s=\"1\"><v>45000</v></c>"),
        (.date("1850-01-01"), "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"),
        (.formula("=1+1"), "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"),
        (.error("#N/A"), "<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>"),
        (.blank, "<row r=\"1\"></row>"), (.text(""), "<row r=\"1\"></row>"),
    ])
    func `a value is written as what it is`(cell: Cell, xml: String) throws {
        let sheet = Archive(try WrittenWorkbooks.file(.xlsx, [WrittenCell(cell)]))
            .text("xl/worksheets/sheet1.xml")
        #expect(sheet.contains(xml))
        #expect(!sheet.contains("<f"))
    }

    @Test func `a sheet has what its layout says`() throws {
        let layout = SheetLayout(
            name: "It's",
            columns: [
                SheetColumn(width: 12, style: .text.asLocked),
                SheetColumn(width: 9, style: .text.asInput, choices: ["Final", "Say \"no\""]),
            ], headingRows: 2, headingColumns: 1, isLandscape: true, isProtected: true)
        let rows = [[WrittenCell]](repeating: [WrittenCell(.blank), WrittenCell(.blank)], count: 5)
        let archive = Archive(try WrittenWorkbooks.file(.xlsx, rows: rows, sheets: [layout]))
        let sheet = archive.text("xl/worksheets/sheet1.xml")
        for part in [
            "xSplit=\"1\" ySplit=\"2\" topLeftCell=\"B3\" activePane=\"bottomRight\" state=\"frozen\"",
            "<col min=\"2\" max=\"2\" width=\"9.7109375\" style=\"2\" customWidth=\"1\"/>",
            "<sheetProtection sheet=\"1\"", "sqref=\"B3:B5\"",
            "<formula1>&quot;Final,Say &quot;&quot;no&quot;&quot;&quot;</formula1>",
            "orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"",
        ] { #expect(sheet.contains(part), "\(part)") }
        #expect(archive.text("xl/workbook.xml").contains("localSheetId=\"0\">'It''s'!$1:$2<"))
        #expect(archive.text("xl/styles.xml").contains("<protection locked=\"0\"/>"))
    }

    @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
    func `a column has letters`(index: Int, letters: String) throws {
        let cells = [WrittenCell](repeating: WrittenCell(.number("1", .plain)), count: index + 1)
        let archive = Archive(
            try WrittenWorkbooks.file(.xlsx, rows: [cells], sheets: [WrittenWorkbooks.plain]))
        #expect(
            archive.text("xl/worksheets/sheet1.xml")
                .contains("<c r=\"\(letters)1\"><v>1</v></c></row>"))
    }
}
