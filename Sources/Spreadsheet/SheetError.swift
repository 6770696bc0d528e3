/// What is wrong with a sheet, and where.
///
/// It does not know the file's name: see ``described(in:)``.
public struct SheetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line of the text file, counted from 1 as an editor counts.
    public let line: Int?
    /// The row, counted from 1 with the header; blank lines are no rows.
    public let row: Int?
    /// The name of the column, or its number from 1 where no name is known.
    public let column: String?
    /// What is wrong, and where it helps what to do, without a full stop.
    public let reason: String

    /// Describes what is wrong at a place, as far as the place is known.
    public init(line: Int? = nil, row: Int? = nil, column: String? = nil, reason: String) {
        self.line = line
        self.row = row
        self.column = column
        self.reason = reason
    }

    /// One line such as `line 12: column «value»: «n/a» is not a number`.
    public var description: String {
        let place = line.map { "line \($0): " } ?? row.map { "row \($0): " } ?? ""
        return place + columnAndReason
    }

    /// One line such as `figures.csv:12: column «value»: «n/a» is not a number`.
    public func described(in file: String) -> String {
        let place = line.map { "\(file):\($0): " } ?? row.map { "\(file): row \($0): " }
        return (place ?? "\(file): ") + columnAndReason
    }

    private var columnAndReason: String {
        (column.map { "column «\($0)»: " } ?? "") + reason
    }
}
