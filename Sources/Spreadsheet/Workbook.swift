/// What is known of a sheet before its cells are read.
public struct SheetHeading: Hashable, Sendable {
    /// The name on its tab; empty for a CSV file.
    public let name: String
    /// Whether the program that wrote it keeps it from view.
    public let isHidden: Bool

    /// A name and whether it is in view.
    public init(name: String, isHidden: Bool = false) {
        self.name = name
        self.isHidden = isHidden
    }
}

/// A file of tables that somebody sent: CSV, an Excel workbook or an OpenDocument spreadsheet.
///
/// Which it is, its bytes say and not its name. The bytes are kept as they came; sheets are
/// unpacked while their rows are read.
public struct Workbook: Sendable {
    /// What a file of tables can be.
    public enum Format: Sendable {
        /// Text with separators: RFC 4180 and what is near it.
        case csv
        /// Office Open XML, ECMA-376 transitional or strict.
        case xlsx
        /// OpenDocument 1.3 and before.
        case ods
    }

    private enum Content: Sendable {
        case csv(CSVReader)
        case xlsx(XLSXPackage)
        case ods(ODSPackage)
    }

    /// The sheets from left to right; those without cells, such as charts, are not among them.
    public let sheets: [SheetHeading]

    private let content: Content
    private let limits: WorkbookLimits

    /// Recognises a file and reads all but the cells of its sheets.
    ///
    /// - Parameters:
    ///   - file: The bytes as they were sent.
    ///   - limits: How much is read at most.
    /// - Throws: what the file is instead, what is wrong with it, or which limit it passes, with
    ///   what to do.
    public init(_ file: [UInt8], limits: WorkbookLimits = .upload) throws(SheetError) {
        self.limits = limits
        guard file.count <= limits.fileBytes else {
            throw .tooMuch("it has more than \(limits.fileBytes >> 20) MB")
        }
        switch try FileKind(file) {
        case .archive:
            let archive = try ZipArchive(file, limits: limits)
            if try OfficeKind(archive, limits) == .excel {
                let package = try XLSXPackage(archive, limits)
                sheets = package.sheets.map(\.heading)
                content = .xlsx(package)
            } else {
                let package = try ODSPackage(archive, limits)
                sheets = package.sheets
                content = .ods(package)
            }
        case .text:
            var format = CSVFormat.upload
            format.allowsRaggedRows = true
            format.columns = limits.columns
            sheets = [SheetHeading(name: "")]
            content = .csv(try CSVReader(file, format: format))
        }
    }

    /// What kind of file it is.
    public var format: Format {
        switch content {
        case .csv: .csv
        case .xlsx: .xlsx
        case .ods: .ods
        }
    }

    /// The encoding of a CSV file, which may be worth telling the sender; `nil` for the others.
    public var encoding: CSVEncoding? {
        guard case .csv(let reader) = content else { return nil }
        return reader.encoding
    }

    /// The rows of a sheet, from the top.
    ///
    /// - Parameter index: A place in ``sheets``.
    /// - Returns: what reads them, one after the other; each call begins anew.
    /// - Throws: what is wrong with the sheet.
    public func rows(ofSheet index: Int) throws(SheetError) -> SheetRows {
        guard sheets.indices.contains(index) else {
            throw SheetError(reason: "there is no sheet \(index + 1)")
        }
        switch content {
        case .csv(let reader): return SheetRows(CSVRows(reader, limits: limits))
        case .xlsx(let package):
            do {
                return SheetRows(try XLSXRows(package, sheet: package.sheets[index], limits))
            } catch { throw error.inSheet(sheets[index].name) }
        case .ods(let package):
            do { return SheetRows(try ODSRows(package, sheet: index, limits)) } catch {
                throw error.inSheet(sheets[index].name)
            }
        }
    }
}
