import Charts

/// Figures as percentages, in words as the portal would write them.
func percentages(_ values: [Double?]) -> [PlottedFigure?] {
    values.map { $0.map { PlottedFigure($0, "\($0)%") } }
}

func percentage(_ value: Double) -> PlottedFigure { PlottedFigure(value, "\(value)%") }

/// A good level of development, Stockport and England: published by the Department for Education.
enum GoodDevelopment {
    static let periods = (14...24).map { "20\($0)/\($0 + 1)" }
    static let stockport: [Double?] = [
        67.9, 69.6, 71.6, 70, 70.4, nil, nil, 65.5, 67.6, 68.7, 68,
    ]
    static let england: [Double?] = [
        66.3, 69.3, 70.7, 71.5, 71.8, nil, nil, 65.2, 67.2, 67.7, 68.3,
    ]

    static func chart(
        id: String = "gld", title: String = "Stockport is level with England",
        local: [Double?] = stockport, comparator: [Double?]? = england, target: [Double?]? = nil,
        breaks: [TrendChart.Break] = [.init(before: 7, reason: "Assessment changed in 2021")]
    ) -> TrendChart {
        TrendChart(
            id: id, title: title, unit: .percent, periods: periods,
            local: .init("Stockport", percentages(local)),
            comparator: comparator.map { .init("England", percentages($0)) },
            target: target.map { .init("Target", percentages($0)) }, breaks: breaks)
    }
}

/// The two drawings of a chart, each well-formed by itself.
func drawings(of chart: some SVGDrawing) throws -> (wide: Markup, narrow: Markup) {
    let parts = chart.svg().split(separator: "<svg ").map { "<svg " + $0 }
    guard parts.count == 2 else { throw Markup.Fault(reason: "\(parts.count) drawings") }
    return (try Markup(parts[0]), try Markup(parts[1]))
}

extension [Markup.Element] {
    func attribute(_ name: String) -> [String] { compactMap { $0.attributes[name] } }
}
