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

    @Test func `equal figures have no trend`() {
        let points = (1...9).map { TrendTest.Point(time: Double($0), value: 7, standardError: 0.1) }
        #expect(TrendTest(points)?.finding == TrendTest.Finding.none)
    }
}
