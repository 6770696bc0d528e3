import SQLite

/// Loads the objectives of strategies, the scorecards they have, and pledges.
struct ObjectiveLoad {
    let database: Database
    let folder: LoadFolder

    private static let columns = [
        "strategy", "code", "slug", "parent", "level", "number", "title", "short_title", "why",
        "what", "how", "success", "scorecard", "boards", "themes", "statements", "note",
    ]

    func run() throws {
        let file = try folder.file("objectives", columns: Self.columns)
        try objectives(file)
        try ties(file)
        try scorecards(file)
        try pledges()
    }

    private func objectives(_ file: LoadFile) throws {
        let strategies = try database.ids("SELECT slug AS key, id FROM strategy")
        for (position, row) in file.rows.enumerated() {
            try database.run(
                """
                INSERT INTO objective (strategy_id, code, slug, level, number, title,
                                       short_title, why, what, how, success, note, position)
                VALUES (\(row.reference("strategy", in: strategies, of: "strategies.csv")),
                        \(row.text("code")), \(row.slug("slug")), \(row.text("level")),
                        \(row.optional("number")), \(row.text("title")),
                        \(row.optional("short_title") ?? row.text("title")),
                        \(row.optional("why")), \(row.optional("what")), \(row.optional("how")),
                        \(row.optional("success")), \(row.optional("note")), \(position))
                ON CONFLICT (code) DO UPDATE SET
                    strategy_id = excluded.strategy_id, slug = excluded.slug,
                    level = excluded.level, number = excluded.number, title = excluded.title,
                    short_title = excluded.short_title, why = excluded.why,
                    what = excluded.what, how = excluded.how, success = excluded.success,
                    note = excluded.note, position = excluded.position
                """)
        }
    }

    /// What objectives are to each other, to boards, themes and statements.
    private func ties(_ file: LoadFile) throws {
        let ids = try database.ids("SELECT code AS key, id FROM objective")
        let boards = try database.ids("SELECT slug AS key, id FROM board")
        let themes = try database.ids("SELECT slug AS key, id FROM theme")
        let statements = try database.ids("SELECT slug AS key, id FROM statement")
        try database.run("DELETE FROM objective_board")
        try database.run("DELETE FROM objective_theme")
        try database.run("DELETE FROM objective_statement")
        for row in file.rows {
            let id = try row.reference("code", in: ids, of: file.name)
            let parent = try row.reference(ifAny: "parent", in: ids, of: file.name)
            try database.run("UPDATE objective SET parent_id = \(parent) WHERE id = \(id)")
            let leading = try row.references("boards", in: boards, of: "boards.csv")
            for (position, board) in leading.enumerated() {
                try database.run(
                    """
                    INSERT INTO objective_board (objective_id, position, board_id)
                    VALUES (\(id), \(position), \(board))
                    """)
            }
            for theme in try row.references("themes", in: themes, of: "themes.csv") {
                try database.run(
                    """
                    INSERT INTO objective_theme (objective_id, theme_id) VALUES (\(id), \(theme))
                    """)
            }
            for said in try row.references("statements", in: statements, of: "statements.csv") {
                try database.run(
                    """
                    INSERT INTO objective_statement (objective_id, statement_id)
                    VALUES (\(id), \(said))
                    """)
            }
        }
    }

    /// A scorecard for each strategy, and for each objective that names one.
    private func scorecards(_ file: LoadFile) throws {
        try database.run("DELETE FROM scorecard")
        try database.run(
            """
            INSERT INTO scorecard (slug, title, strategy_id, position)
            SELECT slug, short_title || ' scorecard', id, position FROM strategy
            """)
        let ids = try database.ids("SELECT code AS key, id FROM objective")
        for (position, row) in file.rows.enumerated() where row.optional("scorecard") != nil {
            let id = try row.reference("code", in: ids, of: file.name)
            try database.run(
                """
                INSERT INTO scorecard (slug, title, strategy_id, objective_id, position)
                SELECT \(row.slug("scorecard")), short_title, strategy_id, id,
                       \(1_000 + position)
                FROM objective WHERE id = \(id)
                """)
        }
    }

    private func pledges() throws {
        let file = try folder.file(
            "pledges",
            columns: [
                "strategy", "code", "objective", "title", "you_said", "evidence",
                "evidence_date", "we_will", "done", "done_date", "measure", "source_document",
            ])
        let strategies = try database.ids("SELECT slug AS key, id FROM strategy")
        let objectives = try database.ids("SELECT code AS key, id FROM objective")
        let measures = try database.ids("SELECT code AS key, id FROM measure")
        try database.run("DELETE FROM pledge")
        for (position, row) in file.rows.enumerated() {
            try database.run(
                """
                INSERT INTO pledge (strategy_id, objective_id, code, title, you_said, evidence,
                                    evidence_date, we_will, done, done_date, measure_id,
                                    source_document, position)
                VALUES (\(row.reference("strategy", in: strategies, of: "strategies.csv")),
                        \(row.reference(ifAny: "objective", in: objectives, of: "objectives.csv")),
                        \(row.text("code")), \(row.text("title")), \(row.optional("you_said")),
                        \(row.optional("evidence")), \(row.optional("evidence_date")),
                        \(row.optional("we_will")), \(row.optional("done")),
                        \(row.optional("done_date")),
                        \(row.reference(ifAny: "measure", in: measures, of: "measures.csv")),
                        \(row.optional("source_document")), \(position))
                """)
        }
    }
}
