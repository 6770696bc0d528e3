import Testing

@testable import Charts

struct QRSymbolTests {
    @Test(arguments: (QRSymbolExample.masked + QRSymbolExample.best).indices)
    func `every module is where another encoder puts it`(index: Int) throws {
        let example = (QRSymbolExample.masked + QRSymbolExample.best)[index]
        let version = QRVersion.all[example.version - 1]
        let symbol = QRSymbol(Array(example.text.utf8), version, masked: example.mask)
        #expect(symbol.modules.hexadecimalRows == example.rows)
    }

    @Test(arguments: QRSymbolExample.best.indices)
    func `the smallest version and the mask of the lowest penalty are chosen`(index: Int) throws {
        let example = QRSymbolExample.best[index]
        let symbol = try #require(QRSymbol(Array(example.text.utf8)))
        #expect(symbol.version.number == example.version)
        #expect(symbol.mask == example.mask)
    }

    @Test func `one byte more than the largest version holds is refused`() {
        #expect(QRSymbol(Array(repeating: 0, count: 2332)) == nil)
        #expect(QRSymbol(Array(repeating: 0, count: 65_550)) == nil)
    }

    @Test(arguments: QRVersion.all.indices)
    func `any bytes make a square with its finder and timing patterns`(index: Int) throws {
        let version = QRVersion.all[index]
        let bytes = (0..<version.capacity).map { _ in UInt8.random(in: 0...255) }
        let mask = try #require(DataMask.allCases.randomElement())
        let modules = QRSymbol(bytes, version, masked: mask).modules
        #expect(modules.side == 17 + 4 * version.number)
        let finder = [0b1111111, 0b1000001, 0b1011101, 0b1011101, 0b1011101, 0b1000001, 0b1111111]
        let far = modules.side - 7
        for (top, left) in [(0, 0), (0, far), (far, 0)] {
            let drawn = (top..<top + 7).map { row in
                (left..<left + 7).reduce(0) { $0 << 1 | (modules[row, $1] ? 1 : 0) }
            }
            #expect(drawn == finder)
        }
        for index in 8..<far {
            #expect(modules[6, index] == index.isMultiple(of: 2))
            #expect(modules[index, 6] == index.isMultiple(of: 2))
        }
    }
}
