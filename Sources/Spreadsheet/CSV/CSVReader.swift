/// One row of a file.
public struct CSVRecord: Hashable, Sendable {
    /// The cells, unquoted.
    public let cells: [String]
    /// The line it begins on, counted from 1.
    public let line: Int
    /// Its place among the rows, counted from 1.
    public let row: Int
}

/// Reads the rows of a CSV file one after the other.
public struct CSVReader: Sendable {
    /// How the file is written, which the format may have left open.
    public let encoding: CSVEncoding
    /// The separator given or found.
    public let separator: CSVSeparator

    private let format: CSVFormat
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1
    private var row = 0
    /// The number of cells of the first row.
    private var width: Int?
    /// Whether a lone CR ends a line; `nil` before the first line end.
    private var endsInCR: Bool?

    /// Takes the content of a file.
    public init(_ file: [UInt8], format: CSVFormat = CSVFormat()) throws(SheetError) {
        let text = try CSVText(file, allowsWindows1252: format.allowsWindows1252)
        let separator = format.separator ?? CSVSeparator.found(in: text, columns: format.columns)
        self.init(text, separator: separator, format: format)
    }

    init(_ text: CSVText, separator: CSVSeparator, format: CSVFormat) {
        bytes = text.bytes
        encoding = text.encoding
        self.separator = separator
        self.format = format
    }

    /// The next row, or `nil` after the last.
    public mutating func next() throws(SheetError) -> CSVRecord? {
        if format.skipsBlankLines {
            while place < bytes.count, endLine() {}
        }
        guard place < bytes.count else { return nil }
        row += 1
        let first = line
        let cells = try cells()
        if let width, cells.count != width, !format.allowsRaggedRows {
            throw SheetError(
                line: first, row: row,
                reason: "this row has \(cells.count) cells where the first row has \(width)")
        }
        width = width ?? cells.count
        return CSVRecord(cells: cells, line: first, row: row)
    }

    /// The cells up to the end of the row, which is read too.
    private mutating func cells() throws(SheetError) -> [String] {
        var cells: [String] = []
        cells.reserveCapacity(width ?? 8)
        while true {
            guard cells.count < format.columns else {
                throw SheetError(
                    line: line, row: row,
                    reason: "this row has more than \(format.columns) cells")
            }
            let isQuoted = place < bytes.count && bytes[place] == Self.quote
            cells.append(isQuoted ? try quotedCell(number: cells.count + 1) : plainCell())
            guard place < bytes.count, !endLine() else { return cells }
            place += 1
        }
    }

    /// What stands before the next separator or line end.
    private mutating func plainCell() -> String {
        let start = place
        let separator = separator.rawValue
        while place < bytes.count {
            let byte = bytes[place]
            if byte == separator || byte == Self.lf || (byte == Self.cr && isLineEnd(at: place)) {
                break
            }
            place += 1
        }
        return text(start..<place)
    }

    /// What stands between the quotes; a quote written twice is one.
    private mutating func quotedCell(number: Int) throws(SheetError) -> String {
        let opening = line
        var whole = ""
        repeat {
            place += 1
            let start = place
            while place < bytes.count, bytes[place] != Self.quote {
                if bytes[place] == (endsInCR == true ? Self.cr : Self.lf) { line += 1 }
                place += 1
            }
            guard place < bytes.count else {
                throw SheetError(
                    line: opening, row: row, column: "\(number)",
                    reason: "the quote that opens this cell is never closed")
            }
            place += 1
            let isDoubled = place < bytes.count && bytes[place] == Self.quote
            // The first of two quotes is the cell's own.
            let part = text(start..<(isDoubled ? place : place - 1))
            if whole.isEmpty { whole = part } else { whole += part }
        } while place < bytes.count && bytes[place] == Self.quote
        try skipSpaces(afterCell: number)
        return whole
    }

    private mutating func skipSpaces(afterCell number: Int) throws(SheetError) {
        while place < bytes.count, bytes[place] != separator.rawValue, !isLineEnd(at: place) {
            guard bytes[place] == Self.space || bytes[place] == Self.tab else {
                throw SheetError(
                    line: line, row: row, column: "\(number)",
                    reason: "text follows a closing quote; "
                        + "a quote inside a quoted cell is written twice")
            }
            place += 1
        }
    }

    private func isLineEnd(at place: Int) -> Bool {
        let byte = bytes[place]
        guard byte == Self.cr else { return byte == Self.lf }
        return endsInCR != false || (place + 1 < bytes.count && bytes[place + 1] == Self.lf)
    }

    /// Steps over a line end, if this is one.
    private mutating func endLine() -> Bool {
        guard isLineEnd(at: place) else { return false }
        let isCR = bytes[place] == Self.cr
        place += 1
        let isCRLF = isCR && place < bytes.count && bytes[place] == Self.lf
        if isCRLF { place += 1 }
        if endsInCR == nil { endsInCR = isCR && !isCRLF }
        line += 1
        return true
    }

    private func text(_ range: Range<Int>) -> String {
        // The bytes are known to be UTF-8, and are cut only at ASCII: nothing can be repaired here.
        String(decoding: bytes[range], as: UTF8.self)
    }

    private static let quote = UInt8(ascii: "\"")
    private static let lf = UInt8(ascii: "\n")
    private static let cr = UInt8(ascii: "\r")
    private static let space = UInt8(ascii: " ")
    private static let tab = UInt8(ascii: "\t")
}
