import SQLite
import Scorecard

/// Loads where the figures of all councils lie, for the series and periods that say so.
struct DistributionLoad {
    let database: Database
    let figures: LoadFolder

    /// The fewest councils whose figures show how councils in general do.
    private static let fewest = 100
    private static let most = 1_000
    private static let shares = ["p1", "p25", "median", "p75", "p99"]

    func run() throws {
        let file = try figures.file(
            "distributions",
            columns: ["series", "breakdown", "period", "areas"] + Self.shares + ["source"],
            keys: [["series", "breakdown", "period"]])
        let series = try database.ids(of: "series", by: "code")
        let breakdowns = try database.ids(of: "breakdown", by: "code")
        let sources = try database.ids(of: "source", by: "code")
        try database.run("DELETE FROM distribution")
        for row in file.rows {
            let period = try Self.period(row)
            let areas = try row.integer(ifAny: "areas", in: Self.fewest...Self.most)
            guard let areas else { throw row.error("areas", "is empty") }
            let values = try Self.values(row)
            try database.load(
                row,
                """
                INSERT INTO distribution (series_id, breakdown_id, ends_on, period, areas,
                                          p1, p25, median, p75, p99, source_id)
                VALUES (\(row.reference("series", in: series, of: "series.csv")),
                        \(row.reference("breakdown", in: breakdowns, of: "breakdowns.csv")),
                        \(period.end), \(period.description), \(areas),
                        \(values[0]), \(values[1]), \(values[2]), \(values[3]), \(values[4]),
                        \(row.reference(ifAny: "source", in: sources, of: "sources.csv")))
                """)
        }
    }

    private static func period(_ row: LoadRow) throws(LoadError) -> Period {
        let code = try row.text("period")
        guard let period = Period(code) else {
            throw row.error("period", "«\(code)» is not a period like 2024-25-AY or 2026-27-Q1")
        }
        return period
    }

    /// The five values, none below the one before it.
    private static func values(_ row: LoadRow) throws(LoadError) -> [FixedDecimal] {
        var values: [FixedDecimal] = []
        for column in shares {
            guard let value = try row.decimal(ifAny: column) else {
                throw row.error(column, "is empty")
            }
            if let before = values.last, value < before {
                throw row.error(column, "«\(value)» is below the value before it")
            }
            values.append(value)
        }
        return values
    }
}
