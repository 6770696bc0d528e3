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
        let file = try folder.file(
            "objectives", columns: Self.columns,
            keys: [["code"], ["strategy", "slug"], ["scorecard"]])
        try file.refuseCircles(through: "parent", by: "code")
        try objectives(file)
        try ties(file)
        try scorecards(file)
        try pledges()
    }

    private func objectives(_ file: LoadFile) throws {
        let strategies = try database.ids(of: "strategy", by: "slug")
        for (position, row) in file.rows.enumerated() {
            try row.requireOwnAddress()
            try database.load(
                row,
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
        let ids = try database.ids(of: "objective", by: "code")
        let strategies = try database.ids(of: "strategy", by: "slug")
        let owners = try database.strategiesOfObjectives()
        let levels = try database.levelsOfStrategies()
        let boards = try database.ids(of: "board", by: "slug")
        let themes = try database.ids(of: "theme", by: "slug")
        let statements = try database.ids(of: "statement", by: "slug")
        try database.run("DELETE FROM objective_board")
        try database.run("DELETE FROM objective_theme")
        try database.run("DELETE FROM objective_statement")
        for row in file.rows {
            let id = try row.reference("code", in: ids, of: file.name)
            let parent = try row.reference(ifAny: "parent", in: ids, of: file.name)
            try row.requireStrategy(in: strategies, ofObjectiveIn: "parent", owners)
            try row.requireLevel(in: levels)
            try database.run("UPDATE objective SET parent_id = \(parent) WHERE id = \(id)")
            let leading = try row.references("boards", in: boards, of: "boards.csv")
            for (position, board) in leading.enumerated() {
                try database.load(
                    row,
                    """
                    INSERT INTO objective_board (objective_id, position, board_id)
                    VALUES (\(id), \(position), \(board))
                    """)
            }
            for theme in try row.references("themes", in: themes, of: "themes.csv") {
                try database.load(
                    row,
                    """
                    INSERT INTO objective_theme (objective_id, theme_id) VALUES (\(id), \(theme))
                    """)
            }
            for said in try row.references("statements", in: statements, of: "statements.csv") {
                try database.load(
                    row,
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
            WHERE position >= 0
            """)
        let ids = try database.ids(of: "objective", by: "code")
        let strategies = try database.ids(of: "strategy", by: "slug")
        for (position, row) in file.rows.enumerated() where row.optional("scorecard") != nil {
            let id = try row.reference("code", in: ids, of: file.name)
            let slug = try row.slug("scorecard")
            if strategies[slug] != nil {
                throw row.error("scorecard", "«\(slug)» is a strategy’s scorecard already")
            }
            try database.load(
                row,
                """
                INSERT INTO scorecard (slug, title, strategy_id, objective_id, position)
                SELECT \(slug), short_title, strategy_id, id,
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
                "evidence_date", "we_will", "done", "done_date", "update_due", "measure",
                "source_document",
            ], keys: [["code"]])
        let strategies = try database.ids(of: "strategy", by: "slug")
        let objectives = try database.ids(of: "objective", by: "code")
        let measures = try database.ids(of: "measure", by: "code")
        let owners = try database.strategiesOfObjectives()
        try database.run("DELETE FROM pledge")
        for (position, row) in file.rows.enumerated() {
            try row.requireStrategy(in: strategies, ofObjectiveIn: "objective", owners)
            try database.load(
                row,
                """
                INSERT INTO pledge (strategy_id, objective_id, code, title, you_said, evidence,
                                    evidence_date, we_will, done, done_date, update_due,
                                    measure_id, source_document, position)
                VALUES (\(row.reference("strategy", in: strategies, of: "strategies.csv")),
                        \(row.reference(ifAny: "objective", in: objectives, of: "objectives.csv")),
                        \(row.text("code")), \(row.text("title")), \(row.optional("you_said")),
                        \(row.optional("evidence")), \(row.optional("evidence_date")),
                        \(row.optional("we_will")), \(row.optional("done")),
                        \(row.optional("done_date")), \(row.day(ifAny: "update_due")),
                        \(row.reference(ifAny: "measure", in: measures, of: "measures.csv")),
                        \(row.optional("source_document")), \(position))
                """)
        }
    }
}
