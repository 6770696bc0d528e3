import Charts
import Testing

struct AxisUnitTests {
    private static let few = [0, 1, 2].map { PlottedFigure($0, "\(Int($0))") }

    private static var charts: [any SVGDrawing] {
        [
            TrendChart(
                id: "t", title: "T", unit: .count, periods: ["a", "b", "c"],
                local: .init("A", few)),
            ProcessChart(
                id: "p", title: "P", unit: .count, name: "A",
                points: few.map { .init("p", $0) }, stretches: []),
            ComparisonStrip(
                id: "c", title: "C", unit: .count, local: .init("A", few[0]), neighbours: few),
            GroupsDotPlot(
                id: "g", title: "G", unit: .count, localName: "A",
                rows: few.map { .init("row", local: $0) }),
        ]
    }

    @Test(arguments: charts.indices)
    func `every chart of counts has whole ticks`(index: Int) throws {
        let drawings = try drawings(of: Self.charts[index])
        #expect(drawings.wide.texts.contains("3"))
        for text in drawings.wide.texts { #expect(!text.contains("0.5")) }
    }
}
