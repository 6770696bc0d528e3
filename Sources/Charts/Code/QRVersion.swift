/// The size of a QR code, and how it divides its codewords at error correction level M.
struct QRVersion: Equatable {
    /// From 1 to 40.
    let number: Int
    /// Error correction codewords of each block.
    let checkCodewords: Int
    /// Data codewords of each block.
    let blocks: [Int]

    /// Every version, smallest first.
    static let all = table.enumerated().map { index, row in
        QRVersion(
            number: index + 1, checkCodewords: row.check,
            blocks: Array(repeating: row.data, count: row.blocks)
                + Array(repeating: row.data + 1, count: row.longer))
    }

    /// Modules along each side.
    var side: Int { 17 + 4 * number }

    /// Bits that the number of bytes is written in.
    var lengthBits: Int { number < 10 ? 8 : 16 }

    /// Codewords for data, in all blocks together.
    var dataCodewords: Int { blocks.reduce(0, +) }

    /// The most bytes that fit in, after four bits for the mode and those for the length.
    var capacity: Int { (dataCodewords * 8 - 4 - lengthBits) / 8 }

    /// Rows, and columns, where alignment patterns have their centres (annex E).
    ///
    /// The last is seven modules from the edge. From there they go back in even steps of an even
    /// number of modules, and what is left lies between the first two.
    var alignmentCentres: [Int] {
        guard number > 1 else { return [] }
        let steps = number / 7 + 1
        let last = side - 7
        // Version 32 alone takes a step shorter than the sum gives.
        let step = number == 32 ? 26 : ((last - 6) + 2 * steps - 1) / (2 * steps) * 2
        return [6] + (0..<steps).reversed().map { last - step * $0 }
    }

    // Table 9, level M: error correction codewords of a block, blocks and the data codewords of
    // each, and how many more blocks have one data codeword more.
    private static let table: [(check: Int, blocks: Int, data: Int, longer: Int)] = [
        (10, 1, 16, 0), (16, 1, 28, 0), (26, 1, 44, 0), (18, 2, 32, 0),
        (24, 2, 43, 0), (16, 4, 27, 0), (18, 4, 31, 0), (22, 2, 38, 2),
        (22, 3, 36, 2), (26, 4, 43, 1), (30, 1, 50, 4), (22, 6, 36, 2),
        (22, 8, 37, 1), (24, 4, 40, 5), (24, 5, 41, 5), (28, 7, 45, 3),
        (28, 10, 46, 1), (26, 9, 43, 4), (26, 3, 44, 11), (26, 3, 41, 13),
        (26, 17, 42, 0), (28, 17, 46, 0), (28, 4, 47, 14), (28, 6, 45, 14),
        (28, 8, 47, 13), (28, 19, 46, 4), (28, 22, 45, 3), (28, 3, 45, 23),
        (28, 21, 45, 7), (28, 19, 47, 10), (28, 2, 46, 29), (28, 10, 46, 23),
        (28, 14, 46, 21), (28, 14, 46, 23), (28, 12, 47, 26), (28, 6, 47, 34),
        (28, 29, 46, 14), (28, 13, 46, 32), (28, 40, 47, 7), (28, 18, 47, 31),
    ]
}

extension QRVersion {
    /// The smallest version that holds so many bytes, or none.
    init?(holding bytes: Int) {
        guard let version = Self.all.first(where: { $0.capacity >= bytes }) else { return nil }
        self = version
    }
}
