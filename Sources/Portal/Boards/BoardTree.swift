/// Who reports to whom, as far as that is known.
struct BoardTree: Equatable {
    /// A board, and those that report to it.
    struct Branch: Equatable {
        let board: BoardEntry
        let branches: [Branch]
        /// Whether its own branches stand elsewhere, since it reports to several.
        let isRepeated: Bool
    }

    /// The boards that report to none, each with those that report to it.
    let roots: [Branch]
    /// The boards of which it is not known to whom they report, nor that one reports to them.
    let apart: [BoardEntry]
    /// The boards that report to each other in a circle, so that none of them is above.
    let circular: [BoardEntry]

    init(_ boards: [BoardEntry], _ reportings: [BoardReporting]) {
        let above = Dictionary(grouping: reportings, by: \.board)
        let below = Dictionary(grouping: reportings, by: \.reportsTo)
        var placed: Set<Int64> = []
        roots =
            boards
            .filter { above[$0.id] == nil && below[$0.id] != nil }
            .map { Self.branch($0, boards, below, &placed) }
        apart = boards.filter { above[$0.id] == nil && below[$0.id] == nil }
        circular = boards.filter { above[$0.id] != nil && !placed.contains($0.id) }
    }

    /// The branch of a board; one that stands somewhere already keeps its own branches there.
    private static func branch(
        _ board: BoardEntry, _ boards: [BoardEntry], _ below: [Int64: [BoardReporting]],
        _ placed: inout Set<Int64>
    ) -> Branch {
        let members = Set((below[board.id] ?? []).map(\.board))
        guard placed.insert(board.id).inserted else {
            return Branch(board: board, branches: [], isRepeated: !members.isEmpty)
        }
        var branches: [Branch] = []
        for member in boards where members.contains(member.id) {
            branches.append(branch(member, boards, below, &placed))
        }
        return Branch(board: board, branches: branches, isRepeated: false)
    }
}
