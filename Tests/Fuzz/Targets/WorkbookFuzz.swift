@testable import Spreadsheet

/// Any bytes as a file, and any text as a part of a workbook whose checksums are right.
///
/// The first letter says which: `f` for a file, `s` for the cells of a worksheet, `t` for shared
/// texts, `y` for styles, `o` for the tables of an OpenDocument spreadsheet.
enum WorkbookFuzz {
    static func run(_ bytes: [UInt8]) {
        let rest = Array(bytes.dropFirst())
        switch bytes.first {
        case UInt8(ascii: "s"): check(Archives.excel(sheet: rest))
        case UInt8(ascii: "t"): check(Archives.excel(strings: rest))
        case UInt8(ascii: "y"): check(Archives.excel(styles: rest))
        case UInt8(ascii: "o"): check(Archives.openDocument(rest))
        default: check(rest)
        }
    }

    /// Limits that are soon reached, so that what passes them is found quickly.
    private static let limits: WorkbookLimits = {
        var limits = WorkbookLimits.upload
        limits.columns = 40
        limits.cells = 2_000
        limits.inflatedBytes = 1 << 20
        return limits
    }()

    private static func check(_ file: [UInt8]) {
        // Any refusal is right; what may not happen is a trap, or to go on without end.
        guard let workbook = try? Workbook(file, limits: limits) else { return }
        demand(workbook.sheets.count <= limits.sheets, "sheets are within their limit")
        for index in workbook.sheets.indices.prefix(5) {
            let (rows, isWhole) = read(workbook, index)
            demand(read(workbook, index) == (rows, isWhole), "a sheet is read twice alike")
            demand(
                rows.reduce(0) { $0 + $1.cells.count } <= limits.cells,
                "cells are within their limit")
            for (row, next) in zip(rows, rows.dropFirst()) {
                demand(row.number < next.number, "rows come from the top down")
            }
            for row in rows {
                demand(row.number >= 1, "rows are counted from 1")
                demand(row.cells.count <= limits.columns, "columns are within their limit")
                demand(!row.cells.isEmpty && row.cells.last != .blank, "no row ends in nothing")
            }
        }
    }

    /// The rows of a sheet up to its end or to what is wrong with it.
    private static func read(_ workbook: Workbook, _ index: Int) -> ([SheetRow], Bool) {
        var all: [SheetRow] = []
        do {
            var rows = try workbook.rows(ofSheet: index)
            while let row = try rows.next() { all.append(row) }
            return (all, true)
        } catch {
            demand(!error.description.isEmpty, "an error says something")
            return (all, false)
        }
    }
}
