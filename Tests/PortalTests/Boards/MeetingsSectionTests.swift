import HTTPServer
import Testing

@testable import Portal

@Suite struct MeetingsSectionTests {
    private func meetings(_ board: String = "harbour-committee") throws -> Element {
        try #require(try get("/boards/\(board)").page.section("meet"))
    }

    @Test func `a meeting today is the next one`() throws {
        let facts = try meetings().facts
        #expect(facts["Next meeting"] == "15 July 2026 Harbour House")
        #expect(facts["After that"] == "10 September 2026")
    }

    @Test func `past meetings stand newest first, with their reports and papers`() throws {
        #expect(
            try meetings().cells == [
                [
                    "12 March 2026", "Place Not known", "Reports None published here",
                    "Papers Not known",
                ],
                [
                    "20 November 2025 Autumn meeting Open to all", "Place Town Hall & online",
                    "Reports Mid-year report 2025/26",
                    "Papers Papers of the meeting on 20 November 2025",
                ],
            ])
        let links = try meetings().all("a").compactMap { $0["href"] }
        #expect(
            links == ["/reports/mid-year-2025-26", "https://example.org/papers?id=1&page=2"])
    }

    @Test func `a board without meetings says so`() throws {
        #expect(try meetings("family-board").text == "Meetings No meetings have been added.")
    }

    @Test func `a board whose meetings are all past knows no next date`() throws {
        let portal = try TestPortal(today: "2026-10-01")
        let section = try portal.get("/boards/harbour-committee").page.section("meet")
        #expect(section?.facts["Next meeting"] == "No date is known.")
        #expect(section?.cells.count == 4)
    }

    @Test func `two reports of one meeting stand in one row`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/reports.csv"].set("meeting", "2025-11-20", line: 3)
        let section = try TestPortal(catalogue).get("/boards/harbour-committee").page
            .section("meet")
        #expect(
            section?.cells.last?[2]
                == "Reports Mid-year report 2025/26 Year-end report 2025/26")
        #expect(section?.cells.count == 2)
    }

    @Test func `a report that is not out yet is not named`() throws {
        #expect(try !get("/boards/harbour-committee").source.contains("2027/28"))
    }
}
