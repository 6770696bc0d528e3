import Scorecard
import Spreadsheet

/// A file of figures as rows of the template.
struct UploadWorkbook: ~Copyable {
    /// What the officer should know of how it was read, a line each.
    let notes: [String]
    private let header: UploadHeader
    private let isText: Bool
    private var rows: SheetRows
    private var count = 0

    /// Rows that a file may have.
    static let mostRows = 250_000

    /// Finds the sheet and the row with the headings.
    init(_ file: [UInt8]) throws(UploadProblem) {
        let workbook = try Self.workbook(file)
        let (sheet, header) = try UploadSheetSearch(workbook).found()
        rows = try Self.rows(of: workbook, sheet)
        isText = workbook.format == .csv
        self.header = header
        notes = Self.notes(workbook, sheet: sheet, header)
    }

    private static func workbook(_ file: [UInt8]) throws(UploadProblem) -> Workbook {
        do throws(SheetError) {
            return try Workbook(file)
        } catch {
            throw UploadProblem(error)
        }
    }

    private static func rows(
        of workbook: Workbook, _ sheet: Int
    ) throws(UploadProblem) -> SheetRows {
        do throws(SheetError) {
            return try workbook.rows(ofSheet: sheet)
        } catch {
            throw UploadProblem(error)
        }
    }

    /// The next row that holds something for us, or `nil` after the last.
    mutating func next() throws(UploadProblem) -> UploadedRow? {
        while true {
            let row: SheetRow?
            do throws(SheetError) {
                row = try rows.next()
            } catch {
                throw UploadProblem(error)
            }
            guard let row else { return nil }
            guard row.number > header.row, let read = read(row) else { continue }
            count += 1
            guard count <= Self.mostRows else {
                throw UploadProblem(
                    words: "The selected file must have fewer than \(Self.mostRows) rows. "
                        + "Divide it between files")
            }
            return read
        }
    }

    /// The cells of a row that are read; `nil` if there is nothing in them.
    private func read(_ row: SheetRow) -> UploadedRow? {
        var read = UploadedRow(number: row.number)
        var holdsAnything = false
        for (column, place) in header.places
        where place < row.cells.count && !column.isForReading {
            let cell = row.cells[place]
            read[column] = uploaded(cell, at: place, row.number)
            if case .merged = cell { continue }
            if read[column] != .blank { holdsAnything = true }
        }
        return holdsAnything ? read : nil
    }

    private func uploaded(_ cell: Cell, at place: Int, _ row: Int) -> UploadedCell {
        switch cell {
        case .blank: return .blank
        case .text(let text): return uploaded(text)
        case .number(let digits, .plain):
            return .number(UploadedNumber.plain(digits), isPercentage: false)
        case .number(let digits, .percentage):
            return .number(UploadedNumber.plain(digits, movedBy: 2), isPercentage: true)
        case .boolean(let isTrue): return .text(isTrue ? "TRUE" : "FALSE")
        case .date(let moment):
            return Day(String(moment.prefix(10))).map(UploadedCell.day)
                ?? .fault("cell \(name(place, row)) holds a time")
        case .error(let error):
            return .fault("cell \(name(place, row)) holds the error \(error.prefix(20))")
        case .formula:
            return .fault(
                "cell \(name(place, row)) holds a formula without its result. "
                    + "Open the file in a spreadsheet program and save it again")
        case .merged(let origin):
            return .fault(
                "cell \(name(place, row)) is merged with cell \(origin). Split the cells")
        }
    }

    private func uploaded(_ text: String) -> UploadedCell {
        var text = EntryForm.normalised(text).strippedOfSpaces
        // Our own files guard what a spreadsheet would take for a formula.
        if isText, text.utf8.first == UInt8(ascii: "'"), let second = text.dropFirst().first,
            "=+-@".contains(second)
        {
            text.removeFirst()
        }
        return text.isEmpty ? .blank : .text(text)
    }

    /// The name of a cell, such as `AB12`.
    private func name(_ place: Int, _ row: Int) -> String {
        var letters = ""
        var rest = place
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters + String(row)
    }

    private static func notes(
        _ workbook: Workbook, sheet: Int, _ header: UploadHeader
    ) -> [String] {
        var notes: [String] = []
        switch workbook.encoding {
        case .utf8: notes.append("Read as CSV in UTF-8.")
        case .windows1252: notes.append("Read as CSV in Windows-1252.")
        case nil: notes.append("Read from the sheet “\(workbook.sheets[sheet].name)”.")
        }
        let hidden = workbook.sheets.filter(\.isHidden).map { "“\($0.name)”" }
        if !hidden.isEmpty {
            notes.append("Hidden sheets are not read: \(Wording.list(hidden, "and")).")
        }
        if header.row > 1 {
            notes.append("The headings were found in row \(header.row); what is above is not read.")
        }
        if !header.unknown.isEmpty {
            let names = header.unknown.prefix(10).map { "“\($0)”" }
            notes.append("Columns that are not read: \(Wording.list(names, "and")).")
        }
        return notes
    }
}

/// Finds the sheet of a workbook that has the columns of the template.
private struct UploadSheetSearch {
    let workbook: Workbook

    init(_ workbook: Workbook) {
        self.workbook = workbook
    }

    /// Rows from the top in which the headings may be.
    private static let depth = 50

    func found() throws(UploadProblem) -> (sheet: Int, header: UploadHeader) {
        var whole: [(sheet: Int, header: UploadHeader)] = []
        var broken: UploadProblem?
        var hidden: String?
        var isEmpty = true
        for (sheet, heading) in workbook.sheets.enumerated() {
            let (header, holdsRows) = try self.header(of: sheet)
            if !heading.isHidden, holdsRows { isEmpty = false }
            guard let header else { continue }
            if heading.isHidden {
                if header.problem == nil { hidden = heading.name }
            } else if let problem = header.problem {
                broken = broken ?? problem
            } else {
                whole.append((sheet, header))
            }
        }
        if let first = whole.first, whole.count == 1 { return first }
        if whole.count > 1 {
            let names = whole.map { "“\(workbook.sheets[$0.sheet].name)”" }
            throw UploadProblem(
                words: "Several sheets have the columns of the template: "
                    + "\(Wording.list(names, "and")). Keep the one that is to be read")
        }
        if let broken { throw broken }
        if let hidden {
            throw UploadProblem(
                words: "The figures are on the hidden sheet “\(hidden)”, and hidden sheets are not "
                    + "read. Show the sheet, save the file and upload it again")
        }
        if isEmpty { throw UploadProblem(words: "The selected file is empty") }
        throw UploadHeader.problem(.code)
    }

    /// The row among the first with the most headings.
    private func header(
        of sheet: Int
    ) throws(UploadProblem) -> (header: UploadHeader?, holdsRows: Bool) {
        do throws(SheetError) {
            var rows = try workbook.rows(ofSheet: sheet)
            var best: UploadHeader?
            var holdsRows = false
            while let row = try rows.next(), row.number <= Self.depth {
                holdsRows = true
                let headings = row.cells.map(\.heading)
                guard let header = UploadHeader(row: row.number, headings) else { continue }
                if best.map({ $0.places.count < header.places.count }) ?? true { best = header }
                if header.problem == nil { break }
            }
            return (best, holdsRows)
        } catch {
            throw UploadProblem(error)
        }
    }
}

extension Cell {
    fileprivate var heading: String {
        if case .text(let text) = self { text } else { "" }
    }
}

extension UploadProblem {
    fileprivate init(_ error: SheetError) {
        self.init(words: "The selected file cannot be read. \(error.description.capitalisedFirst)")
    }
}

extension String {
    /// Without spaces of any kind at either end.
    fileprivate var strippedOfSpaces: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        // Most cells have none, and there are many.
        if first > 0x20, first < 0x7f, last > 0x20, last < 0x7f { return self }
        var scalars = Substring(self).unicodeScalars
        while let scalar = scalars.first, scalar.isUnseen { scalars.removeFirst() }
        while let scalar = scalars.last, scalar.isUnseen { scalars.removeLast() }
        return String(scalars)
    }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool {
        properties.isWhitespace || ["\u{200B}", "\u{FEFF}", "\u{2060}"].contains(self)
    }
}
