import Testing

@testable import Portal

@Suite struct StorySectionTests {
    @Test(arguments: [
        (
            "moves-in-care",
            "Harbourside’s figure for 2025/26 financial year is 9.9% (33 of 1,333). "
                + "That is 0.9 points lower than in 2024/25, which is better. "
                + "England’s is 10.0%, 0.1 points higher than Harbourside."
        ),
        (
            "nursery-places-kept-free",
            "Harbourside’s figure for Q1 2026/27 (April to June 2026) is 12.0%. "
                + "That is 1.0 points higher than in Q4 2025/26, which is better."
        ),
        (
            "ready-for-school",
            "Harbourside’s figure for 2024/25 academic year is 66.6%. "
                + "That is the same as in 2023/24. England’s is 66.6%, the same as Harbourside."
        ),
        (
            "reading-at-seven",
            "Harbourside’s figure for 2024/25 academic year is 68.4%. "
                + "It cannot be compared with 2023/24: the test was changed."
        ),
        (
            "births",
            "Harbourside’s figure for 2025 is 2,290. "
                + "That is 20 lower than in 2024."
        ),
        ("families-heard", "There is no figure for Harbourside yet."),
        (
            "custody", "The figure for 2024/25 financial year is not shown: confidential."
        ),
    ])
    func `the figures are told in sentences`(measure: String, says: String) throws {
        let story = try get("/measures/\(measure)").page.section("story")
        #expect(story?.all("p").first?.text == says)
    }

    @Test func `why it matters is the strategy's, and so is what it printed`() throws {
        let story = try #require(try get("/measures/school-attendance").page.section("story"))
        #expect(story.text.contains("Why it matters A day missed is a day not learned."))
        let printed = try #require(try get("/measures/moves-in-care").page.section("story"))
        #expect(printed.text.contains("What the strategy says The strategy prints 10.4%."))
    }
}
