/// Writes a workbook as an OpenDocument spreadsheet (OpenDocument 1.3, parts 2 and 3).
struct ODSForm: WorkbookForm {
    private let properties: WorkbookProperties
    private let sheets: [SheetLayout]
    private var zip: ZipWriter
    private var styles = StyleBook()
    /// What is written of the content and not yet compressed.
    private var xml: [UInt8] = []

    init(_ properties: WorkbookProperties, _ sheets: [SheetLayout]) throws(SheetError) {
        self.properties = properties
        self.sheets = sheets
        zip = ZipWriter(properties.moment)
        try zip.store("mimetype", Array(ODSParts.type.utf8))
        zip.begin("content.xml")
        ODSContent.appendHead(of: sheets, to: &xml)
    }

    mutating func beginSheet(_ sheet: Int) throws(SheetError) {
        ODSContent.appendBeginning(of: sheets[sheet], styles: &styles, to: &xml)
    }

    mutating func write(_ cells: [PreparedCell], row: Int, of sheet: Int) throws(SheetError) {
        let layout = sheets[sheet]
        if row == 0, layout.headingRows > 0 {
            xml.append(markup: "<table:table-header-rows>")
        }
        xml.append(markup: "<table:table-row>")
        for (column, cell) in cells.enumerated() {
            let hasChoices =
                row >= layout.headingRows && column < layout.columns.count
                && !layout.columns[column].choices.isEmpty
            append(cell, choices: hasChoices ? "\(sheet + 1)-\(column + 1)" : nil)
        }
        if cells.isEmpty { xml.append(markup: "<table:table-cell/>") }
        xml.append(markup: "</table:table-row>")
        if row + 1 == layout.headingRows { xml.append(markup: "</table:table-header-rows>") }
        if xml.count > Self.piece { try flush() }
    }

    mutating func endSheet(_ sheet: Int, rows: Int) throws(SheetError) {
        if rows > 0, rows < sheets[sheet].headingRows {
            xml.append(markup: "</table:table-header-rows>")
        }
        if rows == 0 {
            xml.append(markup: "<table:table-row><table:table-cell/></table:table-row>")
        }
        xml.append(markup: "</table:table>")
    }

    mutating func finish() throws(SheetError) {
        xml.append(markup: "</office:spreadsheet></office:body></office:document-content>")
        try flush()
        try zip.end()
        try zip.deflate(
            "styles.xml", WrittenODSStyles.part(styles.styles, language: properties.language))
        try zip.deflate("meta.xml", ODSParts.meta(properties))
        try zip.deflate("settings.xml", ODSParts.settings(sheets))
        try zip.deflate("META-INF/manifest.xml", ODSParts.manifest)
        try zip.finish()
    }

    mutating func take() -> [UInt8] {
        zip.take()
    }

    private mutating func append(_ cell: PreparedCell, choices: String?) {
        xml.append(markup: "<table:table-cell table:style-name=\"")
        xml.append(markup: WrittenODSStyles.name(styles.number(of: cell.style)))
        if let choices {
            xml.append(markup: "\" table:content-validation-name=\"choices")
            xml.append(markup: choices)
        }
        switch cell.value {
        case .blank: xml.append(markup: "\"/>")
        case .text(let text):
            xml.append(markup: "\" office:value-type=\"string\">")
            xml.append(paragraphs: text)
            xml.append(markup: "</table:table-cell>")
        case .number(let digits):
            if case .percentage = cell.style.content {
                append("percentage", "value", digits)
            } else {
                append("float", "value", digits)
            }
        case .boolean(let isTrue): append("boolean", "boolean-value", isTrue ? "true" : "false")
        case .date(let moment):
            if moment.day == nil {
                append("time", "time-value", moment.duration, shown: moment.description)
            } else {
                append("date", "date-value", moment.description)
            }
        }
    }

    /// Appends a value; what is shown is made anew by whoever opens the file.
    private mutating func append(
        _ type: String, _ attribute: String, _ value: String, shown: String? = nil
    ) {
        xml.append(markup: "\" office:value-type=\"")
        xml.append(markup: type)
        xml.append(markup: "\" office:")
        xml.append(markup: attribute)
        xml.append(markup: "=\"")
        xml.append(markup: value)
        xml.append(markup: "\"><text:p>")
        xml.append(markup: shown ?? value)
        xml.append(markup: "</text:p></table:table-cell>")
    }

    private mutating func flush() throws(SheetError) {
        try zip.write(xml)
        xml.removeAll(keepingCapacity: true)
    }

    private static let piece = 65_536
}

extension WrittenMoment {
    /// The time since midnight as XML Schema's `duration`, such as `PT14H30M00S`.
    fileprivate var duration: String {
        let milliseconds = milliseconds ?? 0
        let rest = milliseconds % 1000
        return "PT\(String(padding: milliseconds / 3_600_000, to: 2))H"
            + "\(String(padding: milliseconds / 60_000 % 60, to: 2))M"
            + String(padding: milliseconds / 1000 % 60, to: 2)
            + (rest == 0 ? "" : "." + String(padding: rest, to: 3)) + "S"
    }
}

extension [UInt8] {
    /// Appends a text as paragraphs, one to a line (OpenDocument 1.3 part 3, 6.1).
    ///
    /// White space that a reader would collapse is written as elements. CR LF and a lone CR end
    /// a line too, since a paragraph cannot hold them.
    mutating func append(paragraphs text: String) {
        append(markup: "<text:p>")
        if text.utf8.contains(where: { $0 == 0x20 || $0.mayNeedEscape }) {
            append(lines: [Unicode.Scalar](text.unicodeScalars))
        } else {
            append(contentsOf: text.utf8)
        }
        append(markup: "</text:p>")
    }

    private mutating func append(lines scalars: [Unicode.Scalar]) {
        var index = 0
        while index < scalars.count {
            switch scalars[index] {
            case "\n":
                append(markup: "</text:p><text:p>")
            case "\r":
                append(markup: "</text:p><text:p>")
                if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
            case "\t":
                append(markup: "<text:tab/>")
            case " ":
                var count = 1
                while index + count < scalars.count, scalars[index + count] == " " { count += 1 }
                let before: Unicode.Scalar? = index > 0 ? scalars[index - 1] : nil
                let after = index + count < scalars.count ? scalars[index + count] : nil
                if count == 1, before.isInk, after.isInk {
                    append(0x20)
                } else {
                    append(markup: "<text:s text:c=\"\(count)\"/>")
                }
                index += count - 1
            default: append(escaped: scalars[index])
            }
            index += 1
        }
    }
}

extension Unicode.Scalar? {
    /// Whether there is a character, and one that does not make a space beside it collapse.
    fileprivate var isInk: Bool {
        guard let self else { return false }
        return self != "\n" && self != "\r" && self != "\t"
    }
}
