/// What stands before the rows in the content of an OpenDocument spreadsheet.
enum ODSContent {
    /// Begins the content up to the first sheet.
    static func appendHead(of sheets: [SheetLayout], to xml: inout [UInt8]) {
        xml.append(markup: ODSParts.declaration)
        xml.append(markup: "<office:document-content\(ODSParts.namespaces)>")
        xml.append(markup: "<office:automatic-styles>")
        for width in Set(sheets.flatMap(\.columns).map(\.width)).sorted() {
            xml.append(markup: "<style:style style:name=\"width\(width)\" ")
            xml.append(markup: "style:family=\"table-column\"><style:table-column-properties ")
            // A digit of 11 points is a little over 2 mm wide.
            let tenths = width * 22 + 20
            xml.append(markup: "style:column-width=\"\(tenths / 10).\(tenths % 10)mm\"/>")
            xml.append(markup: "</style:style>")
        }
        for isLandscape in [false, true] {
            xml.append(markup: "<style:style style:name=\"\(tableStyle(isLandscape))\" ")
            xml.append(markup: "style:family=\"table\" style:master-page-name=\"")
            xml.append(markup: WrittenODSStyles.masterPage(isLandscape))
            xml.append(markup: "\"><style:table-properties table:display=\"true\" ")
            xml.append(markup: "style:writing-mode=\"lr-tb\"/></style:style>")
        }
        xml.append(markup: "</office:automatic-styles><office:body><office:spreadsheet>")
        appendChoices(of: sheets, to: &xml)
    }

    /// Begins a sheet up to its first row.
    static func appendBeginning(
        of sheet: SheetLayout, styles: inout StyleBook, to xml: inout [UInt8]
    ) {
        xml.append(markup: "<table:table table:name=\"")
        xml.append(escaped: sheet.name)
        xml.append(markup: "\" table:style-name=\"\(tableStyle(sheet.isLandscape))\"")
        xml.append(markup: sheet.isProtected ? " table:protected=\"true\">" : ">")
        for column in sheet.columns {
            xml.append(markup: "<table:table-column table:style-name=\"width\(column.width)\" ")
            xml.append(markup: "table:default-cell-style-name=\"")
            xml.append(markup: WrittenODSStyles.name(styles.number(of: column.style)))
            xml.append(markup: "\"/>")
        }
        if sheet.columns.isEmpty { xml.append(markup: "<table:table-column/>") }
    }

    /// What may be chosen in which column.
    private static func appendChoices(of sheets: [SheetLayout], to xml: inout [UInt8]) {
        guard sheets.contains(where: { $0.columns.contains { !$0.choices.isEmpty } }) else {
            return
        }
        xml.append(markup: "<table:content-validations>")
        for (number, sheet) in sheets.enumerated() {
            for (index, column) in sheet.columns.enumerated() where !column.choices.isEmpty {
                let choices = column.choices.map { "\"\($0.quotesDoubled)\"" }
                xml.append(markup: "<table:content-validation table:name=\"choices")
                xml.append(markup: "\(number + 1)-\(index + 1)\" table:condition=\"")
                xml.append(
                    escaped: "of:cell-content-is-in-list(\(choices.joined(separator: ";")))")
                xml.append(markup: "\" table:allow-empty-cell=\"true\" ")
                xml.append(markup: "table:display-list=\"unsorted\" table:base-cell-address=\"")
                xml.append(
                    escaped:
                        "\(sheet.name.quotedForAddress).\(index.columnLetters)\(sheet.headingRows + 1)"
                )
                xml.append(markup: "\"><table:error-message table:title=\"Not in the list\" ")
                xml.append(markup: "table:display=\"true\" table:message-type=\"stop\">")
                xml.append(markup: "<text:p>Choose one of the entries of the list.</text:p>")
                xml.append(markup: "</table:error-message></table:content-validation>")
            }
        }
        xml.append(markup: "</table:content-validations>")
    }

    private static func tableStyle(_ isLandscape: Bool) -> String {
        isLandscape ? "across" : "upright"
    }
}

extension String {
    /// The name of a sheet as it stands in the address of a cell.
    fileprivate var quotedForAddress: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
