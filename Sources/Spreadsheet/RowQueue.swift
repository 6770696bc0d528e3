/// Puts together what a reader found in a row with the cells that merged ranges cover.
///
/// Rows with nothing are left out. Rows with nothing but covered cells are handed out only
/// between others, so that a range down to the last row of the sheet costs nothing.
struct RowQueue {
    var merged: MergedCells
    private let limits: WorkbookLimits
    private var held: SheetRow?
    private var last = 0
    private var count = 0

    init(merged: MergedCells = MergedCells(), limits: WorkbookLimits) {
        self.merged = merged
        self.limits = limits
    }

    /// Takes the cells of a row with something in it, to be handed out when its turn comes.
    mutating func hold(_ cells: [Cell], row: Int) {
        held = SheetRow(number: row, cells: cells)
    }

    /// The next row, or `nil` when another must be held first.
    mutating func next() throws(SheetError) -> SheetRow? {
        while let row = held {
            var number = row.number
            if last + 1 < number, let covered = merged.firstCovered(from: last + 1) {
                number = min(number, covered)
            }
            var cells: [Cell] = []
            if number == row.number {
                cells = row.cells
                held = nil
            }
            merged.cover(&cells, row: number, columns: limits.columns)
            last = number
            count += cells.count + 1
            guard count <= limits.cells else {
                throw .tooMuch("the sheet has more than \(limits.cells) cells")
            }
            if !cells.isEmpty { return SheetRow(number: number, cells: cells) }
        }
        return nil
    }
}
