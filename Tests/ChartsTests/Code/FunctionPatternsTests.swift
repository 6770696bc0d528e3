import Testing

@testable import Charts

struct FunctionPatternsTests {
    // Drawn by hand: finder patterns, timing, one alignment pattern, and the dark module.
    @Test func `version 2 has these patterns and no others`() {
        let drawn = ModuleGrid([
            "#######           #######",
            "#     #           #     #",
            "# ### #           # ### #",
            "# ### #           # ### #",
            "# ### #           # ### #",
            "#     #           #     #",
            "####### # # # # # #######",
            "                         ",
            "      #                  ",
            "                         ",
            "      #                  ",
            "                         ",
            "      #                  ",
            "                         ",
            "      #                  ",
            "                         ",
            "      #         #####    ",
            "        #       #   #    ",
            "#######         # # #    ",
            "#     #         #   #    ",
            "# ### #         #####    ",
            "# ### #                  ",
            "# ### #                  ",
            "#     #                  ",
            "#######                  ",
        ])
        #expect(FunctionPatterns(QRVersion.all[1]).modules == drawn)
    }

    @Test func `data begins in the lower right corner and goes up two columns at a time`() {
        let region = FunctionPatterns(QRVersion.all[0]).encodingRegion
        let places = [(20, 20), (20, 19), (19, 20), (19, 19)]
        #expect(region.prefix(4) == ArraySlice(places.map { .init(row: $0, column: $1) }))
        #expect(region[24] == .init(row: 9, column: 18))
        #expect(region.last == .init(row: 12, column: 0))
    }

    @Test(arguments: [0, 6, 13, 39])
    func `data goes nowhere twice`(index: Int) {
        let version = QRVersion.all[index]
        let region = FunctionPatterns(version).encodingRegion
        let numbers = Set(region.map { $0.row * version.side + $0.column })
        #expect(numbers.count == region.count)
    }
}
