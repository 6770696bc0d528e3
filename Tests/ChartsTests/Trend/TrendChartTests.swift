import Charts
import Testing

struct TrendChartTests {
    // Years without figures and a break: places worked from the design's margins and the axis of
    // 64% to 72%.
    @Test func `a gap and a break both end a line`() throws {
        let wide = try drawings(of: GoodDevelopment.chart()).wide
        #expect(
            wide.all("polyline", "g-local").attribute("points") == [
                "46,143.1 100.2,89.6 154.4,26.6 208.6,77 262.8,64.4",
                "425.4,218.8 479.6,152.6 533.8,117.9 588,140",
            ])
        #expect(wide.all("circle", "g-local-dot").count == 9)
        #expect(wide.all("path", "g-comp-dot").count == 9)
        #expect(wide.all("line", "g-break").attribute("x1") == ["398.3"])
    }

    @Test func `a break ends a line where no figure is missing`() throws {
        let chart = GoodDevelopment.chart(
            local: Array(repeating: 60, count: 10) + [70], comparator: nil,
            breaks: [.init(before: 4, reason: "New method")])
        let lines = try drawings(of: chart).wide.all("polyline", "g-local").attribute("points")
        #expect(lines.map { $0.split(separator: " ").count } == [4, 7])
    }

    @Test func `a figure between two gaps is still seen`() throws {
        let chart = GoodDevelopment.chart(
            local: [60, nil, 70, nil, 65], comparator: nil, breaks: [])
        let wide = try drawings(of: chart).wide
        #expect(wide.all("circle", "g-local-dot").count == 3)
        #expect(wide.all("polyline", "g-local").count == 3)
    }

    @Test func `ends of lines are labelled 17 apart`() throws {
        let svg = try #require(GoodDevelopment.chart().svg().split(separator: "</svg>").first)
        #expect(svg.contains(#"<text x="598" y="131.3">England 68.3%</text>"#))
        #expect(svg.contains(#"<text class="t-brand" x="598" y="148.3">Stockport 68.0%</text>"#))
    }

    @Test func `a line that ends early says when`() {
        let chart = GoodDevelopment.chart(comparator: [66, 67, 68, 69, 70], breaks: [])
        #expect(chart.svg().contains(">England 70.0%, 2018/19</text>"))
    }

    @Test func `a target is drawn for its own periods only`() throws {
        let chart = GoodDevelopment.chart(
            target: [nil, nil, 70, 70, 72, nil, nil, nil, nil, 70, 70], breaks: [])
        let lines = try drawings(of: chart).wide.all("line", "g-target")
        #expect(lines.attribute("x1") == ["127.3", "235.7", "506.7"])
        #expect(lines.attribute("x2") == ["235.7", "289.9", "588"])
    }

    @Test func `periods are written as often as there is room, the latest always`() throws {
        let (wide, narrow) = try drawings(of: GoodDevelopment.chart())
        let periods = GoodDevelopment.periods
        #expect(
            wide.texts.filter(periods.contains) == [0, 2, 4, 6, 8, 10].map { periods[$0] })
        #expect(narrow.texts.filter(periods.contains) == [0, 5, 10].map { periods[$0] })
    }

    @Test func `the narrow drawing carries a key`() throws {
        let narrow = try drawings(of: GoodDevelopment.chart()).narrow
        #expect(narrow.texts.contains("Stockport 68.0%"))
        #expect(narrow.all("svg").attribute("viewBox") == ["0 0 340 270"])
        let three = GoodDevelopment.chart(target: Array(repeating: 70, count: 11))
        #expect(try drawings(of: three).narrow.all("svg").attribute("height") == ["287"])
    }

    @Test(
        arguments: [
            ([PlottedFigure(5, "5")], ["2024/25"]), ([PlottedFigure(5, "5"), nil], ["a", "b"]),
            (
                [PlottedFigure(5, "5"), PlottedFigure(.nan, "?"), PlottedFigure(5, "5")],
                ["a", "b", "c"]
            ),
            ([PlottedFigure(5, "5"), PlottedFigure(6, "6")], ["only one period"]),
        ] as [([PlottedFigure?], [String])])
    func `few, equal or surplus figures are drawn inside the plot`(
        figures: [PlottedFigure?], periods: [String]
    ) throws {
        let chart = TrendChart(
            id: "x", title: "X", unit: .number, periods: periods, local: .init("A", figures),
            breaks: [.init(before: 0, reason: "no"), .init(before: 99, reason: "no")])
        let wide = try drawings(of: chart).wide
        #expect(wide.all("line", "g-break").isEmpty)
        for dot in wide.all("circle", "g-local-dot") {
            let y = try #require(dot.attributes["cy"].flatMap(Double.init))
            #expect(14...266 ~= y)
        }
    }

    @Test(arguments: [[], [nil, nil], [PlottedFigure(.infinity, "?")]] as [[PlottedFigure?]])
    func `without a figure there is no drawing, target or not`(figures: [PlottedFigure?]) {
        let chart = TrendChart(
            id: "x", title: "X", unit: .number, periods: ["a", "b"], local: .init("A", figures),
            target: .init("Target", [PlottedFigure(1, "1")]))
        #expect(chart.svg().isEmpty)
        #expect(chart.axisNote == nil)
    }

    @Test func `no reason for a break lies on a line`() throws {
        let chart = GoodDevelopment.chart(
            local: [65, 66, 66, 66, 66, 66, 66, 71, 71, 71, 71], comparator: nil)
        let svg = try #require(chart.svg().split(separator: "</svg>").first)
        // The line runs where the reason would stand first, so it stands right of the break.
        #expect(svg.contains(#"<text x="406.3" y="238">Assessment changed</text>"#))
    }

    // The axis is 60% to 75%, from 266 up to 14, and its ticks with a decimal need 1.6 more room.
    @Test func `a confidence interval is a whisker, and is told for the latest figure`() throws {
        let chart = TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1", "p2", "p3"],
            local: .init("A", percentages([60, 70, nil])),
            intervals: [nil, .init(percentage(65), to: percentage(75)), nil])
        let wide = try drawings(of: chart).wide
        #expect(
            wide.all("path", "g-whisker").attribute("d")
                == ["M314.3 182l7 0M317.8 182l0 -168M314.3 14l7 0"])
        #expect(
            chart.alternative.hasPrefix(
                """
                Line chart. A rose from 60.0% in p1 to 70.0% in p2; the latest figure could be \
                65.0% to 75.0%. No figure
                """))
    }

    @Test func `an interval of a figure that is not shown is not shown either`() {
        let interval = PlottedInterval(percentage(11), to: percentage(13))
        let chart = TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1", "p2"],
            local: .init("A", percentages([60, nil])), intervals: [nil, interval, interval])
        #expect(!chart.svg().contains("g-whisker"))
        #expect(chart.intervals == [nil, nil])
        #expect(chart.axisNote?.contains("1") == false)
    }
}
