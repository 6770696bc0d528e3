import Testing

@testable import Portal

@Suite struct TrendSectionTests {
    /// Period with its marks, own figure, England's, and the difference; newest first.
    @Test(arguments: [
        (
            "moves-in-care",
            [
                ["2025/26 [p]", "33 of 1,333", "9.9", "10.0", "−0.1"],
                ["2024/25", "", "10.8", "[x]", "[x]"], ["2023/24", "", "11.5", "[x]", "[x]"],
            ]
        ),
        (
            "school-attendance",
            [["2024/25", "94.8", "93.1", "+1.7"], ["2023/24", "94.0", "92.9", "+1.1"]]
        ),
        (
            "suspensions",
            [["2024/25 [r]", "4.15", "4.80", "−0.65"], ["2023/24", "3.90", "[x]", "[x]"]]
        ),
        (
            "reading-at-seven",
            [
                ["2024/25 [b]", "68.4"], ["2023/24", "71.9"], ["2022/23", "70.4"],
            ]
        ),
        (
            "custody",
            [["2024/25", "[c]", "33.0", "[c]"], ["2023/24", "21.5", "[x]", "[x]"]]
        ),
        (
            "nursery-places-kept-free",
            [
                ["Q1 2026/27", "12.0"], ["Q4 2025/26", "11.0"],
            ]
        ),
        ("young-carers", [["2025/26", "1,204"]]),
    ])
    func `the table has every period, the newest first`(
        measure: String, rows: [[String]]
    ) throws {
        #expect(try get("/measures/\(measure)").page.section("trend")?.cells == rows)
    }

    @Test(arguments: [
        ("moves-in-care", "Harbourside fell to 9.9% in 2025/26 and is below England"),
        ("school-attendance", "Harbourside rose to 94.8% in 2024/25 and is above England"),
        ("ready-for-school", "Harbourside stayed at 66.6% in 2024/25 and is level with England"),
        ("reading-at-seven", "Harbourside was 68.4% in 2024/25"),
        ("custody", "The latest figure for Harbourside is not shown"),
    ])
    func `the chart is titled by what it shows`(measure: String, finding: String) throws {
        let page = try get("/measures/\(measure)").page
        #expect(page.element(id: "trend-finding")?.text == finding)
    }

    @Test func `a break and every letter in brackets are explained`() throws {
        let text = try get("/measures/reading-at-seven").page.section("trend")?.text ?? ""
        #expect(
            text.contains(
                "Figures before 2024/25 cannot be compared with later ones: the test was changed."))
        #expect(text.contains("[b] break in series."))
        #expect(!text.contains("[x]"))
        #expect(!text.contains("[c]"))
        let moves = try get("/measures/moves-in-care").page.section("trend")?.text ?? ""
        #expect(moves.contains("[x] not available."))
    }

    @Test func `a year that was left out stands empty between the others`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/centres.csv"].set("period", "2022-23-FY", line: 2)
        let page = try TestPortal(catalogue).get("/measures/family-centres").page
        #expect(
            page.section("trend")?.cells == [
                ["2025/26", "8"], ["2024/25", "[x]"], ["2023/24", "[x]"], ["2022/23", "9"],
            ])
    }

    @Test func `a target that moves is drawn as it moves, and told`() throws {
        var catalogue = Harbourside.catalogue
        let targets = "Catalogue/targets.csv"
        catalogue[targets].set("value", "7", line: 4)
        catalogue[targets].set("milestones", "2024-03-31 11; 2027-03-31 7", line: 4)
        catalogue[targets].set("milestone_shape", "linear", line: 4)
        let trend = try TestPortal(catalogue).get("/measures/moves-in-care").page.section("trend")
        #expect(
            trend?.text.contains(
                "The target moves: 11.0% by 31 March 2024, 7.0% by 31 March 2027.") == true)
        #expect(trend?.first(class: "g-milestone") != nil)
    }

    @Test func `what is expected is drawn beyond the last figure`() throws {
        let trend = try get("/measures/moves-in-care").page.section("trend")
        #expect(trend?.first(class: "g-forecast") != nil)
        #expect(
            try get("/measures/births").page.section("trend")?.first(class: "g-forecast") == nil)
    }
}
