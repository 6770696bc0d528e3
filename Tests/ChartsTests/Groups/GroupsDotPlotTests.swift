import Charts
import Testing

struct GroupsDotPlotTests {
    private func plot(_ rows: [GroupsDotPlot.Row]) -> GroupsDotPlot {
        GroupsDotPlot(
            id: "br", title: "By group, 2024/25", unit: .percent, localName: "Stockport",
            comparatorName: "England", rows: rows)
    }

    private var rows: [GroupsDotPlot.Row] {
        [
            .init(
                "All children", local: percentage(68), comparator: percentage(68.3), isTotal: true),
            .init(
                "Eligible for free school meals", local: percentage(43),
                comparator: percentage(51.3)),
            .init("Mixed", local: percentage(75.3), comparator: percentage(69.9)),
            .init("In care", local: nil, comparator: percentage(42.9)),
        ]
    }

    // Places as in the drawn design: 0% to 80% over 236 to 664.
    @Test func `figures stand on an axis from zero`() throws {
        let wide = try drawings(of: plot(rows)).wide
        #expect(wide.all("circle", "g-local-dot").attribute("cx") == ["599.8", "466.1", "638.9"])
        #expect(wide.all("circle", "g-local-dot").attribute("cy") == ["22.5", "51.5", "80.5"])
        #expect(wide.all("line", "g-link").count == 3)
        #expect(wide.texts.contains("0%"))
        #expect(wide.all("text", "t-end t-strong").count == 1)
    }

    @Test func `a hidden group keeps its row and says so`() throws {
        let (wide, narrow) = try drawings(of: plot(rows))
        for drawing in [wide, narrow] {
            #expect(drawing.texts.contains("Stockport not shown [c]"))
            #expect(drawing.all("circle", "g-local-dot").count == 3)
            #expect(drawing.all("path", "g-comp-dot").count == 4)
        }
    }

    @Test func `words for a hidden group stay inside the drawing`() throws {
        let high = plot([.init("In care", local: nil, comparator: percentage(79))])
        #expect(high.svg().contains(#"<text class="t-end" x="644.7" y="27">Stockport not"#))
    }

    @Test func `the alternative names lowest, highest and hidden`() {
        #expect(
            plot(rows).alternative == """
                Dot plot of Stockport and England for 4 groups. All children: Stockport 68.0%, \
                England 68.3%. Lowest: Eligible for free school meals 43.0%. Highest: Mixed 75.3%. \
                Stockport is not shown for In care. Full figures are in the table beside the chart.
                """)
    }

    @Test(arguments: [0, 1, 40])
    func `any number of groups is drawn, none is not`(count: Int) throws {
        let many = plot((0..<count).map { .init("Group \($0)", local: percentage(50)) })
        guard count > 0 else { return #expect(many.svg().isEmpty) }
        #expect(try drawings(of: many).wide.all("circle", "g-local-dot").count == count)
    }

    @Test func `groups without any figure are not drawn`() {
        #expect(
            plot([.init("A", local: nil), .init("B", local: PlottedFigure(.nan, "?"))]).svg() == "")
    }
}
