import Charts
import Mustache

/// Made-up figures over time.
enum TimeExamplesSection {
    static var spark: TemplateValue {
        let values = [58.1, 59.0, 58.7, 60.2, 61.5, 62.0, 61.6, 63.4]
        return .drawing(
            Sparkline(
                values.enumerated().map { Sparkline.Point(at: Double($0.offset), $0.element) },
                target: 62.5))
    }

    private static let local = [581, 590, nil, 602, 640, 652, 655, 668, 679, 683]
    private static let country = [600, 604, 605, 611, 638, 641, 644, 648, 651, 655]
    private static let periods = local.indices.map { "Year \($0 + 1)" }
    private static let target = (0...local.count).map { $0 < 7 ? nil : 700 }
    private static let outlook = TrendChart.Outlook(
        ["Year 11"],
        [
            TrendChart.Projection(
                "Projection", .calculation, PlottedFigure(69.4, "69.4%"), in: 0,
                range: PlottedInterval(
                    PlottedFigure(68.4, "68.4%"), to: PlottedFigure(70.4, "70.4%")))
        ])

    /// A line with a gap, a break, a target that begins late, and what the next year may bring.
    static var trend: TemplateValue {
        let example = ExampleSection(
            id: "trend-example", finding: "Our area rose to 68.3% in Year 10, above the country",
            subtitle: "Children who have a library card, Year 1 to Year 10",
            columns: ["Year", ExampleSection.area, ExampleSection.country, "Target"],
            rows: [["Year 11, projection", "69.4%", "none", ExampleSection.text(700)]]
                + local.indices.reversed().map { index in
                    [
                        periods[index], local[index].map(ExampleSection.text) ?? "[x]",
                        ExampleSection.text(country[index]),
                        target[index].map(ExampleSection.text) ?? "none",
                    ]
                })
        return example.values(
            TrendChart(
                id: "trend-chart", title: example.finding, unit: .percent, periods: periods,
                local: series(ExampleSection.area, local),
                comparator: series(ExampleSection.country, country),
                target: series("Target", target),
                breaks: [TrendChart.Break(before: 4, reason: "Way of counting changed")],
                limits: 0...100, outlook: outlook))
    }

    private static func series(_ name: String, _ tenths: [Int?]) -> TrendChart.Series {
        TrendChart.Series(name, tenths.map(ExampleSection.figure))
    }
}
