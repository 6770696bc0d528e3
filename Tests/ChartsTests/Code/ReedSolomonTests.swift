import Testing

@testable import Charts

struct ReedSolomonTests {
    // ISO/IEC 18004, annex I: "01234567" in version 1 at level M.
    @Test func `the standard's own example has its codewords`() {
        let data: [UInt8] = [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
            0xEC, 0x11,
        ]
        #expect(
            ReedSolomon(checkCodewords: 10).checkCodewords(of: data)
                == [0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55])
    }

    // Annex A, for 10 codewords: powers of the field's generator.
    @Test func `the generator polynomial is the standard's`() {
        let powers = [0, 251, 67, 46, 61, 118, 70, 64, 94, 32, 45]
        #expect(ReedSolomon(checkCodewords: 10).generator == powers.map(Self.power))
    }

    @Test func `a block of zeros has zeros`() {
        let zeros = [UInt8](repeating: 0, count: 16)
        #expect(
            ReedSolomon(checkCodewords: 7).checkCodewords(of: zeros)
                == [UInt8](repeating: 0, count: 7))
    }

    @Test(
        arguments: [
            (0, 7, 0), (1, 200, 200), (2, 128, 29), (128, 128, 19), (3, 7, 9), (255, 255, 226),
        ] as [(UInt8, UInt8, UInt8)])
    func `elements are multiplied in the field`(first: UInt8, second: UInt8, product: UInt8) {
        #expect(ReedSolomon.product(first, second) == product)
        #expect(ReedSolomon.product(second, first) == product)
    }

    private static func power(_ exponent: Int) -> UInt8 {
        (0..<exponent).reduce(1) { element, _ in ReedSolomon.product(element, 2) }
    }
}
