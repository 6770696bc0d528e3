import Scorecard

/// A file with tables of money, read all of it or nothing.
///
/// Each row names its table and what it is about, and has the amounts and words of that table. The
/// rows of a table take the place of all that the table has; a table that the file does not name
/// stays as it is.
struct FinanceFile {
    /// A row of the file; the number is what spreadsheets print beside it.
    struct Row: Equatable {
        let number: Int
        let cells: [String]
    }

    /// The head of the column that says which table a row is of.
    static let tableHead = "Table"
    /// The heads of all columns.
    static let heads = [tableHead] + FinanceColumn.allCases.map(\.title)

    /// What each box of the tables that are named is to hold.
    private(set) var fields: [EditionField: String] = [:]
    /// What is wrong, each named by its row.
    private(set) var faults: [String] = []
    private var columns: [Int: FinanceColumn] = [:]
    private var tablePlace: Int?
    private var counts: [FinanceTable: Int] = [:]

    init(_ rows: [Row], over content: EditionContent) {
        let start = rows.firstIndex { row in
            row.cells.contains { $0.stripped.lowercased() == Self.tableHead.lowercased() }
        }
        guard let start else {
            faults = [
                "There is no row with the names of the columns. Use the template, whose first "
                    + "column is called \(Self.tableHead)"
            ]
            return
        }
        readHeads(rows[start])
        guard faults.isEmpty else { return }
        for row in rows[(start + 1)...] where !row.cells.allSatisfy(\.isBlank) { read(row) }
        if faults.isEmpty, counts.isEmpty {
            faults = ["There are no figures in the file"]
        }
        guard faults.isEmpty else {
            fields = [:]
            return
        }
        clearRest(of: content)
    }

    private mutating func readHeads(_ row: Row) {
        for (place, head) in row.cells.enumerated() where !head.isBlank {
            if head.stripped.lowercased() == Self.tableHead.lowercased() {
                if tablePlace != nil { twice(head) }
                tablePlace = place
            } else if let column = FinanceColumn.allCases.first(where: { $0.isCalled(head) }) {
                if columns.values.contains(column) { twice(head) }
                columns[place] = column
            } else {
                faults.append(
                    "Column “\(head.prefix(40))” is not one that is read. Take it out, or name it "
                        + "as in the template")
            }
        }
        if !columns.values.contains(.heading) {
            faults.append("Column “\(FinanceColumn.heading.title)” is missing")
        }
    }

    private mutating func twice(_ head: String) {
        faults.append("Column “\(head.prefix(40))” is there twice")
    }

    private mutating func read(_ row: Row) {
        let name = tablePlace.flatMap { $0 < row.cells.count ? row.cells[$0].stripped : nil } ?? ""
        guard let table = FinanceTable(typed: name) else {
            let titles = Wording.list(FinanceTable.allCases.map(\.title), "or")
            faults.append(
                name.isEmpty
                    ? "Row \(row.number): \(Self.tableHead) must be filled in: \(titles)"
                    : "Row \(row.number): There is no table “\(name.prefix(40))”. Write \(titles)")
            return
        }
        var texts: [FinanceColumn: String] = [:]
        for (place, column) in columns where place < row.cells.count {
            let text = row.cells[place].stripped
            if !text.isEmpty { texts[column] = text }
        }
        // The template has such a row for each table that is empty.
        guard !texts.isEmpty else { return }
        let heading = texts[.heading] ?? ""
        if heading.isEmpty {
            faults.append("Row \(row.number): \(FinanceColumn.heading.title) must be filled in")
        } else if FinanceCheck.isTotal(heading) {
            faults.append(
                "Row \(row.number): Leave out “\(heading)”. Totals are worked out for you")
        }
        place(texts, table, row.number)
    }

    private mutating func place(
        _ texts: [FinanceColumn: String], _ table: FinanceTable, _ number: Int
    ) {
        let row = (counts[table] ?? 0) + 1
        guard row <= EditionTable.mostRows else {
            faults.append(
                "Row \(number): \(table.title) has room for \(EditionTable.mostRows) rows")
            return
        }
        counts[table] = row
        for column in FinanceColumn.allCases {
            let text = texts[column] ?? ""
            guard table.columns.contains(column) else {
                if !text.isEmpty {
                    faults.append(
                        "Row \(number), \(column.title): \(table.title) has no such column. Leave "
                            + "the cell empty")
                }
                continue
            }
            if let words = Self.fault(text, column) {
                faults.append("Row \(number), \(column.title): “\(text.prefix(40))” \(words)")
            }
            fields[.cell(table, row, column)] = text.asMoney(if: column.isMoney)
        }
    }

    private static func fault(_ text: String, _ column: FinanceColumn) -> String? {
        guard column.isMoney else {
            return text.count > column.longest
                ? "must be \(column.longest) characters or fewer" : nil
        }
        guard !text.isEmpty else { return nil }
        do throws(MoneyRefusal) {
            _ = try MoneyInput(text)
            return nil
        } catch {
            return error.words
        }
    }

    /// Empties the rows that a table has beyond those of the file.
    private mutating func clearRest(of content: EditionContent) {
        for (table, count) in counts {
            for row in content.rows(table.table) where row > count {
                for column in table.columns { fields[.cell(table, row, column)] = "" }
            }
        }
    }

    /// The rows of a file with what a version holds, and an empty one for each empty table.
    static func rows(of content: EditionContent) -> [[String]] {
        FinanceTable.allCases.flatMap { table -> [[String]] in
            let rows = content.rows(table.table)
            guard !rows.isEmpty else {
                return [[table.title] + FinanceColumn.allCases.map { _ in "" }]
            }
            return rows.map { row in
                [table.title]
                    + FinanceColumn.allCases.map { column in
                        table.columns.contains(column) ? content[.cell(table, row, column)] : ""
                    }
            }
        }
    }
}

/// A box that a file would change.
struct FinanceChange: Equatable {
    let field: EditionField
    let table: FinanceTable
    let row: Int
    let column: FinanceColumn
    let old: String
    let new: String

    /// What putting fields in the place of a version's own would change, in the order of the page.
    static func all(
        _ fields: [EditionField: String], over content: EditionContent
    ) -> [FinanceChange] {
        FinanceTable.allCases.flatMap { table -> [FinanceChange] in
            (1...EditionTable.mostRows).flatMap { row in
                table.columns.compactMap { column -> FinanceChange? in
                    let field = EditionField.cell(table, row, column)
                    guard let new = fields[field], new != content[field] else { return nil }
                    return FinanceChange(
                        field: field, table: table, row: row, column: column,
                        old: content[field], new: new)
                }
            }
        }
    }
}
