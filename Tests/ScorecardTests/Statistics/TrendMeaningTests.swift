import Scorecard
import Testing

@Suite struct TrendMeaningTests {
    @Test(arguments: [
        (TrendTest.Finding.up, Polarity.highIsGood, TrendMeaning.gettingBetter),
        (.down, .highIsGood, .gettingWorse), (.up, .lowIsGood, .gettingWorse),
        (.down, .lowIsGood, .gettingBetter), (.up, .context, .increasing),
        (.down, .context, .decreasing), (.up, .betweenIsGood, .increasing),
        (.down, .betweenIsGood, .decreasing), (.up, .unconfirmed, .increasing),
        (.down, .unconfirmed, .decreasing), (.none, .highIsGood, .noSignificantChange),
        (.none, .context, .noSignificantChange),
    ])
    func `a finding means better or worse by polarity`(
        finding: TrendTest.Finding, polarity: Polarity, expected: TrendMeaning
    ) {
        #expect(finding.meaning(polarity) == expected)
    }

    @Test func `words are those of the key`() {
        #expect(
            TrendMeaning.allCases.map(\.words) == [
                "Getting better", "Getting worse", "Increasing", "Decreasing",
                "No significant change",
            ])
    }

    private func sentence(_ values: [Double], _ polarity: Polarity, _ format: FigureFormat) throws
        -> String
    {
        let points = values.enumerated().map {
            TrendTest.Point(time: Double($0), value: $1, standardError: 0.01)
        }
        return try #require(TrendTest(points)).sentence(polarity, in: format)
    }

    @Test(arguments: [
        (
            [10, 11.2, 12.4, 13.6, 14.8], Polarity.highIsGood, FigureFormat.percentage,
            "Getting better: over 5 yearly figures there is a rise of about 1.2 percentage points a year: more than chance, in the right direction."
        ),
        (
            [14, 12, 10, 8, 6, 4], .highIsGood, .count,
            "Getting worse: over 6 yearly figures there is a fall of about 2 a year: more than chance, in the wrong direction."
        ),
        (
            [1, 1.04, 1.08, 1.12, 1.16], .context, .percentage,
            "Increasing: over 5 yearly figures there is a rise of about 0.04 percentage points a year: more than chance, and neither higher nor lower is better."
        ),
        (
            [5, 4, 3, 2, 1], .betweenIsGood, .count,
            "Decreasing: over 5 yearly figures there is a fall of about 1 a year: more than chance, which is neither better nor worse by itself."
        ),
        (
            [5, 5, 5, 5, 5], .lowIsGood, .count,
            "No significant change: over 5 yearly figures any rise or fall is no more than chance would explain."
        ),
        (
            [5, 4, 3, 2, 40], .lowIsGood, .count,
            "No significant change: over 5 yearly figures there is a rise of about 7 a year, but leaving out a single one of them would turn that around."
        ),
    ])
    func `a finding is a sentence with the yearly change`(
        values: [Double], polarity: Polarity, format: FigureFormat, expected: String
    ) throws {
        #expect(try sentence(values, polarity, format) == expected)
    }
}
