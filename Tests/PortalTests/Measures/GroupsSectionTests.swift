import Testing

@testable import Portal

@Suite struct GroupsSectionTests {
    @Test func `groups stand with the whole first, and one that is withheld shows no number`()
        throws
    {
        let section = try get("/measures/moves-in-care").page.section("groups")
        #expect(
            section?.cells == [
                ["All", "9.9", "10.0", "−0.1"], ["Girls", "[c]", "[x]", "[c]"],
                ["Boys", "12.5", "11.0", "+1.5"],
            ])
        #expect(section?.text.contains("From 9.9% to 12.5% across 2 groups") == true)
        #expect(section?.text.contains("[c] confidential") == true)
    }

    @Test func `figures that are a complement of what is published are so for groups too`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/absence.csv"].add([
            "area": "H1", "breakdown": "Boys", "period": "2024-25-AY", "status": "final",
            "value": "6.5",
        ])
        let page = try TestPortal(catalogue).get("/measures/school-attendance").page
        #expect(
            page.section("groups")?.cells
                == [["All", "94.8", "93.1", "+1.7"], ["Boys", "93.5", "[x]", "[x]"]])
    }

    @Test func `a measure without groups has no such section`() throws {
        #expect(try get("/measures/suspensions").page.section("groups") == nil)
    }
}
