import SQLite

/// Loads areas, and which of them are each other's statistical neighbours.
struct AreaLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        try areas()
        try neighbours()
    }

    private func areas() throws {
        let file = try folder.file(
            "areas", columns: ["code", "name", "kind", "region"], keys: [["code"]])
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO area (code, name, kind, region, position)
                VALUES (\(row.text("code")), \(row.text("name")),
                        \(row.choice("kind", as: AreaKind.self)), \(row.optional("region")),
                        \(position))
                ON CONFLICT (code) DO UPDATE SET
                    name = excluded.name, kind = excluded.kind, region = excluded.region,
                    position = excluded.position
                """)
        }
    }

    private func neighbours() throws {
        let file = try folder.file(
            "neighbours", columns: ["model", "area", "rank", "neighbour", "closeness"],
            keys: [["model", "area", "rank"]])
        let areas = try database.ids(of: "area", by: "code")
        try database.run("DELETE FROM neighbour")
        for row in file.rows {
            guard let rank = try row.integer(ifAny: "rank", in: 1...1_000) else {
                throw row.error("rank", "is empty")
            }
            try database.load(
                row,
                """
                INSERT INTO neighbour (model, area_id, rank, neighbour_id, closeness)
                VALUES (\(row.text("model")), \(row.reference("area", in: areas, of: "areas.csv")),
                        \(rank),
                        \(row.reference("neighbour", in: areas, of: "areas.csv")),
                        \(row.optional("closeness")))
                """)
        }
    }
}
