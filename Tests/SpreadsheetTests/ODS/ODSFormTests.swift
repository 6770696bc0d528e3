import Spreadsheet
import Testing

@Suite struct ODSFormTests {
    @Test func `the type comes first, as it is, where programs look for it`() throws {
        let file = try WrittenWorkbooks.file(.ods, [])
        let type = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
        #expect(Array(file[30..<30 + type.utf8.count]) == Array(type.utf8))
        let archive = Archive(file)
        #expect(
            archive.names == [
                "mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml",
                "META-INF/manifest.xml",
            ])
        #expect(archive.text("meta.xml").contains("<meta:creation-date>2026-07-01T09:30:10<"))
    }

    /// OpenDocument 1.3 part 3, 6.1.2 and 6.1.3.
    @Test(arguments: [
        ("a < b & c", "<text:p>a &lt; b &amp; c</text:p>"), ("=1+1", "<text:p>=1+1</text:p>"),
        (
            "  two  words ",
            "<text:p><text:s text:c=\"2\"/>two<text:s text:c=\"2\"/>words<text:s text:c=\"1\"/></text:p>"
        ),
        (
            "one\ntwo\r\nthree\rfour\n",
            "<text:p>one</text:p><text:p>two</text:p><text:p>three</text:p><text:p>four</text:p><text:p></text:p>"
        ),
        ("a\tb \tc", "<text:p>a<text:tab/>b<text:s text:c=\"1\"/><text:tab/>c</text:p>"),
        ("bell\u{7}\u{FFFE}", "<text:p>bell\u{FFFD}\u{FFFD}</text:p>"),
        ("😀 中", "<text:p>😀 中</text:p>"),
    ])
    func `white space and lines are elements`(text: String, xml: String) throws {
        let archive = Archive(try WrittenWorkbooks.file(.ods, [WrittenCell(.text(text))]))
        #expect(archive.text("content.xml").contains("office:value-type=\"string\">\(xml)</table:"))
    }

    @Test(arguments: [
        (Cell.number("0.10", .plain), CellStyle.general, "\"float\" office:value=\"0.10\""),
        (
            .number("0.78", .percentage), .percentage(decimals: 1),
            "\"percentage\" office:value=\"0.78\""
        ),
        (.boolean(false), .general, "\"boolean\" office:boolean-value=\"false\""),
        (.date("1850-01-01"), .date(.words), "\"date\" office:date-value=\"1850-01-01\""),
        (.date("09:05"), .general, "\"time\" office:time-value=\"PT09H05M00S\""),
        (.formula("=1+1"), .general, "\"string\"><text:p>=1+1<"),
    ])
    func `a value is written as what it is`(cell: Cell, style: CellStyle, xml: String) throws {
        let content = Archive(try WrittenWorkbooks.file(.ods, [WrittenCell(cell, style)]))
            .text("content.xml")
        #expect(content.contains("office:value-type=" + xml))
        #expect(!content.contains("table:formula"))
    }

    @Test func `a sheet has what its layout says`() throws {
        let layout = SheetLayout(
            name: "It's",
            columns: [
                SheetColumn(width: 12, style: .text.asLocked),
                SheetColumn(width: 9, style: .text.asInput, choices: ["Final", "Say \"no\""]),
            ], headingRows: 1, headingColumns: 1, isLandscape: true, isProtected: true)
        let rows = [[WrittenCell]](repeating: [WrittenCell(.blank), WrittenCell(.blank)], count: 2)
        let archive = Archive(try WrittenWorkbooks.file(.ods, rows: rows, sheets: [layout]))
        let content = archive.text("content.xml")
        for part in [
            "table:style-name=\"across\" table:protected=\"true\">",
            "table:condition=\"of:cell-content-is-in-list(&quot;Final&quot;;&quot;Say &quot;&quot;no&quot;&quot;&quot;)\"",
            "table:base-cell-address=\"'It''s'.B2\"",
            "</table:table-row></table:table-header-rows><table:table-row>",
            "<table:table-cell table:style-name=\"cell2\" table:content-validation-name=\"choices1-2\"/>",
        ] { #expect(content.contains(part), "\(part)") }
        #expect(
            archive.text("settings.xml").contains(
                "\"HorizontalSplitMode\" config:type=\"short\">2<"))
        #expect(archive.text("styles.xml").contains("style:cell-protect=\"none\""))
    }

    @Test(arguments: [0, 1, 2, 3])
    func `the rows of the heading are closed whatever there is`(count: Int) throws {
        let sheet = SheetLayout(name: "S", columns: [], headingRows: 2)
        let rows = [[WrittenCell]](repeating: [], count: count)
        let content = Archive(try WrittenWorkbooks.file(.ods, rows: rows, sheets: [sheet]))
            .text("content.xml")
        let opened = content.ranges(of: "<table:table-header-rows>").count
        #expect(opened == (count > 0 ? 1 : 0))
        #expect(content.ranges(of: "</table:table-header-rows>").count == opened)
        #expect(content.ranges(of: "<table:table-row>").count == max(count, 1))
    }
}
