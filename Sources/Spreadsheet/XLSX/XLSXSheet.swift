/// What stands before and after the rows of a sheet (ECMA-376 part 1, 18.3.1.99).
enum XLSXSheet {
    static func appendHead(
        of sheet: SheetLayout, isFirst: Bool, styles: inout StyleBook, to xml: inout [UInt8]
    ) {
        xml.append(markup: XLSXParts.declaration)
        xml.append(markup: "<worksheet xmlns=\"\(XLSXParts.main)\">")
        if sheet.isLandscape {
            xml.append(markup: "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
        }
        xml.append(markup: "<sheetViews><sheetView ")
        if isFirst { xml.append(markup: "tabSelected=\"1\" ") }
        xml.append(markup: "workbookViewId=\"0\">")
        appendPane(of: sheet, to: &xml)
        xml.append(markup: "</sheetView></sheetViews>")
        xml.append(markup: "<sheetFormatPr defaultRowHeight=\"15\"/>")
        if !sheet.columns.isEmpty { xml.append(markup: "<cols>") }
        for (index, column) in sheet.columns.enumerated() {
            // The fraction is Excel's five pixels of padding at the usual width of a digit.
            xml.append(markup: "<col min=\"\(index + 1)\" max=\"\(index + 1)\" ")
            xml.append(markup: "width=\"\(column.width).7109375\" ")
            xml.append(markup: "style=\"\(styles.number(of: column.style))\" customWidth=\"1\"/>")
        }
        if !sheet.columns.isEmpty { xml.append(markup: "</cols>") }
        xml.append(markup: "<sheetData>")
    }

    static func appendTail(of sheet: SheetLayout, rows: Int, to xml: inout [UInt8]) {
        xml.append(markup: "</sheetData>")
        if sheet.isProtected {
            xml.append(markup: "<sheetProtection sheet=\"1\" objects=\"1\" scenarios=\"1\" ")
            xml.append(markup: "formatColumns=\"0\" formatRows=\"0\"/>")
        }
        appendChoices(of: sheet, rows: rows, to: &xml)
        xml.append(markup: "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" ")
        xml.append(markup: "header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" ")
        xml.append(
            markup: sheet.isLandscape
                ? "orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
                : "orientation=\"portrait\"/>")
        xml.append(markup: "</worksheet>")
    }

    /// What stays in sight.
    private static func appendPane(of sheet: SheetLayout, to xml: inout [UInt8]) {
        let (rows, columns) = (sheet.headingRows, sheet.headingColumns)
        let pane =
            switch (rows > 0, columns > 0) {
            case (false, false): ""
            case (true, false): "bottomLeft"
            case (false, true): "topRight"
            case (true, true): "bottomRight"
            }
        guard !pane.isEmpty else { return }
        xml.append(markup: "<pane ")
        if columns > 0 { xml.append(markup: "xSplit=\"\(columns)\" ") }
        if rows > 0 { xml.append(markup: "ySplit=\"\(rows)\" ") }
        xml.append(markup: "topLeftCell=\"\(columns.columnLetters)\(rows + 1)\" ")
        xml.append(markup: "activePane=\"\(pane)\" state=\"frozen\"/>")
        xml.append(markup: "<selection pane=\"\(pane)\"/>")
    }

    /// What may be chosen in the rows below the heading.
    private static func appendChoices(of sheet: SheetLayout, rows: Int, to xml: inout [UInt8]) {
        let chosen = sheet.columns.indices.filter { !sheet.columns[$0].choices.isEmpty }
        guard rows > sheet.headingRows, !chosen.isEmpty else { return }
        xml.append(markup: "<dataValidations count=\"\(chosen.count)\">")
        for index in chosen {
            let letters = index.columnLetters
            xml.append(markup: "<dataValidation type=\"list\" allowBlank=\"1\" ")
            xml.append(markup: "showErrorMessage=\"1\" errorTitle=\"Not in the list\" ")
            xml.append(markup: "error=\"Choose one of the entries of the list.\" ")
            xml.append(markup: "sqref=\"\(letters)\(sheet.headingRows + 1):\(letters)\(rows)\">")
            xml.append(markup: "<formula1>")
            xml.append(
                escaped: "\""
                    + sheet.columns[index].choices.map(\.quotesDoubled).joined(separator: ",")
                    + "\"")
            xml.append(markup: "</formula1></dataValidation>")
        }
        xml.append(markup: "</dataValidations>")
    }
}

extension String {
    /// The text as it stands between quotes in a condition.
    var quotesDoubled: String {
        split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    }
}
