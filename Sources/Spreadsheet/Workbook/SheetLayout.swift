/// What is known of a sheet before its rows are written.
public struct SheetLayout: Hashable, Sendable {
    /// What the sheet is called.
    ///
    /// It is made such as every program accepts: at most 31 characters,
    /// none of `[]:*?/\`, no apostrophe at an end, and other than those of the sheets before it.
    public var name: String
    /// Its columns from A on; rows may have more cells than there are columns.
    public var columns: [SheetColumn]
    /// How many rows from the top stay in sight and are printed on every page.
    public var headingRows: Int
    /// How many columns from the left stay in sight.
    public var headingColumns: Int
    /// Whether it is printed on A4 across, one page wide; otherwise it is on A4 upright.
    public var isLandscape: Bool
    /// Whether only boxes to fill in may be changed.
    ///
    /// There is no password, so that anybody can lift it; but until then it also hinders pasting.
    public var isProtected: Bool

    /// Describes a sheet.
    public init(
        name: String, columns: [SheetColumn], headingRows: Int = 1, headingColumns: Int = 0,
        isLandscape: Bool = false, isProtected: Bool = false
    ) {
        self.name = name
        self.columns = columns
        self.headingRows = min(max(headingRows, 0), 100)
        self.headingColumns = min(max(headingColumns, 0), 100)
        self.isLandscape = isLandscape
        self.isProtected = isProtected
    }
}

/// A column of a sheet that is written.
public struct SheetColumn: Hashable, Sendable {
    /// How many digits it has room for, from 1 to 100.
    public let width: Int
    /// The style of its cells that have none of their own, those below the last row included.
    public let style: CellStyle
    /// What may be chosen in the rows below the heading; anything if empty.
    ///
    /// Together at most 255 characters with the commas between them, and no commas in them.
    public let choices: [String]

    /// Describes a column.
    public init(width: Int, style: CellStyle = .general, choices: [String] = []) {
        self.width = min(max(width, 1), 100)
        self.style = style
        self.choices = choices
    }
}

/// A cell to be written.
public struct WrittenCell: Hashable, Sendable {
    /// What it holds.
    public let value: Cell
    /// How it looks; `nil` is as its column says.
    public let style: CellStyle?

    /// A cell and its style.
    public init(_ value: Cell, _ style: CellStyle? = nil) {
        self.value = value
        self.style = style
    }
}

extension [SheetLayout] {
    /// The same sheets with names that every program accepts.
    var withLegalNames: [SheetLayout] {
        var used: Set<String> = []
        return self.map { sheet in
            var sheet = sheet
            sheet.name = SheetName.legal(sheet.name, besides: &used)
            return sheet
        }
    }
}
