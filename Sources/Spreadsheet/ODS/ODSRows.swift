/// The rows of a table (OpenDocument 1.3 part 3, 9.1).
struct ODSRows: RowSource {
    private let sheet: String
    private let limits: WorkbookLimits
    private var xml: XMLReader
    private var reader: ODSCellReader
    private var queue: RowQueue
    /// The row that is being repeated, as often as is still to come.
    private var current = ODSRow()
    private var copies = 0
    /// The number of the row last met, repetitions included.
    private var row = 0
    private var isFinished = false

    init(_ package: ODSPackage, sheet index: Int, _ limits: WorkbookLimits) throws(SheetError) {
        sheet = package.sheets[index].name
        self.limits = limits
        queue = RowQueue(limits: limits)
        reader = ODSCellReader(styles: package.styles, limits: limits)
        xml = try ODSPackage.content(of: package.archive, limits)
        var passed = 0
        while true {
            let event = try xml.next()
            guard event != .finished else { throw .damaged("a sheet is missing") }
            guard event == .start, ODSPackage.isSheet(xml) else { continue }
            if passed == index { return }
            passed += 1
            try xml.skip()
        }
    }

    mutating func next() throws(SheetError) -> SheetRow? {
        do {
            while true {
                if let row = try queue.next() { return row }
                if copies > 0 {
                    try hold()
                } else if isFinished {
                    return nil
                } else {
                    try readRow()
                }
            }
        } catch { throw error.inSheet(sheet) }
    }

    /// Reads on to the end of a row that holds something, or of the sheet.
    private mutating func readRow() throws(SheetError) {
        while true {
            switch (try xml.next(), xml.name) {
            case (.start, .tableRow):
                let copies = max(1, try repetition(.rowsRepeated))
                current = try readCells()
                if !current.cells.isEmpty {
                    self.copies = copies
                    return
                }
                if copies == 1 { try merge(current.spans, row: row + 1) }
                row += copies
            case (.start, .rowGroup): continue
            case (.start, _): try xml.skip()
            case (.end, .table) where xml.depth == 3:
                isFinished = true
                return
            case (.finished, _):
                isFinished = true
                return
            default: continue
            }
        }
    }

    /// Hands the current row to the queue, once.
    private mutating func hold() throws(SheetError) {
        row += 1
        guard row <= limits.rows else {
            throw SheetError(
                cell: CellReference(row: row, column: current.cells.count).description,
                reason: "there is something here, beyond row \(limits.rows); clear the row")
        }
        try merge(current.spans, row: row)
        queue.hold(current.cells, row: row)
        copies -= 1
    }

    private mutating func merge(_ spans: [ODSRow.Span], row: Int) throws(SheetError) {
        for span in spans {
            guard queue.merged.count < limits.mergedRanges else {
                throw .tooMuch("it merges cells in more than \(limits.mergedRanges) places")
            }
            queue.merged.append(
                MergedRange(
                    CellReference(row: row, column: span.column),
                    CellReference(row: row + span.rows - 1, column: span.column + span.columns - 1)
                ))
        }
    }

    /// The cells of the row that has started up to the last that is not blank.
    private mutating func readCells() throws(SheetError) -> ODSRow {
        var found = ODSRow()
        var column = 1
        let outer = xml.depth - 1
        while true {
            switch (try xml.next(), xml.name) {
            case (.start, .tableCell):
                let copies = max(1, try repetition(.columnsRepeated))
                let columns = try repetition(.columnsSpanned)
                let rows = try repetition(.rowsSpanned)
                if columns > 1 || rows > 1, column <= limits.columns {
                    found.spans.append(
                        ODSRow.Span(column: column, columns: max(1, columns), rows: max(1, rows)))
                }
                let cell = try readCell(column)
                if cell != .blank { try place(cell, column, copies, in: &found) }
                column += copies
            case (.start, .coveredTableCell):
                column += max(1, try repetition(.columnsRepeated))
                try xml.skip()
            case (.start, _): try xml.skip()
            case (.end, _) where xml.depth == outer: return found
            case (.finished, _): return found
            default: continue
            }
        }
    }

    private func place(
        _ cell: Cell, _ column: Int, _ copies: Int, in row: inout ODSRow
    ) throws(SheetError) {
        guard column + copies - 1 <= limits.columns else {
            let last = CellReference.letters(ofColumn: limits.columns)
            throw SheetError(
                cell: CellReference(row: self.row + 1, column: column).description,
                reason: "there is something from here to beyond column \(last); clear the cells")
        }
        row.cells.append(contentsOf: repeatElement(.blank, count: column - 1 - row.cells.count))
        row.cells.append(contentsOf: repeatElement(cell, count: copies))
    }

    private mutating func readCell(_ column: Int) throws(SheetError) -> Cell {
        do { return try reader.read(&xml) } catch {
            throw SheetError(
                cell: CellReference(row: row + 1, column: column).description,
                reason: error.reason)
        }
    }

    /// How often something is repeated or how far it goes; 1 where nothing is said.
    ///
    /// No sheet is as long as a billion, and a sum of many of them is far from overflow.
    private func repetition(_ name: XMLName) throws(SheetError) -> Int {
        guard let value = try xml.value(of: name) else { return 1 }
        guard let number = Decimals.wholeNumber(value) else {
            throw xml.damaged("a row or a cell after row \(row) is repeated too often")
        }
        return number
    }
}

/// The cells of a row, and which of them cover others.
struct ODSRow {
    struct Span {
        let column: Int
        let columns: Int
        let rows: Int
    }

    var cells: [Cell] = []
    var spans: [Span] = []
}
