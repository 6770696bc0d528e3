import Spreadsheet
import Testing

@Suite struct XLSXRowsTests {
    private static let strings = """
        <si><t>plain</t></si><si><r><t>rich </t></r><r><t xml:space="preserve"> text</t></r>\
        <rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t> a_x000D__x005F_x_xD83D__xDE00_ </t></si>\
        <si/><si><t xml:space="preserve"> b </t></si>
        """
    private static let styles = """
        <numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellStyleXfs>\
        <xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>\
        <xf numFmtId="9"/><xf numFmtId="22"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs>
        """

    @Test(arguments: [
        ("<c><v>1.50</v></c>", Cell.number("1.50", .plain)),
        ("<c t='n'><v> -1E-7\n</v></c>", .number("-1E-7", .plain)),
        ("<c s='2'><v>0.5</v></c>", .number("0.5", .percentage)),
        ("<c s='1'><v>46203</v></c>", .date("2026-06-30")),
        ("<c s='3'><v>46203.604166666664</v></c>", .date("2026-06-30T14:30:00")),
        ("<c s='4'><v>0.6041666</v></c>", .date("14:30:00")),
        ("<c s='5'><v>1.5</v></c>", .number("1.5", .plain)),
        ("<c t='s'><v>0</v></c>", .text("plain")), ("<c t='s'><v>1</v></c>", .text("rich  text")),
        ("<c t='s'><v>2</v></c>", .text(" a\r_x😀 ")), ("<c t='s'><v>3</v></c>", .blank),
        ("<c t='s'><v>4</v></c>", .text(" b ")),
        ("<c t='inlineStr'><is><t>_x0041_</t></is></c>", .text("A")),
        ("<c t='inlineStr'/>", .blank), ("<c t='str'><f>A1</f><v>x</v></c>", .text("x")),
        ("<c t='str'><f>A1</f><v></v></c>", .blank), ("<c t='str'><f>A1</f></c>", .formula("A1")),
        ("<c><f>SUM(A1:A2)</f><v/></c>", .formula("SUM(A1:A2)")),
        ("<c><f>1&lt;2</f></c>", .formula("1<2")),
        ("<c><f>A1</f><v>7</v></c>", .number("7", .plain)),
        ("<c t='b'><v>1</v></c>", .boolean(true)), ("<c t='b'><v>0</v></c>", .boolean(false)),
        ("<c t='e'><f>1/0</f><v>#DIV/0!</v></c>", .error("#DIV/0!")),
        ("<c t='d'><v>2026-06-30</v></c>", .date("2026-06-30")),
        ("<c t='d'><v>2026-06-30T14:30:00.4Z</v></c>", .date("2026-06-30T14:30:00")),
        ("<c t='d'><v>2026-02-30</v></c>", .error("«2026-02-30» is not a date")),
        ("<c s='1'/>", .blank), ("<c><v/></c>", .blank),
    ])
    func `a cell is read by its type and its format`(xml: String, cell: Cell) throws {
        let row = "<row>\(xml.replacing("'", with: "\""))<c><v>9</v></c></row>"
        for isStrict in [false, true] {
            let archive = Workbooks.xlsx(
                "<sheetData>\(row)</sheetData>", strings: Self.strings, styles: Self.styles,
                isStrict: isStrict)
            #expect(try archive.rows().first?.cells == [cell, .number("9", .plain)])
        }
    }

    @Test func `one part is not two sheets`() {
        var archive = Workbooks.xlsx("<sheetData/>")
        for index in archive.entries.indices where archive.entries[index].name == "xl/workbook.xml"
        {
            let list = String(decoding: archive.entries[index].data, as: UTF8.self)
            let sheet = "<sheet name=\"Other\" sheetId=\"2\" r:id=\"b\"/></sheets>"
            archive.entries[index].data = Array(list.replacing("</sheets>", with: sheet).utf8)
        }
        let error = #expect(throws: SheetError.self) { try archive.rows() }
        #expect(error?.reason.contains("two of its sheets are one") == true)
    }

    @Test(arguments: [
        (
            "<row r='3'><c r='B3' t='s'><v>9</v></c></row>", "B3",
            "a text that is not in the workbook"
        ),
        ("<row r='3'><c r='B3'><v>1,5</v></c></row>", "B3", "text where a number belongs"),
        ("<row r='3'><c r='B3' s='77'><v>1</v></c></row>", "B3", "a format that is not"),
        ("<row r='3'><c r='B3' t='x'><v>1</v></c></row>", "B3", "of no known type"),
        ("<row r='3'><c r='AMK3'><v>1</v></c></row>", "AMK3", "beyond row 1048576 or column AMJ"),
        ("<row r='3'><c r='B4'><v>1</v></c></row>", nil, "a cell of row 3 is not in its place"),
        ("<row r='3'><c r='XFE3'><v>1</v></c></row>", nil, "is not in its place"),
        ("<row r='3'><c r='B3'/><c r='A3'/></row>", nil, "is not in its place"),
        ("<row r='1048577'/>", nil, "no number, or one that is too low"),
        ("<row r='2'/><row r='2'/>", nil, "no number, or one that is too low"),
        ("<row r='99999999999999999999'/>", nil, "no number, or one that is too low"),
    ])
    func `what cannot be read is refused with the sheet and the cell`(
        xml: String, cell: String?, reason: String
    ) {
        let error = #expect(throws: SheetError.self) {
            try Workbooks.xlsx("<sheetData>\(xml)</sheetData>", styles: Self.styles).rows()
        }
        #expect(error?.sheet == "Return")
        #expect(error?.cell == cell)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test func `rows and cells need not say where they are`() throws {
        let rows = try Workbooks.xlsx(
            """
            <sheetData><row/><row><c/><c><v>1</v></c></row><row r="5"><c r="C5"><v>2</v></c><c>\
            <v>3</v></c></row><row><c><v>4</v></c></row></sheetData>
            """
        ).rows()
        #expect(
            rows == [
                SheetRow(number: 2, cells: [.blank, .number("1", .plain)]),
                SheetRow(
                    number: 5,
                    cells: [.blank, .blank, .number("2", .plain), .number("3", .plain)]),
                SheetRow(number: 6, cells: [.number("4", .plain)]),
            ])
    }

    @Test func `merged cells are known before they come`() throws {
        let rows = try Workbooks.xlsx(
            """
            <sheetData><row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>9</v></c></row>\
            <row r="6"><c r="A6"><v>2</v></c></row></sheetData><mergeCells>\
            <mergeCell ref="B2:C3"/><mergeCell ref="D5:XFD1048576"/><mergeCell ref="A1"/></mergeCells>
            """
        ).rows()
        let far = [Cell](repeating: .merged(into: "D5"), count: 1_021)
        let block = Cell.merged(into: "B2")
        #expect(
            rows == [
                SheetRow(number: 2, cells: [.blank, .number("1", .plain), block]),
                SheetRow(number: 3, cells: [.blank, block, block]),
                SheetRow(number: 5, cells: [.blank, .blank, .blank, .blank] + far.dropFirst()),
                SheetRow(number: 6, cells: [.number("2", .plain), .blank, .blank] + far),
            ])
    }

    @Test func `ranges that cover each other many times are refused`() {
        let range = "<mergeCell ref=\"A1:XFD1048576\"/>"
        var limits = WorkbookLimits.upload
        limits.cells = 10_000
        let error = #expect(throws: SheetError.self) {
            try Workbooks.xlsx(
                "<sheetData><row r=\"9\"><c r=\"A9\"><v>1</v></c></row></sheetData><mergeCells>"
                    + String(repeating: range, count: 20) + "</mergeCells>"
            ).rows(limits: limits)
        }
        #expect(error?.reason.contains("more than 10000 cells") == true)
    }

    @Test func `a sheet that is formatted to its end costs nothing`() throws {
        let rows = try Workbooks.xlsx(
            """
            <sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row>\
            <row r="1048576" s="0"><c r="XFD1048576" s="0"/></row></sheetData>
            """
        ).rows()
        #expect(rows == [SheetRow(number: 1, cells: [.number("1", .plain)])])
    }

    @Test func `more cells than the limit are refused`() {
        var limits = WorkbookLimits.upload
        limits.cells = 10
        let rows = (1...4).map { "<row r=\"\($0)\"><c r=\"C\($0)\"><v>1</v></c></row>" }.joined()
        let error = #expect(throws: SheetError.self) {
            try Workbooks.xlsx("<sheetData>\(rows)</sheetData>").rows(limits: limits)
        }
        #expect(error?.reason.contains("more than 10 cells") == true)
    }

    @Test func `the other date system is heeded`() throws {
        let archive = Workbooks.xlsx(
            "<sheetData><row><c s=\"1\"><v>44741</v></c></row></sheetData>", styles: Self.styles,
            properties: "<workbookPr date1904=\"1\"/>")
        #expect(try archive.rows().first?.cells == [.date("2026-06-30")])
    }
}
