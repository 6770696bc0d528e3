import Testing

@testable import Charts

struct GovernanceForestTests {
    private func forest(_ boards: [(String, [String])]) -> GovernanceForest {
        GovernanceForest(boards.map { .init($0, [$0], reportsTo: $1) })
    }

    @Test func `a board comes after the one it stands under, in the order of the list`() {
        let forest = forest([("d", ["b"]), ("c", ["a"]), ("b", ["a"]), ("a", []), ("x", [])])
        #expect(forest.order == [3, 1, 2, 0])
        #expect(forest.alone == [4])
        #expect(forest.depths == [2, 1, 1, 0, 0])
        #expect(forest.parents == [2, 3, 3, nil, nil])
        #expect(forest.height == 3)
    }

    @Test func `a board stands under the first that it reports to`() {
        let forest = forest([("a", []), ("b", []), ("c", ["nowhere", "b", "a", "b", "c"])])
        #expect(forest.superiors[2] == [1, 0])
        #expect(forest.parents[2] == 1)
        #expect(forest.order == [0, 1, 2])
    }

    @Test func `of two boards with one id the first is meant`() {
        let forest = forest([("a", []), ("a", []), ("b", ["a"])])
        #expect(forest.parents[2] == 0)
        #expect(forest.alone == [1])
    }

    @Test func `a ring and what hangs from it are placed once`() {
        let forest = forest([("t", ["r"]), ("r", ["s"]), ("s", ["r"]), ("u", ["t"])])
        #expect(forest.order == [1, 0, 3, 2])
        #expect(forest.parents == [1, nil, 1, 0])
        #expect(forest.alone.isEmpty)
    }
}
