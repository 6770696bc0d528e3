import Testing

@testable import Charts

struct QRVersionTests {
    // Table 7: bytes at level M.
    @Test(arguments: [
        (1, 14), (2, 26), (3, 42), (4, 62), (5, 84), (6, 106), (7, 122), (8, 152), (9, 180),
        (10, 213), (15, 412), (20, 666), (26, 1059), (27, 1125), (33, 1628), (40, 2331),
    ])
    func `a version holds what the standard says, and the next what is one byte longer`(
        number: Int, capacity: Int
    ) {
        #expect(QRVersion.all[number - 1].capacity == capacity)
        #expect(QRVersion(holding: capacity)?.number == number)
        #expect(QRVersion(holding: capacity + 1)?.number == (number < 40 ? number + 1 : nil))
    }

    // Table E.1.
    @Test(
        arguments: [
            (1, []), (2, [6, 18]), (7, [6, 22, 38]), (15, [6, 26, 48, 70]),
            (32, [6, 34, 60, 86, 112, 138]), (39, [6, 26, 54, 82, 110, 138, 166]),
            (40, [6, 30, 58, 86, 114, 142, 170]),
        ] as [(Int, [Int])])
    func `alignment patterns stand where the standard says`(number: Int, centres: [Int]) {
        #expect(QRVersion.all[number - 1].alignmentCentres == centres)
    }

    // Table 1: the modules for data, of which up to seven make no whole codeword.
    @Test(arguments: [
        (1, 0), (2, 7), (6, 7), (7, 0), (13, 0), (14, 3), (20, 3), (21, 4), (27, 4), (28, 3),
        (34, 3), (35, 0), (40, 0),
    ])
    func `codewords fill the symbol but for the remainder bits`(number: Int, remainder: Int) {
        let version = QRVersion.all[number - 1]
        let codewords =
            version.dataCodewords + version.blocks.count * version.checkCodewords
        let region = FunctionPatterns(version).encodingRegion
        #expect(region.count == codewords * 8 + remainder)
    }

    @Test func `there are forty versions, each larger than the last`() {
        #expect(QRVersion.all.map(\.number) == Array(1...40))
        let pairs = zip(QRVersion.all, QRVersion.all.dropFirst())
        #expect(pairs.allSatisfy { $0.capacity < $1.capacity && $0.side + 4 == $1.side })
    }
}
