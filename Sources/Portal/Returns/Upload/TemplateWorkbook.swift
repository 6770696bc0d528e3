import Scorecard
import Spreadsheet

extension UploadTemplate {
    /// The template in one of the forms that there are.
    func file(as form: SheetForm) throws(SheetError) -> [UInt8] {
        switch form {
        case .csv: text()
        case .xlsx: try workbook(.xlsx)
        case .ods: try workbook(.ods)
        }
    }

    /// The template as CSV, for any program.
    private func text() -> [UInt8] {
        // What a spreadsheet would take for a formula is guarded, and unguarded when it comes back.
        var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
        writer.write(UploadColumn.allCases.map(\.title))
        for row in rows { writer.write(row.map(\.plain)) }
        return writer.take()
    }

    /// The template as a workbook, with a second sheet that says how to fill it in.
    private func workbook(_ format: WorkbookWriter.Format) throws(SheetError) -> [UInt8] {
        let layout = SheetLayout(
            name: "Figures", columns: UploadColumn.allCases.map(\.layout), headingColumns: 3,
            isLandscape: true)
        let guide = SheetLayout(
            name: "How to fill this in", columns: [SheetColumn(width: 100, style: .note)],
            headingRows: 0)
        var writer = try WorkbookWriter(
            format, title: "Template for figures", created: "", sheets: [layout, guide])
        try writer.append(
            UploadColumn.allCases.map { WrittenCell(.text($0.title), .header) })
        for row in rows {
            try writer.append(
                zip(row, UploadColumn.allCases).map { $0.written(in: $1) })
        }
        try writer.endSheet()
        for line in Self.guide { try writer.append([WrittenCell(.text(line))]) }
        return try writer.finish()
    }

    /// How to fill in the template.
    static let guide = [
        "Fill in the yellow columns of the sheet “Figures”, save the file and upload it.",
        "A row is one measure for one period. Rows with a group are about that group of children.",
        "A cell that you leave empty changes nothing. To take away what is there, type "
            + "\(UploadedCell.clearing).",
        "Grey columns are for you to read. What you type there is not read.",
        "Do not change the headings, the measure code, the period or the group code. You may "
            + "leave rows out, and put columns and rows in another order.",
        "A number that several measures share is typed once, where “What to count” says so.",
        "Do not include anything that could identify a child.",
    ]
}

extension UploadTemplate.Cell {
    fileprivate var plain: String {
        switch self {
        case .blank: ""
        case .text(let text), .number(let text, _), .shared(let text): text
        }
    }

    fileprivate func written(in column: UploadColumn) -> WrittenCell {
        switch self {
        case .blank: WrittenCell(.blank)
        case .text(let text): WrittenCell(.text(String(text.prefix(32_000))))
        case .number(let text, let decimals):
            WrittenCell(.number(text, .plain), CellStyle.number(decimals: decimals).asInput)
        case .shared(let text):
            WrittenCell(.text(String(text.prefix(32_000))), CellStyle.text.asLocked)
        }
    }
}

extension UploadColumn {
    fileprivate var layout: SheetColumn {
        switch self {
        case .inReturn: SheetColumn(width: 14, style: CellStyle.text.asLocked)
        case .code, .groupCode: SheetColumn(width: 12, style: CellStyle.text.asLocked)
        case .measure: SheetColumn(width: 36, style: CellStyle.note.asLocked)
        case .period: SheetColumn(width: 12, style: CellStyle.text.asLocked)
        case .periodWords, .group: SheetColumn(width: 20, style: CellStyle.note.asLocked)
        case .counted: SheetColumn(width: 40, style: CellStyle.note.asLocked)
        case .last, .yearBefore: SheetColumn(width: 16, style: CellStyle.text.asLocked)
        case .numerator, .denominator, .value, .forecast:
            SheetColumn(width: 12, style: CellStyle(.general, box: .input))
        case .figure:
            SheetColumn(
                width: 18, style: CellStyle.text.asInput, choices: EntryFlag.allCases.map(\.words))
        case .progress:
            SheetColumn(
                width: 14, style: CellStyle.text.asInput,
                choices: ActionState.allCases.map(\.words))
        case .who, .by: SheetColumn(width: 18, style: CellStyle.text.asInput)
        case .comment, .why, .doing, .action, .reason:
            SheetColumn(width: 32, style: CellStyle.note.asInput)
        }
    }
}
