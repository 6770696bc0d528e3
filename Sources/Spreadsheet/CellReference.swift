/// The place of a cell in a sheet, such as `D7`.
struct CellReference: Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1.
    let row: Int
    /// Counted from 1, which is A.
    let column: Int

    /// What a sheet has at most, by ECMA-376 and in every current program.
    static let lastRow = 1_048_576
    static let lastColumn = 16_384

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    /// Reads `D7`; `nil` if it is no place of a sheet.
    init?(_ bytes: ArraySlice<UInt8>) {
        var column = 0
        var at = bytes.startIndex
        while at < bytes.endIndex, let letter = Self.letter(bytes[at]) {
            column = column * 26 + letter
            guard column <= Self.lastColumn else { return nil }
            at += 1
        }
        let start = at
        var row = 0
        while at < bytes.endIndex, case let digit = bytes[at] &- 0x30, digit < 10 {
            row = row * 10 + Int(digit)
            guard row <= Self.lastRow else { return nil }
            at += 1
        }
        guard column > 0, row > 0, at == bytes.endIndex, bytes[start] != 0x30 else { return nil }
        self.init(row: row, column: column)
    }

    var description: String { Self.letters(ofColumn: column) + "\(row)" }

    /// The letters of a column: `A` of 1, `AA` of 27.
    static func letters(ofColumn column: Int) -> String {
        var letters = ""
        var rest = column
        while rest > 0 {
            rest -= 1
            letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
            rest /= 26
        }
        return letters
    }

    private static func letter(_ byte: UInt8) -> Int? {
        let capital = byte & 0xDF
        return 0x41...0x5A ~= capital && byte >= 0x41 ? Int(capital) - 0x40 : nil
    }
}
