/// What stands between two cells.
public enum CSVSeparator: UInt8, CaseIterable, Sendable {
    /// `,`
    case comma = 0x2C
    /// `;`, where the comma is the decimal sign.
    case semicolon = 0x3B
    /// A tab.
    case tab = 0x09
    /// `|`
    case pipe = 0x7C
}

/// How the bytes of a file stand for text.
public enum CSVEncoding: Sendable {
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// Windows-1252, which older spreadsheets write in western Europe.
    case windows1252
}

/// How a file is to be read.
///
/// The format is RFC 4180's. Beyond it a reader understands: lines that end in LF or CR alone,
/// the other separators, a byte order mark, a quote inside a cell that does not begin with one
/// (kept as it is), and spaces after a closing quote (dropped). A lone CR ends a line only if the
/// first line ends so; in other files it is part of the cell.
public struct CSVFormat: Hashable, Sendable {
    /// The separator; `nil` finds it from the first rows.
    public var separator: CSVSeparator?
    /// Whether a file that is not UTF-8 is taken for Windows-1252 and not refused.
    public var allowsWindows1252: Bool
    /// Whether rows may have more or fewer cells than the first.
    public var allowsRaggedRows: Bool
    /// Whether lines with nothing on them are left out; a row with one empty cell looks the same.
    public var skipsBlankLines: Bool
    /// The most cells that a row may have.
    public var columns: Int

    /// Describes a format; without arguments, the strict one of our own files.
    public init(
        separator: CSVSeparator? = .comma, allowsWindows1252: Bool = false,
        allowsRaggedRows: Bool = false, skipsBlankLines: Bool = true, columns: Int = .max
    ) {
        self.separator = separator
        self.allowsWindows1252 = allowsWindows1252
        self.allowsRaggedRows = allowsRaggedRows
        self.skipsBlankLines = skipsBlankLines
        self.columns = columns
    }

    /// What people send: any separator, UTF-8 or Windows-1252.
    public static var upload: CSVFormat {
        CSVFormat(separator: nil, allowsWindows1252: true)
    }
}
