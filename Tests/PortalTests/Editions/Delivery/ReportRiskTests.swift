import Testing

@testable import Portal

/// Risks as they are scored.
@Suite struct ReportRiskTests {
    @Test(arguments: [
        ("1", "5", RiskScore.Rating.low, 5), ("2", "3", .medium, 6), ("3", "4", .medium, 12),
        ("3", "5", .high, 15), ("5", "5", .high, 25),
    ])
    func `a risk is rated by likelihood times impact`(
        _ likelihood: String, _ impact: String, _ rating: RiskScore.Rating, _ number: Int
    ) throws {
        let score = RiskScore(
            try #require(RiskScale.step(likelihood, of: RiskScale.likelihoods)),
            try #require(RiskScale.step(impact, of: RiskScale.impacts)))
        #expect(score.rating == rating)
        #expect(score.number == number)
    }

    @Test func `the rule says what it does`() {
        #expect(
            RiskScore.rule.hasSuffix("1 to 5 is low, 6 to 12 is medium, and 13 to 25 is high."))
    }

    @Test(arguments: ["0", "6", "", "04", "high"])
    func `what is no number from 1 to 5 is no step`(_ text: String) {
        #expect(RiskScale.step(text, of: RiskScale.impacts) == nil)
    }

    @Test func `the highest risk comes first, and one without words is none`() {
        let content = EditionContent(
            EntryContent([
                "risk-1-what": "Small", "risk-1-likelihood": "1", "risk-1-impact": "1",
                "risk-2-what": "Large", "risk-2-likelihood": "5", "risk-2-impact": "5",
                "risk-3-owner": "Nobody",
            ]))
        #expect(content.risks.map(\.what) == ["Large", "Small"])
    }
}
