/// The small parts of an OpenDocument spreadsheet.
enum ODSParts {
    static let type = "application/vnd.oasis.opendocument.spreadsheet"
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// The namespaces of all parts but the manifest, and the version.
    static let namespaces: String = {
        let oasis = ["office", "style", "text", "table", "meta", "config"].map {
            " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0):1.0\""
        }
        return oasis.joined()
            + " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
            + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
            + " xmlns:of=\"urn:oasis:names:tc:opendocument:xmlns:of:1.2\""
            + " xmlns:ooo=\"http://openoffice.org/2004/office\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\""
    }()

    static let manifest: [UInt8] = {
        var xml = declaration
        xml += "<manifest:manifest "
        xml += "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
        xml += "manifest:version=\"1.3\">"
        xml += "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" "
        xml += "manifest:media-type=\"\(type)\"/>"
        for name in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
            xml += "<manifest:file-entry manifest:full-path=\"\(name)\" "
            xml += "manifest:media-type=\"text/xml\"/>"
        }
        return Array((xml + "</manifest:manifest>").utf8)
    }()

    static func meta(_ properties: WorkbookProperties) -> [UInt8] {
        var xml: [UInt8] = []
        xml.append(markup: declaration + "<office:document-meta\(namespaces)><office:meta>")
        if let created = properties.created {
            xml.append(markup: "<meta:creation-date>")
            // The time has no zone here.
            xml.append(escaped: created.last == "Z" ? String(created.dropLast()) : created)
            xml.append(markup: "</meta:creation-date>")
        }
        xml.append(markup: "<dc:title>")
        xml.append(escaped: properties.title)
        xml.append(markup: "</dc:title><dc:language>")
        xml.append(escaped: properties.language)
        xml.append(markup: "</dc:language></office:meta></office:document-meta>")
        return xml
    }

    /// What stays in sight, which the programs descended from OpenOffice keep here.
    static func settings(_ sheets: [SheetLayout]) -> [UInt8] {
        var xml: [UInt8] = []
        xml.append(markup: declaration)
        xml.append(markup: "<office:document-settings\(namespaces)><office:settings>")
        xml.append(markup: "<config:config-item-set config:name=\"ooo:view-settings\">")
        xml.append(markup: "<config:config-item-map-indexed config:name=\"Views\">")
        xml.append(markup: "<config:config-item-map-entry>")
        xml.append(markup: item("ViewId", "string", "view1"))
        xml.append(markup: "<config:config-item-map-named config:name=\"Tables\">")
        for sheet in sheets {
            xml.append(markup: "<config:config-item-map-entry config:name=\"")
            xml.append(escaped: sheet.name)
            xml.append(markup: "\">\(panes(of: sheet))</config:config-item-map-entry>")
        }
        xml.append(markup: "</config:config-item-map-named>")
        xml.append(markup: "<config:config-item config:name=\"ActiveTable\" ")
        xml.append(markup: "config:type=\"string\">")
        xml.append(escaped: sheets.first?.name ?? "")
        xml.append(markup: "</config:config-item></config:config-item-map-entry>")
        xml.append(markup: "</config:config-item-map-indexed></config:config-item-set>")
        xml.append(markup: "</office:settings></office:document-settings>")
        return xml
    }

    private static func panes(of sheet: SheetLayout) -> String {
        let (rows, columns) = (sheet.headingRows, sheet.headingColumns)
        // Mode 2 is frozen; range 2 is at the bottom left, 3 at the bottom right, 1 at the top right.
        let range = rows > 0 ? (columns > 0 ? 3 : 2) : (columns > 0 ? 1 : 2)
        return item("HorizontalSplitMode", "short", columns > 0 ? "2" : "0")
            + item("VerticalSplitMode", "short", rows > 0 ? "2" : "0")
            + item("HorizontalSplitPosition", "int", "\(columns)")
            + item("VerticalSplitPosition", "int", "\(rows)")
            + item("ActiveSplitRange", "short", "\(range)")
            + item("PositionLeft", "int", "0") + item("PositionRight", "int", "\(columns)")
            + item("PositionTop", "int", "0") + item("PositionBottom", "int", "\(rows)")
    }

    private static func item(_ name: String, _ type: String, _ value: String) -> String {
        "<config:config-item config:name=\"\(name)\" config:type=\"\(type)\">\(value)"
            + "</config:config-item>"
    }
}
