import Testing

@testable import Scorecard

@Suite struct ExplanationPlacesTests {
    @Test(
        arguments: [
            ("52.33333333", 3, "52.334", "52.333"), ("-52.33333333", 3, "-52.333", "-52.334"),
            ("52.33", 3, "52.33", "52.33"), ("0.00000001", 0, "1", "0"),
            ("-0.00000001", 0, "0", "-1"),
            ("1.5", 0, "2", "1"), ("1.00000001", 8, "1.00000001", "1.00000001"),
            ("1.00000001", 11, "1.00000001", "1.00000001"),
        ] as [(FixedDecimal, Int, FixedDecimal, FixedDecimal)])
    func `a decimal is rounded up or down`(
        value: FixedDecimal, places: Int, up: FixedDecimal, down: FixedDecimal
    ) {
        #expect(value.roundedUp(to: places) == up)
        #expect(value.roundedDown(to: places) == down)
    }

    @Test func `at the ends of the range a decimal stays as it is`() {
        let most = FixedDecimal(hundredMillionths: .max)
        #expect(most.roundedUp(to: 0) == most)
        #expect((-most).roundedDown(to: 0) == -most)
    }

    @Test(
        arguments: [
            ("67.8", "66.9", "0.9", 1), ("67.84", "66.85", "0.99", 2), ("5", "5.04", "0.04", 2),
            ("5", "5", "0", 1),
        ] as [(FixedDecimal, FixedDecimal, FixedDecimal, Int)])
    func `places are added until the numbers agree`(
        one: FixedDecimal, other: FixedDecimal, apart: FixedDecimal, places: Int
    ) {
        let format = FigureFormat(kind: .percentage, decimals: 1)
        #expect(format.placesAgreeing(one, other, apart: apart) == places)
        #expect(format.placesAgreeing(other, one, apart: -apart) == places)
    }
}
