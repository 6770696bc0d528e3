import Testing

@testable import Portal

@Suite struct AboutSectionTests {
    @Test(arguments: [
        ("moves-in-care", "Printed in the strategy as", "Children who moved three times"),
        ("moves-in-care", "Top number", "Children moved three times or more"),
        ("moves-in-care", "Figures published by", "The Department, Returns"),
        (
            "moves-in-care", "How well the figures fit",
            "Close to what the measure asks for. Counts those in care on one day"
        ),
        ("moves-in-care", "Note on the figures", "Small numbers move much."),
        ("moves-in-care", "Note", "Counted anew in 2024"),
        ("moves-in-care", "Code", "MOVES"),
        ("moves-in-care", "How often", "Every year"),
        ("moves-in-care", "What a figure covers", "What happened in the period"),
        ("moves-in-care", "Target", "8.0%, local"),
        (
            "school-attendance", "Target",
            "94.5% until August 2027, local, from a baseline of 93.2% (2021/22). "
                + "Set by the board"
        ),
        ("suspensions", "Target", "4.00, national"),
        ("suspensions", "Unit", "per 100 pupils"),
        ("suspensions", "Good performance is", "Lower is better"),
        (
            "custody", "Rating rule", "On target at or below 50.0; off target above that."
        ),
        ("births", "Rating rule", "Not rated: the measure sets the scene."),
        (
            "young-carers", "Rating rule",
            "None yet. When a target is set: on target when it is reached, close to target "
                + "when the shortfall is within the tolerance, off target beyond that."
        ),
    ])
    func `the page says what the measure is and whose its figures are`(
        measure: String, term: String, words: String
    ) throws {
        #expect(try get("/measures/\(measure)").page.section("about")?.facts[term] == words)
    }

    @Test func `what is not known is left out`() throws {
        let facts = try #require(try get("/measures/births").page.section("about")?.facts)
        #expect(facts["Top number"] == nil)
        #expect(facts["Target"] == nil)
        #expect(facts["Figures published by"] == nil)
    }
}
