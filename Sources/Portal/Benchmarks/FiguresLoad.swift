import SQLite
import Scorecard

/// Loads areas, sources, breakdowns, series and their published figures.
struct FiguresLoad {
    let database: Database
    let catalogue: LoadFolder
    let figures: LoadFolder

    func run() throws {
        try AreaLoad(database: database, folder: catalogue).run()
        try sources()
        try breakdowns()
        try PartitionLoad(database: database, figures: figures).run()
        try series()
        try supersede()
        try database.noteListed()
        try DistributionLoad(database: database, figures: figures).run()
    }

    private func sources() throws {
        let file = try figures.file(
            "sources", columns: ["source", "publisher", "publication", "read_from"],
            keys: [["source"]])
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO source (code, publisher, publication, read_from, position)
                VALUES (\(row.text("source")), \(row.text("publisher")),
                        \(row.text("publication")), \(row.optional("read_from")), \(position))
                ON CONFLICT (code) DO UPDATE SET
                    publisher = excluded.publisher, publication = excluded.publication,
                    read_from = excluded.read_from, position = excluded.position
                """)
        }
    }

    private func breakdowns() throws {
        let file = try figures.file(
            "breakdowns", columns: ["breakdown", "label", "dimension"], keys: [["breakdown"]])
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO breakdown (code, label, dimension, position)
                VALUES (\(row.text("breakdown")), \(row.text("label")),
                        \(row.optional("dimension")), \(position))
                ON CONFLICT (code) DO UPDATE SET
                    label = excluded.label, dimension = excluded.dimension,
                    position = excluded.position
                """)
        }
    }

    private func series() throws {
        let file = try figures.file(
            "series",
            columns: [
                "series", "title", "unit", "value_kind", "period_kind", "file", "caution", "breaks",
            ],
            keys: [["series"]])
        try database.run("DELETE FROM measure_series")
        try database.run("DELETE FROM line WHERE id < \(WideLine.first)")
        try database.run("DELETE FROM series_break")
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO series (code, title, unit, value_kind, period_kind, caution, position)
                VALUES (\(row.text("series")), \(row.text("title")),
                        \(row.optional("unit") ?? ""),
                        \(row.choice("value_kind", as: ValueKind.self)),
                        \(row.choice("period_kind", as: CataloguedPeriod.self).rawValue),
                        \(row.optional("caution")), \(position))
                ON CONFLICT (code) DO UPDATE SET
                    title = excluded.title, unit = excluded.unit,
                    value_kind = excluded.value_kind, period_kind = excluded.period_kind,
                    caution = excluded.caution, position = excluded.position
                """)
        }
        try database.removeWideLinesOfPlaced()
        let keys = try FigureKeys(database)
        for row in file.rows {
            let id = try row.reference("series", in: keys.series, of: file.name)
            try breaks(row, of: id)
            let kind = PeriodKind(
                rawValue: try row.choice("period_kind", as: CataloguedPeriod.self).rawValue)
            try figures(of: id, in: row.text("file"), kind, keys)
        }
    }

    /// The breaks of a series, each written as the first period after it and the reason.
    private func breaks(_ row: LoadRow, of series: Int64) throws {
        var codes: Set<String> = []
        for text in try row.list("breaks") {
            let code = String(text.prefix { $0 != " " })
            guard let period = Period(code), code.count < text.count else {
                throw row.error(
                    "breaks", "«\(text)» is not a period and a reason, like 2021-22-AY changed")
            }
            guard codes.insert(code).inserted else {
                throw row.error("breaks", "«\(code)» is named twice")
            }
            try database.load(
                row,
                """
                INSERT INTO series_break (series_id, ends_on, period, reason)
                VALUES (\(series), \(period.end), \(code),
                        \(String(text.dropFirst(code.count + 1))))
                """)
        }
    }

    /// The figures of a series, whose periods are all of one kind where the catalogue names one.
    private func figures(
        of series: Int64, in name: String, _ kind: PeriodKind?, _ keys: FigureKeys
    ) throws {
        let file = try LoadFile(
            name: name, bytes: figures.folder.bytes(of: name),
            columns: [
                "area", "breakdown", "period", "status", "value", "numerator", "denominator",
                "marker", "source",
            ])
        try file.refuseRepeats(of: ["area", "breakdown", "status", "period"])
        var periods: [String: Day] = [:]
        var lines: [LineKey: Int64] = [:]
        for row in file.rows {
            let key = LineKey(
                breakdown: try row.reference(
                    "breakdown", in: keys.breakdowns, of: "breakdowns.csv"),
                area: try row.reference("area", in: keys.areas, of: "areas.csv"))
            let line = try lines[key] ?? addLine(series, key)
            lines[key] = line
            let code = try row.text("period")
            let end = try periods[code] ?? Self.end(of: code, kind, in: row)
            periods[code] = end
            let value = try row.decimal(ifAny: "value")
            guard value != nil || row.optional("marker") != nil else {
                throw row.error("value", "is empty, and no marker says why")
            }
            let status = try row.choice("status", as: FigureStatus.self)
            guard status != .estimated else {
                throw row.error("status", "«estimated» is not a status of what is published")
            }
            let marker: QualityMarker? = try row.choice(ifAny: "marker")
            // What a publisher withheld is not kept, even where a file has it.
            let isShown = marker != .confidential
            try database.load(
                row,
                """
                INSERT INTO figure (line_id, ends_on, period, status, value, numerator,
                                    denominator, marker, source_id)
                VALUES (\(line), \(end), \(code), \(status), \(isShown ? value : nil),
                        \(isShown ? row.decimal(ifAny: "numerator") : nil),
                        \(isShown ? row.decimal(ifAny: "denominator") : nil),
                        \(marker),
                        \(row.reference(ifAny: "source", in: keys.sources, of: "sources.csv")))
                """)
        }
    }

    private static func end(
        of code: String, _ kind: PeriodKind?, in row: LoadRow
    ) throws(LoadError) -> Day {
        guard let period = Period(code) else {
            throw row.error("period", "«\(code)» is not a period like 2024-25-AY or 2026-27-Q1")
        }
        if let kind, period.kind != kind {
            throw row.error(
                "period",
                "«\(code)» is of kind \(period.kind.rawValue), and its series of \(kind.rawValue)")
        }
        return period.end
    }

    private func addLine(_ series: Int64, _ key: LineKey) throws -> Int64 {
        try database.run(
            """
            INSERT INTO line (id, series_id, breakdown_id, area_id)
            VALUES (\(Database.lastListedLine) + 1, \(series), \(key.breakdown), \(key.area))
            """)
        return database.lastInsertedRow
    }

    /// Of several versions of a figure readers see the revised one, else the final one; the
    /// others are put aside.
    private func supersede() throws {
        let replaced: SQL = """
            line_id < \(WideLine.first) AND status <> 'revised' AND EXISTS (
                SELECT 1 FROM figure AS other
                WHERE other.line_id = figure.line_id
                    AND other.ends_on = figure.ends_on
                    AND other.period = figure.period
                    AND (other.status = 'revised'
                        OR (other.status = 'final' AND figure.status = 'provisional')))
            """
        try database.run(
            "INSERT INTO superseded_figure SELECT * FROM figure WHERE \(replaced)")
        try database.run("DELETE FROM figure WHERE \(replaced)")
    }
}

/// What tells the lines of one series apart.
private struct LineKey: Hashable {
    let breakdown: Int64
    let area: Int64
}

/// What the rows of figure files refer to.
private struct FigureKeys {
    let series: [String: Int64]
    let breakdowns: [String: Int64]
    let areas: [String: Int64]
    let sources: [String: Int64]

    init(_ database: Database) throws {
        series = try database.ids(of: "series", by: "code")
        breakdowns = try database.ids(of: "breakdown", by: "code")
        areas = try database.ids(of: "area", by: "code")
        sources = try database.ids(of: "source", by: "code")
    }
}
