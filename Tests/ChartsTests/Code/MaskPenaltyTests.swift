import Testing

@testable import Charts

struct MaskPenaltyTests {
    @Test(arguments: (QRSymbolExample.masked + QRSymbolExample.best).indices)
    func `a symbol has the points that another encoder counts`(index: Int) {
        let example = (QRSymbolExample.masked + QRSymbolExample.best)[index]
        let version = QRVersion.all[example.version - 1]
        let symbol = QRSymbol(Array(example.text.utf8), version, masked: example.mask)
        #expect(symbol.modules.penalty == example.penalty)
    }

    // By hand: 42 lines of 3 + 16, 400 squares of 3, and 100 for being half too light.
    @Test func `a light symbol has points for runs, squares and proportion`() {
        #expect(ModuleGrid(side: 21).penalty == 42 * 19 + 400 * 3 + 100)
    }

    @Test(arguments: [
        ("####.####.", 0), ("#####.", 3), (".######.#", 4), ("#.......", 5), (".....#####", 6),
    ])
    func `five modules of a colour in a line have three points, and each more another`(
        line: String, points: Int
    ) {
        #expect(ModuleGrid.runPenalty(line.map { $0 == "#" }) == points)
    }

    @Test(arguments: [
        ("#.###.#..#..#", 40), (".#.###.#..#.#", 40), ("..#..#.###.#.", 40),
        ("....#.###.#....", 40), ("..##.#.###.#.##..", 0), ("#.###.#.###.#", 80),
        ("#.##.#", 0),
    ])
    func `what is like a finder pattern beside light modules or the edge has forty points`(
        line: String, points: Int
    ) {
        #expect(ModuleGrid.finderPenalty(line.map { $0 == "#" }) == points)
    }
}
