@testable import Spreadsheet

/// Any cells written as a workbook of either kind and read again.
enum WrittenFuzz {
    static func run(_ bytes: [UInt8]) {
        var material = Material(bytes)
        let format = material.choice(of: [WorkbookWriter.Format.xlsx, .ods])
        let name = material.text()
        var rows: [[WrittenCell]] = []
        while !material.isEmpty, rows.count < 20 {
            let count = material.number(below: 6)
            rows.append((0..<count).map { _ in cell(&material) })
        }
        do throws(SheetError) {
            let file = try file(format, name, rows)
            let workbook = try Workbook(file)
            demand(workbook.format == (format == .xlsx ? .xlsx : .ods), "a file is known again")
            demand(workbook.sheets.count == 1, "there is one sheet")
            check(try read(workbook), rows)
        } catch {
            demand(false, "what is written is read: \(error)")
        }
    }

    private static func file(
        _ format: WorkbookWriter.Format, _ name: String, _ rows: [[WrittenCell]]
    ) throws(SheetError) -> [UInt8] {
        var writer = try WorkbookWriter(
            format, title: name, created: "2026-07-01T09:00:00Z",
            sheets: [SheetLayout(name: name, columns: [SheetColumn(width: 12, style: .text)])])
        for row in rows { try writer.append(row) }
        return try writer.finish()
    }

    private static func read(_ workbook: Workbook) throws(SheetError) -> [Int: [Cell]] {
        var found: [Int: [Cell]] = [:]
        var rows = try workbook.rows(ofSheet: 0)
        while let row = try rows.next() { found[row.number] = row.cells }
        return found
    }

    private static func check(_ found: [Int: [Cell]], _ rows: [[WrittenCell]]) {
        for (index, row) in rows.enumerated() {
            let cells = found[index + 1] ?? []
            for (place, written) in row.enumerated() {
                let cell = place < cells.count ? cells[place] : .blank
                demand(isKept(written.value, cell), "a cell comes back: \(written.value), \(cell)")
            }
            demand(cells.count <= row.count, "no cell is added")
        }
        demand(found.keys.allSatisfy { $0 <= rows.count }, "no row is added")
    }

    private static func isKept(_ written: Cell, _ read: Cell) -> Bool {
        switch (written, read) {
        case (.text(let one), .text(let other)): areSame(one, other)
        case (.text(let one), .blank): one.isEmpty
        case (.number(let one, _), .number(let other, _)): Double(one) == Double(other)
        default: written == read
        }
    }

    private static func cell(_ material: inout Material) -> WrittenCell {
        let style = material.choice(of: [
            nil, CellStyle.general, .text, .note, .header, .number(decimals: 1),
            .number(decimals: 2).asInput, .date(.words),
        ])
        switch material.number(below: 6) {
        case 0: return WrittenCell(.blank, style)
        case 1: return WrittenCell(.boolean(material.byte() & 1 == 1), style)
        case 2:
            let number = material.integer() >> material.number(below: 64)
            let power = material.number(below: 20)
            let digits = power < 12 ? "\(number / 1_000).\(power)" : "\(number)e-\(power)"
            return WrittenCell(.number(digits, .plain), style)
        case 3:
            let day = 1 + material.number(below: 28)
            let month = 1 + material.number(below: 12)
            let year = 1_904 + material.number(below: 200)
            return WrittenCell(
                .date("\(year)-\(twoDigits(month))-\(twoDigits(day))"), style)
        default:
            // What XML cannot hold is shown as a mark of its own; a lone CR becomes a line end.
            let text = material.text().unicodeScalars.filter {
                $0.isXML && $0 != "\r" && $0 != "\u{FFFD}"
            }
            return WrittenCell(.text(String(String.UnicodeScalarView(text))), style)
        }
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }
}
