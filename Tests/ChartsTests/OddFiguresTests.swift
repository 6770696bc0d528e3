import Charts
import Testing

/// Figures from a repeatable sequence of numbers, among them those that arithmetic trips over.
private struct OddFigures {
    private static let odd: [Double] = [
        0, -0.0, 1, 100, -1, 0.1, 1e-9, 1e-300, .leastNonzeroMagnitude, 999_999_999_999, -1e12,
        1e13, 1e308,
        -1e308, .nan, .infinity, -.infinity,
    ]
    private var state: UInt64

    init(seed: Int) { state = UInt64(seed) &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func value() -> Double? {
        switch number(below: 4) {
        case 0: nil
        case 1: Self.odd[number(below: Self.odd.count)]
        default: Double(number(below: 20_000)) / 100 - 50
        }
    }

    mutating func figures() -> [PlottedFigure?] {
        (0..<number(below: 14)).map { _ in value().map { PlottedFigure($0, "n") } }
    }

    mutating func figure() -> PlottedFigure { PlottedFigure(value() ?? 7, "n") }

    mutating func interval() -> PlottedInterval { PlottedInterval(figure(), to: figure()) }

    mutating func intervals() -> [PlottedInterval?] {
        (0..<number(below: 14)).map { _ in number(below: 3) == 0 ? nil : interval() }
    }

    mutating func trajectory() -> TrendChart.Trajectory {
        .init(
            "Target",
            (0..<number(below: 4)).map { _ in .init(figure(), at: value() ?? 3, "a moment") })
    }

    mutating func outlook() -> TrendChart.Outlook {
        .init(
            (0..<number(below: 3)).map { "q\($0)" },
            (0..<number(below: 3)).map { _ in
                let origin =
                    number(below: 2) == 0 ? TrendChart.Projection.Origin.calculation : .judgement
                return .init("P", origin, figure(), in: number(below: 4) - 1, range: interval())
            })
    }

    mutating func stretch() -> ProcessChart.Stretch {
        let first = number(below: 20) - 4
        return .init(
            first..<first + number(below: 9), mean: figure(), lower: figure(), upper: figure(),
            reason: "a reason")
    }

    mutating func councils() -> Spine.Councils {
        .init(
            lowest: value() ?? 0, lowerQuarter: value() ?? 0, upperQuarter: value() ?? 0,
            highest: value() ?? 0)
    }
}

struct OddFiguresTests {
    @Test(arguments: 0..<150)
    func `odd figures are drawn well-formed or not at all`(seed: Int) throws {
        var odd = OddFigures(seed: seed)
        let count = odd.number(below: 14)
        let trend = TrendChart(
            id: "t", title: "T", unit: .number, periods: (0..<count).map { "p\($0)" },
            local: .init("A", odd.figures()), comparator: .init("B", odd.figures()),
            target: .init("Target", odd.figures()),
            breaks: (0..<3).map { _ in
                .init(before: odd.number(below: 20) - 3, reason: "a reason of some length")
            }, trajectory: odd.trajectory(), outlook: odd.outlook(), intervals: odd.intervals())
        let process = ProcessChart(
            id: "p", title: "P", unit: .count, name: "A",
            points: odd.figures().map { .init("p", $0, .improving) },
            stretches: (0..<3).map { _ in odd.stretch() }, target: .init("Target", odd.figures()),
            possible: 0...100)
        let spine = Spine(
            odd.value(), .worse, centre: odd.value() ?? 0, councils: odd.councils(),
            highIsGood: seed.isMultiple(of: 2))
        let neighbours = odd.figures().compactMap { $0 }
        let strip = ComparisonStrip(
            id: "c", title: "C", unit: .number, local: .init("A", odd.figures().last ?? nil),
            target: .init("Target", odd.figures().last ?? nil), neighbours: neighbours)
        let groups = GroupsDotPlot(
            id: "g", title: "G", unit: .number, localName: "A",
            rows: odd.figures().map { .init("row", local: $0) })
        let sparkline = Sparkline(
            odd.figures().map { .init(at: odd.value() ?? 0, $0?.value) }, target: odd.value())
        let charts: [any SVGDrawing] = [trend, process, spine, strip, groups, sparkline]
        for chart in charts {
            let markup = try Markup(chart.svg())
            for text in markup.elements.flatMap(\.attributes.values) {
                #expect(!text.contains("nan") && !text.contains("inf"))
            }
            _ = (markup.all("svg").count, trend.alternative, trend.axisNote, process.alternative)
        }
    }
}
