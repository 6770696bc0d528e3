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

    // scipy 1.17: Wilson's intervals of 20 in 100 and 0 in 50 are 13.3367% to 28.8829% and 0% to
    // 7.1348%; their widths ÷ 3.919928 are the standard errors.
    @Test(arguments: [(20, 100, 3.965946147184148), (0, 50, 1.8201252598552695)])
    func `a standard error is that of the interval, of none too`(
        numerator: Double, denominator: Double, expected: Double
    ) throws {
        let share = try #require(ConfidenceInterval(ofProportion: numerator, in: denominator))
        let interval = ConfidenceInterval(lower: share.lower * 100, upper: share.upper * 100)
        let point = TrendTest.Point(time: 1, value: 7, interval: interval)
        #expect(agree(point.standardError, expected))
        #expect(point.value == 7)
        #expect(point.time == 1)
    }

    // One point of five far above a falling line: the whole rises, without that point it falls.
    @Test func `a trend that hangs on one figure is none`() {
        let values: [Double] = [5, 4, 3, 2, 40]
        let points = values.enumerated().map {
            TrendTest.Point(time: Double($0), value: $1, standardError: 0.5)
        }
        let test = TrendTest(points)
        #expect(test.map { $0.chiSquared > TrendTest.threshold } == true)
        #expect(test?.isStable == false)
        #expect(test?.finding == TrendTest.Finding.none)
    }

    // Times 0 to 4 with standard errors of 1: chi-squared is slope² × 10.
    @Test(arguments: [(0.9773, TrendTest.Finding.up), (0.9771, .none), (-0.9773, .down)])
    func `chi-squared must pass 9.5495`(slope: Double, expected: TrendTest.Finding) {
        let points = (0...4).map {
            TrendTest.Point(time: Double($0), value: slope * Double($0), standardError: 1)
        }
        #expect(TrendTest(points)?.finding == expected)
        #expect(TrendTest(points)?.count == 5)
    }

    @Test func `figures of one time, or that are no number, are not tested`() {
        let one = TrendTest.Point(time: 1, value: 1, standardError: 1)
        #expect(TrendTest([one, one, one, one, one]) == nil)
        let points = (1...5).map { TrendTest.Point(time: Double($0), value: 1, standardError: 1) }
        #expect(TrendTest(points) != nil)
        #expect(TrendTest(points + [.init(time: 6, value: .nan, standardError: 1)]) == nil)
        #expect(TrendTest(points + [.init(time: .infinity, value: 1, standardError: 1)]) == nil)
        #expect(TrendTest(points + [.init(time: 6, value: 1, standardError: 1e-200)]) == nil)
    }

    @Test func `equal figures have no trend`() {
        let points = (1...9).map { TrendTest.Point(time: Double($0), value: 7, standardError: 0.1) }
        #expect(TrendTest(points)?.finding == TrendTest.Finding.none)
    }
}
