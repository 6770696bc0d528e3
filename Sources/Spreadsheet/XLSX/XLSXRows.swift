/// The rows of a worksheet (ECMA-376 part 1, 18.3).
struct XLSXRows: RowSource {
    private let sheet: String
    private let limits: WorkbookLimits
    private var xml: XMLReader
    private var reader: XLSXCellReader
    private var queue: RowQueue
    private var row = 0
    private var isInData = false
    private var isFinished = false

    init(
        _ package: XLSXPackage, sheet: XLSXPackage.Sheet, _ limits: WorkbookLimits
    ) throws(SheetError) {
        guard let part = try package.archive.part(sheet.part) else {
            throw .damaged("the part with its cells is missing")
        }
        self.sheet = sheet.heading.name
        self.limits = limits
        queue = RowQueue(
            merged: try XLSXMerges.read(of: sheet.part, in: package.archive, limits),
            limits: limits)
        xml = XMLReader(part, limits: limits)
        reader = XLSXCellReader(
            strings: package.strings, styles: package.styles, dates: package.dates)
    }

    mutating func next() throws(SheetError) -> SheetRow? {
        do {
            while true {
                if let row = try queue.next() { return row }
                guard !isFinished else { return nil }
                try readRow()
            }
        } catch { throw error.inSheet(sheet) }
    }

    /// Reads on to the end of a row that holds something, or of the sheet.
    private mutating func readRow() throws(SheetError) {
        while true {
            switch (try xml.next(), xml.name) {
            case (.start, .row) where isInData && xml.depth == 3:
                try startRow()
                let cells = try readCells()
                if !cells.isEmpty {
                    queue.hold(cells, row: row)
                    return
                }
            case (.start, .sheetData) where xml.depth == 2: isInData = true
            case (.end, .sheetData): isInData = false
            case (.start, let name) where xml.depth == 1 && name != .worksheet:
                throw xml.damaged("there is no worksheet")
            case (.finished, _):
                isFinished = true
                return
            default: continue
            }
        }
    }

    private mutating func startRow() throws(SheetError) {
        guard let text = try xml.value(of: .r) else {
            row += 1
            return
        }
        guard let number = Decimals.wholeNumber(text), number > row,
            number <= CellReference.lastRow
        else {
            throw xml.damaged(
                "a row after row \(row) has no number, or one that is too low or too high")
        }
        row = number
    }

    /// The cells of the row up to the last that is not blank.
    private mutating func readCells() throws(SheetError) -> [Cell] {
        var cells: [Cell] = []
        var column = 0
        while true {
            switch (try xml.next(), xml.name) {
            case (.start, .c) where xml.depth == 4:
                column = try place(after: column)
                let cell = try readCell(column)
                if cell == .blank { continue }
                guard row <= limits.rows, column <= limits.columns else {
                    throw outside(column)
                }
                while cells.count < column - 1 { cells.append(.blank) }
                cells.append(cell)
            case (.start, _): try xml.skip()
            case (.end, .row): return cells
            case (.finished, _): return cells
            default: continue
            }
        }
    }

    private mutating func readCell(_ column: Int) throws(SheetError) -> Cell {
        do { return try reader.read(&xml) } catch {
            throw SheetError(
                cell: CellReference(row: row, column: column).description, reason: error.reason)
        }
    }

    private mutating func place(after column: Int) throws(SheetError) -> Int {
        guard let text = try xml.value(of: .r) else { return column + 1 }
        guard let place = CellReference(text), place.row == row, place.column > column else {
            throw xml.damaged("a cell of row \(row) is not in its place")
        }
        return place.column
    }

    private func outside(_ column: Int) -> SheetError {
        SheetError(
            cell: CellReference(row: row, column: column).description,
            reason: "there is something here, beyond row \(limits.rows) or column "
                + "\(CellReference.letters(ofColumn: limits.columns)); clear the cell")
    }
}
