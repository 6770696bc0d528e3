import SQLite
import Scorecard

/// Loads boards, themes, statements and strategies.
struct StrategyLoad {
    let database: Database
    let folder: LoadFolder

    func run() throws {
        try boards()
        try themes()
        try statements()
        try strategies()
    }

    private func boards() throws {
        let file = try folder.file(
            "boards", columns: ["slug", "title", "role", "reports_to", "source_document"],
            keys: [["slug"]])
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO board (slug, title, role, source_document, position)
                VALUES (\(row.slug("slug")), \(row.text("title")), \(row.optional("role")),
                        \(row.optional("source_document")), \(position))
                ON CONFLICT (slug) DO UPDATE SET
                    title = excluded.title, role = excluded.role,
                    source_document = excluded.source_document, position = excluded.position
                """)
        }
        let ids = try database.ids(of: "board", by: "slug")
        try database.run("DELETE FROM board_report")
        for row in file.rows {
            for other in try row.others("reports_to", than: "slug", in: ids) {
                try database.load(
                    row,
                    """
                    INSERT INTO board_report (board_id, reports_to_id)
                    VALUES (\(try row.reference("slug", in: ids, of: "boards.csv")), \(other))
                    """)
            }
        }
    }

    private func themes() throws {
        let file = try folder.file(
            "themes", columns: ["slug", "title", "description", "strategy", "source_document"],
            keys: [["slug"]])
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO theme (slug, title, description, source_document, position)
                VALUES (\(row.slug("slug")), \(row.text("title")),
                        \(row.optional("description")), \(row.optional("source_document")),
                        \(position))
                ON CONFLICT (slug) DO UPDATE SET
                    title = excluded.title, description = excluded.description,
                    source_document = excluded.source_document, position = excluded.position
                """)
        }
    }

    private func statements() throws {
        let file = try folder.file(
            "statements", columns: ["slug", "statement", "explanation", "source_document"],
            keys: [["slug"]])
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO statement (slug, statement, explanation, source_document, position)
                VALUES (\(row.slug("slug")), \(row.text("statement")),
                        \(row.optional("explanation")), \(row.optional("source_document")),
                        \(position))
                ON CONFLICT (slug) DO UPDATE SET
                    statement = excluded.statement, explanation = excluded.explanation,
                    source_document = excluded.source_document, position = excluded.position
                """)
        }
    }

    private func strategies() throws {
        let file = try folder.file(
            "strategies",
            columns: [
                "slug", "title", "short_title", "state", "starts", "ends", "supersedes", "under",
                "boards", "levels", "vision", "ambition", "purpose", "source_document", "note",
            ], keys: [["slug"]])
        try file.refuseCircles(through: "supersedes", by: "slug")
        try file.refuseCircles(through: "under", by: "slug")
        for (position, row) in file.rows.enumerated() {
            try database.load(
                row,
                """
                INSERT INTO strategy (slug, title, short_title, state, starts, ends, vision,
                                      ambition, purpose, source_document, note, position)
                VALUES (\(row.slug("slug")), \(row.text("title")), \(row.text("short_title")),
                        \(row.choice("state", as: StrategyState.self)), \(row.optional("starts")),
                        \(row.optional("ends")), \(row.optional("vision")),
                        \(row.optional("ambition")), \(row.optional("purpose")),
                        \(row.optional("source_document")), \(row.optional("note")),
                        \(position))
                ON CONFLICT (slug) DO UPDATE SET
                    title = excluded.title, short_title = excluded.short_title,
                    state = excluded.state, starts = excluded.starts, ends = excluded.ends,
                    vision = excluded.vision, ambition = excluded.ambition,
                    purpose = excluded.purpose, source_document = excluded.source_document,
                    note = excluded.note, position = excluded.position
                """)
        }
        try ties(of: file)
    }

    /// What strategies are to boards and to each other, once all of them are there.
    private func ties(of file: LoadFile) throws {
        let ids = try database.ids(of: "strategy", by: "slug")
        let boards = try database.ids(of: "board", by: "slug")
        try database.run("DELETE FROM strategy_board")
        try database.run("DELETE FROM strategy_level")
        for row in file.rows {
            let id = try row.reference("slug", in: ids, of: "strategies.csv")
            try database.load(
                row,
                """
                UPDATE strategy SET
                    supersedes_id = \(row.reference(ifAny: "supersedes", in: ids, of: file.name)),
                    under_id = \(row.reference(ifAny: "under", in: ids, of: file.name))
                WHERE id = \(id)
                """)
            for (position, board) in try row.references("boards", in: boards, of: "boards.csv")
                .enumerated()
            {
                try database.load(
                    row,
                    """
                    INSERT INTO strategy_board (strategy_id, position, board_id)
                    VALUES (\(id), \(position), \(board))
                    """)
            }
            for (position, name) in try row.list("levels").enumerated() {
                try database.load(
                    row,
                    """
                    INSERT INTO strategy_level (strategy_id, position, name)
                    VALUES (\(id), \(position), \(name))
                    """)
            }
        }
    }
}
