import Testing

@testable import Portal

@Suite struct BoardTreeTests {
    private let boards = (1...4).map { number in
        BoardEntry(
            id: Int64(number), slug: "b\(number)", title: "Board \(number)", role: nil,
            sourceDocument: nil)
    }

    private func tree(_ pairs: [(Int64, Int64)]) -> BoardTree {
        BoardTree(boards, pairs.map { BoardReporting(board: $0.0, reportsTo: $0.1) })
    }

    @Test func `boards stand under those to which they report`() {
        let tree = tree([(2, 1), (3, 2)])
        #expect(tree.roots.map(\.board.slug) == ["b1"])
        #expect(tree.roots.first?.branches.map(\.board.slug) == ["b2"])
        #expect(tree.roots.first?.branches.first?.branches.map(\.board.slug) == ["b3"])
        #expect(tree.apart.map(\.slug) == ["b4"])
        #expect(tree.circular == [])
    }

    @Test func `a board that reports to two has its own branches once`() {
        let tree = tree([(3, 1), (3, 2), (4, 3)])
        #expect(tree.roots.map(\.board.slug) == ["b1", "b2"])
        let both = tree.roots.flatMap(\.branches)
        #expect(both.map(\.board.slug) == ["b3", "b3"])
        #expect(both.map(\.isRepeated) == [false, true])
        #expect(both.map(\.branches.count) == [1, 0])
    }

    @Test func `boards that report to each other end, and stand apart`() {
        let tree = tree([(2, 3), (3, 2), (4, 1)])
        #expect(tree.circular.map(\.slug) == ["b2", "b3"])
        #expect(tree.roots.map(\.board.slug) == ["b1"])
        #expect(tree.apart == [])
    }

    @Test func `without reportings every board stands apart`() {
        #expect(tree([]).apart.count == 4)
        #expect(tree([]).roots == [])
    }
}
