import Charts

/// Re-referrals within 12 months: the percentages and limits of the drawn design, from figures
/// published by the Department for Education.
enum ReReferrals {
    static let values: [Double?] = [
        25.2, 20.1, 21.8, 18.5, 20.8, 21, 24.3, 20.8, 18.9, 19.3, 22.3, 20.9, 21.5,
    ]

    static func chart(
        _ values: [Double?] = values, kinds: [Int: ProcessChart.Kind] = [:],
        stretches: [ProcessChart.Stretch]? = nil, target: Double? = 20,
        possible: ClosedRange<Double>? = 0...100
    ) -> ProcessChart {
        let points = percentages(values).enumerated().map { index, figure in
            ProcessChart.Point("\(2012 + index)/\(13 + index)", figure, kinds[index] ?? .common)
        }
        return ProcessChart(
            id: "spc", title: "Nothing has changed", unit: .percent, name: "Stockport",
            points: points, stretches: stretches ?? [stretch(0..<values.count)],
            target: target.map {
                .init("Target", percentages(Array(repeating: $0, count: values.count)))
            }, possible: possible)
    }

    static func stretch(
        _ points: Range<Int>, mean: Double = 21.2, lower: Double = 15.3, upper: Double = 27.1,
        reason: String = ""
    ) -> ProcessChart.Stretch {
        .init(
            points, mean: percentage(mean), lower: percentage(lower), upper: percentage(upper),
            reason: reason)
    }
}
