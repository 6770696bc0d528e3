import Spreadsheet
import Testing

@Suite struct ODSRowsTests {
    private static let styles = """
        <number:percentage-style style:name="N1"/><style:style style:name="ce1" \
        style:family="table-cell" style:data-style-name="N1"/>
        """

    @Test(arguments: [
        ("office:value-type='float' office:value='1.50'", "", Cell.number("1.50", .plain)),
        (
            "office:value-type='currency' office:value='2'", "<text:p>£2</text:p>",
            .number("2", .plain)
        ),
        ("office:value-type='percentage' office:value='0.5'", "", .number("0.5", .percentage)),
        (
            "table:style-name='ce1' office:value-type='float' office:value='0.5'", "",
            .number("0.5", .percentage)
        ),
        ("office:value-type='date' office:date-value='2026-06-30'", "", .date("2026-06-30")),
        (
            "office:value-type='date' office:date-value='2026-06-30T14:30:00.000000000'", "",
            .date("2026-06-30T14:30:00")
        ),
        (
            "office:value-type='date' office:date-value='12026-06-30'", "",
            .error("«12026-06-30» is not a date of the years 1 to 9999")
        ),
        ("office:value-type='time' office:time-value='PT14H30M00S'", "", .date("14:30:00")),
        ("office:value-type='boolean' office:boolean-value='true'", "", .boolean(true)),
        ("office:value-type='string'", "<text:p>a</text:p><text:p>b</text:p>", .text("a\nb")),
        (
            "office:value-type='string'",
            "<text:p>  a \n b<text:s text:c='2'/><text:tab/>c<text:line-break/><text:span>d </text:span></text:p>",
            .text("a b  \tc\nd")
        ),
        (
            "office:value-type='string'",
            "<office:annotation><text:p>note</text:p></office:annotation><text:p>x<office:annotation>y</office:annotation></text:p>",
            .text("x")
        ),
        (
            "office:value-type='string' office:string-value='shown'", "<text:p>x</text:p>",
            .text("shown")
        ),
        ("office:value-type='string'", "<text:p/>", .blank), ("", "", .blank),
        ("table:formula='of:=1+1'", "", .formula("1+1")),
        (
            "table:formula='of:=1+1' office:value-type='float'", "<text:p>2</text:p>",
            .formula("1+1")
        ),
        ("table:formula='of:=\"\"'", "<text:p/>", .blank),
        (
            "table:formula='of:=1/0' office:value-type='string' office:string-value='' calcext:value-type='error'",
            "<text:p>#DIV/0!</text:p>", .error("#DIV/0!")
        ),
        (
            "table:formula='of:=NA()' office:value-type='string' office:string-value='#N/A'", "",
            .error("#N/A")
        ),
    ])
    func `a cell is read by its type`(attributes: String, content: String, cell: Cell) throws {
        let xml = "<table:table-cell \(attributes)>\(content)</table:table-cell>"
        let row = "<table:table-row>\(xml)\(number("9"))</table:table-row>"
        let rows = try Workbooks.ods(row, styles: Self.styles).rows()
        #expect(rows.first?.cells == [cell, .number("9", .plain)])
    }

    @Test func `rows and cells are repeated, blank ones for nothing`() throws {
        let rows = try Workbooks.ods(
            """
            <table:table-header-rows><table:table-row table:number-rows-repeated="2">\
            <table:table-cell table:number-columns-repeated="2"/>\(number("1", "table:number-columns-repeated='2'"))\
            <table:table-cell table:number-columns-repeated="16380"/></table:table-row>\
            </table:table-header-rows><table:table-row-group><table:table-row table:number-rows-repeated="1000">\
            <table:table-cell table:number-columns-repeated="999999999"/></table:table-row>\
            <table:table-row>\(number("2"))</table:table-row></table:table-row-group>\
            <table:table-row table:number-rows-repeated="999999999"><table:table-cell/></table:table-row>
            """
        ).rows()
        let one = Cell.number("1", .plain)
        #expect(
            rows == [
                SheetRow(number: 1, cells: [.blank, .blank, one, one]),
                SheetRow(number: 2, cells: [.blank, .blank, one, one]),
                SheetRow(number: 1_003, cells: [.number("2", .plain)]),
            ])
    }

    @Test func `covered cells know what covers them`() throws {
        let rows = try Workbooks.ods(
            """
            <table:table-row>\(number("1", "table:number-columns-spanned='2' table:number-rows-spanned='3'"))\
            <table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">\
            <table:covered-table-cell table:number-columns-repeated="2"/></table:table-row>\
            <table:table-row>\(number("2"))</table:table-row>
            """
        ).rows()
        let covered = Cell.merged(into: "A1")
        #expect(
            rows == [
                SheetRow(number: 1, cells: [.number("1", .plain), covered]),
                SheetRow(number: 2, cells: [covered, covered]),
                SheetRow(number: 3, cells: [covered, covered]),
                SheetRow(number: 4, cells: [.number("2", .plain)]),
            ])
    }

    @Test func `tables inside cells and drawings are not sheets`() throws {
        let table =
            "<table:table table:name=\"inner\"><table:table-row>\(number("8"))</table:table-row></table:table>"
        let archive = Workbooks.ods(
            """
            <table:shapes>\(table)</table:shapes><table:table-row><table:table-cell>\(table)\
            <text:p>x</text:p></table:table-cell></table:table-row>
            """)
        #expect(try Workbook(archive.bytes).sheets == [SheetHeading(name: "Return")])
        #expect(try archive.rows() == [SheetRow(number: 1, cells: [.text("x")])])
    }

    @Test func `a sheet whose style does not display it is hidden`() throws {
        let archive = Workbooks.ods(
            "",
            styles: "<style:style style:name=\"ta\" style:family=\"table\">"
                + "<style:table-properties table:display=\"false\"/></style:style>")
        #expect(try Workbook(archive.bytes).sheets.map(\.isHidden) == [true])
        #expect(try archive.rows() == [])
    }

    @Test func `a text of a billion spaces is refused`() {
        let error = #expect(throws: SheetError.self) {
            try Workbooks.ods(
                """
                <table:table-row><table:table-cell office:value-type="string"><text:p>\
                <text:s text:c="999999999"/></text:p></table:table-cell></table:table-row>
                """
            ).rows()
        }
        #expect(
            error?.description
                == "sheet «Return», cell A1: the text of this cell is too long; shorten it")
    }

    @Test func `a password is told`() {
        let error = #expect(throws: SheetError.self) {
            try Workbooks.ods("", manifest: "<manifest:encryption-data/>").rows()
        }
        #expect(error?.reason == "the workbook is protected by a password; save it without one")
    }

    @Test(arguments: [
        ("table:number-columns-repeated='1025'", "", "A1", "beyond column AMJ"),
        ("", "table:number-rows-repeated='1048577'", "A5000001", ""),
        ("office:value='x'", "", "A1", "text where a number belongs"),
        ("table:number-columns-repeated='-1'", "", nil, "repeated too often"),
    ])
    func `what cannot be read is refused with the sheet and the cell`(
        cell: String, row: String, place: String?, reason: String
    ) {
        let value = cell.contains("office:value=") ? "" : "office:value='1'"
        let error = #expect(throws: SheetError.self) {
            try Workbooks.ods(
                "<table:table-row \(row)><table:table-cell office:value-type='float' \(value) \(cell)/></table:table-row>"
            ).skim()
        }
        #expect(error?.sheet == "Return")
        if !reason.isEmpty {
            #expect(error?.cell == place)
            #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        }
    }

    @Test func `many sheets behind a long one are refused`() {
        var limits = WorkbookLimits.upload
        limits.passedBytes = 2_000
        let row = "<table:table-row>\(number("1"))</table:table-row>"
        let several = String(repeating: "</table:table><table:table>\(row)", count: 3)
        let error = #expect(throws: SheetError.self) {
            try Workbooks.ods(row + several).rows(limits: limits)
        }
        #expect(error?.reason.contains("many sheets") == true)
        #expect(throws: Never.self) { try Workbooks.ods(row).rows(limits: limits) }
    }

    private func number(_ value: String, _ attributes: String = "") -> String {
        "<table:table-cell office:value-type='float' office:value='\(value)' \(attributes)/>"
    }
}

extension ZipMaker {
    /// Reads the first sheet and keeps nothing, with a limit that is soon reached.
    fileprivate func skim() throws(SheetError) {
        var limits = WorkbookLimits.upload
        limits.cells = 5_000
        var rows = try Workbook(bytes, limits: limits).rows(ofSheet: 0)
        while try rows.next() != nil {}
    }
}
