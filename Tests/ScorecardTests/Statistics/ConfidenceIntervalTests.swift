import Scorecard
import Testing

@Suite struct ConfidenceIntervalTests {
    // Expected values: the outside tables name their sources row by row.
    @Test func `proportions agree with the truth table`() throws {
        guard let table = try TruthTable("wilson_proportion_ci") else { return }
        for row in table.rows {
            let interval = ConfidenceInterval(
                ofProportion: try row.number("numerator"), in: try row.number("denominator"),
                try level(row.text("confidence")))
            #expect(agree(interval?.lower, try row.number("lower")), "\(row)")
            #expect(agree(interval?.upper, try row.number("upper")), "\(row)")
        }
    }

    @Test func `counts agree with the truth table`() throws {
        guard let table = try TruthTable("poisson_count_ci") else { return }
        for row in table.rows {
            let interval = ConfidenceInterval(
                ofCount: try row.number("count"), try level(row.text("confidence")))
            #expect(agree(interval?.lower, try row.number("lower")), "\(row)")
            #expect(agree(interval?.upper, try row.number("upper")), "\(row)")
        }
    }

    @Test func `rates agree with the truth table`() throws {
        guard let table = try TruthTable("rate_ci") else { return }
        for row in table.rows {
            for (level, name) in [
                (ConfidenceLevel.ninetyFive, "95"), (.ninetyNinePointEight, "998"),
            ] {
                let interval = ConfidenceInterval(
                    ofRate: try row.number("numerator"), in: try row.number("denominator"),
                    per: try row.number("multiplier"), level)
                #expect(agree(interval?.lower, try row.number("lower\(name)")), "\(row)")
                #expect(agree(interval?.upper, try row.number("upper\(name)")), "\(row)")
            }
        }
    }

    @Test func `what is no proportion, count or rate has no interval`() {
        #expect(ConfidenceInterval(ofProportion: 5, in: 0) == nil)
        #expect(ConfidenceInterval(ofProportion: 6, in: 5) == nil)
        #expect(ConfidenceInterval(ofProportion: -1, in: 5) == nil)
        #expect(ConfidenceInterval(ofProportion: .nan, in: 5) == nil)
        #expect(ConfidenceInterval(ofCount: -1) == nil)
        #expect(ConfidenceInterval(ofCount: 2.5) == nil)
        #expect(ConfidenceInterval(ofCount: .infinity) == nil)
        #expect(ConfidenceInterval(ofRate: 5, in: 0, per: 100) == nil)
    }

    @Test(arguments: [
        (1.0, Polarity.highIsGood, BenchmarkComparison.better), (4.0, .highIsGood, .worse),
        (1.0, .lowIsGood, .worse), (4.0, .lowIsGood, .better), (2.5, .lowIsGood, .similar),
        (2.0, .highIsGood, .similar), (3.0, .highIsGood, .similar), (1.0, .context, .higher),
        (4.0, .unconfirmed, .lower), (2.5, .context, .similar),
    ])
    func `a benchmark inside the interval is similar`(
        benchmark: Double, polarity: Polarity, expected: BenchmarkComparison
    ) {
        let interval = ConfidenceInterval(lower: 2, upper: 3)
        #expect(
            BenchmarkComparison(of: interval, with: benchmark, polarity: polarity) == expected)
    }

    private func level(_ text: String) throws -> ConfidenceLevel {
        try #require(["0.95": .ninetyFive, "0.998": .ninetyNinePointEight][text])
    }
}
