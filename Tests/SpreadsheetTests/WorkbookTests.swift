import Spreadsheet
import Testing

@Suite struct WorkbookTests {
    @Test func `a CSV file is a workbook of one sheet without a name`() throws {
        let file = Array("code;value\r\n\r\n;\r\nA;1,5;;x;\r\n".utf8)
        let workbook = try Workbook(file)
        #expect(workbook.format == .csv)
        #expect(workbook.sheets == [SheetHeading(name: "")])
        #expect(
            try workbook.allRows(ofSheet: 0) == [
                SheetRow(number: 1, cells: [.text("code"), .text("value")]),
                SheetRow(number: 4, cells: [.text("A"), .text("1,5"), .blank, .text("x")]),
            ])
    }

    @Test func `a CSV file may be in Windows-1252, which the workbook tells`() throws {
        let workbook = try Workbook([0x43, 0x61, 0x66, 0xE9])
        #expect(workbook.encoding == .windows1252)
        #expect(try workbook.allRows(ofSheet: 0).first?.cells == [.text("Café")])
    }

    @Test func `a row of too many separators is refused`() {
        let file = Array("a,b\n".utf8) + [UInt8](repeating: 0x2C, count: 2_000_000)
        let error = #expect(throws: SheetError.self) { try Workbook(file).allRows(ofSheet: 0) }
        #expect(error?.description == "line 2: this row has more than 1024 cells")
    }

    @Test(arguments: [
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "an Excel workbook of the old kind"),
        (Array("%PDF-1.7".utf8), "a PDF"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a picture"),
        ([0xFF, 0xD8, 0xFF, 0xE0], "a picture"),
        (Array("\n<html><table>".utf8), "a web page"),
        (Array("\u{FEFF}<!DOCTYPE html>".utf8), "a web page"),
        (Array("<?xml version=\"1.0\"?><Workbook".utf8), "an XML file"),
        (ZipMaker(["[Content_Types].xml": "", "word/document.xml": ""]).bytes, "a document"),
        (ZipMaker(["[Content_Types].xml": "", "xl/workbook.bin": ""]).bytes, "binary kind"),
        (ZipMaker(["Index/Document.iwa": ""]).bytes, "an Apple Numbers document"),
        (
            ZipMaker(["mimetype": "application/vnd.oasis.opendocument.text"]).bytes,
            "another kind of document"
        ),
    ])
    func `other kinds of files are refused with what to save`(file: [UInt8], kind: String) {
        let error = #expect(throws: SheetError.self) { try Workbook(file) }
        #expect(error?.reason.contains(kind) == true)
        #expect(error?.reason.contains("save it as «Excel Workbook (.xlsx)»") == true)
    }

    @Test func `an archive of something else is refused`() {
        let error = #expect(throws: SheetError.self) {
            try Workbook(ZipMaker(["return.csv": "a,b"]).bytes)
        }
        #expect(
            error?.reason == "this is a ZIP archive and not a workbook; send the workbook itself")
    }

    @Test func `a file beyond the limit is refused before it is looked at`() {
        var limits = WorkbookLimits.upload
        limits.fileBytes = 10
        #expect(throws: SheetError.self) {
            try Workbook(Array("a,b\n1,2\n3,4".utf8), limits: limits)
        }
    }

    @Test func `a sheet that is not there is refused`() throws {
        let workbook = try Workbook(Array("a".utf8))
        for index in [-1, 1] {
            #expect(throws: SheetError.self) { try workbook.allRows(ofSheet: index) }
        }
    }
}
