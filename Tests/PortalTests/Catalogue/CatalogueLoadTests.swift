import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct CatalogueLoadTests {
    private let folder: TemporaryFolder
    private let settings: Settings

    init() throws {
        folder = try TemporaryFolder()
        settings = try .testing(in: folder)
    }

    @Test func `what was loaded is counted`() throws {
        // 40 rows in the files of figures, of which two are versions of one figure.
        #expect(
            try load(Harbourside.catalogue) == .loaded(strategies: 3, measures: 15, figures: 40))
    }

    @Test func `loading the same files again changes nothing`() throws {
        _ = try load(Harbourside.catalogue)
        let before = try all("SELECT loaded_at || digest FROM load")
        #expect(try load(Harbourside.catalogue) == .unchanged)
        #expect(try all("SELECT loaded_at || digest FROM load") == before)
    }

    @Test func `a changed file is loaded, and measures keep their ids`() throws {
        _ = try load(Harbourside.catalogue)
        let before = try all("SELECT code || ' ' || id FROM measure ORDER BY code")
        var catalogue = Harbourside.catalogue
        let first = catalogue["Catalogue/measures.csv"].rows[0]
        catalogue["Catalogue/measures.csv"].remove(line: 2)
        catalogue["Catalogue/measures.csv"].append(first)
        catalogue["Catalogue/measures.csv"].set("title", "Away from school", line: 2)
        #expect(try load(catalogue) == .loaded(strategies: 3, measures: 15, figures: 40))
        #expect(try all("SELECT code || ' ' || id FROM measure ORDER BY code") == before)
        #expect(try all("SELECT title FROM measure WHERE code = 'SUSPEND'") == ["Away from school"])
        #expect(
            try all("SELECT code FROM measure ORDER BY position DESC LIMIT 2")
                == ["ATTEND", "BIRTHS"])
    }

    @Test func `strategies, objectives, areas and series keep their ids too`() throws {
        _ = try load(Harbourside.catalogue)
        let ids: SQL = """
            SELECT slug || ' ' || id FROM strategy UNION ALL SELECT code || ' ' || id FROM objective
            UNION ALL SELECT code || ' ' || id FROM area UNION ALL SELECT code || ' ' || id
            FROM series ORDER BY 1
            """
        let before = try all(ids)
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/areas.csv"].set("name", "Eastquay Bay", line: 5)
        _ = try load(catalogue)
        #expect(try all(ids) == before)
    }

    @Test func `a measure that no file names any more is gone, with all that was its own`() throws {
        _ = try load(Harbourside.catalogue)
        let outcome = try load(Self.withoutMoves)
        #expect(outcome == .loaded(strategies: 3, measures: 14, figures: 40))
        #expect(try all("SELECT code FROM measure WHERE code = 'MOVES'") == [])
        let portal = try SitePlan(settings)
        let site = try Site(portal) { _ in }
        #expect(site.respond(to: .init(.get, "/measures/moves-in-care")).status == .notFound)
        #expect(site.respond(to: .init(.get, "/scorecards/schools")).status == .ok)
    }

    @Test func `a measure that other files still name cannot be left out`() throws {
        _ = try load(Harbourside.catalogue)
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].remove(line: 4)
        let error = try #require(throws: LoadError.self) { try load(catalogue) }
        #expect(
            error.description
                == "targets.csv:4: column «measure»: «MOVES» is not in measures.csv")
    }

    @Test func `a figure that no file has any more is gone`() throws {
        _ = try load(Harbourside.catalogue)
        var catalogue = Harbourside.catalogue
        catalogue["Figures/teeth.csv"].remove(line: 2)
        #expect(try load(catalogue) == .loaded(strategies: 3, measures: 15, figures: 39))
    }

    @Test func `a strategy that no file names any more is gone, with its scorecard`() throws {
        _ = try load(Harbourside.catalogue)
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].removeRows(where: "slug", is: "schools")
        catalogue["Catalogue/placements.csv"].removeRows(where: "strategy", is: "schools")
        catalogue["Catalogue/pledges.csv"].removeRows(where: "strategy", is: "schools")
        #expect(try load(catalogue) == .loaded(strategies: 2, measures: 15, figures: 40))
        #expect(try all("SELECT slug FROM scorecard WHERE slug = 'schools'") == [])
    }

    @Test func `two measures may change names with each other`() throws {
        _ = try load(Harbourside.catalogue)
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("slug", "suspensions", line: 2)
        catalogue["Catalogue/measures.csv"].set("slug", "school-attendance", line: 3)
        catalogue["Catalogue/objectives.csv"].set("slug", "heard", line: 2)
        catalogue["Catalogue/objectives.csv"].set("slug", "every-day-counts", line: 4)
        #expect(try load(catalogue) == .loaded(strategies: 3, measures: 15, figures: 40))
        #expect(
            try all("SELECT slug FROM measure ORDER BY position LIMIT 2")
                == ["suspensions", "school-attendance"])
    }

    @Test func `a measure may have the name of one that is gone`() throws {
        _ = try load(Harbourside.catalogue)
        var catalogue = Self.withoutMoves
        catalogue["Catalogue/measures.csv"].set("slug", "moves-in-care", line: 2)
        #expect(try load(catalogue) == .loaded(strategies: 3, measures: 14, figures: 40))
        #expect(
            try all("SELECT code FROM measure WHERE slug = 'moves-in-care'") == ["ATTEND"])
    }

    /// One mistake in a file of each part of the load, the first and the last among them.
    @Test(arguments: [
        ("Catalogue/boards.csv", 3, "reports_to", "nobody"),
        ("Catalogue/measures.csv", 16, "polarity", "up"),
        ("Catalogue/placements.csv", 18, "strategy", "nowhere"),
        ("Catalogue/targets.csv", 12, "value", "many"),
        ("Figures/births.csv", 3, "period", "last year"),
        ("Catalogue/measure_series.csv", 17, "series", "none"),
    ])
    func `after a refusal what was there before is all there`(
        file: String, line: Int, column: String, text: String
    ) throws {
        _ = try load(Harbourside.catalogue)
        let before = try contents()
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].set("title", "Changed", line: 2)
        catalogue[file].set(column, text, line: line)
        #expect(throws: LoadError.self) { try load(catalogue) }
        #expect(try contents() == before)
        #expect(try load(Harbourside.catalogue) == .unchanged)
    }

    @Test func `after a refused first load nothing is there`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measure_series.csv"].set("series", "none", line: 17)
        #expect(throws: LoadError.self) { try load(catalogue) }
        #expect(try contents().allSatisfy { $0.hasSuffix(" 0") })
    }

    @Test func `a file that is no database is refused in one line`() throws {
        try folder.write(Array("Minutes of the board\n".utf8), to: "portal.sqlite")
        let error = try #require(throws: (any Error).self) { try load(Harbourside.catalogue) }
        #expect("\(error)".hasPrefix("\(settings.database) is not an SQLite database"))
        #expect(!"\(error)".contains("\n"))
    }

    private static var withoutMoves: Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].removeRows(where: "code", is: "MOVES")
        for file in [
            "placements", "targets", "measure_series", "commentary", "actions", "forecasts",
        ] {
            catalogue["Catalogue/\(file).csv"].removeRows(where: "measure", is: "MOVES")
        }
        return catalogue
    }

    private func load(_ catalogue: Catalogue) throws -> CatalogueLoad.Outcome {
        try catalogue.write(to: folder)
        return try CatalogueLoad(settings, from: folder).run()
    }

    private func all(_ sql: SQL) throws -> [String] {
        try Database(path: settings.database).all(sql) { row throws(SQLError) in try row[0] }
    }

    /// How many rows each table has, and the texts that a test changes.
    private func contents() throws -> [String] {
        try all(
            """
            SELECT 'measure ' || count(*) FROM measure
            UNION ALL SELECT 'placement ' || count(*) FROM placement
            UNION ALL SELECT 'target ' || count(*) FROM target
            UNION ALL SELECT 'figure ' || count(*) FROM figure
            UNION ALL SELECT 'measure_series ' || count(*) FROM measure_series
            UNION ALL SELECT 'load ' || count(*) FROM load
            UNION ALL SELECT title FROM strategy
            """)
    }
}
