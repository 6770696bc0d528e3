import Testing

@testable import Portal

@Suite struct ProcessSectionTests {
    /// Harbourside with a quarter's share of free places for each value, the last in Q1 2026/27.
    private func page(_ values: [String], target: Bool = true) throws -> Element {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/places.csv"].removeAll()
        for (index, value) in values.enumerated() {
            // Quarters counted back from the first of 2026/27.
            let quarter = 2026 * 4 - (values.count - 1 - index)
            let (year, number) = (quarter / 4, quarter % 4 + 1)
            let next = "\((year + 1) % 100)"
            catalogue["Figures/places.csv"].add([
                "area": "H1", "breakdown": "All",
                "period": "\(year)-\(next.count < 2 ? "0" : "")\(next)-Q\(number)",
                "status": "final", "value": value, "marker": value.isEmpty ? "c" : "",
            ])
        }
        if !target {
            catalogue["Catalogue/targets.csv"].removeRows(where: "measure", is: "PLACES")
        }
        return try TestPortal(catalogue).get("/measures/nursery-places-kept-free").main
    }

    private static let usual = [
        "11", "12", "11", "13", "12", "11", "12", "13", "11", "12", "13", "12", "12",
    ]

    @Test func `thirteen figures make a chart with its table and its words`() throws {
        let section = try #require(try page(Self.usual).section("process"))
        #expect(section.all("svg").count >= 2)
        #expect(
            section.first(class: "chart__title")?.text
                == "None of 13 figures is more than usual variation")
        #expect(section.cells.count == 13)
        #expect(section.cells.first == ["Q1 2026/27", "12.0", "Common variation"])
        #expect(section.text.contains("Common variation. The latest figure, 12.0%, lies within"))
        #expect(section.text.contains("Hit and miss. Hit and miss: figures from"))
    }

    @Test func `what is special says by which rule`() throws {
        let section = try page(Self.usual + ["16.5"]).section("process")
        #expect(
            section?.cells.first == [
                "Q1 2026/27", "16.5", "Improving above the upper limit",
            ])
        #expect(
            section?.first(class: "chart__title")?.text
                == "1 of 14 figures is more than usual variation")
    }

    @Test func `without a target nothing is said of reaching it`() throws {
        let section = try page(Self.usual, target: false).section("process")
        #expect(section?.text.contains("Cannot say: no target has been set.") == true)
    }

    @Test func `with fewer figures it says how many are missing`() throws {
        let section = try page(Array(Self.usual.prefix(4))).section("process")
        #expect(
            section?.text
                == "Process chart We need 13 comparable figures for a process chart. There are 4.")
        #expect(
            try page(["12"]).section("process")?.text.hasSuffix("There is 1.") == true)
    }

    @Test func `a withheld figure is left out of the chart and the table`() throws {
        let section = try #require(try page(Self.usual + ["", "12"]).section("process"))
        #expect(section.cells[1] == ["Q4 2025/26", "[c]", "Left out"])
        #expect(section.text.contains("1 withheld figure is left out."))
    }

    @Test func `yearly figures that are tested otherwise have no such section`() throws {
        #expect(try get("/measures/moves-in-care").main.section("process") == nil)
        #expect(try get("/measures/voice").main.section("process") == nil)
    }

    @Test func `its words stand in one place only`() throws {
        let trend = try page(Self.usual).section("trend")
        #expect(trend?.text.contains("lies within the limits") == false)
    }
}
