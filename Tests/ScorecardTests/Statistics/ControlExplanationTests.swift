import Scorecard
import Testing

@Suite struct ControlExplanationTests {
    /// Mean 0 and limits of ∓26.6, set by the first two.
    private func chart(_ values: [Double]) -> ControlChart {
        ControlChart([-5, 5] + values, baseline: 2, screening: false)
    }

    private func sentence(_ values: [Double], _ polarity: Polarity) -> String? {
        chart(values).variationSentence(polarity, in: .percentage)
    }

    // Worked by hand from the rules: the limits are 0 ∓ 2.66 × 10.
    @Test(arguments: [
        (
            [41.2], Polarity.highIsGood,
            "The latest figure, 41.2%, is above the upper limit of 26.6%: more than its usual variation, in the right direction."
        ),
        (
            [-41.2], .highIsGood,
            "The latest figure, −41.2%, is below the lower limit of −26.6%: more than its usual variation, in the wrong direction."
        ),
        (
            [26.62], .context,
            "The latest figure, 26.62%, is above the upper limit of 26.6%: more than its usual variation, and neither higher nor lower is better."
        ),
        (
            [1, 2, 1, 2, 1, 2, 1, 2], .lowIsGood,
            "The latest figure, 2.0%, is the last of 9 in a row above the average of 0.0%: more than its usual variation, in the wrong direction."
        ),
        (
            [-1, -2, -1, -2, -1, -2, -1], .lowIsGood,
            "The latest figure, −1.0%, is the last of 7 in a row below the average of 0.0%: more than its usual variation, in the right direction."
        ),
        (
            [-6, -4, -2, 1, 2, 3, 4, 5], .unconfirmed,
            "The latest figure, 5.0%, is the last of 8 in a row that rise each time: more than its usual variation, and it is not yet agreed whether higher or lower is better."
        ),
        (
            [6, 4, 2, -1, -2, -3, -4], .betweenIsGood,
            "The latest figure, −4.0%, is the last of 7 in a row that fall each time: more than its usual variation, which is neither better nor worse by itself."
        ),
        (
            [18.2, 18, 1, 18.5], .highIsGood,
            "The latest figure, 18.5%, is one of 2 among the last 3 that lie close to the upper limit of 26.6%: more than its usual variation, in the right direction."
        ),
        (
            [-18, -19, -18.5], .highIsGood,
            "The latest figure, −18.5%, is one of 3 among the last 3 that lie close to the lower limit of −26.6%: more than its usual variation, in the wrong direction."
        ),
        (
            [3], .highIsGood,
            "The latest figure, 3.0%, lies within the limits of −26.6% to 26.6% and no pattern stands out: no more than its usual variation."
        ),
    ])
    func `the latest point is a sentence that names its rule`(
        values: [Double], polarity: Polarity, expected: String
    ) {
        #expect(sentence(values, polarity) == expected)
    }

    @Test func `a row is counted since the break only`() {
        let values: [Double] = [-70, -65, -60, -20, -19, -18, -17, -16, -15]
        let chart = ControlChart(values, breaks: [2], baseline: 2)
        let sentence = chart.variationSentence(.highIsGood, in: .count)
        #expect(sentence?.contains("the last of 7 in a row that rise") == true)
    }

    @Test(arguments: [
        (
            AssuranceTarget.atLeast(-30),
            "Consistently passes: figures from −26.6% to 26.6% are usual, and all of them are at or above the target of −30.0%."
        ),
        (
            .atLeast(30),
            "Consistently fails: figures from −26.6% to 26.6% are usual, and all of them are below the target of 30.0%."
        ),
        (
            .atLeast(10),
            "Hit and miss: figures from −26.6% to 26.6% are usual, and the target of 10.0% lies between, so that it may be met or missed by chance."
        ),
        (
            .atMost(30),
            "Consistently passes: figures from −26.6% to 26.6% are usual, and all of them are at or below the target of 30.0%."
        ),
        (
            .atMost(-30),
            "Consistently fails: figures from −26.6% to 26.6% are usual, and all of them are above the target of −30.0%."
        ),
        (
            .atMost(10),
            "Hit and miss: figures from −26.6% to 26.6% are usual, and the target of 10.0% lies between, so that it may be met or missed by chance."
        ),
        (
            .within(-30...30),
            "Consistently passes: figures from −26.6% to 26.6% are usual, and all of them are within the target of −30.0% to 30.0%."
        ),
        (
            .within(30...40),
            "Consistently fails: figures from −26.6% to 26.6% are usual, and all of them are outside the target of 30.0% to 40.0%."
        ),
        (
            .within(0...40),
            "Hit and miss: figures from −26.6% to 26.6% are usual, and only some of them lie within the target of 0.0% to 40.0%, so that it may be met or missed by chance."
        ),
    ])
    func `assurance is a sentence with the limits and the target`(
        target: AssuranceTarget, expected: String
    ) {
        #expect(chart([]).assuranceSentence(against: target, in: .percentage) == expected)
    }

    // Two values by turns: the limits are their mean ∓ 2.66 × their difference.
    @Test(
        arguments: [
            (0, 4, FigureFormat(kind: .rate, decimals: 2), "0.00 to 12.64"),
            (0, 4, FigureFormat(kind: .count, decimals: 0), "0 to 13"),
            (0, 4, .percentage, "0.0% to 12.6%"),
            (98, 100, .percentage, "93.7% to 100.0%"),
            (98, 100, FigureFormat(kind: .composition, decimals: 1), "93.7% to 100.0%"),
            (98, 100, FigureFormat(kind: .rate, decimals: 1), "93.7 to 104.3"),
            (99, 101, .percentage, "94.7% to 105.3%"),
            (0, 4, FigureFormat(kind: .score, decimals: 2), "−8.64 to 12.64"),
            (0, 4, FigureFormat(kind: .points, decimals: 2), "−8.64 to 12.64"),
        ] as [(Double, Double, FigureFormat, String)])
    func `limits are told as what a figure can be, unless one is beyond that`(
        low: Double, high: Double, format: FigureFormat, limits: String
    ) {
        let chart = ControlChart([low, high, low, high])
        #expect(
            chart.variationSentence(.highIsGood, in: format)?.contains(
                "lies within the limits of \(limits) and") == true)
        #expect(
            chart.assuranceSentence(against: .atLeast((low + high) / 2), in: format)?.contains(
                "figures from \(limits) are usual") == true)
        #expect(agree(chart.latest?.limits.upper, (low + high) / 2 + 2.66 * (high - low)))
    }

    // The limits of 50 ∓ 53.2 are set by the first two.
    @Test func `a limit that is named is one that a figure can be`() {
        let chart = ControlChart([40, 60, 5, 6, 5], baseline: 2)
        #expect(
            chart.variationSentence(.highIsGood, in: .percentage)
                == "The latest figure, 5.0%, is one of 3 among the last 3 that lie close to the lower limit of 0.0%: more than its usual variation, in the wrong direction."
        )
    }

    @Test func `without a target or points there is little to say`() {
        #expect(
            chart([]).assuranceSentence(against: nil, in: .percentage)
                == "Cannot say: no target has been set.")
        #expect(ControlChart([]).assuranceSentence(against: nil, in: .percentage) == nil)
        #expect(ControlChart([]).variationSentence(.highIsGood, in: .percentage) == nil)
    }
}
