import Scorecard

/// Which cell of a pasted block goes into which box of a table of money: all of them, or none.
///
/// The cells stand in the order of the boxes that are typed, from the first row on; or the block
/// begins with the heads of its columns, and those that are worked out here are left out. A cell
/// that is empty leaves its box as it is.
struct PastedMoney {
    private(set) var fields: [EditionField: String] = [:]
    /// What is wrong, each named by its line.
    private(set) var faults: [String] = []

    init(_ block: PastedBlock, into table: FinanceTable) {
        var lines = block.lines.filter { !$0.isBlank }
        guard !lines.isEmpty else {
            faults = ["Paste the cells that you copied"]
            return
        }
        var columns: [FinanceColumn?] = table.columns
        if let heads = Self.heads(lines[0], table) {
            columns = heads
            lines.removeFirst()
        }
        lines.removeAll { FinanceCheck.isTotal($0.cells.first ?? "") }
        guard !block.isCut, lines.count <= EditionTable.mostRows else {
            faults = ["Paste \(EditionTable.mostRows) rows or fewer"]
            return
        }
        for (index, line) in lines.enumerated() {
            fill(line, columns, table, row: index + 1)
        }
        if faults.isEmpty, fields.isEmpty { faults = ["There is nothing in what you pasted"] }
        if !faults.isEmpty { fields = [:] }
    }

    /// What the columns are, where the first line says so.
    private static func heads(_ line: PastedBlock.Line, _ table: FinanceTable) -> [FinanceColumn?]?
    {
        let columns = line.cells.map { head in table.columns.first { $0.isCalled(head) } }
        let known = columns.compactMap { $0 }
        guard known.count >= 2, Set(known).count == known.count else { return nil }
        return columns
    }

    private mutating func fill(
        _ line: PastedBlock.Line, _ columns: [FinanceColumn?], _ table: FinanceTable, row: Int
    ) {
        for (index, text) in line.cells.enumerated() where !text.isEmpty {
            guard index < columns.count else {
                faults.append(
                    "Line \(line.number), column \(index + 1): nothing is filled in from there. "
                        + "Differences and totals are worked out for you")
                return
            }
            guard let column = columns[index] else { continue }
            fields[.cell(table, row, column)] = text.asMoney(if: column.isMoney)
        }
    }
}
