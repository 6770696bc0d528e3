import SQLite
import Testing

@testable import Portal

@Suite struct ReportLoadTests {
    private static let meetings = "Catalogue/meetings.csv"
    private static let reports = "Catalogue/reports.csv"
    private static let versions = "Catalogue/report_versions.csv"

    private static let cells = [
        BadCell(meetings, 2, "board", "x", "«x» is not in boards.csv"),
        BadCell(meetings, 2, "day", "20/11/2025", "is not a date like"),
        BadCell(meetings, 2, "day", "", "is empty"),
        BadCell(meetings, 3, "day", "2025-11-20", "is already on line 2"),
        BadCell(meetings, 2, "papers", "papers.pdf", "is not an address like"),
        BadCell(meetings, 2, "papers", "javascript:alert(1)", "is not an address like"),
        BadCell(meetings, 2, "papers", "https://", "is not an address like"),
        BadCell(reports, 2, "slug", "mid year", "must be made of small letters"),
        BadCell(reports, 3, "slug", "mid-year-2025-26", "is already on line 2"),
        BadCell(reports, 2, "board", "x", "«x» is not in boards.csv"),
        BadCell(reports, 2, "meeting", "2025-11-21", "is no day of «harbour-committee»"),
        BadCell(reports, 2, "kind", "monthly", "is not one of agreement, mid-year"),
        BadCell(reports, 2, "period", "2025-26", "is not a period like"),
        BadCell(reports, 3, "withdrawn_on", "", "is empty"),
        BadCell(reports, 3, "withdrawn_because", "", "is empty"),
        BadCell(versions, 2, "report", "x", "«x» is not in reports.csv"),
        BadCell(versions, 3, "version", "1.0", "is already on line 2"),
        BadCell(versions, 2, "version", "", "is empty"),
        BadCell(versions, 2, "published_on", "", "is empty"),
        BadCell(versions, 2, "document", "ftp://example.org", "is not an address like"),
    ]

    private func refusal(_ change: (inout Catalogue) -> Void) throws -> String {
        var catalogue = Harbourside.catalogue
        change(&catalogue)
        let error = try #require(throws: LoadError.self) { try TestPortal(catalogue) }
        return error.description
    }

    @Test(arguments: cells)
    func `a cell that is wrong is named by file, line and column`(_ bad: BadCell) throws {
        let refusal = try refusal { $0[bad.file].set(bad.column, bad.text, line: bad.line) }
        #expect(refusal.hasPrefix(bad.place))
        #expect(refusal.contains(bad.reason))
    }

    @Test func `a report without an edition is refused`() throws {
        let refusal = try refusal { $0[Self.versions].remove(line: 7) }
        #expect(
            refusal == "reports.csv:5: column «slug»: «first-look» has no edition in "
                + "report_versions.csv")
    }

    @Test func `meetings and reports that the files no longer have go`() throws {
        let portal = try TestPortal()
        var catalogue = Harbourside.catalogue
        for file in [Self.meetings, Self.reports, Self.versions] { catalogue[file].removeAll() }
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
        #expect(try portal.get("/reports").text.contains("No reports have been published yet."))
        #expect(
            try portal.get("/boards/harbour-committee").text.contains(
                "No meetings have been added."))
    }

    @Test func `a report keeps its id when it is loaded again`() throws {
        let portal = try TestPortal()
        let ids: SQL = "SELECT group_concat(slug || id) AS ids FROM report ORDER BY id"
        let before = try portal.database().first(ids) { row throws(SQLError) in
            try row("ids", as: String.self)
        }
        var catalogue = Harbourside.catalogue
        catalogue[Self.reports].set("title", "Half-way", line: 2)
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
        let after = try portal.database().first(ids) { row throws(SQLError) in
            try row("ids", as: String.self)
        }
        #expect(before == after)
        #expect(try portal.get("/reports/mid-year-2025-26").main.first("h1")?.text == "Half-way")
    }
}
