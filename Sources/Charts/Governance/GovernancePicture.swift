/// Who reports to whom: boards as boxes, and a line from each to the board it reports to.
///
/// When wide, boards stand right of the one they report to; when narrow, below it and further in.
/// Boards that report to none and have none reporting stand in rows below.
public struct GovernancePicture: SVGDrawing, Equatable {
    /// A board, committee or group.
    public struct Board: Equatable, Sendable {
        /// What others call it when they report to it.
        public let id: String
        /// What stands in its box: the name first, in bold, then whatever else.
        public let lines: [String]
        /// The boards it reports to, the one that matters most first.
        ///
        /// Those that are not in the picture are passed over.
        public let reportsTo: [String]

        /// A board whose box holds `lines`.
        ///
        /// - Parameters:
        ///   - id: What others call it when they report to it.
        ///   - lines: What stands in its box, the name first. Lines are wrapped to the box.
        ///   - reportsTo: The boards it reports to, the one that matters most first.
        public init(_ id: String, _ lines: [String], reportsTo: [String] = []) {
            self.id = id
            self.lines = lines
            self.reportsTo = reportsTo
        }

        /// What it is called.
        var name: String { lines.first ?? id }
    }

    /// What the picture is called in the page; the IDs of both drawings begin with it.
    public let id: String
    /// What the picture shows.
    public let title: String
    /// The boards, in the order in which they should stand.
    public let boards: [Board]

    /// A picture of `boards`.
    ///
    /// - Parameters:
    ///   - id: A prefix for IDs, unique in the page.
    ///   - title: What the picture shows.
    ///   - boards: The boards, in the order in which they should stand.
    public init(id: String, title: String, boards: [Board]) {
        self.id = id
        self.title = title
        self.boards = boards
    }

    /// Writes the wide drawing and the narrow one; nothing when there is no board.
    public func append(to page: inout [UInt8]) {
        guard !boards.isEmpty else { return }
        let head = ChartHead(id: id, title: title, alternative: alternative)
        let forest = GovernanceForest(boards)
        for size in DrawingSize.allCases {
            GovernanceDrawing(boards, forest, size).append(to: &page, head: head)
        }
    }
}

extension GovernancePicture {
    /// The picture in words, for its `desc`: made from the same boards that are drawn.
    public var alternative: String {
        let forest = GovernanceForest(boards)
        let count = boards.count == 1 ? "1 board" : String(boards.count) + " boards"
        let reports = forest.order.compactMap { index -> String? in
            let superiors = forest.superiors[index].map { boards[$0].name }
            return superiors.isEmpty
                ? nil : boards[index].name + " reports to " + superiors.inWords
        }
        let alone = forest.alone.map { boards[$0].name }
        let verb = alone.count == 1 ? " reports" : " report"
        let rest =
            alone.isEmpty ? [] : [alone.inWords + verb + " to no other board in the picture"]
        return (["Diagram of " + count] + reports + rest).map { $0 + "." }
            .joined(separator: " ")
    }
}
