import Testing

@testable import Scorecard

@Suite struct EstimateTests {
    @Test(arguments: [
        (41.25, "41.3%"), (-0.04, "0.0%"), (-1234.56, "−1,234.6%"), (1e12, "1000000000000.0"),
        (.nan, "nan"), (.infinity, "inf"),
    ])
    func `an estimate is written as figures are`(estimate: Double, expected: String) {
        #expect(FigureFormat.percentage.text(estimate: estimate) == expected)
    }

    @Test(arguments: [
        (26.62, 26.6, "26.62%"), (26.66, 26.6, "26.7%"), (26.6, 26.6, "26.6%"),
        (26.600_000_001, 26.6, "26.60000000%"), (.nan, 1.0, "nan"),
    ])
    func `an estimate never looks equal to a bound that it passes`(
        estimate: Double, bound: Double, expected: String
    ) {
        #expect(FigureFormat.percentage.text(estimate: estimate, apartFrom: bound) == expected)
    }

    @Test func `a decimal is the estimate rounded to eight places`() {
        #expect(FixedDecimal(estimate: 0.1 + 0.2) == "0.3")
        #expect(FixedDecimal(estimate: -1.000_000_006) == "-1.00000001")
        #expect(FixedDecimal(estimate: 9.3e10) == nil)
        #expect(FixedDecimal(estimate: -9.3e10) == nil)
    }
}
