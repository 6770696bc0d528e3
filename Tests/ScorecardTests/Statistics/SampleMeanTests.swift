import Scorecard
import Testing

@Suite struct SampleMeanTests {
    // Each row names its source: NIST's certified values, and published test data.
    @Test func `means, deviations and intervals agree with the truth tables`() throws {
        guard let values = try TruthTable("mean_values"),
            let means = try TruthTable("mean_expected")
        else { return }
        let groups = Dictionary(grouping: values.rows) { $0["group"] ?? "" }
        #expect(means.rows.count == groups.count)
        for row in means.rows {
            let group = try #require(groups[try row.text("group")])
            let found = try #require(SampleMean(try group.map { try $0.number("value") }))
            #expect(found.count == Int(try row.text("n")), "\(row)")
            #expect(agree(found.mean, try row.number("mean")), "\(row)")
            let isHard = try row.text("source").contains("1e-8")
            let error = isHard ? 1e-8 : 1e-9
            #expect(agree(found.standardDeviation, try row.number("sd"), within: error), "\(row)")
            guard !isHard else { continue }
            for (level, name) in [
                (ConfidenceLevel.ninetyFive, "95"), (.ninetyNinePointEight, "998"),
            ] {
                let interval = found.interval(level)
                #expect(agree(interval?.lower, try row.number("lower\(name)")), "\(row)")
                #expect(agree(interval?.upper, try row.number("upper\(name)")), "\(row)")
            }
        }
    }

    @Test func `one value has a mean and no interval`() {
        let one = SampleMean([4])
        #expect(one?.mean == 4)
        #expect(one?.standardDeviation == 0)
        #expect(one?.interval() == nil)
        #expect(SampleMean([]) == nil)
        #expect(SampleMean([4, 4])?.interval() == ConfidenceInterval(lower: 4, upper: 4))
    }
}
