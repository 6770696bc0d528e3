/// The small parts of an Office Open XML workbook.
enum XLSXParts {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    static func contentTypes(_ sheets: Int) -> [UInt8] {
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        var xml = Self.declaration
        xml += "<Types xmlns=\"\(package)/content-types\">"
        xml += "<Default Extension=\"rels\" "
        xml += "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        xml += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        var overrides = [
            ("/xl/workbook.xml", types + ".sheet.main+xml"),
            ("/xl/styles.xml", types + ".styles+xml"),
            ("/xl/sharedStrings.xml", types + ".sharedStrings+xml"),
            (
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml"
            ),
        ]
        for number in 0..<sheets {
            overrides.append(("/xl/worksheets/sheet\(number + 1).xml", types + ".worksheet+xml"))
        }
        for (name, type) in overrides {
            xml += "<Override PartName=\"\(name)\" ContentType=\"\(type)\"/>"
        }
        return Array((xml + "</Types>").utf8)
    }

    static let relationships = part(
        relating: [
            ("\(relationship)/officeDocument", "xl/workbook.xml"),
            ("\(package)/relationships/metadata/core-properties", "docProps/core.xml"),
        ])

    static func workbookRelationships(_ sheets: Int) -> [UInt8] {
        part(
            relating: (0..<sheets).map {
                ("\(relationship)/worksheet", "worksheets/sheet\($0 + 1).xml")
            } + [
                ("\(relationship)/styles", "styles.xml"),
                ("\(relationship)/sharedStrings", "sharedStrings.xml"),
            ])
    }

    static func properties(_ properties: WorkbookProperties) -> [UInt8] {
        var xml: [UInt8] = []
        xml.append(markup: declaration)
        xml.append(markup: "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" ")
        xml.append(markup: "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" ")
        xml.append(markup: "xmlns:dcterms=\"http://purl.org/dc/terms/\" ")
        xml.append(markup: "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">")
        xml.append(markup: "<dc:title>")
        xml.append(escaped: properties.title)
        xml.append(markup: "</dc:title><dc:language>")
        xml.append(escaped: properties.language)
        xml.append(markup: "</dc:language>")
        if let created = properties.created {
            xml.append(markup: "<dcterms:created xsi:type=\"dcterms:W3CDTF\">")
            xml.append(escaped: created)
            xml.append(markup: "</dcterms:created>")
        }
        xml.append(markup: "</cp:coreProperties>")
        return xml
    }

    static func workbook(_ sheets: [SheetLayout]) -> [UInt8] {
        var xml: [UInt8] = []
        xml.append(markup: declaration)
        xml.append(markup: "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relationship)\">")
        xml.append(markup: "<bookViews><workbookView/></bookViews><sheets>")
        for (index, sheet) in sheets.enumerated() {
            xml.append(markup: "<sheet name=\"")
            xml.append(escaped: sheet.name)
            xml.append(markup: "\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
        }
        xml.append(markup: "</sheets>")
        let headed = sheets.indices.filter { sheets[$0].headingRows > 0 }
        if !headed.isEmpty { xml.append(markup: "<definedNames>") }
        for index in headed {
            let name = sheets[index].name.split(
                separator: "'", omittingEmptySubsequences: false
            ).joined(separator: "''")
            xml.append(
                markup: "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"\(index)\">'")
            xml.append(escaped: name)
            xml.append(markup: "'!$1:$\(sheets[index].headingRows)</definedName>")
        }
        if !headed.isEmpty { xml.append(markup: "</definedNames>") }
        xml.append(markup: "</workbook>")
        return xml
    }

    /// Relations numbered `rId1` and so on.
    private static func part(relating targets: [(type: String, target: String)]) -> [UInt8] {
        var xml = declaration + "<Relationships xmlns=\"\(package)/relationships\">"
        for (index, relation) in targets.enumerated() {
            xml += "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation.type)\" "
            xml += "Target=\"\(relation.target)\"/>"
        }
        return Array((xml + "</Relationships>").utf8)
    }

    private static let package = "http://schemas.openxmlformats.org/package/2006"
}
