import SQLite
import Scorecard

/// Loads for which groups of children returns ask a measure's figures, besides the whole.
struct CollectedGroupsLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let file = try folder.file(
            "collected_groups", columns: ["measure", "breakdown"],
            keys: [["measure", "breakdown"]])
        let measures = try database.ids(of: "measure", by: "code")
        let breakdowns = try database.ids(of: "breakdown", by: "code")
        try database.run("DELETE FROM measure_breakdown")
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO measure_breakdown (measure_id, position, breakdown_id)
                VALUES (\(row.reference("measure", in: measures, of: "measures.csv")),
                        \(position),
                        \(row.reference("breakdown", in: breakdowns, of: "breakdowns.csv")))
                """)
        }
    }
}
