import SQLite
import Scorecard

/// Loads what those who answer for measures say of their figures, and what they expect of them.
struct CommentaryLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let measures = try database.ids(of: "measure", by: "code")
        try commentary(measures)
        try forecasts(measures)
    }

    private func commentary(_ measures: [String: Int64]) throws {
        let file = try folder.file(
            "commentary",
            columns: [
                "measure", "period", "what_happened", "why", "what_we_are_doing", "author_role",
                "published_on",
            ],
            keys: [["measure", "period"]])
        try database.run("DELETE FROM commentary")
        for row in file.rows {
            try database.load(
                row,
                """
                INSERT INTO commentary (measure_id, period, what_happened, why,
                                        what_we_are_doing, author_role, published_on)
                VALUES (\(row.reference("measure", in: measures, of: "measures.csv")),
                        \(row.period("period").description), \(row.text("what_happened")),
                        \(row.optional("why")), \(row.optional("what_we_are_doing")),
                        \(row.text("author_role")), \(row.day("published_on")))
                """)
        }
    }

    private func forecasts(_ measures: [String: Int64]) throws {
        let file = try folder.file(
            "forecasts", columns: ["measure", "period", "value", "by_role", "made_on"],
            keys: [["measure", "period", "made_on"]])
        try database.run("DELETE FROM forecast")
        for row in file.rows {
            guard let value = try row.decimal(ifAny: "value") else {
                throw row.error("value", "is empty")
            }
            try database.load(
                row,
                """
                INSERT INTO forecast (measure_id, period, value, by_role, made_on)
                VALUES (\(row.reference("measure", in: measures, of: "measures.csv")),
                        \(row.period("period").description), \(value), \(row.text("by_role")),
                        \(row.day("made_on")))
                """)
        }
    }
}

extension LoadRow {
    /// A period of any kind, which must be there.
    fileprivate func period(_ column: String) throws(LoadError) -> Period {
        let text = try text(column)
        guard let period = Period(text) else {
            throw error(column, "«\(text)» is not a period like 2024-25-AY or 2026-27-Q1")
        }
        return period
    }
}
