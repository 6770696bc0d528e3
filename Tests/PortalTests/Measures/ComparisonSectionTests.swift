import Testing

@testable import Portal

@Suite struct ComparisonSectionTests {
    @Test func `areas stand best first, with neighbours of the newest model only`() throws {
        let section = try get("/measures/moves-in-care").page.section("compare")
        #expect(
            section?.cells == [
                ["Eastquay", "8.5"], ["Harbourside", "9.9"], ["England", "10.0"],
                ["The Coast", "10.6"], ["Westquay", "11.3"],
            ])
        #expect(section?.text.contains("Best first: lower is better.") == true)
        #expect(
            section?.text.contains(
                "The median of 2 of 2 statistical neighbours (2025 model) is 9.9% for 2025/26.")
                == true)
    }

    /// Harbourside has 9.9; what the two neighbours have, and what is said.
    @Test(arguments: [
        ("8.5", "11.3", "2nd best of 3"),
        ("8.5", "9.8", "last of 3"),
        ("10", "11.3", "best of 3"),
        ("9.9", "9.9", "joint best of 3"),
    ])
    func `the finding is the place among the neighbours, best first`(
        eastquay: String, westquay: String, place: String
    ) throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].set("value", eastquay, line: 4)
        catalogue["Figures/moves.csv"].set("value", westquay, line: 5)
        let page = try TestPortal(catalogue).get("/measures/moves-in-care").page
        #expect(
            page.element(id: "compare-finding")?.text
                == "Among its statistical neighbours, Harbourside is \(place)")
    }

    @Test func `a neighbour whose figure is withheld is left out`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].set("marker", "c", line: 4)
        let section = try TestPortal(catalogue).get("/measures/moves-in-care").page
            .section("compare")
        #expect(section?.cells.contains { $0[0] == "Eastquay" } == false)
        #expect(section?.text.contains("8.5") == false)
        #expect(
            section?.text.contains(
                "The median of 1 of 2 statistical neighbours (2025 model) is 11.3% for 2025/26.")
                == true)
    }

    @Test(arguments: ["suspensions", "young-carers", "custody"])
    func `there is no comparison where no neighbour can be compared`(_ measure: String) throws {
        #expect(try get("/measures/\(measure)").page.section("compare") == nil)
    }
}
