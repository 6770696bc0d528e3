import Scorecard
import Testing

@Suite struct ControlChartTests {
    /// Charts by the NHS's own "plot the dots" rules.
    @Test func `every chart agrees with the truth tables`() throws {
        guard let cases = try TruthTable("spc_cases"), let points = try TruthTable("spc_points")
        else { return }
        let byCase = Dictionary(grouping: points.rows) { $0["case_id"] ?? "" }
        for row in cases.rows {
            let expected = try #require(byCase[try row.text("case_id")])
            let chart = try chart(row, expected)
            #expect(chart.points.count == expected.count)
            for (found, wanted) in zip(chart.points, expected) {
                try check(found, wanted, row)
            }
            try checkLatest(chart, row)
        }
    }

    @Test func `a chart begins again at a break, and its latest limits are the last stretch's`() {
        let chart = ControlChart([1, 3, 1, 3, 11, 13, 11], breaks: [4, 9])
        #expect(
            chart.points.map(\.beginsStretch) == [true, false, false, false, true, false, false])
        #expect(chart.points[3].limits.mean == 2)
        #expect(agree(chart.latest?.limits.mean, 35.0 / 3))
        #expect(agree(chart.latest?.limits.upper, 35.0 / 3 + 2.66 * 2))
        #expect(chart.pointsSinceBreak == 3)
        #expect(chart.points[4].signal == nil)
    }

    @Test func `no figures make an empty chart`() {
        let chart = ControlChart([])
        #expect(chart.points.isEmpty)
        #expect(chart.latest == nil)
        #expect(chart.pointsSinceBreak == 0)
        #expect(chart.assurance(against: .atLeast(1)) == nil)
    }

    @Test(arguments: [-5, 0, 1])
    func `a baseline of less than one point is of one`(baseline: Int) {
        let chart = ControlChart([4, 8, 6], baseline: baseline)
        #expect(chart.latest?.limits.mean == 4)
        #expect(chart.latest?.limits.upper == 4)
    }

    @Test func `a baseline longer than a stretch is the stretch`() {
        #expect(ControlChart([4, 8, 6], baseline: 9).latest?.limits.mean == 6)
    }

    // Nine ranges of 1 and one of x: the mean is (9 + x) ÷ 10, and x is screened out from
    // 3.267 × that, at x = 3.267 × 9 ÷ (10 − 3.267) = 4.367….
    @Test(arguments: [(4.36, true), (4.38, false)])
    func `a moving range is screened out from 3.267 times the mean`(range: Double, isKept: Bool) {
        var values = (0..<10).map { Double($0 % 2) }
        values.append(1 + range)
        let limits = ControlChart(values).points[0].limits
        let mean = isKept ? (9 + range) / 10 : 1
        #expect(agree(limits.upper - limits.mean, 2.66 * mean))
    }

    // Ranges of 244, 244, 245 and 3,267, whose mean is 1,000: the last lies on the edge.
    @Test func `a moving range of 3.267 times the mean itself is screened out`() {
        let limits = ControlChart([0, 244, 0, 245, 3_512]).points[0].limits
        #expect(agree(limits.upper - limits.mean, 2.66 * 733 / 3))
    }

    @Test func `what is no number is charted without a signal`() {
        let chart = ControlChart([1, .nan, 3, .infinity, 5, 6, 7, 8, 9])
        #expect(chart.points.count == 9)
    }

    private func chart(_ row: [String: String], _ points: [[String: String]]) throws -> ControlChart
    {
        ControlChart(
            try points.map { try $0.number("value") },
            breaks: Set(try points.indices.filter { try points[$0].text("rebase_here") == "1" }),
            baseline: Int(try row.text("fix_after_n_points")),
            screening: try row.text("screen_outliers") == "1")
    }

    private func check(
        _ found: ControlChart.Point, _ wanted: [String: String], _ row: [String: String]
    ) throws {
        #expect(agree(found.limits.mean, try wanted.number("mean")), "\(wanted)")
        // The reference has no limits where every moving range is screened out.
        if try wanted.text("lpl").isEmpty {
            #expect(found.limits.lower == found.limits.mean, "\(wanted)")
        } else {
            #expect(agree(found.limits.lower, try wanted.number("lpl")), "\(wanted)")
            #expect(agree(found.limits.upper, try wanted.number("upl")), "\(wanted)")
        }
        #expect(name(found.signal) == (try wanted.text("special_cause")), "\(wanted)")
        let variation = found.variation(try polarity(row))
        #expect(name(variation) == (try wanted.text("point_type")), "\(wanted)")
    }

    private func checkLatest(_ chart: ControlChart, _ row: [String: String]) throws {
        let polarity = try polarity(row)
        let latest = try #require(chart.latest)
        #expect(
            name(latest.variation(polarity)) == (try row.text("latest_point_type")), "\(row)")
        #expect(agree(latest.limits.mean, try row.number("latest_mean")), "\(row)")
        let signals = chart.points.count { $0.signal != nil }
        #expect(signals == Int(try row.text("n_special")), "\(row)")
        guard let target = Double(try row.text("target")) else { return }
        let names = ["consistent_pass": "passes", "consistent_fail": "fails"]
        let expected = try row.text("assurance")
        let found =
            AssuranceTarget(target, polarity)
            .flatMap { chart.assurance(against: $0) }?.rawValue ?? ""
        #expect(found == (names[expected] ?? (expected.isEmpty ? "" : "hit-and-miss")), "\(row)")
    }

    private func polarity(_ row: [String: String]) throws -> Polarity {
        let names = ["increase": Polarity.highIsGood, "decrease": .lowIsGood, "neutral": .context]
        return try #require(names[try row.text("improvement_direction")])
    }

    private func name(_ signal: ControlChart.Signal?) -> String {
        switch signal {
        case nil: "Common Cause"
        case .outsideLimits(.above): "Above UCL"
        case .outsideLimits(.below): "Below LCL"
        case .run(.above): "7 Points Above CL"
        case .run(.below): "7 Points Below CL"
        case .trend(.above): "7 Point Trend (Increasing)"
        case .trend(.below): "7 Point Trend (Decreasing)"
        case .nearLimit(.above): "2 in 3 Above CL"
        case .nearLimit(.below): "2 in 3 Below CL"
        }
    }

    private func name(_ variation: ControlChart.Variation) -> String {
        switch variation {
        case .improving: "special_cause_improvement"
        case .concerning: "special_cause_concern"
        case .higher: "special_cause_neutral_high"
        case .lower: "special_cause_neutral_low"
        case .common: "common_cause"
        }
    }
}
