import Testing

@testable import Portal

@Suite struct LinesSectionTests {
    @Test func `a part of a measure has a table of its own, and its note`() throws {
        let parts = try #require(try get("/measures/moves-in-care").page.section("parts"))
        #expect(parts.first("caption")?.text == "Girls who moved, %")
        #expect(parts.cells == [["Harbourside", "[c]"]])
        #expect(parts.text.contains("From 2024/25 on"))
    }

    @Test func `what is near a measure is said not to be it`() throws {
        let related = try #require(try get("/measures/moves-in-care").page.section("related"))
        #expect(related.text.contains("are not the measure itself"))
        #expect(related.cells == [["Harbourside", "2.5"], ["England", "1.9"]])
    }

    @Test func `a count that is withheld is not shown, nor is another area's`() throws {
        let related = try #require(try get("/measures/ready-for-school").page.section("related"))
        #expect(related.cells == [["Harbourside", "[x]", "[c]"], ["England", "[x]", "[x]"]])
    }

    @Test func `of many periods the latest six are shown`() throws {
        var catalogue = Harbourside.catalogue
        for year in 15...24 {
            catalogue["Figures/carers.csv"].add([
                "area": "H1", "breakdown": "All", "period": "20\(year)-\(year + 1)-FY",
                "status": "final", "value": "2.\(year)",
            ])
        }
        let related = try #require(
            try TestPortal(catalogue).get("/measures/moves-in-care").page.section("related"))
        #expect(related.text.contains("The latest 6 of 11 periods"))
        #expect(
            related.all("thead").first?.text
                == "Area 2020/21 2021/22 2022/23 2023/24 2024/25 2025/26")
    }
}
