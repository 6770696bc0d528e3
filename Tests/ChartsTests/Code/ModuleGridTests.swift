import Testing

@testable import Charts

struct ModuleGridTests {
    private let grid = ModuleGrid(["## #", "    ", "####", " ## "])

    @Test(
        arguments: [(0, [0..<2, 3..<4]), (1, []), (2, [0..<4]), (3, [1..<3])]
            as [(Int, [Range<Int>])])
    func `dark modules side by side are one run`(row: Int, runs: [Range<Int>]) {
        #expect(grid.darkRuns(inRow: row) == runs)
    }

    @Test func `rows run across and columns down`() {
        #expect(grid.row(0) == [true, true, false, true])
        #expect(grid.column(0) == [true, false, true, false])
    }
}
