import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What becomes of rows that others refer to when a later load brings other files.
@Suite struct LaterLoadTests {
    private let portal: TestPortal

    init() throws {
        portal = try TestPortal()
    }

    private func load(_ change: (inout Catalogue) -> Void) throws {
        var catalogue = Harbourside.catalogue
        change(&catalogue)
        try catalogue.write(to: portal.folder)
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
    }

    /// How many rows each table has.
    private func counts() throws -> [String] {
        let database = try portal.database()
        return try [
            "SELECT 'commentary ' || count(*) FROM commentary",
            "SELECT 'action ' || count(*) FROM action",
            "SELECT 'forecast ' || count(*) FROM forecast",
            "SELECT 'meeting ' || count(*) FROM meeting",
            "SELECT 'report ' || count(*) FROM report",
            "SELECT 'report_version ' || count(*) FROM report_version",
            "SELECT 'distribution ' || count(*) FROM distribution",
            "SELECT 'synonym ' || count(*) FROM synonym",
            "SELECT 'search_entry ' || count(*) FROM search_entry",
            "SELECT 'figure_version ' || count(*) FROM figure_version",
            "SELECT 'published_revision ' || count(*) FROM published_revision",
            "SELECT 'measure ' || count(*) FROM measure",
        ].flatMap { sql in
            try database.all(sql) { row throws(SQLError) in try row[0, as: String.self] }
        }
    }

    @Test func `a load of one more title changes no row's number`() throws {
        let before = try counts()
        try load { $0["Catalogue/measures.csv"].set("title", "Births at home", line: 16) }
        #expect(try counts() == before)
        #expect(try portal.get("/search?q=births+at+home").main.text.contains("Births at home"))
    }

    @Test func `a measure that is in no file any more goes with all that was said of it`() throws {
        let files = [
            "measures", "placements", "targets", "measure_series", "commentary", "actions",
            "forecasts", "pledges",
        ]
        try load { catalogue in
            for file in files {
                let column = file == "measures" ? "code" : "measure"
                catalogue["Catalogue/\(file).csv"].removeRows(where: column, is: "MOVES")
            }
        }
        #expect(try portal.get("/measures/moves-in-care").status == .notFound)
        let lost = try Crawl(portal).pages.values.filter {
            $0.status != .ok && $0.path != "/search"
        }
        #expect(lost.map(\.path) == [])
        #expect(try portal.get("/search?q=moves").main.text.contains("/measures/moves") == false)
    }

    @Test(arguments: [
        ("commentary", "measure"), ("actions", "measure"), ("forecasts", "measure"),
        ("actions", "objective"), ("meetings", "board"), ("reports", "board"),
        ("report_versions", "report"),
    ])
    func `a row that refers to what is not there is named, and nothing changes`(
        file: String, column: String
    ) throws {
        let before = try counts()
        let title = try portal.get("/measures/births").page.first("title")?.text
        let error = try #require(throws: LoadError.self) {
            try load { catalogue in
                catalogue["Catalogue/measures.csv"].set("title", "Other", line: 16)
                catalogue["Catalogue/\(file).csv"].set(column, "NOTHING", line: 2)
            }
        }
        #expect(error.file == "\(file).csv")
        #expect(error.line == 2)
        #expect(error.column == column)
        #expect(!error.description.contains("\n"))
        #expect(try counts() == before)
        #expect(try portal.get("/measures/births").page.first("title")?.text == title)
    }

    @Test(arguments: [
        "commentary", "actions", "forecasts", "meetings", "reports", "report_versions",
        "synonyms",
    ])
    func `a file that is broken is told in one line, and nothing changes`(file: String) throws {
        let before = try counts()
        for text in ["", "\u{FEFF}", "\"", "a,b\n1,2\n", "\0", "\"x\ny"] {
            var catalogue = Harbourside.catalogue
            catalogue.bytes["Catalogue/\(file).csv"] = Array(text.utf8)
            try catalogue.write(to: portal.folder)
            let error = try #require(throws: LoadError.self) {
                try CatalogueLoad(portal.settings, from: portal.folder).run()
            }
            #expect(error.file == "\(file).csv")
            #expect(!error.description.contains("\n"))
            #expect(try counts() == before)
        }
    }

    @Test func `a board that a meeting and a report still name is not lost`() throws {
        let before = try counts()
        #expect(throws: (any Error).self) {
            try load { $0["Catalogue/boards.csv"].removeRows(where: "slug", is: "family-board") }
        }
        #expect(try counts() == before)
    }

    @Test func `a meeting that a report names and no file brings is told by the report's row`()
        throws
    {
        let error = try #require(throws: LoadError.self) {
            try load { $0["Catalogue/meetings.csv"].removeAll() }
        }
        #expect(error.file == "reports.csv")
        #expect(error.column == "meeting")
    }

    @Test func `everything that boards did may go at once`() throws {
        try load { catalogue in
            for file in ["meetings", "reports", "report_versions"] {
                catalogue["Catalogue/\(file).csv"].removeAll()
            }
        }
        #expect(try portal.get("/reports").status == .ok)
        #expect(try portal.get("/boards/family-board").status == .ok)
    }
}
