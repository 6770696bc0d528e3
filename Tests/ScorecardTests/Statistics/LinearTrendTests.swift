import Testing

@testable import Scorecard

@Suite struct LinearTrendTests {
    @Test func `lines agree with the truth table`() throws {
        guard let table = try TruthTable("linear_trend") else { return }
        for row in table.rows {
            let line = try #require(LinearTrend(try row.numbers("values")))
            #expect(line.count == Int(try row.text("n")), "\(row)")
            #expect(agree(line.intercept, try row.number("intercept")), "\(row)")
            #expect(agree(line.slope, try row.number("slope")), "\(row)")
            #expect(agree(line.slopeStandardError, try row.number("slope_se")), "\(row)")
            #expect(agree(line.slopeP, try row.number("slope_p")), "\(row)")
            #expect(agree(line.rSquared, try row.number("r_squared")), "\(row)")
        }
    }

    // scipy 1.17: stats.linregress, and stats.t.isf for the deviates.
    @Test func `the next figure has a prediction interval`() throws {
        let line = try #require(LinearTrend([3, 5, 4, 8, 9, 11, 10]))
        #expect(agree(line.value(at: 8), 12.571428571428571))
        let range = line.predictionInterval(at: 8)
        #expect(agree(range.lower, 8.508641111755676))
        #expect(agree(range.upper, 16.634216031101467))
        let wide = line.predictionInterval(at: 8, .ninetyNinePointEight)
        #expect(agree(wide.lower, 3.2569024736698005))
        #expect(agree(wide.upper, 21.885954669187342))
    }

    @Test func `fewer than three figures have no line`() {
        #expect(LinearTrend([]) == nil)
        #expect(LinearTrend([1, 2]) == nil)
        #expect(LinearTrend([1, 2, 3]) != nil)
    }

    @Test func `figures of one time have no line`() {
        #expect(LinearTrend(count: 3) { (4, Double($0)) } == nil)
    }

    @Test func `a line that holds exactly leaves nothing to chance`() throws {
        let line = try #require(LinearTrend([2, 4, 6, 8]))
        #expect(line.slope == 2)
        #expect(line.intercept == 0)
        #expect(line.slopeP == 0)
        #expect(line.rSquared == 1)
        #expect(line.predictionInterval(at: 5) == ConfidenceInterval(lower: 10, upper: 10))
    }

    @Test func `equal figures have a flat line that explains nothing`() throws {
        let line = try #require(LinearTrend([7, 7, 7]))
        #expect(line.slope == 0)
        #expect(line.slopeP == 1)
        #expect(line.rSquared == nil)
    }
}
