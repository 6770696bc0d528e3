import SQLite

/// What is loaded, each with a digest of its own.
enum LoadName: String, CaseIterable, SQLConvertible {
    /// The files of the two folders.
    case catalogue
    /// The file of figures of many areas.
    case wideFigures = "figures of many areas"
    /// The small-number rules by which the figures of that file are shown.
    case wideRules = "rules for figures of many areas"
}

extension Database {
    /// The digest of what was loaded last, or `nil` before the first load.
    func loadedDigest(_ name: LoadName = .catalogue) throws(SQLError) -> String? {
        try first("SELECT digest FROM load WHERE name = \(name)") { row throws(SQLError) in
            try row("digest")
        }
    }

    func recordLoad(_ digest: String, _ name: LoadName = .catalogue) throws(SQLError) {
        try run(
            """
            INSERT INTO load (name, digest, loaded_at)
            VALUES (\(name), \(digest), strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
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

    /// Notes what the folders' files name, once areas, groups, series and sources are placed.
    func noteListed() throws(SQLError) {
        for table in Self.wideTables {
            try run(
                """
                UPDATE \(table) SET is_listed = position >= 0
                WHERE is_listed <> (position >= 0)
                """)
        }
    }

    /// The id of the newest line that is not of the file of many areas; 0 where there is none.
    ///
    /// Left to itself SQLite would count on from the file's, which are the highest.
    static let lastListedLine: SQL = """
        (SELECT coalesce(max(id), 0) FROM line WHERE id < \(WideLine.first))
        """

    /// Removes the lines of the file of many areas that the folder's files now tell of.
    ///
    /// The same file brings them again once the folder no longer does, so that it does not count
    /// as loaded any more.
    func removeWideLinesOfPlaced() throws(SQLError) {
        let removed = try run(
            """
            DELETE FROM line
            WHERE area_id IN (SELECT id FROM area WHERE position >= 0)
                AND series_id IN (SELECT id FROM series WHERE position >= 0)
                AND id >= \(WideLine.first)
            """)
        if removed > 0 { try run("DELETE FROM load WHERE name = \(LoadName.wideFigures)") }
    }

    /// Removes the rows that no file named; refused while something still refers to one.
    ///
    /// What the file of many areas names stays, behind all that the folders' files name.
    func removeUnplaced() throws(SQLError) {
        try noteListed()
        for table in Self.wideTables {
            try run(
                """
                UPDATE \(table) SET position = \(Self.widePosition)
                WHERE position = -1 AND is_wide
                """)
        }
        for table in Self.loadedTables {
            try run("DELETE FROM \(table) WHERE position = -1")
        }
    }

    /// The tables that the file of many areas adds to.
    static let wideTables: [SQL] = ["series", "breakdown", "area", "source"]
    /// The position of what only that file names.
    static let widePosition = 2_000_000

    /// The tables that files bring, those first that others do not refer to.
    private static let loadedTables: [SQL] = [
        "measure", "objective", "strategy", "theme", "statement", "report", "meeting", "board",
        "series", "breakdown", "area", "source",
    ]

    /// Has SQLite see what has become of the data, to plan questions by.
    ///
    /// What was loaded is committed: while somebody writes, this waits for the next load.
    func refreshPlans() throws(SQLError) {
        do {
            try optimize(rows: 1000)
        } catch {
            guard error.isBusy else { throw error }
        }
    }

    func loadCounts() throws(SQLError) -> CatalogueLoad.Outcome {
        let outcome = try first(
            """
            SELECT (SELECT count(*) FROM strategy) AS strategies,
                   (SELECT count(*) FROM measure) AS measures,
                   (SELECT count(*) FROM figure WHERE line_id < \(WideLine.first))
                       + (SELECT count(*) FROM superseded_figure
                          WHERE line_id < \(WideLine.first)) AS figures
            """
        ) { row throws(SQLError) in
            CatalogueLoad.Outcome.loaded(
                strategies: try row("strategies"), measures: try row("measures"),
                figures: try row("figures"))
        }
        return outcome ?? .unchanged
    }
}
