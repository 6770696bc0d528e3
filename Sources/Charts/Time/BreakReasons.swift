/// The reasons for series breaks, written in the wide drawing where they cover least.
struct BreakReasons {
    private static let lineHeight = 17.0

    /// A block of text beside a break.
    private struct Block {
        let lines: [String]
        let look: String
        let x: Double
        let left: Double
        let right: Double
        let top: Double

        var bottom: Double { top + Double(lines.count) * lineHeight }

        func covers(_ place: Place) -> Bool {
            left - 8...right + 8 ~= place.x && top - 6...bottom + 6 ~= place.y
        }

        func overlaps(_ other: Block) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    private let blocks: [Block]

    /// The reasons for the breaks of `content`, where they cover least of its lines.
    init(_ content: TimeContent, _ frame: TimeFrame) {
        let drawn = Self.traces(of: content, in: frame)
        var blocks: [Block] = []
        for seriesBreak in content.breaks {
            let candidates = Self.candidates(for: seriesBreak, in: frame)
            let costs = candidates.map { block in
                drawn.count(where: block.covers) + 1000 * blocks.count(where: block.overlaps)
            }
            guard let least = costs.min(), let best = costs.firstIndex(of: least) else { continue }
            blocks.append(candidates[best])
        }
        self.blocks = blocks
    }

    func append(to page: inout [UInt8]) {
        for block in blocks {
            for (number, line) in block.lines.enumerated() {
                let y = block.top + Double(number) * Self.lineHeight + 13
                page.text(line, block.look, at: Place(x: block.x, y: y))
            }
        }
    }

    /// Left or right of the break, from the foot of the plot upwards, where the text fits.
    private static func candidates(
        for seriesBreak: TrendChart.Break, in frame: TimeFrame
    ) -> [Block] {
        let lines = seriesBreak.reason.lines(ofAtMost: 20)
        let width = lines.map { $0.estimatedWidth() }.max() ?? 0
        let x = frame.breakX(seriesBreak)
        let foot = frame.bottom - 7 - Double(lines.count) * lineHeight
        let tops = (0..<6).map { foot - Double($0) * lineHeight * 2 }.filter { $0 >= frame.top }
        let blocks = tops.flatMap { top in
            [
                Block(
                    lines: lines, look: "t-end", x: x - 8, left: x - 8 - width, right: x - 8,
                    top: top),
                Block(
                    lines: lines, look: "", x: x + 8, left: x + 8, right: x + 8 + width, top: top),
            ]
        }
        let fitting = blocks.filter { $0.left > frame.left && $0.right < frame.right }
        return fitting.isEmpty ? blocks : fitting
    }

    /// Points along all that is drawn, close enough that no text slips between two of them.
    private static func traces(of content: TimeContent, in frame: TimeFrame) -> [Place] {
        let breaks = content.breaks.map(\.period)
        var traces: [Place] = []
        for series in content.lines + [content.target].compactMap({ $0 }) {
            for run in series.runs(brokenBefore: breaks) {
                traces += points(
                    along: run.compactMap { frame.place(of: series.figures[$0], in: $0) })
            }
        }
        for path in content.paths { traces += points(along: path.map(frame.place)) }
        return traces
    }

    private static func points(along places: [Place]) -> [Place] {
        var points = places
        for (start, end) in zip(places, places.dropFirst()) {
            points += (1..<10).map { tenth in
                let share = Double(tenth) / 10
                return Place(
                    x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share)
            }
        }
        return points
    }
}
