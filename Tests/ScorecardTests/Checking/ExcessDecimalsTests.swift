import Scorecard
import Testing

@Suite struct ExcessDecimalsTests {
    @Test(
        arguments: [
            ("14.375", 1, "14.375 has 3 decimal places, and the measure has 1."),
            ("14.5", 0, "14.5 has 1 decimal place, and the measure has none."),
            ("14.5", 1, nil), ("14", 1, nil),
        ] as [(FixedDecimal, Int, String?)])
    func `more places than the measure has are doubted`(
        value: FixedDecimal, decimals: Int, question: String?
    ) throws {
        let found = try Plausibility(value, after: [], .typed(.rate, decimals: decimals))
        #expect(found.question(.decimals) == question)
    }

    @Test func `a ratio has as many places as it takes`() throws {
        let figure = Figure(period: try period("2026-27-Q1"), ratio: try Ratio(of: "1", in: "3"))
        #expect(Plausibility(figure, terms: .plans, history: []).doubts.isEmpty)
    }
}
