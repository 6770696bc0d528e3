import Scorecard
import Spreadsheet

/// The columns of a file of published figures of many areas.
enum WideColumn: String, CaseIterable {
    case measure = "measure_code"
    case title = "measure_title"
    case area = "area_code"
    case areaName = "area_name"
    case period = "period_label"
    case periodType = "period_type"
    case breakdown
    case value
    case numerator
    case denominator
    case unit
    case status
    case publisher
    case publication = "publication_title"
    case source = "source_repo_and_path"
    case marker

    /// The column's place among all.
    fileprivate var place: Int {
        switch self {
        case .measure: 0
        case .title: 1
        case .area: 2
        case .areaName: 3
        case .period: 4
        case .periodType: 5
        case .breakdown: 6
        case .value: 7
        case .numerator: 8
        case .denominator: 9
        case .unit: 10
        case .status: 11
        case .publisher: 12
        case .publication: 13
        case .source: 14
        case .marker: 15
        }
    }
}

/// Reads a file of published figures of many areas row by row, as it is or as gzip, in memory
/// that grows only with how many different texts it has.
struct WideFileLoad {
    /// The file's name, as mistakes are told.
    let name: String
    /// How many rows have been read.
    private(set) var rows = 0
    private let source: WideFileText
    private var stream = CSVStream()
    /// Where in a row each column is.
    private var places: [Int] = []
    /// The texts of each column.
    private var texts = WideColumn.allCases.map { _ in InternedTexts() }
    /// How many texts of each column are known to be text.
    private var checked = WideColumn.allCases.map { _ in 0 }

    /// Opens a file and reads its header.
    init(_ path: String) throws {
        name = path.split(separator: "/").last.map(String.init) ?? path
        do {
            source = try WideFileText(path)
            places = try stream.header(
                WideColumn.allCases.map(\.rawValue), source.more(into:at:))
        } catch let error as SheetError {
            throw LoadError(
                file: name, line: error.line, column: error.column, reason: error.reason)
        }
    }

    /// How many of so many bytes of the file have been read.
    var progress: (read: Int, of: Int) { (source.file.place, source.file.size) }

    /// Goes to the next row; whether there is one.
    mutating func next() throws -> Bool {
        do {
            guard try stream.next(source.more(into:at:)) else { return false }
        } catch let error as SheetError {
            throw self.error(error)
        }
        rows += 1
        guard stream.count == places.count else {
            throw LoadError(
                file: name, line: stream.line, column: nil,
                reason: "this row has \(stream.count) cells where the first row has "
                    + "\(places.count)")
        }
        return true
    }

    /// The digest of the file, once all of it is read.
    func finish() -> String { source.finish() }

    /// The number of a cell's text among those of its column.
    mutating func number(_ column: WideColumn) throws(LoadError) -> Int {
        let place = column.place
        let number = texts[place].number(stream.bytes, stream.cell(places[place]))
        if number >= checked[place] {
            guard texts[place].text(number) != nil else {
                throw error(column, "this is not text in UTF-8; save the file as «CSV UTF-8»")
            }
            checked[place] = number + 1
        }
        return number
    }

    /// The text of a number of a column.
    func text(_ number: Int, of column: WideColumn) -> String {
        texts[column.place].text(number) ?? ""
    }

    /// A cell's number; `nil` if it is empty.
    func decimal(_ column: WideColumn) throws(LoadError) -> FixedDecimal? {
        let cell = stream.cell(places[column.place])
        guard !cell.isEmpty else { return nil }
        guard let value = FixedDecimal(stream.bytes.span.extracting(cell)) else {
            throw error(
                column,
                "«\(shown(column))» is not a number like 94.5 with at most 8 decimal places")
        }
        return value
    }

    /// An error about the row.
    func error(_ column: WideColumn?, _ reason: String) -> LoadError {
        LoadError(file: name, line: stream.line, column: column?.rawValue, reason: reason)
    }

    /// What a cell says, for an error; not more of it than can be read.
    private func shown(_ column: WideColumn) -> String {
        let bytes = stream.bytes[stream.cell(places[column.place])].prefix(40)
        return String(decoding: bytes.filter { $0 >= 0x20 }, as: UTF8.self)
    }

    private func error(_ error: SheetError) -> LoadError {
        // Of a cell that is known by its place the column's name is told.
        let number = error.column.flatMap { Int($0) }
        let column = WideColumn.allCases.first { column in
            column.place < places.count && places[column.place] + 1 == number
        }
        return LoadError(
            file: name, line: error.line, column: column?.rawValue ?? error.column,
            reason: error.reason)
    }
}

/// The text of a file, inflated where need be, and a digest of the file as it is read.
private final class WideFileText {
    let file: PiecewiseFile
    private let inflation: GzipInflation?
    private var digest = RunningDigest()

    init(_ path: String) throws {
        file = try PiecewiseFile(path)
        inflation = path.hasSuffix(".gz") ? try GzipInflation() : nil
    }

    /// Fills a buffer with the next of the text.
    func more(into buffer: inout [UInt8], at start: Int) throws -> Int {
        guard let inflation else {
            let count = try file.read(into: &buffer, at: start)
            digest.add(buffer.span.extracting(start..<start + count))
            return count
        }
        return try inflation.read(into: &buffer, at: start) { piece in
            let count = try file.read(into: &piece)
            digest.add(piece.span.extracting(0..<count))
            return count
        }
    }

    func finish() -> String { digest.finish() }
}
