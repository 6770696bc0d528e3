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
    /// The name of the sheet of a workbook.
    public let sheet: String?
    /// The cell of that sheet, such as `D7`.
    public let cell: String?
    /// What is wrong, and where it helps what to do, without a full stop.
    public let reason: String

    /// Describes what is wrong at a place, as far as the place is known.
    public init(
        line: Int? = nil, row: Int? = nil, column: String? = nil, sheet: String? = nil,
        cell: String? = nil, reason: String
    ) {
        self.line = line
        self.row = row
        self.column = column
        self.sheet = sheet
        self.cell = cell
        self.reason = reason
    }

    /// One line such as `line 12: column «value»: «n/a» is not a number`.
    public var description: String {
        let place = line.map { "line \($0): " } ?? row.map { "row \($0): " } ?? ""
        return sheetAndCell + place + columnAndReason
    }

    /// One line such as `figures.csv:12: column «value»: «n/a» is not a number`.
    public func described(in file: String) -> String {
        let place = line.map { "\(file):\($0): " } ?? row.map { "\(file): row \($0): " }
        return (place ?? "\(file): ") + sheetAndCell + columnAndReason
    }

    /// The same error, in the sheet of a workbook unless it already knows of one.
    func inSheet(_ name: String) -> SheetError {
        SheetError(
            line: line, row: row, column: column, sheet: sheet ?? name, cell: cell, reason: reason)
    }

    /// What is said of bytes that no spreadsheet program writes.
    static func damaged(_ what: String) -> SheetError {
        SheetError(
            reason: "the file is damaged (\(what)); "
                + "open it in a spreadsheet program and save it again")
    }

    /// What is said of a file that asks for more than a limit allows.
    static func tooMuch(_ what: String) -> SheetError {
        SheetError(
            reason: "the file is too large (\(what)); "
                + "keep only the sheet to be sent and save it again")
    }

    private var sheetAndCell: String {
        let parts = [sheet.map { "sheet «\($0)»" }, cell.map { "cell \($0)" }].compactMap(\.self)
        return parts.isEmpty ? "" : parts.joined(separator: ", ") + ": "
    }

    private var columnAndReason: String {
        (column.map { "column «\($0)»: " } ?? "") + reason
    }
}
