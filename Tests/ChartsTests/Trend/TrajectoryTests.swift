import Charts
import Testing

struct TrajectoryTests {
    private typealias Milestone = TrendChart.Trajectory.Milestone

    private func chart(
        _ milestones: [(Double, Double)], moment: (Double) -> String = { _ in "m" }
    ) -> TrendChart {
        TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1", "p2", "p3"],
            local: .init("A", percentages([60, 70, 80])),
            trajectory: .init(
                "Target", milestones.map { Milestone(percentage($1), at: $0, moment($0)) }))
    }

    // The axis is 60% to 80%, from 266 up to 14; periods are at 46, 317 and 588.
    @Test(
        arguments: [
            ([(0, 60), (1, 70), (2, 80)], "46,266 317,140 588,14", 3),
            ([(2, 80), (0, 60)], "46,266 588,14", 2),
            ([(0.5, 65)], "181.5,203 181.5,203", 1),
            ([(-2, 60), (2, 80)], "46,140 588,14", 1), ([(0, 60), (4, 80)], "46,266 588,140", 1),
            ([(-1, 70), (3, 70)], "46,140 588,140", 0),
            ([(-3, 60), (-1, 70), (1, 70)], "46,140 317,140", 1),
            ([(1, 60), (1, 80), (2, 80)], "317,266 317,14 588,14", 3),
        ] as [([(Double, Double)], String, Int)])
    func `a moving target is a dotted path cut at the ends of the chart`(
        milestones: [(Double, Double)], points: String, dots: Int
    ) throws {
        let wide = try drawings(of: chart(milestones)).wide
        #expect(wide.all("polyline", "g-target").attribute("points") == [points])
        #expect(wide.all("circle", "g-milestone").count == dots)
    }

    @Test(
        arguments: [
            [], [(5, 70)], [(-3, 60), (-1, 70)], [(3, 60), (4, 70)], [(.nan, 70)], [(1, .infinity)],
        ] as [[(Double, Double)]])
    func `a path beside the chart is neither drawn nor told`(milestones: [(Double, Double)]) throws
    {
        let chart = chart(milestones)
        #expect(try drawings(of: chart).wide.all("polyline", "g-target").isEmpty)
        #expect(!chart.svg().contains("arget"))
    }

    @Test func `a path is told by its milestones and named at its end`() throws {
        let chart = chart([(0, 60), (1, 70), (4, 85)]) { "m\($0)" }
        #expect(
            chart.alternative == """
                Line chart. A rose from 60.0% in p1 to 80.0% in p3; target 60.0% by m0.0, 70.0% by \
                m1.0 and 85.0% by m4.0. Full figures are in the table beside the chart.
                """)
        let (wide, narrow) = try drawings(of: chart)
        for drawing in [wide, narrow] { #expect(drawing.texts.contains("Target 85.0% by m4.0")) }
    }

    @Test func `a chart of one period has room for its milestone`() throws {
        let chart = TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1"],
            local: .init("A", [percentage(60)]),
            trajectory: .init(
                "Target", [.init(percentage(70), at: 0, "m"), .init(percentage(90), at: 3, "n")]))
        let wide = try drawings(of: chart).wide
        #expect(wide.all("circle", "g-milestone").attribute("cx") == ["317"])
    }
}
