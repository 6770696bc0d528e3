import Scorecard
import Testing

@Suite struct TrendTestTests {
    @Test func `trends agree with the truth table`() throws {
        guard let table = try TruthTable("weighted_trend") else { return }
        for row in table.rows {
            let years = try row.numbers("years")
            let values = try row.numbers("values")
            let errors = try row.numbers("standard_errors")
            let points = years.indices.map {
                TrendTest.Point(time: years[$0], value: values[$0], standardError: errors[$0])
            }
            let test = try #require(TrendTest(points))
            #expect(agree(test.slope, try row.number("slope")), "\(row)")
            #expect(agree(test.chiSquared, try row.number("chi_squared")), "\(row)")
            #expect(test.isStable == (try row.text("sign_stable_leaving_one_out") == "1"), "\(row)")
            #expect(test.finding.rawValue == (try row.text("trend")), "\(row)")
        }
    }

    @Test func `too few points, or points without a standard error, are not tested`() {
        let points = (1...4).map { TrendTest.Point(time: Double($0), value: 1, standardError: 1) }
        #expect(TrendTest(points) == nil)
        #expect(TrendTest(points + [.init(time: 5, value: 1, standardError: 0)]) == nil)
        #expect(TrendTest(points + [.init(time: 5, value: 1, standardError: .infinity)]) == nil)
    }

    // √(0.2 × 0.8 ÷ 100) is 0.04; a count of 25 has the standard error 5.
    @Test func `a figure's standard error comes from its parts`() {
        let share = TrendTest.Point(time: 1, percentageOf: 20, in: 100)
        #expect(agree(share?.value, 20))
        #expect(agree(share?.standardError, 4))
        let rate = TrendTest.Point(time: 1, rateOf: 25, in: 1_000, per: 10_000)
        #expect(agree(rate?.value, 250))
        #expect(agree(rate?.standardError, 50))
        #expect(TrendTest.Point(time: 1, percentageOf: 0, in: 100) == nil)
        #expect(TrendTest.Point(time: 1, percentageOf: 100, in: 100) == nil)
        #expect(TrendTest.Point(time: 1, rateOf: 0, in: 100, per: 10) == nil)
    }

    @Test func `equal figures have no trend`() {
        let points = (1...9).map { TrendTest.Point(time: Double($0), value: 7, standardError: 0.1) }
        #expect(TrendTest(points)?.finding == TrendTest.Finding.none)
    }
}
