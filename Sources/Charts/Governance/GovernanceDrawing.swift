/// One of the two drawings of a governance picture.
struct GovernanceDrawing {
    private let forest: GovernanceForest
    private let size: DrawingSize
    private let layout: GovernanceLayout
    private var boxes: [GovernanceBox] { layout.boxes }

    init(
        _ boards: [GovernancePicture.Board], _ forest: GovernanceForest, _ size: DrawingSize
    ) {
        self.forest = forest
        self.size = size
        layout = GovernanceLayout(boards, forest, size)
    }

    func append(to page: inout [UInt8], head: ChartHead) {
        head.open(size, height: layout.height, in: &page)
        // Lines first, so that boxes cover what would cross them.
        for index in forest.order { appendLines(of: index, to: &page) }
        for index in forest.order where !forest.children[index].isEmpty {
            appendArrow(at: index, to: &page)
        }
        for index in forest.order + forest.alone { boxes[index].append(to: &page) }
        if let y = layout.aloneWords {
            page.text("Boards that report to no other in this picture", at: Place(x: 1, y: y))
        }
        page.markup("</svg>")
    }

    private func appendLines(of index: Int, to page: inout [UInt8]) {
        for superior in forest.superiors[index] {
            let isParent = forest.parents[index] == superior
            switch layout.direction {
            case .across where isParent: appendLineAcross(from: index, to: superior, in: &page)
            case .across where forest.isBeside(superior, index):
                appendSecondLine(from: index, to: superior, in: &page)
            case .down where isParent: appendLineDown(from: index, to: superior, in: &page)
            case .across, .down: continue
            }
        }
    }

    private func appendLineAcross(from index: Int, to superior: Int, in page: inout [UInt8]) {
        let (box, above) = (boxes[index], boxes[superior])
        let bend = (above.right + box.left) / 2
        page.polyline(
            "g-report",
            through: [
                Place(x: box.left, y: box.middle), Place(x: bend, y: box.middle),
                Place(x: bend, y: above.middle), Place(x: above.right, y: above.middle),
            ])
    }

    /// A dashed line beside the others, to the second board that a board reports to.
    private func appendSecondLine(from index: Int, to superior: Int, in page: inout [UInt8]) {
        let (box, above) = (boxes[index], boxes[superior])
        let bend = (above.right + box.left) / 2 + 8
        let (start, end) = (box.middle + 9, above.middle + 9)
        page.polyline(
            "g-report-also",
            through: [
                Place(x: box.left, y: start), Place(x: bend, y: start),
                Place(x: bend, y: end), Place(x: above.right, y: end),
            ])
        page.arrow("g-arrow", to: Place(x: above.right, y: end), across: 7, down: 0)
    }

    private func appendLineDown(from index: Int, to superior: Int, in page: inout [UInt8]) {
        let (box, above) = (boxes[index], boxes[superior])
        let x = min(above.left, box.left - 20) + 10
        page.polyline(
            "g-report",
            through: [
                Place(x: box.left, y: box.middle), Place(x: x, y: box.middle),
                Place(x: x, y: above.bottom),
            ])
    }

    /// An arrow at the box of a board that others stand under.
    private func appendArrow(at index: Int, to page: inout [UInt8]) {
        let box = boxes[index]
        switch layout.direction {
        case .across:
            page.arrow("g-arrow", to: Place(x: box.right, y: box.middle), across: 7, down: 0)
        case .down:
            page.arrow("g-arrow", to: Place(x: box.left + 10, y: box.bottom), across: 0, down: 7)
        }
    }
}
