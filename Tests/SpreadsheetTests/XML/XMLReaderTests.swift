import Spreadsheet
import Testing

@Suite struct XMLReaderTests {
    @Test func `references, CDATA, comments and line ends are understood`() throws {
        let text =
            "&lt;&#65;&#x1F600;&amp;&quot;&apos;&gt;<![CDATA[<&amp;>]]><!-- - -->\r\n\r|<?x ?>"
        #expect(try read(text) == .text("<A😀&\"'><&amp;>\n\n|"))
    }

    @Test func `names may have any prefix`() throws {
        var archive = Workbooks.xlsx("")
        archive.entries[4].data = Array(
            """
            \u{FEFF}<?xml version='1.0' encoding='utf-8'?>
            <x:worksheet xmlns:x='\(Workbooks.main)' xmlns='urn:other'><x:sheetData><x:row>
            <c><v>1</v></c><x:c><v>2</v><x:v >3</x:v ></x:c></x:row></x:sheetData></x:worksheet>
            """.utf8)
        #expect(try archive.rows().first?.cells == [.number("3", .plain)])
    }

    @Test func `tags and texts may be longer than a piece`() throws {
        let long = String(repeating: "é", count: 100_000)
        var archive = Workbooks.xlsx("")
        archive.entries[4].data = Array(
            """
            <worksheet xmlns="\(Workbooks.main)" a="\(long)"><sheetData><row>\
            <c t="inlineStr"><is><t>\(long)</t></is></c></row></sheetData></worksheet>
            """.utf8)
        #expect(try archive.rows().first?.cells == [.text(long)])
    }

    private static func value(_ text: String) -> String {
        "<worksheet><sheetData><row><c><v>\(text)</v></c></row></sheetData></worksheet>"
    }

    @Test(arguments: [
        ("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>", "it declares a document type"),
        (value("&a;"), "begins nothing known"),
        (value("&#0;"), "begins nothing known"),
        ("<worksheet><a></b></worksheet>", "not closed in its place"),
        ("<worksheet><a></worksheet>", "not closed in its place"),
        ("<worksheet>", "it ends too early"), ("<worksheet", "it ends inside a tag"),
        ("", "it ends too early"), ("<worksheet/><worksheet/>", "it has two roots"),
        ("<worksheet/>x", "there is text outside"), ("<worksheet a=1/>", "a value has no quotes"),
        ("<worksheet a='1'b='2'/>", "not apart"), ("<worksheet a='<'/>", "a «<» in a value"),
        ("< worksheet/>", "begins no tag"), ("<worksheet>\u{1}</worksheet>", "control character"),
        ("<worksheet><!-- </worksheet>", "it ends too early"),
        ("\u{FF}\u{FE}", "text outside"),
        ("<?xml version='1.0' encoding='UTF-16'?><worksheet/>", "is not UTF-8"),
        ("<x:worksheet/>", "there is no worksheet"),
        ("<row r='1' r='1'/>", "an attribute is there twice"),
        ("<worksheet>" + String(repeating: "<a>", count: 70), "lie too deep"),
        ("<a " + String(repeating: "b='' ", count: 101) + "/>", "too many"),
    ])
    func `what is not well-formed is refused with the name of the part`(
        xml: String, reason: String
    ) {
        var archive = Workbooks.xlsx("")
        archive.entries[4].data = Array(
            xml.replacing("<worksheet", with: "<worksheet xmlns='\(Workbooks.main)'").utf8)
        let error = #expect(throws: SheetError.self) { try archive.rows() }
        #expect(error?.sheet == "Return")
        #expect(error?.reason.contains("«xl/worksheets/sheet1.xml»") == true)
        #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
    }

    @Test func `UTF-16 is told`() {
        var archive = Workbooks.xlsx("")
        archive.entries[4].data = [0xFF, 0xFE] + "<worksheet/>".utf16.flatMap { [UInt8($0), 0] }
        let error = #expect(throws: SheetError.self) { try archive.rows() }
        #expect(error?.reason.contains("UTF-16") == true)
    }

    private func read(_ text: String) throws -> Cell? {
        let cell = "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
        return try Workbooks.xlsx("<sheetData><row>\(cell)</row></sheetData>").rows().first?.cells
            .first
    }
}
