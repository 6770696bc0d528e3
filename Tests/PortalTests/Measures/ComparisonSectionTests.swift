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
        #expect(section?.text.contains("2 of 2 statistical neighbours have a figure.") == true)
    }

    /// Harbourside has 9.9; what the two neighbours have, and what is said.
    @Test(arguments: [
        ("8.5", "11.3", "Harbourside is above 1 of 2 statistical neighbours"),
        ("8.5", "9.8", "Harbourside is above all 2 statistical neighbours"),
        ("10", "11.3", "Harbourside is below all 2 statistical neighbours"),
        ("9.9", "9.9", "Harbourside is above 0 of 2 statistical neighbours"),
    ])
    func `the finding counts the neighbours`(
        eastquay: String, westquay: String, finding: String
    ) throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].set("value", eastquay, line: 4)
        catalogue["Figures/moves.csv"].set("value", westquay, line: 5)
        let page = try TestPortal(catalogue).get("/measures/moves-in-care").page
        #expect(page.element(id: "compare-finding")?.text == finding)
    }

    @Test func `a neighbour whose figure is withheld is left out`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].set("marker", "c", line: 4)
        let section = try TestPortal(catalogue).get("/measures/moves-in-care").page
            .section("compare")
        #expect(section?.cells.contains { $0[0] == "Eastquay" } == false)
        #expect(section?.text.contains("8.5") == false)
        #expect(section?.text.contains("1 of 2 statistical neighbours have a figure.") == true)
    }

    @Test(arguments: ["suspensions", "young-carers", "custody"])
    func `there is no comparison where no neighbour can be compared`(_ measure: String) throws {
        #expect(try get("/measures/\(measure)").page.section("compare") == nil)
    }
}
