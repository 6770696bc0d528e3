@testable import Spreadsheet

/// Any bytes as a CSV file in every format, and any cells written and read again.
enum CSVFuzz {
    static func run(_ bytes: [UInt8]) {
        var material = Material(bytes)
        let choice = material.byte()
        read(Array(material.rest))
        write(&material, choice)
    }

    private static func read(_ file: [UInt8]) {
        for format in [
            CSVFormat(), .upload, CSVFormat(separator: nil, allowsRaggedRows: true, columns: 7),
            CSVFormat(separator: .pipe, allowsWindows1252: true, skipsBlankLines: false),
        ] {
            let (rows, isWhole) = rows(file, format)
            demand(self.rows(file, format) == (rows, isWhole), "a file is read twice alike")
            for (row, next) in zip(rows, rows.dropFirst()) {
                demand(row.line < next.line && row.row + 1 == next.row, "rows come in order")
            }
            for row in rows {
                demand((1...format.columns).contains(row.cells.count), "cells are within limits")
                demand(
                    format.allowsRaggedRows || row.cells.count == rows[0].cells.count,
                    "rows are as wide as the first")
            }
            demand(
                rows.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.utf8.count } }
                    <= file.count * 3, "cells hold no more than the file")
        }
        checkTable(file)
    }

    private static func rows(_ file: [UInt8], _ format: CSVFormat) -> ([CSVRecord], Bool) {
        var rows: [CSVRecord] = []
        do throws(SheetError) {
            var reader = try CSVReader(file, format: format)
            while let row = try reader.next() { rows.append(row) }
            return (rows, true)
        } catch {
            let lines = file.count { $0 == 10 || $0 == 13 } + 1
            demand(error.line.map { (1...lines).contains($0) } ?? true, "an error has a line")
            demand(!error.reason.isEmpty, "an error says something")
            return (rows, false)
        }
    }

    private static func checkTable(_ file: [UInt8]) {
        do throws(SheetError) {
            var table = try CSVTable(file, required: ["a"], optional: ["b"], allowsOthers: true)
            demand(table.columns.contains("a"), "a column that must be there is")
            while let row = try table.next() {
                demand(try row("a") == row["a"], "a cell is found by its column")
            }
        } catch {
            demand(!error.description.isEmpty, "an error says something")
        }
    }

    private static func write(_ material: inout Material, _ choice: UInt8) {
        let separator = CSVSeparator.allCases[Int(choice) % 4]
        let lineEnd = choice & 4 == 0 ? CSVWriter.LineEnd.crlf : .lf
        let isGuarded = choice & 8 != 0
        var rows: [[String]] = [[]]
        while !material.isEmpty {
            let isLast = material.rest.first { $0 == 0x1E || $0 == 0x1F } == 0x1E
            // A NUL is in no text; the mark of byte order is one only at the start of a file.
            let text = material.text().unicodeScalars.filter { $0 != "\0" && $0 != "\u{FEFF}" }
            rows[rows.count - 1].append(String(String.UnicodeScalarView(text)))
            if isLast { rows.append([]) }
        }
        rows.removeAll(where: \.isEmpty)
        var writer = CSVWriter(
            separator: separator, lineEnd: lineEnd, guardsFormulas: isGuarded,
            byteOrderMark: choice & 16 != 0)
        for row in rows { writer.write(row) }
        let format = CSVFormat(separator: separator, allowsRaggedRows: true)
        let (found, isWhole) = self.rows(writer.take(), format)
        demand(isWhole && found.count == rows.count, "as many rows are read as were written")
        for (row, written) in zip(found, rows) {
            if isGuarded {
                checkGuard(row.cells, written)
            } else {
                demand(areSame(row.cells, written), "cells come back: \(written)")
            }
        }
    }

    /// No cell begins as a formula does, but numbers with a sign; and nothing else is changed.
    private static func checkGuard(_ cells: [String], _ written: [String]) {
        demand(cells.count == written.count, "no cell is lost")
        for (cell, text) in zip(cells, written) {
            let isGuarded = areSame(cell, "'" + text)
            demand(isGuarded || areSame(cell, text), "a cell is kept: \(text)")
            guard let first = cell.utf8.first, "=+-@\t\r\n".utf8.contains(first) else { continue }
            let letters = cell.utf8.dropFirst().filter { !"0123456789.,".utf8.contains($0) }
            demand(
                (first == 43 || first == 45) && (letters.isEmpty || letters == [37]),
                "no cell is a formula: \(cell)")
        }
    }
}
