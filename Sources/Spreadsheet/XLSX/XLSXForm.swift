/// Writes a workbook as Office Open XML (ECMA-376, transitional).
struct XLSXForm: WorkbookForm {
    private let sheets: [SheetLayout]
    private var zip: ZipWriter
    private var styles = StyleBook()
    private var strings = SharedStrings()
    /// What is written of the sheet and not yet compressed.
    private var xml: [UInt8] = []
    /// The letters of the columns that were met.
    private var letters: [[UInt8]] = []

    init(_ properties: WorkbookProperties, _ sheets: [SheetLayout]) throws(SheetError) {
        self.sheets = sheets
        zip = ZipWriter(properties.moment)
        // Programs that look at the beginning to know a file expect this part first.
        try zip.deflate("[Content_Types].xml", XLSXParts.contentTypes(sheets.count))
        try zip.deflate("_rels/.rels", XLSXParts.relationships)
        try zip.deflate("docProps/core.xml", XLSXParts.properties(properties))
    }

    mutating func beginSheet(_ sheet: Int) throws(SheetError) {
        zip.begin("xl/worksheets/sheet\(sheet + 1).xml")
        XLSXSheet.appendHead(of: sheets[sheet], isFirst: sheet == 0, styles: &styles, to: &xml)
    }

    mutating func write(_ cells: [PreparedCell], row: Int, of sheet: Int) throws(SheetError) {
        let number = Array(String(row + 1).utf8)
        xml.append(markup: "<row r=\"")
        xml.append(contentsOf: number)
        xml.append(markup: "\">")
        for (column, cell) in cells.enumerated() {
            try append(cell, column: column, row: number)
        }
        xml.append(markup: "</row>")
        if xml.count > Self.piece { try flush() }
    }

    mutating func endSheet(_ sheet: Int, rows: Int) throws(SheetError) {
        XLSXSheet.appendTail(of: sheets[sheet], rows: rows, to: &xml)
        try flush()
        try zip.end()
    }

    mutating func finish() throws(SheetError) {
        try zip.add("xl/sharedStrings.xml", strings.finished())
        try zip.deflate("xl/styles.xml", WrittenXLSXStyles.part(styles.styles))
        try zip.deflate("xl/workbook.xml", XLSXParts.workbook(sheets))
        try zip.deflate(
            "xl/_rels/workbook.xml.rels", XLSXParts.workbookRelationships(sheets.count))
        try zip.finish()
    }

    mutating func take() -> [UInt8] {
        zip.take()
    }

    private mutating func append(
        _ cell: PreparedCell, column: Int, row: [UInt8]
    ) throws(SheetError) {
        let (value, style) = cell.inExcel
        let number = styles.number(of: style)
        if case .blank = value, number == 0 { return }
        while letters.count <= column { letters.append(Array(letters.count.columnLetters.utf8)) }
        xml.append(markup: "<c r=\"")
        xml.append(contentsOf: letters[column])
        xml.append(contentsOf: row)
        if number > 0 {
            xml.append(markup: "\" s=\"")
            xml.append(markup: String(number))
        }
        switch value {
        case .blank: xml.append(markup: "\"/>")
        case .text(let text):
            xml.append(markup: "\" t=\"s\"><v>")
            xml.append(markup: String(try strings.number(of: text)))
            xml.append(markup: "</v></c>")
        case .number(let digits):
            xml.append(markup: "\"><v>")
            xml.append(markup: digits)
            xml.append(markup: "</v></c>")
        case .boolean(let isTrue):
            xml.append(markup: isTrue ? "\" t=\"b\"><v>1</v></c>" : "\" t=\"b\"><v>0</v></c>")
        }
    }

    private mutating func flush() throws(SheetError) {
        try zip.write(xml)
        xml.removeAll(keepingCapacity: true)
    }

    private static let piece = 65_536
}

/// What Excel has for a value: days are numbers with a format.
private enum XLSXValue {
    case blank
    case text(String)
    case number(String)
    case boolean(Bool)
}

extension PreparedCell {
    /// The value as Excel has it; a day that Excel cannot count is text.
    fileprivate var inExcel: (value: XLSXValue, style: CellStyle) {
        switch value {
        case .blank: (.blank, style)
        case .text(let text): (.text(text), style)
        case .number(let digits): (.number(digits), style)
        case .boolean(let isTrue): (.boolean(isTrue), style)
        case .date(let moment):
            if let serial = moment.serial {
                (.number(serial), style)
            } else {
                (.text(moment.description), CellStyle(.text, box: style.box))
            }
        }
    }
}
