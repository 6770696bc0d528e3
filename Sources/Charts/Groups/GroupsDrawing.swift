/// One of the two drawings of a groups plot: names beside the rows, or above them when narrow.
struct GroupsDrawing {
    private static let top = 8.0
    /// How far right of a mark its figure is.
    private static let labelOffset = 14.0

    private let plot: GroupsDotPlot
    private let size: DrawingSize
    private let scale: Scale
    private let left: Double
    private let right: Double
    private let rowHeight: Double
    /// How far down its row a mark is.
    private let markOffset: Double

    init(_ plot: GroupsDotPlot, _ size: DrawingSize, scale: Scale) {
        self.plot = plot
        self.size = size
        self.scale = scale
        switch size {
        case .wide:
            let names = plot.rows.map { $0.name.estimatedWidth(bold: $0.isTotal) }
            left = min(max(236, (names.max() ?? 0) + 24), 400)
            right = 664
            rowHeight = 29
            markOffset = 14.5
        case .narrow:
            left = 6
            right = Self.narrowRight(plot, size, scale, from: left)
            rowHeight = 46
            markOffset = 32
        }
    }

    /// Where the axis of the narrow drawing ends: further in where a figure at its end would be
    /// cut off.
    private static func narrowRight(
        _ plot: GroupsDotPlot, _ size: DrawingSize, _ scale: Scale, from left: Double
    ) -> Double {
        let right = 296.0
        let ends = plot.rows.compactMap { row in
            row.local.map { figure in
                let furthest = max(figure.value, row.comparator?.value ?? figure.value)
                return scale.place(of: furthest, from: left, to: right) + labelOffset
                    + figure.text.estimatedWidth(bold: true)
            }
        }
        return right - max((ends.max() ?? 0) - size.width, 0)
    }

    private var bottom: Double { Self.top + 2 + Double(plot.rows.count) * rowHeight }

    func append(to page: inout [UInt8], head: ChartHead) {
        head.open(size, height: bottom + 24, in: &page)
        appendGrid(to: &page)
        for (number, row) in plot.rows.enumerated() {
            let top = Self.top + Double(number) * rowHeight
            appendName(of: row, top: top, to: &page)
            appendMarks(of: row, y: top + markOffset, to: &page)
        }
        page.markup("</svg>")
    }

    private func x(_ value: Double) -> Double { scale.place(of: value, from: left, to: right) }

    private func appendGrid(to page: inout [UInt8]) {
        for tick in scale.ticks {
            let x = x(tick)
            page.line("g-grid", from: Place(x: x, y: Self.top), to: Place(x: x, y: bottom))
            page.text(
                plot.unit.text(tick, decimals: scale.decimals), "t-mid",
                at: Place(x: x, y: bottom + 18))
        }
    }

    private func appendName(of row: GroupsDotPlot.Row, top: Double, to page: inout [UInt8]) {
        switch size {
        case .wide:
            page.text(
                row.name, row.isTotal ? "t-end t-strong" : "t-end",
                at: Place(x: left - 16, y: top + markOffset + 4.5))
        case .narrow:
            page.text(row.name, row.isTotal ? "t-strong" : "", at: Place(x: 0, y: top + 18))
        }
    }

    /// The link, the diamond, the dot on it, and the figure after whichever is further right.
    private func appendMarks(of row: GroupsDotPlot.Row, y: Double, to page: inout [UInt8]) {
        let own = row.local.map { Place(x: x($0.value), y: y) }
        let other = row.comparator.map { Place(x: x($0.value), y: y) }
        if let own, let other {
            page.line(
                "g-link", from: Place(x: min(own.x, other.x), y: y),
                to: Place(x: max(own.x, other.x), y: y))
        }
        if let other { page.diamond("g-comp-dot", at: other, radius: 8.5) }
        if let own { page.circle("g-local-dot", at: own, radius: 5.3) }
        let furthest = max(own?.x ?? left, other?.x ?? left)
        let end = Place(x: furthest + Self.labelOffset, y: y + 4.5)
        if let figure = row.local {
            page.text(figure.text, "t-brand", at: end)
        } else {
            appendHidden(
                plot.localName + " " + row.hiddenWords, beside: end, other: other, to: &page)
        }
    }

    /// Says that the figure is not shown, to the left of the diamond when the right has no room.
    private func appendHidden(
        _ words: String, beside end: Place, other: Place?, to page: inout [UInt8]
    ) {
        guard let other, end.x + words.estimatedWidth() > size.width else {
            return page.text(words, at: end)
        }
        page.text(words, "t-end", at: Place(x: other.x - 14, y: end.y))
    }
}
