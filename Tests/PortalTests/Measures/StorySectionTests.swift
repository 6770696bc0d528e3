import Testing

@testable import Portal

@Suite struct StorySectionTests {
    @Test(arguments: [
        (
            "moves-in-care",
            "Harbourside’s figure for the 2025/26 financial year is 9.9% (33 of 1,333). "
                + "9.9% is 1.9 points above the target of 8.0%; close would be within 0.5 points. "
                + "9.9% is 0.9 points lower than the 10.8% for 2024/25: better. "
                + "England’s figure is 10.0%, 0.1 points higher than Harbourside."
        ),
        (
            "nursery-places-kept-free",
            "Harbourside’s figure for Q1 2026/27 (April to June 2026) is 12.0%. "
                + "12.0% lies within the range of 10.0% to 14.0%. "
                + "12.0% is 1.0 point higher than the 11.0% for Q4 2025/26: better."
        ),
        (
            "ready-for-school",
            "Harbourside’s figure for the 2024/25 academic year is 66.6%. "
                + "66.6% is the same as the figure for 2023/24. "
                + "England’s figure is 66.6%, the same as Harbourside."
        ),
        (
            "reading-at-seven",
            "Harbourside’s figure for the 2024/25 academic year is 68.4%. "
                + "It cannot be compared with the figure for 2023/24: the test was changed."
        ),
        (
            "births",
            "Harbourside’s figure for 2025 is 2,290. "
                + "2,290 is 20 lower than the 2,310 for 2024."
        ),
        ("families-heard", "There is no figure for Harbourside yet."),
        (
            "custody",
            "The figure for the 2024/25 financial year is not shown: "
                + "so few children are counted that one of them might be recognised."
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
