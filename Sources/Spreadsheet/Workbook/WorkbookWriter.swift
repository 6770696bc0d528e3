/// Writes a workbook piece by piece, as Office Open XML (ECMA-376, transitional) or OpenDocument 1.3.
///
/// ```swift
/// var writer = try WorkbookWriter(
///     .xlsx, title: "Figures", created: "2026-07-01T09:00:00Z",
///     sheets: [SheetLayout(name: "Figures", columns: [SheetColumn(width: 12)])])
/// try writer.append([WrittenCell(.text("value"), .header)])
/// try writer.append([WrittenCell(.number("0.78", .plain))])
/// let file = try writer.finish()
/// ```
///
/// No formula is ever written: a text that begins with `=` is a text. The same calls make the same
/// bytes. Belongs to one thread. After an error nothing more may be written.
public struct WorkbookWriter: ~Copyable {
    /// The kinds of workbook.
    public enum Format: Sendable {
        /// Office Open XML.
        case xlsx
        /// OpenDocument.
        case ods
    }

    private let sheets: [SheetLayout]
    private var form: any WorkbookForm
    /// Which sheet is written.
    private var sheet: Int
    /// How many rows it has.
    private var row: Int
    private var isSheetOpen: Bool

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - format: The kind of workbook.
    ///   - title: What the file is, for its properties.
    ///   - language: The language of its words, such as `en-GB`.
    ///   - created: When it was made, in ISO 8601 and UTC; programs show it, and it is the date of
    ///     the parts of the archive.
    ///   - sheets: All its sheets in order. They are told at the beginning because both formats
    ///     need some of it before the first row.
    /// - Throws: ``SheetError`` if there is no sheet, or if the choices of a column are more than
    ///   Excel can hold.
    public init(
        _ format: Format, title: String, language: String = "en-GB", created: String,
        sheets: [SheetLayout]
    ) throws(SheetError) {
        let sheets = sheets.withLegalNames
        try Self.check(sheets)
        let moment = WrittenMoment(created)
        let properties = WorkbookProperties(
            title: title, language: language, created: moment == nil ? nil : created,
            moment: DOSMoment(moment))
        let form: any WorkbookForm =
            switch format {
            case .xlsx: try XLSXForm(properties, sheets)
            case .ods: try ODSForm(properties, sheets)
            }
        self.sheets = sheets
        self.form = form
        sheet = 0
        row = 0
        isSheetOpen = false
    }

    /// Writes the next row of the sheet, its cells from column A on.
    ///
    /// - Throws: ``SheetError`` with sheet and cell if a number or a date is none, if a text has
    ///   more than 32,767 characters, or if there are more than 1,048,576 rows or 16,384 columns.
    public mutating func append(_ cells: [WrittenCell]) throws(SheetError) {
        try openSheet()
        let layout = sheets[sheet]
        guard row < Self.mostRows else {
            throw SheetError(
                reason: "sheet «\(layout.name)»: a sheet has room for \(Self.mostRows) rows; "
                    + "divide them between sheets")
        }
        guard cells.count <= Self.mostColumns else { throw Self.tooManyColumns(in: layout) }
        var prepared: [PreparedCell] = []
        prepared.reserveCapacity(cells.count)
        for (index, cell) in cells.enumerated() {
            let style = index < layout.columns.count ? layout.columns[index].style : .general
            do throws(SheetError) {
                try prepared.append(PreparedCell(cell, columnStyle: style))
            } catch {
                let name = index.columnLetters + String(row + 1)
                throw SheetError(
                    reason: "sheet «\(layout.name)», cell \(name): " + error.reason)
            }
        }
        try form.write(prepared, row: row, of: sheet)
        row += 1
    }

    /// Ends the sheet; rows that follow are of the next one.
    ///
    /// - Throws: ``SheetError`` if there was no sheet left, or if the file becomes too large.
    public mutating func endSheet() throws(SheetError) {
        try openSheet()
        try form.endSheet(sheet, rows: row)
        isSheetOpen = false
        sheet += 1
        row = 0
    }

    /// Gives away what has been written so far, so that a long file need not be kept whole.
    public mutating func take() -> [UInt8] {
        form.take()
    }

    /// Ends the workbook; sheets that were not begun are empty.
    ///
    /// - Returns: What is left to be taken.
    /// - Throws: ``SheetError`` if the file becomes too large.
    public consuming func finish() throws(SheetError) -> [UInt8] {
        while sheet < sheets.count { try endSheet() }
        try form.finish()
        return form.take()
    }

    private mutating func openSheet() throws(SheetError) {
        if isSheetOpen { return }
        guard sheet < sheets.count else {
            throw SheetError(reason: "all \(sheets.count) sheets of the workbook are written")
        }
        try form.beginSheet(sheet)
        isSheetOpen = true
    }

    private static func check(_ sheets: [SheetLayout]) throws(SheetError) {
        guard !sheets.isEmpty else { throw SheetError(reason: "a workbook needs a sheet") }
        for sheet in sheets {
            guard sheet.columns.count <= mostColumns else { throw tooManyColumns(in: sheet) }
            for (index, column) in sheet.columns.enumerated()
            where !column.choices.isEmpty && !column.choices.fitIntoList {
                throw SheetError(
                    reason: "sheet «\(sheet.name)», column \(index.columnLetters): what may be "
                        + "chosen must come to at most 255 characters and have no commas")
            }
        }
    }

    private static func tooManyColumns(in sheet: SheetLayout) -> SheetError {
        SheetError(
            reason: "sheet «\(sheet.name)»: a row has room for \(mostColumns) cells; "
                + "divide them between sheets")
    }

    private static let mostRows = 1_048_576
    private static let mostColumns = 16_384
}

/// What is said of a workbook as a whole.
struct WorkbookProperties {
    let title: String
    let language: String
    /// When it was made, in ISO 8601, if that is known.
    let created: String?
    let moment: DOSMoment
}

/// How one kind of workbook is written.
///
/// Sheets and rows are counted from 0.
protocol WorkbookForm {
    mutating func beginSheet(_ sheet: Int) throws(SheetError)
    mutating func write(_ cells: [PreparedCell], row: Int, of sheet: Int) throws(SheetError)
    /// Ends a sheet with so many rows.
    mutating func endSheet(_ sheet: Int, rows: Int) throws(SheetError)
    mutating func finish() throws(SheetError)
    mutating func take() -> [UInt8]
}

extension [String] {
    /// Whether Excel can keep them as the choices of a cell.
    fileprivate var fitIntoList: Bool {
        let length = reduce(count - 1) { $0 + $1.utf16.count }
        return length <= 255 && !contains { $0.contains(",") || $0.isEmpty }
    }
}

extension Int {
    /// The letters of the column with this place from 0, such as `AB`.
    var columnLetters: String {
        var letters = ""
        var rest = self
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}
