import SQLite
import Scorecard

/// Loads which published series serve which measure, and how well.
struct MeasureSeriesLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let file = try folder.file(
            "measure_series",
            columns: [
                "measure", "series", "breakdown", "role", "match", "transform", "label", "note",
            ])
        let measures = try database.ids(of: "measure", by: "code")
        let series = try database.ids(of: "series", by: "code")
        let breakdowns = try database.ids(of: "breakdown", by: "code")
        try database.run("DELETE FROM measure_series")
        for (position, row) in file.rows.enumerated() {
            let id = try row.reference("series", in: series, of: "series.csv")
            try database.load(
                row,
                """
                INSERT INTO measure_series (measure_id, position, series_id, breakdown_id, role,
                                            match, transform, label, note, period_kind)
                VALUES (\(row.reference("measure", in: measures, of: "measures.csv")),
                        \(position), \(id),
                        \(row.reference("breakdown", in: breakdowns, of: "breakdowns.csv")),
                        \(row.choice("role", as: LineRole.self)),
                        \(row.choice("match", as: LineMatch.self)),
                        \(row.choice(ifAny: "transform") ?? FigureTransform.none),
                        \(row.optional("label")), \(row.optional("note")),
                        (SELECT period_kind FROM series WHERE id = \(id)))
                """)
        }
        try findLines()
    }

    /// Notes the lines that every page asks for, so that they need not be looked up.
    private func findLines() throws {
        let line: SQL = """
            SELECT line.id FROM area
            CROSS JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id AND line.area_id = area.id
            WHERE area.is_listed
            """
        try database.run(
            """
            UPDATE measure_series SET
                local_line_id = (\(line) AND area.kind = 'local'),
                country_line_id = (\(line) AND area.kind = 'country')
            """)
    }
}
