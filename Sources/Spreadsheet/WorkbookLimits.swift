/// How much of a workbook is read; what goes beyond is refused and not cut off.
///
/// A small file can ask for a lot of memory and time. Each limit bounds one of them.
public struct WorkbookLimits: Hashable, Sendable {
    /// Bytes of the file as it was sent.
    public var fileBytes = 32 << 20
    /// Entries of the ZIP archive.
    public var entries = 2_000
    /// Bytes that all entries together may inflate to.
    public var inflatedBytes = 256 << 20
    /// Bytes that one entry may inflate to.
    public var partBytes = 192 << 20
    /// Bytes of a part that holds no cells, such as the styles.
    public var minorPartBytes = 16 << 20
    /// Times that an entry of more than a mebibyte may be longer inflated than in the file.
    public var ratio = 250
    /// Elements of XML inside each other.
    public var depth = 64
    /// Attributes of one element.
    public var attributes = 100
    /// Bytes of one tag, or of one run of text without markup.
    public var textBytes = 1 << 20
    /// Sheets of the workbook.
    public var sheets = 500
    /// Bytes that are read to reach every sheet where each lies behind those before it.
    public var passedBytes = 4 << 30
    /// The highest row that may hold anything.
    public var rows = CellReference.lastRow
    /// The rightmost column that may hold anything.
    public var columns = 1_024
    /// Cells of a sheet, the blank ones before others in their row included.
    public var cells = 5_000_000
    /// Ranges of merged cells of a sheet.
    public var mergedRanges = 50_000
    /// Bytes of the texts that cells share, and four more for each text.
    public var sharedStringBytes = 32 << 20

    /// The limits of ``upload``, each to be changed.
    public init() {}

    /// What people may send: room for a sheet of some hundred thousand rows.
    public static let upload = WorkbookLimits()
}
