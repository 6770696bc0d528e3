/// Where the boxes of a governance picture stand.
struct GovernanceLayout {
    /// How boxes show which board they stand under.
    enum Direction {
        /// Columns from left to right.
        case across
        /// Rows, further in at each step.
        case down
    }

    private static let mostColumns = 4
    private static let gap = 12.0
    private static let columnGap = 40.0
    private static let widest = 300.0
    private static let indent = 20.0
    private static let deepest = 140.0
    private static let aloneGap = 24.0
    private static let wordsHeight = 34.0

    let direction: Direction
    private(set) var boxes: [GovernanceBox] = []
    private(set) var height = 1.0
    /// Where the words above the boards that stand alone are, when others do not.
    private(set) var aloneWords: Double?

    init(_ boards: [GovernancePicture.Board], _ forest: GovernanceForest, _ size: DrawingSize) {
        let isAcross = size == .wide && 2...Self.mostColumns ~= forest.height
        direction = isAcross ? .across : .down
        boxes = boards.indices.map { index in
            let (left, width) = Self.column(of: forest.depths[index], in: forest, size, isAcross)
            return GovernanceBox(
                boards[index], Self.reports(of: index, boards, forest, direction), left: left,
                width: width)
        }
        switch direction {
        case .across: placeAcross(forest)
        case .down: placeDown(forest)
        }
        placeAlone(forest, boards, size)
        height = (boxes.map(\.bottom).max() ?? 0) + 1
    }

    private static func column(
        of depth: Int, in forest: GovernanceForest, _ size: DrawingSize, _ isAcross: Bool
    ) -> (left: Double, width: Double) {
        guard isAcross else {
            let left = min(Double(depth) * indent, deepest) + 1
            return (left, min(size.width - 1 - left, 420))
        }
        let count = Double(forest.height)
        let width = min((size.width - 2 - (count - 1) * columnGap) / count, widest)
        return (1 + Double(depth) * (width + columnGap), width)
    }

    /// The boards that a board reports to and no line leads to, as a sentence.
    private static func reports(
        of index: Int, _ boards: [GovernancePicture.Board], _ forest: GovernanceForest,
        _ direction: Direction
    ) -> String? {
        let unseen = forest.superiors[index].filter { superior in
            superior != forest.parents[index]
                && !(direction == .across && forest.isBeside(superior, index))
        }
        guard !unseen.isEmpty else { return nil }
        return (forest.parents[index] == nil ? "Reports to " : "Also reports to ")
            + unseen.map { boards[$0].name }.inWords
    }

    /// Each board beside the middle of those under it.
    private mutating func placeAcross(_ forest: GovernanceForest) {
        var rooms = boxes.map(\.height)
        var inner = boxes.map { _ in 0.0 }
        for index in forest.order.reversed() {
            let children = forest.children[index]
            inner[index] =
                children.reduce(0) { $0 + rooms[$1] } + Double(max(children.count - 1, 0))
                * Self.gap
            rooms[index] = max(rooms[index], inner[index])
        }
        var tops = boxes.map { _ in 1.0 }
        var next = 1.0
        for index in forest.order {
            if forest.parents[index] == nil {
                tops[index] = next
                next += rooms[index] + Self.gap * 2
            }
            boxes[index].top = tops[index] + (rooms[index] - boxes[index].height) / 2
            var top = tops[index] + (rooms[index] - inner[index]) / 2
            for child in forest.children[index] {
                tops[child] = top
                top += rooms[child] + Self.gap
            }
        }
    }

    /// One board below the other.
    private mutating func placeDown(_ forest: GovernanceForest) {
        var next = 1.0
        for index in forest.order {
            boxes[index].top = next
            next = boxes[index].bottom + Self.gap
        }
    }

    /// The boards that stand alone in rows of three, or below each other when narrow.
    private mutating func placeAlone(
        _ forest: GovernanceForest, _ boards: [GovernancePicture.Board], _ size: DrawingSize
    ) {
        var top = 1.0
        if let last = forest.order.map({ boxes[$0].bottom }).max(), !forest.alone.isEmpty {
            aloneWords = last + Self.wordsHeight
            top = last + Self.wordsHeight + Self.gap
        }
        let count = size == .wide ? 3 : 1
        let width = (size.width - 2 - Double(count - 1) * Self.aloneGap) / Double(count)
        for start in stride(from: 0, to: forest.alone.count, by: count) {
            let row = forest.alone[start..<min(start + count, forest.alone.count)]
            var bottom = top
            for (place, index) in row.enumerated() {
                boxes[index] = GovernanceBox(
                    boards[index], nil, left: 1 + Double(place) * (width + Self.aloneGap),
                    width: width)
                boxes[index].top = top
                bottom = max(bottom, boxes[index].bottom)
            }
            top = bottom + Self.gap
        }
    }
}

extension GovernanceForest {
    /// Whether `superior` stands in the column before that of `index`.
    func isBeside(_ superior: Int, _ index: Int) -> Bool {
        depths[superior] == depths[index] - 1
    }
}
