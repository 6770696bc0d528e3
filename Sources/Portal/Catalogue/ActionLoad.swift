import SQLite
import Scorecard

/// Loads what is done about measures and objectives.
struct ActionLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        let file = try folder.file(
            "actions",
            columns: [
                "measure", "objective", "what", "owner_role", "due_on", "progress", "state",
                "updated_on",
            ])
        let measures = try database.ids(of: "measure", by: "code")
        let objectives = try database.ids(of: "objective", by: "code")
        try database.run("DELETE FROM action")
        for row in file.rows {
            let measure = try row.reference(ifAny: "measure", in: measures, of: "measures.csv")
            let objective = try row.reference(
                ifAny: "objective", in: objectives, of: "objectives.csv")
            guard measure != nil || objective != nil else {
                throw row.error("measure", "is empty, and so is the objective")
            }
            try database.load(
                row,
                """
                INSERT INTO action (measure_id, objective_id, what, owner_role, due_on, progress,
                                    state, updated_on)
                VALUES (\(measure), \(objective), \(row.text("what")), \(row.text("owner_role")),
                        \(row.day(ifAny: "due_on")), \(row.optional("progress")),
                        \(row.choice("state", as: ActionState.self)),
                        \(row.day("updated_on")))
                """)
        }
    }
}
