import Testing

@testable import Charts

struct ScaleTests {
    // Worked by hand: the step of 1, 2, 2.5 or 5 times a power of ten whose count of ticks is
    // nearest to six.
    @Test(
        arguments: [
            ([65.2, 71.8], [64, 66, 68, 70, 72], 0),
            ([65, 74.5], [64, 66, 68, 70, 72, 74, 76], 0),
            ([0, 100], [0, 20, 40, 60, 80, 100], 0),
            ([85, 95.1], [85, 87.5, 90, 92.5, 95, 97.5], 1),
            ([7.6, 17.7], [7.5, 10, 12.5, 15, 17.5, 20], 1),
            ([-0.31, -0.03], [-0.4, -0.3, -0.2, -0.1, 0], 1),
            ([0.1, 0.32], [0.1, 0.15, 0.2, 0.25, 0.3, 0.35], 2),
            ([1234, 1290], [1230, 1240, 1250, 1260, 1270, 1280, 1290], 0),
            ([5_000_000, 9_100_000], [5e6, 6e6, 7e6, 8e6, 9e6, 10e6], 0),
            ([.nan, 1, .infinity, 6], [1, 2, 3, 4, 5, 6], 0),
        ] as [([Double], [Double], Int)])
    func `ticks are round and enclose the values`(
        values: [Double], ticks: [Double], decimals: Int
    ) throws {
        let scale = try #require(Scale(covering: values))
        #expect(scale.ticks == ticks)
        #expect(scale.decimals == decimals)
    }

    @Test(
        arguments: [
            ([68], nil, 64, 72), ([100], 0...100, 95, 100), ([0], 0...100, 0, 1), ([0], nil, -1, 1),
            ([-5, -5], nil, -5.3, -4.7), ([120], 0...100, 114, 126), ([7], 7...7, 6.6, 7.4),
        ] as [([Double], ClosedRange<Double>?, Double, Double)])
    func `equal values stand inside the axis`(
        values: [Double], limits: ClosedRange<Double>?, lowest: Double, highest: Double
    ) throws {
        let scale = try #require(Scale(covering: values, limits: limits))
        #expect(scale.lowest == lowest)
        #expect(scale.highest == highest)
    }

    @Test(arguments: [[], [.nan], [.infinity, -.infinity], [1e300], [-1e15]] as [[Double]])
    func `what cannot be placed has no axis`(values: [Double]) {
        #expect(Scale(covering: values) == nil)
        #expect(Scale(covering: values, fromZero: true) == nil)
    }

    // Worked by hand: steps of 1, 2, 5, 10, 20, 25 and so on, four ticks or more.
    @Test(
        arguments: [
            ([0, 2], [0, 1, 2, 3]), ([1, 2], [1, 2, 3, 4]), ([0], [0, 1, 2, 3]),
            ([7], [6, 7, 8, 9]), ([2.4, 4.1], [2, 3, 4, 5]), ([0, 7], [0, 2, 4, 6, 8]),
            ([-1, 1], [-1, 0, 1, 2]), ([0, 14], [0, 2, 4, 6, 8, 10, 12, 14]),
            ([0, 110], [0, 25, 50, 75, 100, 125]),
            ([40, 150], [25, 50, 75, 100, 125, 150]),
        ] as [([Double], [Double])])
    func `counts have no ticks between whole numbers`(values: [Double], ticks: [Double]) throws {
        let scale = try #require(Scale(covering: values, isWhole: true))
        #expect(scale.ticks == ticks)
        #expect(scale.decimals == 0)
    }

    @Test func `an axis can be made to start at zero`() throws {
        let scale = try #require(Scale(covering: [43, 75.3], fromZero: true))
        #expect(scale.ticks == [0, 20, 40, 60, 80])
    }

    @Test(arguments: [
        1e-12, 1e-8, 1e-3, 0.07, 0.99, 1, 1.0001, 1.24, 1.26, 3.3, 7, 9.99, 10, 99.9, 12345, 1e11,
    ])
    func `there are four to eight ticks whatever the values`(span: Double) throws {
        for start in [0, 0.1, -0.37, 5, 99.5, -1234.5, 1e9] {
            let scale = try #require(Scale(covering: [start, start + span]))
            #expect(4...8 ~= scale.ticks.count)
            #expect(scale.lowest <= start && scale.highest >= start + span)
            let whole = try #require(Scale(covering: [start, start + span], isWhole: true))
            #expect(4...8 ~= whole.ticks.count && whole.decimals == 0)
            #expect(whole.ticks.allSatisfy { $0 == Double(Int($0)) })
            #expect(whole.lowest <= start && whole.highest >= start + span)
            #expect(whole.lowest >= 0 || start < 0)
        }
    }

    @Test(arguments: [
        (AxisUnit.percent, 62.0, 0, "62%"), (.pounds, 52410, 0, "£52,410"),
        (.number, -0.25, 2, "−0.25"), (.number, 0, 1, "0.0"), (.number, 1_234_567, 0, "1,234,567"),
        (.number, 0.05, 2, "0.05"), (.number, -0.001, 1, "0.0"), (.pounds, -1200, 0, "−£1,200"),
        (AxisUnit(suffix: " days"), 999, 0, "999 days"),
    ])
    func `a tick is written as people write it`(
        unit: AxisUnit, tick: Double, decimals: Int, words: String
    ) {
        #expect(unit.text(tick, decimals: decimals) == words)
    }

    @Test(
        arguments: [
            ([62, 74], "The axis starts at 62%, not 0%, so that changes can be seen."),
            ([0, 9], nil),
            ([-3, 3], nil),
        ] as [([Double], String?)])
    func `an axis that leaves zero out says so`(values: [Double], note: String?) throws {
        #expect(AxisUnit.percent.note(on: try #require(Scale(covering: values))) == note)
    }
}
