import Charts
import Testing

struct TrendAlternativeTests {
    private static let end = " Full figures are in the table beside the chart."

    private func words(_ chart: TrendChart) -> String {
        #expect(chart.alternative.hasPrefix("Line chart. "))
        #expect(chart.alternative.hasSuffix(Self.end))
        return String(chart.alternative.dropFirst(12).dropLast(Self.end.count))
    }

    @Test func `figures are compared since the last break only`() {
        #expect(
            words(GoodDevelopment.chart())
                == """
                Stockport rose from 65.5% in 2021/22 to 68.0% in 2024/25; England rose from 65.2% \
                to 68.3%. Figures before 2021/22 cannot be compared with later ones (Assessment \
                changed in 2021). No figure is shown for 2019/20 and 2020/21.
                """)
    }

    @Test(
        arguments: [
            ([50, 40], nil, nil, "A fell from 50.0% in p1 to 40.0% in p2."),
            ([50, 50], nil, nil, "A was 50.0% in p1 and in p2."),
            ([nil, 50], nil, nil, "A 50.0% in p2."),
            ([50, nil], nil, nil, "A 50.0% in p1. No figure is shown for p2."),
            (
                [50, 60], [70, 70], nil,
                "A rose from 50.0% in p1 to 60.0% in p2; B was 70.0% in both."
            ),
            ([50, 60], [nil, 7], nil, "A rose from 50.0% in p1 to 60.0% in p2; B 7.0% in p2."),
            ([50, 60], nil, [80, 90], "A rose from 50.0% in p1 to 60.0% in p2; target 90.0%."),
            (
                [50, 60], nil, [80, nil],
                "A rose from 50.0% in p1 to 60.0% in p2; target 80.0% in p1."
            ),
            (
                [nil, nil], [1, 2], nil,
                "No figure is shown for A; B rose from 1.0% in p1 to 2.0% in p2."
            ),
        ] as [([Double?], [Double?]?, [Double?]?, String)])
    func `lines are told from their first to their latest figure`(
        local: [Double?], comparator: [Double?]?, target: [Double?]?, expected: String
    ) {
        let chart = TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1", "p2"],
            local: .init("A", percentages(local)),
            comparator: comparator.map { .init("B", percentages($0)) },
            target: target.map { .init("Target", percentages($0)) })
        #expect(words(chart) == expected)
    }

    @Test func `figures that read alike are not said to rise`() {
        let chart = TrendChart(
            id: "x", title: "X", unit: .percent, periods: ["p1", "p2"],
            local: .init("A", [PlottedFigure(67.96, "68.0%"), PlottedFigure(68.04, "68.0%")]))
        #expect(words(chart) == "A was 68.0% in p1 and in p2.")
    }

    @Test func `many gaps are counted, not listed`() {
        let chart = GoodDevelopment.chart(
            local: [nil, 60, nil, nil, nil, nil, nil, nil, 61, 62, 63], comparator: nil, breaks: [])
        #expect(words(chart).hasSuffix("No figure is shown for 6 of the last 10 periods."))
    }
}
