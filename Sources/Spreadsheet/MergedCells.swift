/// Cells that are shown as one, which is the first.
struct MergedRange: Hashable, Sendable {
    let first: CellReference
    let last: CellReference

    init(_ first: CellReference, _ last: CellReference) {
        self.first = first
        self.last = last
    }

    /// Reads `B2:E2`; a lone cell is merged with nothing.
    init?(_ bytes: ArraySlice<UInt8>) {
        let colon = bytes.firstIndex(of: 0x3A) ?? bytes.endIndex
        guard let first = CellReference(bytes[..<colon]) else { return nil }
        let last = colon < bytes.endIndex ? CellReference(bytes[(colon + 1)...]) : first
        guard let last, last.row >= first.row, last.column >= first.column else { return nil }
        self.init(first, last)
    }
}

/// The merged ranges of a sheet, met from the top to the bottom.
struct MergedCells {
    /// By their first row.
    private var ranges: [MergedRange] = []
    /// How many of them begin at the row last looked at or above.
    private var begun = 0
    private var active: [MergedRange] = []

    init(_ ranges: [MergedRange] = []) {
        self.ranges = ranges.sorted { $0.first.row < $1.first.row }
    }

    var count: Int { ranges.count }

    /// Adds a range that begins no higher than those added before.
    mutating func append(_ range: MergedRange) { ranges.append(range) }

    /// The first row at `row` or below that a range covers something of.
    mutating func firstCovered(from row: Int) -> Int? {
        enter(row)
        if !active.isEmpty { return row }
        return begun < ranges.count ? ranges[begun].first.row : nil
    }

    /// Marks the covered cells of a row, up to a column; rows must come from the top down.
    mutating func cover(_ cells: inout [Cell], row: Int, columns: Int) {
        enter(row)
        for range in active {
            let first = range.first.column + (row == range.first.row ? 1 : 0)
            let last = min(range.last.column, columns)
            guard first <= last else { continue }
            while cells.count < last { cells.append(.blank) }
            let origin = Cell.merged(into: range.first.description)
            for column in first...last { cells[column - 1] = origin }
        }
    }

    private mutating func enter(_ row: Int) {
        active.removeAll { $0.last.row < row }
        while begun < ranges.count, ranges[begun].first.row <= row {
            if ranges[begun].last.row >= row { active.append(ranges[begun]) }
            begun += 1
        }
    }
}
