/// The namespaces that workbooks are written in.
enum XMLNamespace: UInt64 {
    case none, xml, other
    /// SpreadsheetML, of ECMA-376 transitional or strict.
    case main
    /// Relationship identifiers in a document, of either.
    case relationshipID
    /// The parts of a package that list relationships.
    case packageRelationships
    case office, table, text, style, number, manifest
    /// LibreOffice's additions to OpenDocument.
    case calcext

    init(_ address: ArraySlice<UInt8>) {
        self = Self.known[XMLQName.hash(address)] ?? .other
    }

    private static let known: [UInt64: XMLNamespace] = {
        var known: [UInt64: XMLNamespace] = [:]
        func add(_ namespace: XMLNamespace, _ address: String) {
            known[XMLQName.hash(Array(address.utf8)[...])] = namespace
        }
        add(.main, "http://schemas.openxmlformats.org/spreadsheetml/2006/main")
        add(.main, "http://purl.oclc.org/ooxml/spreadsheetml/main")
        add(
            .relationshipID,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        add(.relationshipID, "http://purl.oclc.org/ooxml/officeDocument/relationships")
        add(
            .packageRelationships,
            "http://schemas.openxmlformats.org/package/2006/relationships")
        let openDocument = "urn:oasis:names:tc:opendocument:xmlns:"
        add(.office, openDocument + "office:1.0")
        add(.table, openDocument + "table:1.0")
        add(.text, openDocument + "text:1.0")
        add(.style, openDocument + "style:1.0")
        add(.number, openDocument + "datastyle:1.0")
        add(.manifest, openDocument + "manifest:1.0")
        add(.calcext, "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")
        return known
    }()
}

/// The names of elements and attributes that readers of workbooks look for, with their namespace.
enum XMLName: UInt8 {
    case other
    // ECMA-376 part 1, 18: elements.
    case worksheet, sheetData, row, c, v, f, `is`, t, rPh, si, sst, mergeCells, mergeCell
    case workbook, workbookPr, sheets, sheet, styleSheet, numFmts, numFmt, cellXfs, xf
    // Its attributes, which have no namespace.
    case r, s, type, ref, date1904, name, state, numFmtId, formatCode
    case relationshipID, space
    // ECMA-376 part 2, 9.3.
    case relationship, id, relationshipType, target, targetMode
    // OpenDocument 1.3 part 3: elements.
    case spreadsheet, annotation, table, tableRow, tableCell, coveredTableCell, rowGroup
    case p, h, textS, tab, lineBreak, rubyText, note
    case style, tableProperties, percentageStyle, encryptionData
    // Its attributes.
    case valueType, value, dateValue, timeValue, booleanValue, stringValue, calcextValueType
    case tableName, tableStyleName, display, formula
    case columnsRepeated, rowsRepeated, columnsSpanned, rowsSpanned
    case spaceCount, styleName, styleFamily, dataStyleName

    /// The name that a local name has in a namespace.
    static func find(_ namespace: XMLNamespace, _ local: UInt64) -> XMLName {
        known[key(namespace, local)] ?? .other
    }

    private static func key(_ namespace: XMLNamespace, _ local: UInt64) -> UInt64 {
        local &+ namespace.rawValue &* 0x9E37_79B9_7F4A_7C15
    }

    private static let known: [UInt64: XMLName] = {
        var known: [UInt64: XMLName] = [:]
        for (namespace, names) in vocabulary {
            for (local, name) in names {
                known[key(namespace, XMLQName.hash(Array(local.utf8)[...]))] = name
            }
        }
        return known
    }()

    private static let vocabulary: [(XMLNamespace, [(String, XMLName)])] = [
        (
            .main,
            [
                ("worksheet", .worksheet), ("sheetData", .sheetData), ("row", .row), ("c", .c),
                ("v", .v), ("f", .f), ("is", .is), ("t", .t), ("rPh", .rPh), ("si", .si),
                ("sst", .sst), ("mergeCells", .mergeCells), ("mergeCell", .mergeCell),
                ("workbook", .workbook), ("workbookPr", .workbookPr), ("sheets", .sheets),
                ("sheet", .sheet), ("styleSheet", .styleSheet), ("numFmts", .numFmts),
                ("numFmt", .numFmt), ("cellXfs", .cellXfs), ("xf", .xf),
            ]
        ),
        (
            .none,
            [
                ("r", .r), ("s", .s), ("t", .type), ("ref", .ref), ("date1904", .date1904),
                ("name", .name), ("state", .state), ("numFmtId", .numFmtId),
                ("formatCode", .formatCode), ("Id", .id), ("Type", .relationshipType),
                ("Target", .target), ("TargetMode", .targetMode),
            ]
        ),
        (.relationshipID, [("id", .relationshipID)]),
        (.xml, [("space", .space)]),
        (.packageRelationships, [("Relationship", .relationship)]),
        (
            .office,
            [
                ("spreadsheet", .spreadsheet), ("annotation", .annotation),
                ("value-type", .valueType), ("value", .value), ("date-value", .dateValue),
                ("time-value", .timeValue), ("boolean-value", .booleanValue),
                ("string-value", .stringValue),
            ]
        ),
        (
            .table,
            [
                ("table", .table), ("table-row", .tableRow), ("table-cell", .tableCell),
                ("covered-table-cell", .coveredTableCell), ("table-row-group", .rowGroup),
                ("table-header-rows", .rowGroup), ("table-rows", .rowGroup), ("name", .tableName),
                ("style-name", .tableStyleName), ("display", .display), ("formula", .formula),
                ("number-columns-repeated", .columnsRepeated),
                ("number-rows-repeated", .rowsRepeated),
                ("number-columns-spanned", .columnsSpanned),
                ("number-rows-spanned", .rowsSpanned),
            ]
        ),
        (
            .text,
            [
                ("p", .p), ("h", .h), ("s", .textS), ("tab", .tab), ("line-break", .lineBreak),
                ("ruby-text", .rubyText), ("note", .note), ("c", .spaceCount),
            ]
        ),
        (
            .style,
            [
                ("style", .style), ("table-properties", .tableProperties),
                ("name", .styleName), ("family", .styleFamily),
                ("data-style-name", .dataStyleName),
            ]
        ),
        (.number, [("percentage-style", .percentageStyle)]),
        (.manifest, [("encryption-data", .encryptionData)]),
        (.calcext, [("value-type", .calcextValueType)]),
    ]
}
