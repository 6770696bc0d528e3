import Charts
import Testing

struct SparklineTests {
    private func points(_ values: [Double?]) -> [Sparkline.Point] {
        values.enumerated().map { Sparkline.Point(at: Double($0.offset), $0.element) }
    }

    @Test func `a sparkline is written exactly so`() {
        let sparkline = Sparkline(points([10, 20, nil, 15]), target: 12.5)
        #expect(
            sparkline.svg() == """
                <svg class="spark" viewBox="0 0 120 28" aria-hidden="true" focusable="false">\
                <line class="spark-target" x1="0" y1="19" x2="120" y2="19"/>\
                <polyline class="spark-line" points="3,24 40.3,4"/>\
                <polyline class="spark-line" points="115,14 115,14"/>\
                <circle class="spark-end" cx="115" cy="14" r="3"/></svg>
                """)
    }

    // Yearly figures without 2019 and 2020: the gap takes its room. The x positions are those of
    // the drawn design.
    @Test func `a figure stands at its own moment`() throws {
        let sparkline = Sparkline([
            .init(at: 2017, 94.3), .init(at: 2018, 94.4), .init(at: 2019, nil),
            .init(at: 2020, 94), .init(at: 2021, 91.8), .init(at: 2022, 92.4),
            .init(at: 2023, 92.5), .init(at: 2024, 93.3),
        ])
        let lines = try Markup(sparkline.svg()).all("polyline")
        #expect(
            lines.map { $0.attributes["points"] } == [
                "3,4.8 19,4", "51,7.1 67,24 83,19.4 99,18.6 115,12.5",
            ])
    }

    @Test(
        arguments: [
            ([5, 5, 5], "3,14 59,14 115,14"), ([0, 0], "3,14 115,14"), ([7], "115,14 115,14"),
            ([nil, 7, nil], "59,14 59,14"), ([1, .nan, 3], "3,24 3,24"),
        ] as [([Double?], String)])
    func `few or equal figures are still drawn`(values: [Double?], line: String) throws {
        let markup = try Markup(Sparkline(points(values)).svg())
        #expect(markup.all("polyline").first?.attributes["points"] == line)
        #expect(markup.all("circle").count == 1)
    }

    @Test(
        arguments: [
            [], [nil, nil], [.nan], [.infinity, -.infinity], [1e300],
        ] as [[Double?]])
    func `without a figure there is no drawing`(values: [Double?]) {
        #expect(Sparkline(points(values), target: 5).svg() == "")
    }

    @Test(arguments: [Double.nan, .infinity, 1e300])
    func `a target that is no number is left out`(target: Double) throws {
        let markup = try Markup(Sparkline(points([1, 2]), target: target).svg())
        #expect(markup.all("line").isEmpty)
        #expect(markup.all("polyline")[0].attributes["points"] == "3,24 115,4")
    }

    @Test func `a moment that is no number is a gap`() throws {
        let sparkline = Sparkline([.init(at: 0, 1), .init(at: .nan, 2), .init(at: 1, 3)])
        #expect(try Markup(sparkline.svg()).all("polyline").count == 2)
    }
}
