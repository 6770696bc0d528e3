import Testing

@testable import Charts

struct QRCodewordsTests {
    // Worked by hand: 0100, 00000010, the two bytes, 0000, then padding.
    @Test func `bytes are led by mode and length and followed by padding`() {
        let data = QRVersion.all[0].dataCodewords(of: Array("Hi".utf8))
        #expect(data.prefix(4) == [0x40, 0x24, 0x86, 0x90])
        #expect(data.dropFirst(4) == [236, 17, 236, 17, 236, 17, 236, 17, 236, 17, 236, 17])
    }

    @Test func `a full symbol has no padding`() {
        let version = QRVersion.all[0]
        let data = version.dataCodewords(of: Array(repeating: 0xFF, count: version.capacity))
        #expect(data == [0x40, 0xEF] + Array(repeating: 0xFF, count: 13) + [0xF0])
    }

    @Test func `from version 10 the length has two bytes`() {
        let data = QRVersion.all[9].dataCodewords(of: Array(repeating: 0, count: 213))
        #expect(data.prefix(4) == [0x40, 0x0D, 0x50, 0x00])
        #expect(data.count == 216)
    }

    // Python's qrcode 8.2, version 8, level M: two blocks of 38 and two of 39.
    @Test func `blocks take turns, the longer ones last`() {
        let bytes = (65..<217).map { UInt8($0) }
        let codewords = QRVersion.all[7].codewords(of: bytes)
        #expect(codewords.prefix(8) == [73, 86, 184, 43, 132, 102, 200, 59])
        #expect(codewords[148..<160] == [70, 168, 11, 125, 27, 128, 238, 56, 204, 87, 227, 152])
        #expect(codewords.suffix(8) == [3, 13, 176, 223, 10, 7, 213, 229])
        #expect(codewords.count == 154 + 4 * 22)
    }
}
