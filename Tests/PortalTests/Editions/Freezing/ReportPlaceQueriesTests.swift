import SQLite
import Testing

@testable import Portal

/// Published reports where readers look for them, whatever is loaded after.
@Suite struct ReportPlaceQueriesTests {
    private func load(_ portal: TestPortal, _ change: (inout Catalogue) -> Void) throws {
        var catalogue = Harbourside.catalogue
        change(&catalogue)
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
    }

    private func expectPlaces(_ desk: ReportDesk) throws {
        let href = "/reports/\(desk.slug)"
        for path in ["/", "/reports", "/boards/harbour-committee", "/search?q=scrutineers"] {
            let links = try desk.portal.get(path).main.all("a").map { $0["href"] }
            #expect(links.contains(href), "\(path)")
        }
    }

    @Test func `they are on the home page, in lists, on the board’s page and found`() throws {
        var desk = try ReportDesk(["title": "For scrutineers", "meeting": "12 March 2026"])
        try desk.freeze()
        try expectPlaces(desk)
        // A load places them again.
        try load(desk.portal) { $0["Catalogue/measures.csv"].set("title", "Another", line: 4) }
        try expectPlaces(desk)
        let meeting: Int? = try desk.portal.database().first(
            """
            SELECT count(*) FROM report JOIN meeting ON meeting.id = report.meeting_id
            WHERE report.slug = \(desk.slug) AND meeting.title IS NULL
            """)
        #expect(meeting == 1)
    }

    @Test func `a report of the files with the same address is refused by name`() throws {
        let desk = try ReportDesk()
        let error = try #require(throws: LoadError.self) {
            try load(desk.portal) {
                $0["Catalogue/reports.csv"].set("slug", desk.slug, line: 5)
                $0["Catalogue/report_versions.csv"].set("report", desk.slug, line: 7)
            }
        }
        #expect(
            error.description
                == "reports.csv:5: column «slug»: «\(desk.slug)» is a report that was written in "
                + "the portal")
    }

    @Test func `a report of a board that is gone stays where it is`() throws {
        let portal = try TestPortal { $0.requiresSecondFactor = false }
        try load(portal) {
            $0["Catalogue/boards.csv"].add(["slug": "old-board", "title": "Old Board"])
        }
        var desk = try ReportDesk(["board": "old-board"], over: portal)
        let file = try desk.freeze()
        try load(portal) { _ in }
        #expect(try desk.file() == file)
        let main = try portal.get("/reports/\(desk.slug)").main
        #expect(main.facts["Committee"] == "Old Board")
        #expect(!main.all("a").contains { $0["href"] == "/boards/old-board" })
        let list = try portal.get("/reports").main
        #expect(list.all("h2").contains { $0.text == "Old Board" })
        #expect(list.all("a").contains { $0["href"] == "/reports/\(desk.slug)" })
    }
}
