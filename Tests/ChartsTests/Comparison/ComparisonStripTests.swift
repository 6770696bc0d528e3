import Charts
import Testing

struct ComparisonStripTests {
    private static let neighbours = [67.6, 67.7, 67.8, 68.6, 68.6, 69.7, 69.8, 74, 74.4, 74.5]

    private func strip(
        local: Double? = 68, target: Double? = nil, neighbours: [Double] = neighbours
    ) -> ComparisonStrip {
        ComparisonStrip(
            id: "bm", title: "How Stockport compares, 2024/25", unit: .percent,
            local: .init("Stockport", local.map(percentage)),
            country: .init("England", percentage(68.3)),
            region: .init("North West", percentage(65)),
            target: target.map { .init("Target", percentage($0)) },
            neighbours: neighbours.map(percentage))
    }

    // Places as in the drawn design: 64% to 76% over 20 to 700.
    @Test func `marks stand at their figures, the partnership's last`() throws {
        let wide = try drawings(of: strip()).wide
        #expect(wide.all("circle", "g-nb").attribute("cx").first == "224")
        #expect(wide.all("circle", "g-local-dot").attribute("cx") == ["246.7"])
        #expect(wide.all("rect", "g-band").attribute("x") == ["216"])
        #expect(wide.all("rect", "g-band").attribute("width") == ["407"])
        #expect(wide.all("rect", "g-comp-dot").attribute("x") == ["71.7"])
        let marks = wide.elements.compactMap { $0.attributes["class"] }
            .filter { ["g-nb", "g-comp-dot", "g-local-dot"].contains($0) }
        #expect(marks.last == "g-local-dot")
    }

    @Test func `names above the strip do not touch`() throws {
        let (wide, _) = try drawings(of: strip(target: 68.1))
        let places = wide.all("text").filter { $0.attributes["y"] == "28" }
            .compactMap { $0.attributes["x"].flatMap(Double.init) }.sorted()
        #expect(places.count == 4)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 > 70 })
        #expect(wide.all("line", "g-target").count == 1)
    }

    @Test func `the narrow drawing names its marks in a key`() throws {
        let narrow = try drawings(of: strip()).narrow
        for words in ["Stockport 68.0%", "England 68.3%", "North West 65.0%", "Neighbours"] {
            #expect(narrow.texts.contains(words))
        }
        #expect(narrow.all("svg").attribute("viewBox") == ["0 0 340 132"])
    }

    @Test func `the alternative says how many are below`() {
        #expect(
            strip().alternative == """
                Dot strip. Stockport 68.0%, England 68.3%, North West 65.0%. 10 statistical \
                neighbours range from 67.6% to 74.5%; Stockport is above 3 of them. Full figures \
                are in the table beside the chart.
                """)
        #expect(strip(local: 68.6).alternative.contains("above 3 of them, and level with 2. "))
    }

    @Test func `a figure that is not shown leaves no trace`() throws {
        let hidden = strip(local: nil)
        #expect(hidden.alternative.contains("Stockport is not shown. "))
        #expect(!hidden.alternative.contains("above"))
        #expect(try drawings(of: hidden).wide.all("circle", "g-local-dot").isEmpty)
    }

    @Test func `nothing to compare is nothing drawn`() {
        let empty = ComparisonStrip(
            id: "x", title: "X", unit: .number, local: .init("A", PlottedFigure(.nan, "?")),
            target: .init("Target", PlottedFigure(1, "1")), neighbours: [])
        #expect(empty.svg().isEmpty)
    }

    @Test func `one figure alone is drawn`() throws {
        let alone = ComparisonStrip(
            id: "x", title: "X", unit: .number, local: .init("A", PlottedFigure(3, "3")),
            neighbours: [])
        #expect(try drawings(of: alone).wide.all("circle").count == 1)
    }
}
