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

    /// A line with a gap, a break, a target that begins late, and a country to compare with.
    static var trend: TemplateValue {
        let local = [581, 590, 587, 602, nil, 615, 660, 668, 679, 683]
        let country = [600, 604, 609, 611, nil, 618, 664, 666, 669, 671]
        let target = local.indices.map { $0 < 7 ? nil : 700 }
        let periods = local.indices.map { "Year \($0 + 1)" }
        let example = ExampleSection(
            id: "trend-example", finding: "Our area rose to 68.3% in Year 10, above the country",
            subtitle: "Children who have a library card, Year 1 to Year 10",
            columns: ["Year", ExampleSection.area, ExampleSection.country, "Target"],
            rows: local.indices.reversed().map { index in
                [periods[index]]
                    + [local[index], country[index], target[index]].map { tenths in
                        tenths.map(ExampleSection.text) ?? "[x]"
                    }
            })
        return example.values(
            TrendChart(
                id: "trend-chart", title: example.finding, unit: .percent, periods: periods,
                local: series(ExampleSection.area, local),
                comparator: series(ExampleSection.country, country),
                target: series("Target", target),
                breaks: [TrendChart.Break(before: 6, reason: "Way of counting changed")],
                limits: 0...100))
    }

    private static func series(_ name: String, _ tenths: [Int?]) -> TrendChart.Series {
        TrendChart.Series(name, tenths.map(ExampleSection.figure))
    }
}
