import Testing

@testable import Charts

struct SymbolInformationTests {
    // Table C.1, level M.
    @Test(arguments: [
        (DataMask.pattern000, 0b101_0100_0001_0010), (.pattern001, 0b101_0001_0010_0101),
        (.pattern010, 0b101_1110_0111_1100), (.pattern011, 0b101_1011_0100_1011),
        (.pattern100, 0b100_0101_1111_1001), (.pattern101, 0b100_0000_1100_1110),
        (.pattern110, 0b100_1111_1001_0111), (.pattern111, 0b100_1010_1010_0000),
    ])
    func `format information is that of the standard's table`(mask: DataMask, bits: Int) {
        #expect(SymbolInformation.format(mask) == bits)
    }

    // Table D.1.
    @Test(
        arguments: [
            (1, nil), (6, nil), (7, 0x07C94), (8, 0x085BC), (20, 0x149A6), (40, 0x28C69),
        ] as [(Int, Int?)])
    func `version information is that of the standard's table, from 7`(number: Int, bits: Int?) {
        #expect(SymbolInformation.version(QRVersion.all[number - 1]) == bits)
    }

    @Test func `two copies of the format information stand in 15 places each, none of them twice`()
    {
        for side in [21, 57, 177] {
            let places = SymbolInformation.formatPlaces(side: side)
            #expect(places.map(\.count) == [15, 15])
            let numbers = places.joined().map { $0.row * side + $0.column }
            #expect(Set(numbers).count == 30)
            #expect(places.joined().allSatisfy { $0.row == 8 || $0.column == 8 })
        }
    }
}
