/// Writes rows as CSV: cells are quoted where they must be, and each row ends its line.
public struct CSVWriter: Sendable {
    /// What ends a row.
    public enum LineEnd: Sendable {
        /// CR LF, as RFC 4180 has it.
        case crlf
        /// LF, as text files on Unix have it.
        case lf
    }

    /// What is written and not yet taken.
    public private(set) var bytes: [UInt8] = []

    private let separator: CSVSeparator
    private let lineEnd: LineEnd
    private let guardsFormulas: Bool
    /// How many cells the row has so far.
    private var cells = 0
    /// Whether all of them are empty.
    private var isBlank = true

    /// Begins a file.
    ///
    /// With `guardsFormulas` a text that a spreadsheet could take for a formula (it begins with
    /// `=`, `+`, `-`, `@`, a tab or a line end) gets an apostrophe before it; a number does not.
    /// Files to be read by programs, and by us, go without: the apostrophe is part of the cell. The
    /// byte order mark tells spreadsheets that the text is UTF-8.
    public init(
        separator: CSVSeparator = .comma, lineEnd: LineEnd = .crlf, guardsFormulas: Bool = false,
        byteOrderMark: Bool = false
    ) {
        self.separator = separator
        self.lineEnd = lineEnd
        self.guardsFormulas = guardsFormulas
        if byteOrderMark { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Writes a whole row.
    public mutating func write(_ cells: some Sequence<String>) {
        for cell in cells {
            append(cell)
        }
        endRow()
    }

    /// Writes the next cell of a row.
    public mutating func append(_ cell: String) {
        if cells > 0 { bytes.append(separator.rawValue) }
        cells += 1
        isBlank = isBlank && cell.isEmpty
        let mark = guardsFormulas && cell.isFormulaToSpreadsheets ? "'" : ""
        if mustQuote(cell) {
            bytes.append(Self.quote)
            bytes.append(contentsOf: mark.utf8)
            for byte in cell.utf8 {
                if byte == Self.quote { bytes.append(Self.quote) }
                bytes.append(byte)
            }
            bytes.append(Self.quote)
        } else {
            bytes.append(contentsOf: mark.utf8)
            bytes.append(contentsOf: cell.utf8)
        }
    }

    /// Ends the row.
    public mutating func endRow() {
        // One empty cell would look like a blank line, which readers leave out.
        if cells == 1, isBlank { bytes.append(contentsOf: [Self.quote, Self.quote]) }
        if lineEnd == .crlf { bytes.append(0x0D) }
        bytes.append(0x0A)
        cells = 0
        isBlank = true
    }

    /// Gives away what has been written so far, so that a long file need not be kept whole.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll() }
        return bytes
    }

    private func mustQuote(_ cell: String) -> Bool {
        let separator = separator.rawValue
        return cell.utf8.contains {
            $0 == separator || $0 == Self.quote || $0 == 0x0A || $0 == 0x0D
        }
    }

    private static let quote = UInt8(ascii: "\"")
}

extension String {
    /// Whether a spreadsheet that opens a CSV file might run this text.
    fileprivate var isFormulaToSpreadsheets: Bool {
        guard let first = utf8.first else { return false }
        switch first {
        case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isSignedNumber
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: return true
        default: return false
        }
    }

    /// Such as `-5`, `+1,234.50` or `-45%`.
    private var isSignedNumber: Bool {
        var digits = utf8.dropFirst()
        if digits.last == UInt8(ascii: "%") { digits.removeLast() }
        let allowed = digits.allSatisfy {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
        }
        return allowed && digits.contains { (0x30...0x39).contains($0) }
    }
}
