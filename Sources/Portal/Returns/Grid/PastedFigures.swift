import Scorecard

/// Which cell of a pasted block goes into which box of a return: all of them, or none.
///
/// A block has a top number, a bottom number and how the figure is in each line, in the order of
/// the rows of the grid; or its lines begin with a measure's code or title, and, if they like,
/// with one of its groups after that. A cell that is empty leaves its box as it is.
struct PastedFigures {
    /// A row of the grid.
    struct Row {
        let entry: ReturnEntry
        let group: EntryGroup?
        /// The boxes whose numbers are typed at other measures.
        let shared: [EntryBox]

        /// What the row is called.
        var title: String {
            let title = entry.measure.facts.title
            return group.map { "\(title), \($0.label)" } ?? title
        }
    }

    /// A cell that goes into a box.
    struct Cell: Equatable {
        let line: Int
        let entry: Int64
        let field: EntryField
        /// What its row and its column are called.
        let row: String
        let column: String
        let text: String
    }

    private(set) var cells: [Cell] = []
    /// What is wrong, each named by its line.
    private(set) var faults: [String] = []
    private let rows: [Row]
    /// The lines in which rows were filled in, by their place.
    private var taken: [Int: Int] = [:]

    init(_ block: PastedBlock, into rows: [Row]) {
        self.rows = rows
        guard !block.lines.isEmpty else {
            faults = ["Paste the cells that you copied"]
            return
        }
        guard !block.isCut else {
            faults = ["You pasted more than this return has room for. Copy fewer cells"]
            return
        }
        let lines = block.lines.drop { isHeader($0) }
        guard let first = lines.first(where: { !$0.isBlank }) else {
            faults = ["There are no figures in what you pasted"]
            return
        }
        if isNamed(first) {
            for line in lines where !line.isBlank { placeNamed(line) }
        } else {
            placeInOrder(Array(lines))
        }
        if faults.isEmpty, cells.isEmpty {
            faults = ["There are no figures in what you pasted"]
        }
        if !faults.isEmpty { cells = [] }
    }

    /// Whether a line only says what stands in its columns.
    private func isHeader(_ line: PastedBlock.Line) -> Bool {
        guard line.number == 1, !line.isBlank else { return false }
        return line.cells.allSatisfy { cell in
            !cell.contains { $0.isNumber } && Self.flag(cell) == nil && places(named: cell).isEmpty
        }
    }

    /// Whether a line begins with a name and not with a number.
    private func isNamed(_ line: PastedBlock.Line) -> Bool {
        guard let first = line.cells.first, !first.isEmpty else { return false }
        if !places(named: first).isEmpty { return true }
        return Self.isNumber(first) == false && Self.flag(first) == nil
            && first.contains(where: \.isLetter) && line.cells.count > 1
    }

    private mutating func placeInOrder(_ lines: [PastedBlock.Line]) {
        for (place, line) in lines.enumerated() {
            guard rows.indices.contains(place) else {
                if !line.isBlank {
                    faults.append(
                        "Line \(line.number): there are only \(rows.count.counted("row")) to fill in"
                    )
                }
                return
            }
            fill(place, line, from: 0)
        }
    }

    private mutating func placeNamed(_ line: PastedBlock.Line) {
        let name = line.cells.first ?? ""
        let places = places(named: name)
        guard !places.isEmpty else {
            faults.append(
                "Line \(line.number): there is no measure called “\(name)” to fill in")
            return
        }
        let label = line.cells.count > 1 ? line.cells[1].lowercased() : ""
        let ofGroup = places.filter { rows[$0].group?.label.lowercased() == label }
        let isGrouped = !label.isEmpty && !ofGroup.isEmpty
        let candidates = isGrouped ? ofGroup : places.filter { rows[$0].group == nil }
        // A measure can be there for several periods, one after the other.
        guard let place = candidates.first(where: { taken[$0] == nil }) else {
            let title = candidates.last.map { rows[$0].title } ?? name
            let earlier = candidates.last.flatMap { taken[$0] } ?? line.number
            faults.append("Line \(line.number): \(title) is already on line \(earlier)")
            return
        }
        fill(place, line, from: isGrouped ? 2 : 1)
    }

    private func places(named name: String) -> [Int] {
        let name = name.lowercased()
        guard !name.isEmpty else { return [] }
        return rows.indices.filter {
            let facts = rows[$0].entry.measure.facts
            return facts.code.lowercased() == name || facts.title.lowercased() == name
        }
    }

    private mutating func fill(_ place: Int, _ line: PastedBlock.Line, from first: Int) {
        taken[place] = line.number
        let row = rows[place]
        var columns = [row.topBox, row.bottomBox]
        for (offset, text) in line.cells.enumerated().dropFirst(first) where !text.isEmpty {
            let column = "line \(line.number), column \(offset + 1)".capitalisedFirst
            if let flag = Self.flag(text) {
                if row.group == nil {
                    add(row, .figure, "Figure is", flag.rawValue, line.number)
                }
                columns = []
            } else if columns.count <= offset - first {
                faults.append("\(column): nothing is filled in from there")
            } else if let box = columns[offset - first] {
                put(text, in: box, of: row, line.number, column)
            } else {
                faults.append("\(column): \(row.title) needs no bottom number")
            }
        }
    }

    private mutating func put(
        _ text: String, in box: EntryBox, of row: Row, _ line: Int, _ column: String
    ) {
        let field = EntryField.number(box, row.group)
        do throws(DecimalRefusal) {
            _ = try DecimalInput(text)
        } catch {
            faults.append("\(column): “\(text.prefix(40))” \(error.words)")
            return
        }
        // What is typed at another measure may stand in the spreadsheet, too.
        guard !row.shared.contains(box) else { return }
        add(row, field, box.columnLabel, text, line)
    }

    private mutating func add(
        _ row: Row, _ field: EntryField, _ column: String, _ text: String, _ line: Int
    ) {
        cells.append(
            Cell(
                line: line, entry: row.entry.id, field: field, row: row.title, column: column,
                text: text))
    }

    private static func isNumber(_ text: String) -> Bool {
        do throws(DecimalRefusal) {
            _ = try DecimalInput(text)
            return true
        } catch {
            return false
        }
    }

    private static func flag(_ text: String) -> EntryFlag? {
        let text = text.lowercased()
        return EntryFlag.allCases.first { $0.words.lowercased() == text || $0.rawValue == text }
    }
}

extension PastedFigures.Row {
    fileprivate var topBox: EntryBox? { entry.boxes.first { $0 != .denominator } }
    fileprivate var bottomBox: EntryBox? { entry.boxes.first { $0 == .denominator } }
}

extension EntryBox {
    /// The column of the grid that it stands in.
    var columnLabel: String { self == .denominator ? "Bottom number" : "Top number" }
}

extension [EntryChange] {
    /// The same with what was pasted in the place of what was typed.
    func pasting(_ cells: [PastedFigures.Cell]) -> [EntryChange] {
        let pasted = Dictionary(grouping: cells, by: \.entry)
        return map { change in
            let texts = (pasted[change.entry] ?? []).map { ($0.field.name, $0.text) }
            return EntryChange(
                entry: change.entry, base: change.base,
                fields: change.fields.merging(texts) { $1 })
        }
    }
}
