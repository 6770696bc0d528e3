import SQLite
import Synchronization

@testable import Portal
@testable import Scorecard

/// Any text as cells copied from a spreadsheet, put into returns and tables of money.
enum PastedFuzz {
    static func run(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let block = PastedBlock(text)
        check(block)
        rows.withLock { fill(block, $0) }
        for table in FinanceTable.allCases {
            let money = PastedMoney(block, into: table)
            demand(money.fields.isEmpty != money.faults.isEmpty, "all goes in, or nothing")
            for (field, text) in money.fields {
                demand(!text.isEmpty, "what is empty fills nothing in: \(field.name)")
            }
            demand(money.fields.count <= 60 * table.columns.count, "a table has its boxes")
        }
        readFile(block)
        copy(Material(bytes))
    }

    private static func check(_ block: PastedBlock) {
        demand(block.lines.count <= PastedBlock.most, "lines have a limit")
        demand(block.lines.last?.isBlank != true, "no line ends in nothing")
        for (index, line) in block.lines.enumerated() {
            demand(line.number == index + 1, "lines are counted")
            for cell in line.cells {
                demand(
                    !cell.unicodeScalars.contains { $0 == "\t" || $0 == "\n" || $0 == "\r" },
                    "a cell is one line: \(cell)")
            }
        }
    }

    private static func fill(_ block: PastedBlock, _ rows: [PastedFigures.Row]) {
        let pasted = PastedFigures(block, into: rows)
        demand(pasted.cells.isEmpty != pasted.faults.isEmpty, "all goes in, or nothing")
        var places: Set<String> = []
        for cell in pasted.cells {
            demand(
                places.insert("\(cell.entry) \(cell.field.name)").inserted || cell.field == .figure,
                "each box is filled in once: \(cell)")
            demand(!cell.text.isEmpty, "what is empty fills nothing in")
            guard cell.field != .figure else { continue }
            // A text that is no number is a fault.
            demand((try? DecimalInput(cell.text)) != nil, "a number goes into a box: \(cell)")
        }
        let changes = rows.map { EntryChange(entry: $0.entry.id, base: 0, fields: ["x": "y"]) }
        demand(
            changes.pasting(pasted.cells).allSatisfy { $0.fields["x"] == "y" },
            "what is typed elsewhere stays")
    }

    private static func readFile(_ block: PastedBlock) {
        let rows = block.lines.map { FinanceFile.Row(number: $0.number, cells: $0.cells) }
        for rows in [rows, [FinanceFile.Row(number: 0, cells: FinanceFile.heads)] + rows] {
            let file = FinanceFile(rows, over: EditionContent())
            demand(file.fields.isEmpty || file.faults.isEmpty, "all goes in, or nothing")
            demand(
                FinanceChange.all(file.fields, over: EditionContent()).count
                    == file.fields.values.count { !$0.isEmpty }, "what changes is told")
        }
    }

    /// Cells written as spreadsheets copy them come back, without the spaces around them.
    private static func copy(_ material: Material) {
        var material = material
        var lines: [[String]] = []
        while !material.isEmpty, lines.count < 20 {
            let count = 1 + material.number(below: 4)
            lines.append((0..<count).map { _ in withoutReturns(material.text()) })
        }
        let written = lines.map { $0.map(quoted).joined(separator: "\t") }
            .joined(separator: "\r\n")
        let read = PastedBlock(written).lines.map(\.cells)
        let meant = lines.map { $0.map(flattened) }
        for (line, cells) in zip(read, meant) {
            demand(areSame(line, cells), "cells come back: \(cells), \(line)")
        }
        demand(meant.dropFirst(read.count).allSatisfy { $0.allSatisfy(\.isEmpty) }, "all lines")
    }

    /// As bytes: of the two of a line end, neither is a letter by itself.
    private static func withoutReturns(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\"" })
        else { return cell }
        var text = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { text.append(scalar) }
            text.append(scalar)
        }
        text.append("\"")
        return String(text)
    }

    private static func flattened(_ cell: String) -> String {
        var scalars = cell.unicodeScalars.map { $0 == "\n" || $0 == "\t" ? " " : $0 }[...]
        while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
        return String(String.UnicodeScalarView(scalars))
    }

    /// A grid with a count, a percentage with groups, a score, and words alone.
    private static let rows = Mutex<[PastedFigures.Row]>(grid())

    private static func grid() -> [PastedFigures.Row] {
        let kinds: [(ValueKind, String, Bool)] = [
            (.count, "Children", true), (.percentage, "Plans", false), (.score, "Calm", false),
            (.narrative, "Story", false),
        ]
        return kinds.enumerated().flatMap { index, kind in
            let groups = index == 1 ? [group(1, "SEN"), group(2, "FSM")] : []
            guard let measure = measure(kind.0, title: kind.1, Int64(index)) else {
                return [PastedFigures.Row]()
            }
            let entry = entry(measure, groups, Int64(index))
            return ([nil] + groups).map {
                PastedFigures.Row(entry: entry, group: $0, shared: kind.2 ? [] : [.denominator])
            }
        }
    }

    private static func group(_ id: Int64, _ code: String) -> EntryGroup {
        EntryGroup(id: id, code: code, label: code + " children")
    }

    private static func entry(
        _ measure: CollectedMeasure, _ groups: [EntryGroup], _ id: Int64
    ) -> ReturnEntry {
        let day = Day.range.lowerBound
        return ReturnEntry(
            id: id, returnID: 1, roundID: 1, measure: measure, groups: groups,
            period: .academicYear(AcademicYear(unchecked: 2_026)), dueOn: day, state: .draft,
            content: EntryContent(), readiness: .blank, revision: 1, sentBackWords: nil,
            revisionReason: nil, publishedVersion: 0, isRoundOpen: true)
    }

    /// A measure as a row of the catalogue has it.
    private static func measure(
        _ kind: ValueKind, title: String, _ id: Int64
    ) -> CollectedMeasure? {
        let database = try? Database(path: ":memory:")
        let facts = try? database?.first(
            """
            SELECT \(id) AS id, \(title.uppercased()) AS code, 'x' AS slug, \(title) AS title,
                'measure' AS kind, \(kind.rawValue) AS value_kind, '' AS unit, 1 AS decimals,
                'high' AS polarity, 'active' AS status, 'in-period' AS time_basis,
                'quarterly' AS frequency, 1 AS has_owner
            """, read: MeasureFacts.init)
        return facts.map {
            CollectedMeasure(
                facts: $0, numerator: kind == .percentage ? "top" : nil,
                denominator: kind == .percentage ? "bottom" : nil,
                multiplier: nil, smallNumbers: SmallNumberRule(threshold: 5), service: nil,
                ownerRole: nil, strategies: [])
        }
    }
}
