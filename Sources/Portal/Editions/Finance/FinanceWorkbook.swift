import Scorecard
import Spreadsheet

/// Tables of money in files.
enum FinanceWorkbook {
    /// Bytes of a file.
    static let mostBytes = 1 << 20

    /// The rows of the first sheet that is in view, or why the file cannot be read.
    static func rows(_ file: [UInt8]) throws(SheetError) -> [FinanceFile.Row] {
        let workbook = try Workbook(file, limits: limits)
        guard let sheet = workbook.sheets.firstIndex(where: { !$0.isHidden }) else {
            throw SheetError(reason: "the file has no sheet that is in view")
        }
        var source = try workbook.rows(ofSheet: sheet)
        var rows: [FinanceFile.Row] = []
        while let row = try source.next() {
            let isText = workbook.format == .csv
            rows.append(
                FinanceFile.Row(number: row.number, cells: row.cells.map { text($0, isText) }))
        }
        return rows
    }

    private static var limits: WorkbookLimits {
        var limits = WorkbookLimits.upload
        limits.fileBytes = mostBytes
        limits.inflatedBytes = 32 << 20
        limits.partBytes = 24 << 20
        limits.rows = 5_000
        limits.columns = 200
        limits.cells = 100_000
        return limits
    }

    /// A cell as it would be typed; what is none of ours is told as the text that it is.
    private static func text(_ cell: Cell, _ isText: Bool) -> String {
        switch cell {
        case .blank, .merged: return ""
        case .text(let text):
            let text = EntryForm.normalised(text).stripped
            // Our own files guard what a spreadsheet would take for a formula.
            guard isText, text.first == "'", let second = text.dropFirst().first,
                "=+-@".contains(second)
            else { return text }
            return String(text.dropFirst())
        case .number(let digits, .plain): return UploadedNumber.plain(digits)
        case .number(let digits, .percentage):
            return UploadedNumber.plain(digits, movedBy: 2) + "%"
        case .boolean(let isTrue): return isTrue ? "TRUE" : "FALSE"
        case .date(let text), .error(let text): return text
        case .formula: return "a formula without its result"
        }
    }

    /// A file to fill in, with what a version holds.
    static func template(
        _ content: EditionContent, as form: SheetForm
    ) throws(SheetError) -> [UInt8] {
        let rows = FinanceFile.rows(of: content)
        let workbook: WorkbookWriter.Format
        switch form {
        case .csv:
            var writer = CSVWriter(guardsFormulas: true, byteOrderMark: true)
            writer.write(FinanceFile.heads)
            for row in rows { writer.write(row) }
            return writer.take()
        case .xlsx: workbook = .xlsx
        case .ods: workbook = .ods
        }
        let layout = SheetLayout(
            name: "Finance",
            columns: [SheetColumn(width: 26, style: CellStyle.text.asInput)]
                + FinanceColumn.allCases.map {
                    SheetColumn(
                        width: $0.isMoney ? 14 : 32,
                        style: $0.isMoney
                            ? CellStyle(.general, box: .input) : CellStyle.note.asInput)
                },
            headingColumns: 2, isLandscape: true)
        let guide = SheetLayout(
            name: "How to fill this in", columns: [SheetColumn(width: 100, style: .note)],
            headingRows: 0)
        var writer = try WorkbookWriter(
            workbook, title: "Finance tables", created: "", sheets: [layout, guide])
        try writer.append(FinanceFile.heads.map { WrittenCell(.text($0), .header) })
        for row in rows { try writer.append(row.enumerated().map(written)) }
        try writer.endSheet()
        for line in self.guide { try writer.append([WrittenCell(.text(line))]) }
        return try writer.finish()
    }

    private static func written(_ place: Int, _ text: String) -> WrittenCell {
        guard !text.isEmpty else { return WrittenCell(.blank) }
        let column = place == 0 ? nil : FinanceColumn.allCases[place - 1]
        guard column?.isMoney == true, let input = try? MoneyInput(text) else {
            return WrittenCell(.text(String(text.prefix(32_000))))
        }
        return WrittenCell(.number(input.thousands.description, .plain))
    }

    private static let guide = [
        "Fill in the sheet “Finance”, save the file and upload it. You see what it would change "
            + "before anything is saved.",
        "Money is in thousands of pounds: 52410 for £52,410,000. Income is below zero.",
        "A row is one line of the table that its first column names: "
            + FinanceTable.allCases.map(\.title).joined(separator: ", ") + ".",
        "The rows of a table take the place of all that it has now. A table that you leave out "
            + "stays as it is.",
        "Differences and totals are worked out for you. Leave them out.",
        "Columns that a table does not have stay empty.",
    ]
}

extension FinanceFile {
    /// What a file would put into the boxes of a version, or what is wrong with it.
    static func read(
        _ bytes: [UInt8], over content: EditionContent
    ) -> Result<[EditionField: String], FieldFaults> {
        let words: [String]
        do throws(SheetError) {
            let file = FinanceFile(try FinanceWorkbook.rows(bytes), over: content)
            if file.faults.isEmpty { return .success(file.fields) }
            words = file.faults
        } catch {
            words = ["The selected file cannot be read. \(error.description.capitalisedFirst)"]
        }
        return .failure(
            FieldFaults(
                all: words.map { FieldFault(field: FinanceFilePage.fileField, words: $0) }))
    }
}
