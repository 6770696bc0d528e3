import SQLite
import Scorecard

/// One of several versions of a figure.
struct WideVersion {
    let line: Int64
    let end: Int64
    let period: String
    let status: FigureStatus
    let value: FixedDecimal?
    let numerator: FixedDecimal?
    let denominator: FixedDecimal?
    let marker: QualityMarker?
    let source: Int64
}

extension Database {
    /// Makes the temporary tables in which a file's figures are put in order.
    ///
    /// They have the columns of the tables that they are copied to. SQLite keeps them in files of
    /// its own that are gone when the program ends, however it ends.
    func makeWideTables() throws(SQLError) {
        try script(
            """
            PRAGMA temp.cache_size = -16384;
            PRAGMA main.cache_size = -16384;
            CREATE TEMP TABLE wide_figure (
                line_id INTEGER NOT NULL, ends_on INTEGER NOT NULL, period TEXT NOT NULL,
                status TEXT NOT NULL, value INTEGER, numerator INTEGER, denominator INTEGER,
                marker TEXT, source_id INTEGER NOT NULL,
                PRIMARY KEY (line_id, ends_on, period)) WITHOUT ROWID;
            CREATE TEMP TABLE wide_superseded_figure (
                line_id INTEGER NOT NULL, ends_on INTEGER NOT NULL, period TEXT NOT NULL,
                status TEXT NOT NULL, value INTEGER, numerator INTEGER, denominator INTEGER,
                marker TEXT, source_id INTEGER NOT NULL,
                PRIMARY KEY (line_id, ends_on, period, status)) WITHOUT ROWID;
            CREATE TEMP TABLE wide_true_figure (
                line_id INTEGER NOT NULL, ends_on INTEGER NOT NULL, period TEXT NOT NULL,
                status TEXT NOT NULL, value INTEGER, numerator INTEGER, denominator INTEGER,
                marker TEXT, PRIMARY KEY (line_id, ends_on, period)) WITHOUT ROWID;
            CREATE TEMP TABLE wide_line (
                id INTEGER PRIMARY KEY, series_id INTEGER NOT NULL,
                breakdown_id INTEGER NOT NULL, area_id INTEGER NOT NULL);
            """)
    }

    /// Keeps a figure whose nine values are bound one by one.
    static let wideInsertion: SQL = """
        INSERT INTO temp.wide_figure VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """

    /// Keeps a figure of which another version is there; refused if that has the same status.
    func addWideVersion(_ version: WideVersion) throws(SQLError) {
        let rank: SQL = "CASE status WHEN 'revised' THEN 2 WHEN 'final' THEN 1 ELSE 0 END"
        let own: SQL = """
            line_id = \(version.line) AND ends_on = \(version.end) AND period = \(version.period)
            """
        let values: SQL = """
            \(version.line), \(version.end), \(version.period), \(version.status),
            \(version.value), \(version.numerator), \(version.denominator), \(version.marker),
            \(version.source)
            """
        // All versions are put aside, which finds two of one status, and the first is taken back.
        try run(
            """
            INSERT OR IGNORE INTO temp.wide_superseded_figure
            SELECT * FROM temp.wide_figure WHERE \(own)
            """)
        try run("INSERT INTO temp.wide_superseded_figure VALUES (\(values))")
        try run(
            """
            INSERT OR REPLACE INTO temp.wide_figure
            SELECT * FROM temp.wide_superseded_figure WHERE \(own) ORDER BY \(rank) DESC LIMIT 1
            """)
        try run(
            """
            DELETE FROM temp.wide_superseded_figure WHERE \(own)
                AND status = (SELECT status FROM temp.wide_figure WHERE \(own))
            """)
    }

    /// What the database knows of what a file may name.
    func wideKnown() throws(SQLError) -> WideCatalogue.Known {
        var known = WideCatalogue.Known()
        try forEach("SELECT id, code, name, kind, is_listed FROM area") { row throws(SQLError) in
            let area = WideCatalogue.Area(
                id: try row("id"), code: try row("code"), name: try row("name"),
                kind: try row("kind"), isListed: try row("is_listed"))
            known.areas[area.code] = area
        }
        try forEach("SELECT id, code, is_listed FROM breakdown") { row throws(SQLError) in
            let breakdown = WideCatalogue.Breakdown(
                id: try row("id"), code: try row("code"), isListed: try row("is_listed"))
            known.breakdowns[breakdown.code] = breakdown
        }
        try forEach(
            "SELECT id, code, title, unit, value_kind, period_kind, is_listed FROM series"
        ) { row throws(SQLError) in
            let series = WideCatalogue.Series(
                id: try row("id"), code: try row("code"), title: try row("title"),
                unit: try row("unit"), valueKind: try row("value_kind"),
                periodKind: PeriodKind(rawValue: try row("period_kind")),
                isListed: try row("is_listed"))
            known.series[series.code] = series
        }
        try forEach(
            "SELECT id, publisher, publication, coalesce(read_from, '') AS read_from FROM source"
        ) { row throws(SQLError) in
            let key = WideCatalogue.Source.Key(
                publisher: try row("publisher"), publication: try row("publication"),
                readFrom: try row("read_from"))
            if known.sources[key] == nil {
                known.sources[key] = WideCatalogue.Source(id: try row("id"), key: key)
            }
        }
        let highest: Int64? = try first(
            """
            SELECT max((SELECT coalesce(max(id), 0) FROM area),
                       (SELECT coalesce(max(id), 0) FROM breakdown),
                       (SELECT coalesce(max(id), 0) FROM series),
                       (SELECT coalesce(max(id), 0) FROM source))
            """)
        // Returns that are published while a file is read add a series each.
        known.firstFreeID = (highest ?? 0) + 10_000
        return known
    }

    /// Writes down which lines the figures in order are of.
    func addWideLines(_ catalogue: WideCatalogue) throws(SQLError) {
        let insertion = try RepeatedStatement(
            "INSERT INTO temp.wide_line VALUES (?1, ?2, ?3, ?4)", on: self)
        try forEach("SELECT DISTINCT line_id FROM temp.wide_figure") { row throws(SQLError) in
            let line: Int64 = try row[0]
            let places = WideCatalogue.places(of: line)
            try insertion.bind(line, at: 1)
            try insertion.bind(catalogue.series[places.series].id, at: 2)
            try insertion.bind(catalogue.breakdowns[places.breakdown].id, at: 3)
            try insertion.bind(catalogue.areas[places.area].id, at: 4)
            try insertion.run()
        }
        try run("CREATE INDEX temp.wide_line_of_area ON wide_line (area_id, series_id)")
    }
}
