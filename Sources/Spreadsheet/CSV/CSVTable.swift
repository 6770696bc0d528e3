/// Reads a CSV file whose first row names the columns.
///
/// The names are checked before the first row is read, against those the caller knows.
public struct CSVTable: Sendable {
    /// The names of the columns, in the order of the file.
    public var columns: [String] { header.columns }
    /// How the file is written.
    public var encoding: CSVEncoding { reader.encoding }

    private var reader: CSVReader
    private let header: CSVHeader

    /// Takes the content of a file that must have the `required` columns, may have the `optional`
    /// ones, in any order, and has no others unless `allowsOthers`.
    public init(
        _ file: [UInt8], required: [String], optional: [String] = [], allowsOthers: Bool = false,
        format: CSVFormat = CSVFormat()
    ) throws(SheetError) {
        reader = try CSVReader(file, format: format)
        let expected = CSVHeader.Expectation(
            required: required, optional: optional, allowsOthers: allowsOthers)
        header = try CSVHeader(try reader.next(), expected)
    }

    /// The next row, or `nil` after the last.
    public mutating func next() throws(SheetError) -> CSVRow? {
        guard let record = try reader.next() else { return nil }
        return CSVRow(record: record, header: header)
    }

    /// Every row that is left, each read by `read`; the first that cannot be read ends it.
    public mutating func all<Value>(
        read: (CSVRow) throws(SheetError) -> Value
    ) throws(SheetError) -> [Value] {
        var values: [Value] = []
        while let row = try next() {
            values.append(try read(row))
        }
        return values
    }
}

/// A row whose cells are found by the names of their columns.
public struct CSVRow: Sendable {
    fileprivate let record: CSVRecord
    fileprivate let header: CSVHeader

    /// The line it begins on, counted from 1.
    public var line: Int { record.line }
    /// Its place among the rows, counted from 1 with the header.
    public var row: Int { record.row }
    /// The cells in the order of the file.
    public var cells: [String] { record.cells }

    /// The cell of a column, or `nil` if the file has no such column.
    public subscript(column: String) -> String? {
        guard let index = header.index(of: column), index < record.cells.count else { return nil }
        return record.cells[index]
    }

    /// The cell of a column the file must have.
    public func callAsFunction(_ column: String) throws(SheetError) -> String {
        guard let cell = self[column] else {
            throw error(in: column, "there is no cell of this name")
        }
        return cell
    }

    /// The cell of a column as `read` understands it: `try row("value", as: "a number", Double.init)`.
    public func callAsFunction<Value>(
        _ column: String, as kind: String, _ read: (String) -> Value?
    ) throws(SheetError) -> Value {
        let cell = try self(column)
        guard let value = read(cell) else { throw error(in: column, "«\(cell)» is not \(kind)") }
        return value
    }

    /// An error at this row and a column of it.
    public func error(in column: String, _ reason: String) -> SheetError {
        SheetError(line: line, row: row, column: column, reason: reason)
    }
}
