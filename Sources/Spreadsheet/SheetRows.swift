/// The rows of one sheet, each read when it is asked for.
///
/// Rows without anything in them are left out, and so are the blank cells at the end of a row.
public struct SheetRows: ~Copyable {
    private var source: any RowSource

    init(_ source: any RowSource) {
        self.source = source
    }

    /// The next row that holds something, or `nil` after the last.
    ///
    /// - Throws: what makes the file unreadable, with the sheet and the cell where they are known.
    ///   Nothing more can be read then.
    public mutating func next() throws(SheetError) -> SheetRow? {
        try source.next()
    }
}

/// What rows come from: one kind for each format.
protocol RowSource {
    mutating func next() throws(SheetError) -> SheetRow?
}

/// The rows of a CSV file, whose cells are texts or blank, numbered by their lines.
struct CSVRows: RowSource {
    private var reader: CSVReader
    private let limits: WorkbookLimits
    private var count = 0

    init(_ reader: CSVReader, limits: WorkbookLimits) {
        self.reader = reader
        self.limits = limits
    }

    mutating func next() throws(SheetError) -> SheetRow? {
        while let record = try reader.next() {
            count += record.cells.count
            guard count <= limits.cells else {
                throw .tooMuch("it has more than \(limits.cells) cells")
            }
            guard record.row <= limits.rows else {
                throw .tooMuch("it has more than \(limits.rows) rows")
            }
            guard let last = record.cells.lastIndex(where: { !$0.isEmpty }) else { continue }
            let cells = record.cells[...last].map { $0.isEmpty ? Cell.blank : .text($0) }
            return SheetRow(number: record.line, cells: cells)
        }
        return nil
    }
}
