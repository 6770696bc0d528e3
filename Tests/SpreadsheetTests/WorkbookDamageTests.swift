import Spreadsheet
import Testing

/// Files that broke on their way are refused or read, and never end the program.
@Suite struct WorkbookDamageTests {
    private static let files = ["return.libreoffice.xlsx", "merged-blank.gnumeric.ods"]

    @Test(arguments: files) func `a file that is cut off is refused`(name: String) throws {
        guard let file = Checks.bytes(of: "sheets/\(name)") else { return }
        for length in stride(from: 4, to: file.count - 21, by: 97) {
            #expect(throws: SheetError.self, "\(length)") { try Workbook(Array(file[..<length])) }
        }
    }

    @Test(arguments: files) func `a file with a changed byte does no harm`(name: String) throws {
        guard let file = Checks.bytes(of: "sheets/\(name)") else { return }
        var refused = 0
        for place in stride(from: 0, to: file.count, by: 41) {
            var changed = file
            changed[place] ^= UInt8(truncatingIfNeeded: 1 << (place % 8))
            if !isRead(changed) { refused += 1 }
        }
        #expect(refused > 20)
    }

    /// The same changes inside the XML, where no checksum guards it.
    @Test func `a sheet with changed characters does no harm`() throws {
        let row =
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><f>1</f><v>5</v></c></row>"
        let good = Array("<sheetData>\(row)</sheetData><mergeCells><mergeCell ref=\"A2:B3\"/>".utf8)
        for place in good.indices {
            for byte: UInt8 in [0x00, 0x22, 0x26, 0x30, 0x3C, 0x3E, 0x39, 0xFF] {
                var changed = good
                changed[place] = byte
                var archive = Workbooks.xlsx("", strings: "<si><t>x</t></si>")
                let sheet = try #require(
                    archive.entries.firstIndex { $0.name.hasSuffix("sheet1.xml") })
                archive.entries[sheet].data =
                    Array("<worksheet xmlns=\"\(Workbooks.main)\">".utf8) + changed
                    + Array("</mergeCells></worksheet>".utf8)
                _ = isRead(archive.bytes)
            }
        }
    }

    private func isRead(_ file: [UInt8]) -> Bool {
        do {
            let workbook = try Workbook(file)
            for index in workbook.sheets.indices { _ = try workbook.allRows(ofSheet: index) }
            return true
        } catch { return false }
    }
}
