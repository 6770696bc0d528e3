/// What a cell of a spreadsheet holds, as the file stores it.
public enum Cell: Hashable, Sendable {
    /// Nothing.
    case blank
    /// Text, exactly as it was typed.
    case text(String)
    /// A number in the decimal digits of the file, such as `0.78` or `1e-07`, and what its format
    /// makes of it: a percentage is stored as a fraction of one.
    case number(String, NumberFormat)
    /// A yes or a no.
    case boolean(Bool)
    /// A day, or a moment, in ISO 8601: `2026-06-30`, `2026-06-30T14:30:00`, `14:30:00`.
    case date(String)
    /// What a formula came to if that was an error, such as `#DIV/0!`.
    case error(String)
    /// A formula whose result the file does not hold.
    case formula(String)
    /// Covered by a merged cell that begins elsewhere, such as `B2`.
    case merged(into: String)

    /// What the format of a number says that it is.
    public enum NumberFormat: Hashable, Sendable {
        /// A plain number, with whatever decimals, separators or currency it is shown.
        case plain
        /// A share of one that is shown as a percentage.
        case percentage
    }
}

/// One row of a sheet, with the cells from column A on; blank ones at its end are left out.
public struct SheetRow: Hashable, Sendable {
    /// Counted from 1, as spreadsheets print it beside the row.
    public let number: Int
    /// The cells in order.
    public let cells: [Cell]

    /// A row and its cells.
    public init(number: Int, cells: [Cell]) {
        self.number = number
        self.cells = cells
    }
}
