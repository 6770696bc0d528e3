import Charts
import Testing

struct OutlookTests {
    /// Two figures, 60 and 70, before one period to come.
    private func chart(
        _ projections: [TrendChart.Projection], local: [Double?] = [60, 70],
        comparator: [Double?]? = nil, periods: [String] = ["p3"]
    ) -> TrendChart {
        TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1", "p2"],
            local: .init("A", percentages(local)),
            comparator: comparator.map { .init("B", percentages($0)) },
            outlook: .init(periods, projections))
    }

    private static let projection = TrendChart.Projection(
        "Projection", .calculation, percentage(80), in: 0,
        range: .init(percentage(75), to: percentage(85)))
    private static let forecast = TrendChart.Projection(
        "Forecast", .judgement, percentage(78), in: 0)

    @Test func `what is expected has a mark, a dashed line and words of its own`() throws {
        let (wide, narrow) = try drawings(of: chart([Self.projection, Self.forecast]))
        for drawing in [wide, narrow] {
            #expect(drawing.texts.contains("Projection 80.0%"))
            #expect(drawing.texts.contains("Forecast 78.0%"))
            // The figure is no longer at the end of the chart, so its period is written.
            #expect(drawing.texts.contains("A 70.0%, p2"))
            #expect(drawing.texts.contains("p3"))
        }
        #expect(wide.all("path", "g-projected").count == 1)
        #expect(wide.all("circle", "g-forecast").count == 1)
        #expect(wide.all("circle", "g-local-dot").count == 2)
        let lines = wide.all("line", "g-ahead")
        let latest = try #require(wide.all("circle", "g-local-dot").last).attributes
        #expect(lines.attribute("x1") == [latest["cx"], latest["cx"]])
        #expect(lines.attribute("y1") == [latest["cy"], latest["cy"]])
        #expect(lines.attribute("x2") == ["588", "588"])
    }

    // The axis is 60% to 85%, from 266 up to 14: 75% is at 114.8.
    @Test func `a range opens from the latest figure`() throws {
        let wide = try drawings(of: chart([Self.projection])).wide
        #expect(
            wide.all("polygon", "g-ahead-range").attribute("points")
                == ["317,165.2 588,114.8 588,14"])
        #expect(
            wide.all("path", "g-whisker").attribute("d")
                == ["M584.5 114.8l7 0M588 114.8l0 -100.8M584.5 14l7 0"])
    }

    @Test func `a forecast with a range has a whisker and no ground`() throws {
        let forecast = TrendChart.Projection(
            "Forecast", .judgement, percentage(78), in: 0,
            range: .init(percentage(75), to: percentage(85)))
        let wide = try drawings(of: chart([forecast])).wide
        #expect(wide.all("polygon").isEmpty)
        #expect(wide.all("path", "g-whisker").count == 1)
    }

    @Test func `a period to come is not a gap`() {
        let words = chart([Self.projection, Self.forecast], comparator: [50, 50]).alternative
        #expect(
            words == """
                Line chart. A rose from 60.0% in p1 to 70.0% in p2; B was 50.0% in both. \
                Projection for p3: 80.0%, and could be 75.0% to 85.0%. Forecast for p3: 78.0%. \
                Full figures are in the table beside the chart.
                """)
        let gap = chart([Self.forecast], local: [60, nil]).alternative
        #expect(gap.contains("No figure is shown for p2."))
        #expect(!gap.contains("shown for p2 and p3"))
    }

    @Test func `nothing is expected of a period that is not to come`() {
        let odd = [-1, 1, .max].map {
            TrendChart.Projection("Projection", .calculation, percentage(80), in: $0)
        }
        let infinite = TrendChart.Projection(
            "Projection", .calculation, PlottedFigure(.infinity, "?"), in: 0)
        #expect(chart(odd + [infinite]).outlook?.projections.isEmpty == true)
    }

    @Test func `without a figure to start from there is a mark and no line`() throws {
        let chart = chart([Self.projection], local: [nil, nil], comparator: [60, 70])
        let wide = try drawings(of: chart).wide
        #expect(wide.all("path", "g-projected").count == 1)
        #expect(wide.all("line", "g-ahead").isEmpty && wide.all("polygon").isEmpty)
    }

    @Test func `a figure given for a period to come is not drawn`() throws {
        let chart = chart([], local: [60, 70, 99])
        #expect(chart.local.figures.count == 3 && chart.local.figures[2] == nil)
        #expect(!chart.svg().contains("99"))
    }
}
