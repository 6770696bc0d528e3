@testable import Spreadsheet

/// ZIP archives whose checksums are right, around what a parser behind them is to read.
enum Archives {
    /// An Excel workbook of one sheet.
    static func excel(
        sheet: [UInt8] = Array("<row><c t='s'><v>0</v></c><c s='1'><v>1</v></c></row>".utf8),
        strings: [UInt8] = Array("<si><t>x</t></si>".utf8),
        styles: [UInt8] = Array("<cellXfs><xf/><xf numFmtId='14'/></cellXfs>".utf8)
    ) -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        let relationships = ["worksheet", "sharedStrings", "styles"].map {
            "<Relationship Id='\($0)' Type='\(types)/\($0)' Target='\($0).xml'/>"
        }
        return stored([
            ("[Content_Types].xml", []),
            (
                "xl/workbook.xml",
                Array(
                    """
                    <workbook xmlns='\(main)' xmlns:r='\(types)'><sheets>\
                    <sheet name='S' r:id='worksheet'/></sheets></workbook>
                    """.utf8)
            ),
            (
                "xl/_rels/workbook.xml.rels",
                Array(
                    "<Relationships xmlns='\(package)'>\(relationships.joined())</Relationships>"
                        .utf8)
            ),
            (
                "xl/worksheet.xml",
                Array("<worksheet xmlns='\(main)'><sheetData>".utf8) + sheet
                    + Array("</sheetData></worksheet>".utf8)
            ),
            (
                "xl/sharedStrings.xml",
                Array("<sst xmlns='\(main)'>".utf8) + strings + Array("</sst>".utf8)
            ),
            (
                "xl/styles.xml",
                Array("<styleSheet xmlns='\(main)'>".utf8) + styles + Array("</styleSheet>".utf8)
            ),
        ])
    }

    /// An OpenDocument spreadsheet.
    static func openDocument(_ tables: [UInt8]) -> [UInt8] {
        let names = ["office", "table", "text", "style"].map {
            "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($0):1.0'"
        }
        return stored([
            ("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8)),
            (
                "content.xml",
                Array(
                    "<office:document-content \(names.joined(separator: " "))>".utf8)
                    + Array("<office:body><office:spreadsheet>".utf8) + tables
                    + Array("</office:spreadsheet></office:body></office:document-content>".utf8)
            ),
        ])
    }

    /// An archive of stored entries.
    static func stored(_ entries: [(name: String, data: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let start = file.count
            let checksum = Inflation.checksum(of: entry.data, 0..<entry.data.count, after: 0)
            var fields = [UInt8](repeating: 0, count: 8)
            for number in [Int(checksum), entry.data.count, entry.data.count] {
                fields += little(number, 4)
            }
            fields += little(entry.name.utf8.count, 2) + little(0, 2)
            file += little(0x0403_4B50, 4) + little(20, 2) + fields
            file += Array(entry.name.utf8) + entry.data
            directory += little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + fields
            directory += little(0, 10) + little(start, 4) + Array(entry.name.utf8)
        }
        let start = file.count
        file += directory + little(0x0605_4B50, 4) + little(0, 4)
        file += little(entries.count, 2) + little(entries.count, 2)
        return file + little(directory.count, 4) + little(start, 4) + little(0, 2)
    }

    private static func little(_ number: Int, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: $0 < 8 ? number >> ($0 * 8) : 0) }
    }
}
