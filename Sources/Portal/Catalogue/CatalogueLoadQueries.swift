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
    ///
    /// Slugs are given back too, so that a row may have one that was another's.
    func unplaceAll() throws(SQLError) {
        for table in Self.loadedTables {
            try run("UPDATE \(table) SET position = -1")
        }
        try run("UPDATE measure SET slug = '/' || id")
        try run("UPDATE objective SET slug = '/' || id")
    }

    /// Keeps a row of a file; what only the schema forbids is told as that row's mistake.
    func load(_ row: LoadRow, _ sql: SQL) throws {
        do {
            try run(sql)
        } catch {
            guard error.isConstraint else { throw error }
            let rule = error.message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            let words =
                error.isDuplicate ? "is already on another row" : "breaks a rule of the database"
            throw row.error(nil, "\(words) (\(rule.prefix(120)))")
        }
    }

    /// The ids by their key of the rows that this load has placed.
    func ids(of table: SQL, by key: SQL) throws(SQLError) -> [String: Int64] {
        try ids("SELECT \(key) AS key, id FROM \(table) WHERE position >= 0")
    }

    /// The ids of the strategies that objectives belong to, by the objective's code.
    func strategiesOfObjectives() throws(SQLError) -> [String: Int64] {
        try ids("SELECT code AS key, strategy_id AS id FROM objective WHERE position >= 0")
    }

    /// The meetings that this load has placed, by the board's slug and the day.
    func meetings() throws(SQLError) -> [String: Int64] {
        try ids(
            """
            SELECT board.slug || ' ' || date(meeting.day * 86400, 'unixepoch') AS key,
                   meeting.id AS id
            FROM meeting JOIN board ON board.id = meeting.board_id
            WHERE meeting.position >= 0
            """)
    }

    /// The levels that strategies name, by the strategy's slug.
    func levelsOfStrategies() throws(SQLError) -> [String: [String]] {
        var levels: [String: [String]] = [:]
        try forEach(
            """
            SELECT strategy.slug, strategy_level.name
            FROM strategy_level JOIN strategy ON strategy.id = strategy_level.strategy_id
            ORDER BY strategy_level.strategy_id, strategy_level.position
            """
        ) { row throws(SQLError) in
            levels[try row("slug"), default: []].append(try row("name"))
        }
        return levels
    }

    private func ids(_ sql: SQL) throws(SQLError) -> [String: Int64] {
        var ids: [String: Int64] = [:]
        try forEach(sql) { row throws(SQLError) in
            ids[try row("key")] = try row("id", as: Int64.self)
        }
        return ids
    }

    /// Removes the rows that no file named; refused while something still refers to one.
    func removeUnplaced() throws(SQLError) {
        for table in Self.loadedTables {
            try run("DELETE FROM \(table) WHERE position = -1")
        }
    }

    /// The tables that files bring, those first that others do not refer to.
    private static let loadedTables: [SQL] = [
        "measure", "objective", "strategy", "theme", "statement", "report", "meeting", "board",
        "series", "breakdown", "area", "source",
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
