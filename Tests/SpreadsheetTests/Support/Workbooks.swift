import Spreadsheet

/// Workbooks made of a few elements, in the least that a workbook must have around them.
enum Workbooks {
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationships =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// An archive with one worksheet, whose element holds `sheet`.
    static func xlsx(
        _ sheet: String, strings: String = "", styles: String = "", properties: String = "",
        isStrict: Bool = false
    ) -> ZipMaker {
        let main = isStrict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : main
        let types =
            isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : relationships
        let package = "http://schemas.openxmlformats.org/package/2006/relationships"
        func relationship(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(types)/\(type)\" Target=\"\(target)\"/>"
        }
        return ZipMaker([
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": "<Relationships xmlns=\"\(package)\">"
                + relationship("a", "officeDocument", "xl/workbook.xml") + "</Relationships>",
            "xl/workbook.xml":
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\">\(properties)<sheets>"
                + "<sheet name=\"Return\" sheetId=\"1\" r:id=\"b\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels": "<Relationships xmlns=\"\(package)\">"
                + relationship("b", "worksheet", "/xl/worksheets/../worksheets/sheet1.xml")
                + relationship("c", "sharedStrings", "sharedStrings.xml")
                + relationship("d", "styles", "styles.xml") + "</Relationships>",
            "xl/worksheets/sheet1.xml": "<worksheet xmlns=\"\(main)\">\(sheet)</worksheet>",
            "xl/sharedStrings.xml": "<sst xmlns=\"\(main)\">\(strings)</sst>",
            "xl/styles.xml": "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>",
        ])
    }

    /// An archive with one table, which holds `table`.
    static func ods(_ table: String, styles: String = "", manifest: String = "") -> ZipMaker {
        let names = ["office", "table", "text", "style", "manifest"].map {
            "xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        let all =
            names.joined(separator: " ")
            + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
            + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
        return ZipMaker([
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest:manifest \(all)>\(manifest)</manifest:manifest>",
            "content.xml": "<office:document-content \(all)>"
                + "<office:automatic-styles>\(styles)</office:automatic-styles><office:body>"
                + "<office:spreadsheet><table:table table:name=\"Return\" table:style-name=\"ta\">"
                + "\(table)</table:table></office:spreadsheet></office:body>"
                + "</office:document-content>",
        ])
    }
}

extension ZipMaker {
    /// The rows of the first sheet.
    func rows(limits: WorkbookLimits = .upload) throws(SheetError) -> [SheetRow] {
        try Workbook(bytes, limits: limits).allRows(ofSheet: 0)
    }
}

extension Workbook {
    func allRows(ofSheet index: Int) throws(SheetError) -> [SheetRow] {
        var rows = try rows(ofSheet: index)
        var all: [SheetRow] = []
        while let row = try rows.next() { all.append(row) }
        return all
    }
}
