import Charts
import Mustache
import Scorecard

/// Made-up figures of four years in a process chart, which are judged as real ones are.
enum ProcessExampleSection {
    private static let tenths = [
        702, 710, 691, 708, 689, 701, 714, 642, 698, 706, 695, 709, 712, 703, 707, 761,
    ]
    private static let target = 730
    private static let control = ControlChart(tenths.map { Double($0) / 10 })
    private static let quarters = tenths.indices.map { "Year \($0 / 4 + 1), Q\($0 % 4 + 1)" }

    static var process: TemplateValue {
        let example = ExampleSection(
            id: "process-example", finding: finding,
            subtitle: "Letters answered within ten days, our area, sixteen quarters",
            columns: ["Quarter", "Figure", "What it says"],
            rows: control.points.indices.reversed().map { index in
                [
                    quarters[index], ExampleSection.text(tenths[index]),
                    variation(control.points[index]).words,
                ]
            })
        return example.values(chart(example.finding))
    }

    /// What the latest figure says, and how the limits lie to the target.
    private static var finding: String {
        let latest = control.latest.map(variation)?.words ?? ""
        let assurance = control.assurance(against: .atLeast(Double(target) / 10))?.words ?? ""
        return "\(latest); target of \(ExampleSection.text(target)): \(assurance.lowercased())"
    }

    private static func chart(_ finding: String) -> ProcessChart {
        ProcessChart(
            id: "process-chart", title: finding, unit: .percent, name: ExampleSection.area,
            points: control.points.indices.map { index in
                ProcessChart.Point(
                    quarters[index], ExampleSection.figure(tenths[index]),
                    kind(control.points[index]))
            },
            stretches: control.latest.map { latest in
                [
                    ProcessChart.Stretch(
                        control.points.indices, mean: rounded(latest.limits.mean),
                        lower: rounded(latest.limits.lower), upper: rounded(latest.limits.upper))
                ]
            } ?? [],
            target: TrendChart.Series(
                "Target", tenths.map { _ in ExampleSection.figure(target) }),
            possible: 0...100)
    }

    private static func variation(_ point: ControlChart.Point) -> ControlChart.Variation {
        point.variation(.highIsGood)
    }

    private static func kind(_ point: ControlChart.Point) -> ProcessChart.Kind {
        switch variation(point) {
        case .improving: .improving
        case .concerning: .concerning
        case .higher, .lower, .common: .common
        }
    }

    /// A mean or limit, drawn where it is and written with one decimal.
    private static func rounded(_ value: Double) -> PlottedFigure {
        PlottedFigure(value, ExampleSection.text(Int((value * 10).rounded())))
    }
}
