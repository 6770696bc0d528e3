import SQLite

/// Loads which breakdowns together make up which whole.
struct PartitionLoad {
    let database: Database
    let figures: LoadFolder

    func run() throws {
        let file = try figures.file(
            "partitions", columns: ["whole", "division", "part"],
            keys: [["whole", "division", "part"]])
        let breakdowns = try database.ids(of: "breakdown", by: "code")
        try database.run("DELETE FROM partition")
        for row in file.rows {
            let whole = try row.reference(ifAny: "whole", in: breakdowns, of: "breakdowns.csv")
            let part = try row.reference("part", in: breakdowns, of: "breakdowns.csv")
            guard part != whole else {
                throw row.error("part", "«\(try row.text("part"))» is a part of itself")
            }
            try database.load(
                row,
                """
                INSERT INTO partition (whole_id, division, part_id)
                VALUES (\(whole), \(row.text("division")), \(part))
                """)
        }
        try refuseLoneParts(file)
    }

    /// Refuses a division of a whole into one part, as a name that is mistyped makes it.
    private func refuseLoneParts(_ file: LoadFile) throws(LoadError) {
        let divisions = Dictionary(grouping: file.rows) { row in
            [row.optional("whole"), row.optional("division")]
        }
        for row in file.rows {
            let name = row.optional("division")
            guard let parts = divisions[[row.optional("whole"), name]], parts.count < 2 else {
                continue
            }
            throw row.error("division", "«\(name ?? "")» has one part, and needs two or more")
        }
    }
}
