import Foundation
import Spreadsheet
import Testing

/// Workbooks that openpyxl, LibreOffice and Gnumeric wrote, with what is in them.
@Suite struct WorkbookTruthTests {
    @Test func `every cell of workbooks by three programs is read as it was meant`() throws {
        guard let table = Checks.bytes(of: "sheets/expected.json") else { return }
        let truth = try JSONDecoder().decode(Truth.self, from: Data(table))
        let writers = [
            "openpyxl.xlsx", "libreoffice.xlsx", "libreoffice.ods", "gnumeric.xlsx", "gnumeric.ods",
        ]
        var count = 0
        for (name, file) in truth.files {
            for writer in writers {
                let path = "\(name).\(writer)"
                let bytes = try #require(Checks.bytes(of: "sheets/\(path)"))
                count += try check(Workbook(bytes), file, path)
            }
        }
        print("sheets/expected.json: \(count) cells compared")
    }

    private func check(_ workbook: Workbook, _ file: Truth.File, _ path: String) throws -> Int {
        #expect(workbook.format == (path.hasSuffix("ods") ? .ods : .xlsx))
        #expect(workbook.sheets.map(\.name) == file.sheets.map(\.name), "\(path)")
        // Gnumeric does not keep the mark.
        if !path.contains("gnumeric") {
            #expect(workbook.sheets.map(\.isHidden) == file.sheets.map(\.hidden), "\(path)")
        }
        var count = 0
        for (index, sheet) in file.sheets.enumerated() {
            let rows = try workbook.allRows(ofSheet: index)
            #expect(rows.map(\.number) == rows.map(\.number).sorted(), "\(path)")
            var found: [String: Cell] = [:]
            for row in rows {
                for (column, cell) in row.cells.enumerated() where cell != .blank {
                    found[place(row.number, column)] = cell
                }
            }
            let merged = sheet.merged.reduce(into: [:]) { $0.merge(covered($1)) { old, _ in old } }
            for name in Set(found.keys).union(sheet.cells.keys).union(merged.keys) {
                let cell = found[name] ?? .blank
                let isRight =
                    if let origin = merged[name] {
                        cell == .merged(into: origin)
                    } else if path.contains("openpyxl"), sheet.formulas.contains(name) {
                        if case .formula(let text) = cell { !text.isEmpty } else { false }
                    } else {
                        (sheet.cells[name] ?? .nothing).accepts(cell, path)
                    }
                #expect(isRight, "\(path) \(sheet.name) \(name): \(cell)")
                count += 1
            }
        }
        return count
    }

    private func place(_ row: Int, _ column: Int) -> String {
        // None of these sheets is wider than the alphabet.
        String(UnicodeScalar(UInt8(65 + column))) + "\(row)"
    }

    /// The cells that a range such as `B2:E2` covers, with its first.
    private func covered(_ range: String) -> [String: String] {
        let ends = range.split(separator: ":").map { end in
            (Int(end.utf8.first ?? 65) - 65, Int(end.dropFirst()) ?? 0)
        }
        var cells: [String: String] = [:]
        for row in ends[0].1...ends[1].1 {
            for column in ends[0].0...ends[1].0 {
                cells[place(row, column)] = place(ends[0].1, ends[0].0)
            }
        }
        cells[place(ends[0].1, ends[0].0)] = nil
        return cells
    }
}

private struct Truth: Decodable {
    let files: [String: File]

    struct File: Decodable {
        let sheets: [Sheet]
    }

    struct Sheet: Decodable {
        let name: String
        let hidden: Bool
        let cells: [String: Value]
        let merged: [String]
        let formulas: [String]
    }

    enum Value: Decodable {
        case nothing, anything
        case text(String)
        case number(Double)
        case boolean(Bool)
        case date(String)
        case error(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let value = try? container.decode(Bool.self) {
                self = .boolean(value)
            } else if let value = try? container.decode(Double.self) {
                self = .number(value)
            } else if let value = try? container.decode(String.self) {
                self = .text(value)
            } else {
                let parts = try container.decode(Parts.self)
                if let date = parts.date ?? parts.datetime ?? parts.time {
                    self = .date(date)
                } else if let error = parts.error {
                    self = .error(error)
                } else {
                    self = .anything
                }
            }
        }

        private struct Parts: Decodable {
            let date: String?
            let datetime: String?
            let time: String?
            let error: String?
        }

        func accepts(_ cell: Cell, _ path: String) -> Bool {
            switch (self, cell) {
            case (.nothing, .blank), (.anything, _): true
            case (.text(let text), .text(let found)): text == found
            case (.number(let number), .number(let text, _)):
                Double(text).map { abs($0 - number) <= abs(number) * 1e-12 } ?? false
            case (.boolean(let value), .boolean(let found)): value == found
            // LibreOffice writes what it made of TRUE() as a plain 1.
            case (.boolean(let value), .number(let text, _)):
                path.hasSuffix("libreoffice.ods") && text == (value ? "1" : "0")
            case (.date(let date), .date(let found)): date == found
            case (.error(let name), .error(let found)): !name.hasPrefix("#") || name == found
            default: false
            }
        }
    }
}
