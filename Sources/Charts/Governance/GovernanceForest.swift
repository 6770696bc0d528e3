/// Boards as trees: each under one board that it reports to, however tangled the reports are.
struct GovernanceForest {
    /// The boards that report or are reported to, each after the one it stands under.
    private(set) var order: [Int] = []
    /// The boards that neither report nor are reported to.
    private(set) var alone: [Int] = []
    /// All the boards that each reports to.
    let superiors: [[Int]]
    /// The board that each stands under.
    private(set) var parents: [Int?]
    /// The boards that stand under each.
    private(set) var children: [[Int]]
    /// How many boards each stands under.
    private(set) var depths: [Int]

    /// The trees of `boards`.
    ///
    /// A board stands under the first that it reports to. Where boards report to each other in a
    /// ring, the first of them in the list stands at the top.
    init(_ boards: [GovernancePicture.Board]) {
        let places = Dictionary(
            boards.indices.map { (boards[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
        superiors = boards.indices.map { index in
            var found: [Int] = []
            for place in boards[index].reportsTo.compactMap({ places[$0] })
            where place != index && !found.contains(place) {
                found.append(place)
            }
            return found
        }
        parents = Array(repeating: nil, count: boards.count)
        children = Array(repeating: [], count: boards.count)
        depths = Array(repeating: 0, count: boards.count)
        let tops = boards.indices.filter { superiors[$0].isEmpty }
        let reportedTo = Set(superiors.joined())
        alone = tops.filter { !reportedTo.contains($0) }
        grow(from: tops.filter(reportedTo.contains) + Array(boards.indices))
    }

    /// Puts each board that stands nowhere yet at the top of a tree, and those below it under it.
    private mutating func grow(from tops: [Int]) {
        var below: [[Int]] = Array(repeating: [], count: superiors.count)
        for (index, superiors) in superiors.enumerated() {
            if let first = superiors.first { below[first].append(index) }
        }
        var isPlaced = superiors.map { _ in false }
        for index in alone { isPlaced[index] = true }
        for candidate in tops where !isPlaced[candidate] {
            let top = top(above: candidate)
            var waiting = [top]
            isPlaced[top] = true
            while let index = waiting.popLast() {
                order.append(index)
                children[index] = below[index].filter { !isPlaced[$0] }
                for child in children[index] {
                    isPlaced[child] = true
                    parents[child] = index
                    depths[child] = depths[index] + 1
                }
                waiting += children[index].reversed()
            }
        }
    }

    /// The board that the reports lead up to, or the first in the list of the ring they end in.
    private func top(above index: Int) -> Int {
        var path: [Int] = []
        var isOnPath = superiors.map { _ in false }
        var next: Int? = index
        while let place = next, !isOnPath[place] {
            path.append(place)
            isOnPath[place] = true
            next = superiors[place].first
        }
        guard let start = next.flatMap(path.firstIndex) else { return path.last ?? index }
        return path[start...].min() ?? index
    }

    /// How many boards stand above each other at most; 0 where all stand alone.
    var height: Int { order.map { depths[$0] + 1 }.max() ?? 0 }
}
