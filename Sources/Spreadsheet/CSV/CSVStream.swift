/// Reads the rows of a CSV text that comes in pieces, without making a text of each cell.
///
/// For files of any size, in our own strict form: commas, lines that end in LF or CRLF, a quote
/// inside a quoted cell written twice, a byte order mark or none, blank lines left out. Its memory
/// is the buffer and the places of one row's cells. That the bytes are text is for the reader of
/// the cells to check, which meets most texts often and need check each once.
public struct CSVStream {
    /// The line that the row begins on, counted from 1.
    public private(set) var line = 0
    /// How many cells the row has.
    public var count: Int { cells.count }

    /// The buffer that the row is in, until the next one is asked for.
    public private(set) var bytes: [UInt8]

    /// What of the buffer is read and not yet given.
    private var rest = 0..<0
    private var cells = CSVCells()
    private var nextLine = 1
    private var isAtEnd = false
    private var isBegun = false

    /// The most bytes of one row.
    private static let longest = 1 << 20

    /// Begins a text.
    ///
    /// - Parameter size: The buffer's size in bytes; it grows where a row is longer.
    public init(buffer size: Int = 262_144) {
        bytes = [UInt8](repeating: 0, count: max(size, 16))
    }

    /// Where in ``bytes`` a cell of the row is, counted from 0, without its quotes; an empty range
    /// where the row has no such cell.
    public func cell(_ index: Int) -> Range<Int> { cells.range(index) }

    /// Goes to the next row.
    ///
    /// - Parameter more: Fills a buffer from a place on; how many bytes came, none after the last.
    /// - Returns: Whether there is one.
    /// - Throws: `SheetError` for quotes that are wrong, and what `more` throws.
    public mutating func next(_ more: (inout [UInt8], Int) throws -> Int) throws -> Bool {
        while true {
            line = nextLine
            // Taken out while the bytes are looked at, since both are parts of this one value.
            var cells = CSVCells()
            swap(&cells, &self.cells)
            let found = cells.scan(bytes.span, rest, isWhole: isAtEnd)
            swap(&cells, &self.cells)
            switch found {
            case .row(let end, let lines):
                rest = end..<rest.upperBound
                nextLine += lines
                isBegun = true
                if self.cells.isBlank { continue }
                for index in self.cells.doubled { unquote(index) }
                return true
            case .unfinished:
                guard !isAtEnd else {
                    guard rest.isEmpty else {
                        throw SheetError(
                            line: line, reason: "the quote that opens a cell is never closed")
                    }
                    return false
                }
                try fill(more)
            case .refused(let column):
                throw SheetError(
                    line: line, column: "\(column + 1)",
                    reason: "text follows a closing quote; "
                        + "a quote inside a quoted cell is written twice")
            }
        }
    }

    /// Reads the first row as the names of the columns, which must be the ones given in any order.
    ///
    /// - Parameters:
    ///   - columns: The names.
    ///   - more: Fills a buffer, as for ``next(_:)``.
    /// - Returns: The places of the columns, in the order in which they were given.
    /// - Throws: `SheetError` for a column that is missing, there twice or not known.
    public mutating func header(
        _ columns: [String], _ more: (inout [UInt8], Int) throws -> Int
    ) throws -> [Int] {
        let expected = CSVHeader.Expectation(required: columns, optional: [], allowsOthers: false)
        guard try next(more) else {
            return try CSVHeader(nil, expected).columns.indices.map(\.self)
        }
        var names: [String] = []
        for index in 0..<count {
            guard let name = String(validating: bytes[cell(index)], as: UTF8.self) else {
                throw SheetError(
                    line: line, reason: "a character is not UTF-8; save the file as «CSV UTF-8»")
            }
            names.append(name)
        }
        let header = try CSVHeader(CSVRecord(cells: names, line: line, row: 1), expected)
        return columns.compactMap(header.index)
    }

    /// Moves what is left to the front and reads on behind it.
    private mutating func fill(_ more: (inout [UInt8], Int) throws -> Int) throws {
        if rest.lowerBound > 0 {
            bytes.replaceSubrange(0..<rest.count, with: Array(bytes[rest]))
            rest = 0..<rest.count
        }
        if rest.count == bytes.count {
            guard bytes.count < Self.longest else {
                throw SheetError(
                    line: line, reason: "this row is longer than \(Self.longest) bytes")
            }
            bytes += [UInt8](repeating: 0, count: bytes.count)
        }
        let came = try more(&bytes, rest.count)
        isAtEnd = came == 0
        rest = 0..<rest.count + came
        if !isBegun, rest.count >= 3 || isAtEnd {
            isBegun = true
            if rest.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
                rest = 3..<rest.upperBound
            }
        }
    }

    /// Leaves out one of two quotes that stand for one.
    private mutating func unquote(_ index: Int) {
        let range = cells.range(index)
        var to = range.lowerBound
        var from = range.lowerBound
        while from < range.upperBound {
            let byte = bytes[from]
            bytes[to] = byte
            to += 1
            from += byte == UInt8(ascii: "\"") ? 2 : 1
        }
        cells.end(index, at: to)
    }
}

/// Where the cells of one row are.
private struct CSVCells {
    private(set) var count = 0
    /// The cells with a quote that is written twice.
    private(set) var doubled: [Int] = []
    private var starts: [Int] = []
    private var ends: [Int] = []

    /// What was found from a place on.
    enum Found {
        /// A row that ends before `end`, on so many lines.
        case row(end: Int, lines: Int)
        /// A row of which the end is not there.
        case unfinished
        /// Something after the closing quote of a cell.
        case refused(column: Int)
    }

    func range(_ index: Int) -> Range<Int> {
        index < count ? starts[index]..<ends[index] : 0..<0
    }

    /// Whether the line has nothing on it.
    var isBlank: Bool { count == 1 && starts[0] == ends[0] }

    mutating func end(_ index: Int, at end: Int) { ends[index] = end }

    /// Finds the cells of the next row; `isWhole` if the text ends where the bytes do.
    mutating func scan(_ bytes: Span<UInt8>, _ range: Range<Int>, isWhole: Bool) -> Found {
        count = 0
        doubled.removeAll(keepingCapacity: true)
        var place = range.lowerBound
        let last = range.upperBound
        var lines = 1
        guard place < last else { return .unfinished }
        while true {
            if place < last, bytes[place] == Self.quote {
                guard let end = quoted(bytes, place + 1, last, &lines) else { return .unfinished }
                // Whether a quote ends the cell is known from what comes after it.
                guard end < last || isWhole else { return .unfinished }
                place = end
                if place < last, bytes[place] == Self.cr {
                    guard place + 1 < last || isWhole else { return .unfinished }
                    if place + 1 < last, bytes[place + 1] == Self.lf { place += 1 }
                }
                guard place == last || bytes[place] == Self.comma || bytes[place] == Self.lf
                else { return .refused(column: count - 1) }
            } else {
                let start = place
                while place < last {
                    let byte = bytes[place]
                    if byte == Self.comma || byte == Self.lf { break }
                    place &+= 1
                }
                guard place < last || isWhole else { return .unfinished }
                let isCRLF =
                    place < last && bytes[place] == Self.lf && place > start
                    && bytes[place - 1] == Self.cr
                add(start, isCRLF ? place - 1 : place)
            }
            guard place < last else { return .row(end: last, lines: lines) }
            place += 1
            if bytes[place - 1] == Self.lf { return .row(end: place, lines: lines) }
        }
    }

    /// Finds the end of a quoted cell; `nil` if it is not there.
    private mutating func quoted(
        _ bytes: Span<UInt8>, _ start: Int, _ last: Int, _ lines: inout Int
    ) -> Int? {
        var place = start
        var isDoubled = false
        while place < last {
            let byte = bytes[place]
            place += 1
            if byte == Self.lf { lines += 1 }
            guard byte == Self.quote else { continue }
            guard place < last, bytes[place] == Self.quote else {
                if isDoubled { doubled.append(count) }
                add(start, place - 1)
                return place
            }
            isDoubled = true
            place += 1
        }
        return nil
    }

    private mutating func add(_ start: Int, _ end: Int) {
        if count == starts.count {
            starts.append(start)
            ends.append(end)
        } else {
            starts[count] = start
            ends[count] = end
        }
        count += 1
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let lf = UInt8(ascii: "\n")
    private static let cr = UInt8(ascii: "\r")
}
