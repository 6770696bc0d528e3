/// The box of a board, with its words in lines that fit.
struct GovernanceBox {
    private static let lineHeight = 17.0
    private static let padding = 10.0
    /// What a reader's font may be wider than thought: in a box, words must not come out.
    private static let caution = (name: 1.2, others: 1.1)

    private let lines: [(words: String, isName: Bool)]
    var left: Double
    var top = 0.0
    let width: Double

    /// A box for `board`, which says in words what no line shows.
    init(
        _ board: GovernancePicture.Board, _ reports: String?, left: Double, width: Double
    ) {
        let room = width - 2 * Self.padding
        let name = board.name.lines(within: room / Self.caution.name, bold: true).map { ($0, true) }
        let others = (Array(board.lines.dropFirst()) + [reports].compactMap { $0 })
            .flatMap { $0.lines(within: room / Self.caution.others) }.map { ($0, false) }
        lines = name + others
        self.left = left
        self.width = width
    }

    var height: Double { Double(max(lines.count, 1)) * Self.lineHeight + 16 }
    var right: Double { left + width }
    var bottom: Double { top + height }
    var middle: Double { top + height / 2 }

    func append(to page: inout [UInt8]) {
        page.rectangle("g-board", at: Place(x: left, y: top), width: width, height: height)
        for (number, line) in lines.enumerated() {
            page.text(
                line.words, line.isName ? "t-strong" : "",
                at: Place(
                    x: left + Self.padding, y: top + 20.5 + Double(number) * Self.lineHeight))
        }
    }
}
