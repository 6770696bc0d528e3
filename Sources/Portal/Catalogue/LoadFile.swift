import Scorecard
import Spreadsheet

/// A row of a file that cannot be loaded: where it is, what is wrong and how to mend it.
package struct LoadError: Error, Equatable, CustomStringConvertible {
    /// The file's name.
    package let file: String
    /// The line, counted from 1, or `nil` where the whole file is wrong.
    package let line: Int?
    /// The column's name, or `nil` where the whole row is wrong.
    package let column: String?
    /// What is wrong, and what was expected.
    package let reason: String

    /// One line: `measures.csv:12: column «polarity»: «up» is not one of high, low, …`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return column.map { "\(place): column «\($0)»: \(reason)" } ?? "\(place): \(reason)"
    }
}

/// The folder that catalogue files are loaded from.
struct LoadFolder {
    let folder: Folder
    /// A folder with more rows for some of the files; `nil` where there is none.
    var additions: Folder?

    /// Reads a file that must have the columns given and may have the optional ones, no others,
    /// and no two rows with one key.
    func file(
        _ name: String, columns: [String], optional: [String] = [], keys: [[String]] = []
    ) throws -> LoadFile {
        var file = try LoadFile(
            name: name + ".csv", bytes: folder.bytes(of: name + ".csv"), columns: columns,
            optional: optional)
        if let additions, try additions.names(endingIn: ".csv").contains(name) {
            file.rows += try LoadFile(
                name: "\(additions.path)/\(name).csv", bytes: additions.bytes(of: name + ".csv"),
                columns: columns, optional: optional
            ).rows
        }
        for key in keys { try file.refuseRepeats(of: key) }
        return file
    }
}

/// A file of rows to load.
struct LoadFile {
    let name: String
    fileprivate(set) var rows: [LoadRow]

    init(
        name: String, bytes: [UInt8], columns: [String], optional: [String] = []
    ) throws(LoadError) {
        self.name = name
        do {
            var table = try CSVTable(bytes, required: columns, optional: optional)
            rows = try table.all { row throws(SheetError) in LoadRow(file: name, row: row) }
        } catch {
            throw LoadError(
                file: name, line: error.line, column: error.column, reason: error.reason)
        }
    }
}

/// One row of a file, read column by column.
struct LoadRow {
    let file: String
    fileprivate let row: CSVRow

    fileprivate init(file: String, row: CSVRow) {
        self.file = file
        self.row = row
    }

    /// The line that the row begins on, counted from 1.
    var line: Int { row.line }

    /// An error that names this row and `column`.
    func error(_ column: String?, _ reason: String) -> LoadError {
        LoadError(file: file, line: line, column: column, reason: reason)
    }

    /// The cell's text, or `nil` if it is empty.
    func optional(_ column: String) -> String? {
        guard let text = row[column], !text.isEmpty else { return nil }
        return text
    }

    /// The cell's text, which must be there.
    func text(_ column: String) throws(LoadError) -> String {
        guard let text = optional(column) else { throw error(column, "is empty") }
        return text
    }

    /// A name that can stand in an address.
    func slug(_ column: String) throws(LoadError) -> String {
        let text = try text(column)
        let isSlug = text.utf8.allSatisfy { byte in
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 45
        }
        guard isSlug else {
            throw error(
                column, "«\(text)» must be made of small letters, digits and hyphens only")
        }
        return text
    }

    /// The parts of a cell, separated by semicolons, each there once.
    func list(_ column: String) throws(LoadError) -> [String] {
        var parts: [String] = []
        var seen: Set<String> = []
        for part in (optional(column) ?? "").split(separator: ";") {
            let part = String(part.drop { $0 == " " })
            guard seen.insert(part).inserted else {
                throw error(column, "«\(part)» is named twice")
            }
            parts.append(part)
        }
        return parts
    }

    /// One of a few words.
    func choice<Value>(_ column: String, as type: Value.Type = Value.self) throws(LoadError)
        -> Value
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        let text = try text(column)
        guard let value = Value(rawValue: text) else {
            let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(column, "«\(text)» is not one of \(words)")
        }
        return value
    }

    /// One of a few words, or `nil` if the cell is empty.
    func choice<Value>(
        ifAny column: String, as type: Value.Type = Value.self
    ) throws(LoadError) -> Value?
    where Value: RawRepresentable & CaseIterable, Value.RawValue == String {
        optional(column) == nil ? nil : try choice(column, as: type)
    }

    /// A decimal, or `nil` if the cell is empty.
    func decimal(ifAny column: String) throws(LoadError) -> FixedDecimal? {
        guard let text = optional(column) else { return nil }
        guard let value = FixedDecimal(text) else {
            throw error(
                column, "«\(text)» is not a number like 94.5 with at most 8 decimal places")
        }
        return value
    }

    /// A whole number between two, or `nil` if the cell is empty.
    func integer(ifAny column: String, in range: ClosedRange<Int>) throws(LoadError) -> Int? {
        guard let text = optional(column) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            throw error(
                column,
                "«\(text)» is not a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A day, or `nil` if the cell is empty.
    func day(ifAny column: String) throws(LoadError) -> Day? {
        guard let text = optional(column) else { return nil }
        guard let day = Day(text) else {
            throw error(column, "«\(text)» is not a date like 2027-03-31")
        }
        return day
    }

    /// A day, which must be there.
    func day(_ column: String) throws(LoadError) -> Day {
        guard let day = try day(ifAny: column) else { throw error(column, "is empty") }
        return day
    }

    /// Where a document is, or `nil` if the cell is empty: on the web, or in the portal itself.
    func address(ifAny column: String) throws(LoadError) -> String? {
        guard let text = optional(column) else { return nil }
        let isAddress = ["https://", "http://", "/"].contains { start in
            text.hasPrefix(start) && text.utf8.count > start.utf8.count
        }
        guard isAddress, !text.contains(where: \.isWhitespace) else {
            throw error(column, "«\(text)» is not an address like https://example.org/paper.pdf")
        }
        return text
    }

    /// The row of another table that the cell names.
    func reference(
        _ column: String, in ids: [String: Int64], of table: String
    ) throws(LoadError) -> Int64 {
        try find(try text(column), column, in: ids, of: table)
    }

    /// The row of another table that the cell names, or `nil` if the cell is empty.
    func reference(
        ifAny column: String, in ids: [String: Int64], of table: String
    ) throws(LoadError) -> Int64? {
        guard let key = optional(column) else { return nil }
        return try find(key, column, in: ids, of: table)
    }

    /// The rows of another table that the cell lists.
    func references(
        _ column: String, in ids: [String: Int64], of table: String
    ) throws(LoadError) -> [Int64] {
        try list(column).map { key throws(LoadError) in
            try find(key, column, in: ids, of: table)
        }
    }

    /// The rows of its own table that the cell lists; the row, named by `key`, cannot be one.
    func others(
        _ column: String, than key: String, in ids: [String: Int64]
    ) throws(LoadError) -> [Int64] {
        let own = try text(key)
        if try list(column).contains(own) {
            throw error(column, "«\(own)» is this row itself")
        }
        return try references(column, in: ids, of: file)
    }

    private func find(
        _ key: String, _ column: String, in ids: [String: Int64], of table: String
    ) throws(LoadError) -> Int64 {
        guard let id = ids[key] else {
            throw error(column, "«\(key)» is not in \(table)")
        }
        return id
    }
}
