import SQLite

extension Database {
    /// The digest of the files that were loaded last, or `nil` before the first load.
    func loadedDigest() throws(SQLError) -> String? {
        try first("SELECT digest FROM load WHERE name = 'catalogue'") { row throws(SQLError) in
            try row("digest")
        }
    }

    func recordLoad(_ digest: String) throws(SQLError) {
        try run(
            """
            INSERT INTO load (name, digest, loaded_at)
            VALUES ('catalogue', \(digest), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
            ON CONFLICT (name) DO UPDATE SET
                digest = excluded.digest, loaded_at = excluded.loaded_at
            """)
    }

    /// Marks every row that files bring; a load gives those that it finds their place again.
    func unplaceAll() throws(SQLError) {
        for table in Self.loadedTables {
            try run("UPDATE \(table) SET position = -1")
        }
    }

    /// Removes the rows that no file named; refused while something still refers to one.
    func removeUnplaced() throws(SQLError) {
        for table in Self.loadedTables {
            try run("DELETE FROM \(table) WHERE position = -1")
        }
    }

    /// The tables that files bring, those first that others do not refer to.
    private static let loadedTables: [SQL] = [
        "measure", "objective", "strategy", "theme", "statement", "board", "series",
        "breakdown", "area", "source",
    ]

    func loadCounts() throws(SQLError) -> CatalogueLoad.Outcome {
        let outcome = try first(
            """
            SELECT (SELECT count(*) FROM strategy) AS strategies,
                   (SELECT count(*) FROM measure) AS measures,
                   (SELECT count(*) FROM figure)
                       + (SELECT count(*) FROM superseded_figure) AS figures
            """
        ) { row throws(SQLError) in
            CatalogueLoad.Outcome.loaded(
                strategies: try row("strategies"), measures: try row("measures"),
                figures: try row("figures"))
        }
        return outcome ?? .unchanged
    }
}
