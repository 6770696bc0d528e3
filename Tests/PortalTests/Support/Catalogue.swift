/// Files to load, kept as tables so that a test can change one cell of one line.
struct Catalogue: Sendable {
    /// A file: its columns, and its rows from line 2 on.
    struct Table: Sendable {
        let columns: [String]
        private(set) var rows: [[String]] = []

        init(_ columns: String...) { self.columns = columns }

        /// A table with more columns, empty in every row.
        init(_ table: Table, adding columns: String...) {
            self.columns = table.columns + columns
            rows = table.rows.map { $0 + columns.map { _ in "" } }
        }

        /// Adds a row; cells that are not named are empty.
        mutating func add(_ cells: KeyValuePairs<String, String>) {
            for (column, _) in cells { precondition(columns.contains(column), column) }
            rows.append(columns.map { column in cells.first { $0.key == column }?.value ?? "" })
        }

        /// The same for cells that were put together before.
        mutating func add(all cells: [String: String]) {
            for column in cells.keys { precondition(columns.contains(column), column) }
            rows.append(columns.map { cells[$0] ?? "" })
        }

        mutating func append(_ row: [String]) { rows.append(row) }

        mutating func set(_ column: String, _ text: String, line: Int) {
            guard let index = columns.firstIndex(of: column) else {
                preconditionFailure("no column \(column)")
            }
            rows[line - 2][index] = text
        }

        /// Sets a cell of the row with a code.
        mutating func replace(_ column: String, _ text: String, _ code: String) {
            guard let index = columns.firstIndex(of: "code"),
                let place = rows.firstIndex(where: { $0[index] == code })
            else { preconditionFailure("no row \(code)") }
            set(column, text, line: place + 2)
        }

        mutating func remove(line: Int) { rows.remove(at: line - 2) }

        mutating func removeAll() { rows = [] }

        mutating func removeRows(where column: String, is text: String) {
            guard let index = columns.firstIndex(of: column) else {
                preconditionFailure("no column \(column)")
            }
            rows.removeAll { $0[index] == text }
        }

        /// The file's text, every cell quoted.
        var text: String {
            ([columns] + rows).map { cells in
                cells.map { cell in
                    "\""
                        + cell.split(separator: "\"", omittingEmptySubsequences: false)
                        .joined(separator: "\"\"") + "\""
                }.joined(separator: ",") + "\n"
            }.joined()
        }
    }

    /// The tables by the file that they become: `Catalogue/measures.csv`.
    var tables: [String: Table] = [:]
    /// Files that hold these bytes, whatever the tables say.
    var bytes: [String: [UInt8]] = [:]
    /// Files that are not there.
    var missing: Set<String> = []

    subscript(file: String) -> Table {
        get { tables[file] ?? Table() }
        set { tables[file] = newValue }
    }

    /// Writes the files below a folder.
    func write(to folder: TemporaryFolder) throws {
        for (name, table) in tables where !missing.contains(name) {
            try folder.write(bytes[name] ?? Array(table.text.utf8), to: name)
        }
    }
}
