import Spreadsheet

/// WrittenWorkbooks made for tests.
enum WrittenWorkbooks {
    /// A workbook of one sheet with these cells in column A.
    static func file(
        _ format: WorkbookWriter.Format, _ cells: [WrittenCell], sheet: SheetLayout = plain
    ) throws -> [UInt8] {
        try file(format, rows: cells.map { [$0] }, sheets: [sheet])
    }

    /// A workbook with these rows on its first sheet.
    static func file(
        _ format: WorkbookWriter.Format, rows: [[WrittenCell]], sheets: [SheetLayout]
    ) throws -> [UInt8] {
        var writer = try WorkbookWriter(
            format, title: "A title", created: "2026-07-01T09:30:10Z", sheets: sheets)
        for row in rows { try writer.append(row) }
        return try writer.finish()
    }

    static let plain = SheetLayout(name: "Sheet", columns: [SheetColumn(width: 20)])
}
