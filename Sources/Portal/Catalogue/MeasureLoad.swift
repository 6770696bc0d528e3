import SQLite
import Scorecard

/// Loads measures, what they derive from, where they are shown, and their targets.
struct MeasureLoad {
    let database: Database
    let folder: LoadFolder

    private static let columns = [
        "code", "slug", "title", "kind", "value_kind", "unit", "multiplier", "decimals",
        "polarity", "polarity_note", "frequency", "period_kind", "time_basis", "numerator",
        "denominator", "definition_basis", "source", "benchmarks", "breakdowns",
        "small_number_threshold", "small_number_rounding", "status",
        "wording", "printed_figures", "base_measures", "source_document", "note",
    ]

    /// Columns that a file need not have while nothing is known to stand in them.
    private static let optional = ["service", "owner_role", "replaced_by"]

    /// The measures themselves, what they derive from, and their targets.
    func measures() throws {
        let file = try folder.file(
            "measures", columns: Self.columns, optional: Self.optional,
            keys: [["code"], ["slug"]])
        for (position, row) in file.rows.enumerated() { try measure(row, position) }
        let ids = try database.ids(of: "measure", by: "code")
        try bases(file, ids)
        try successors(file, ids)
        try targets(ids)
    }

    /// Whom a demonstration names as answering for measures of the catalogue.
    func owners(in folder: LoadFolder) throws {
        let file = try folder.file(
            "owners", columns: ["measure", "owner_role"], keys: [["measure"]])
        let ids = try database.ids(of: "measure", by: "code")
        for row in file.rows {
            let id = try row.reference("measure", in: ids, of: "measures.csv")
            try database.run(
                "UPDATE measure SET owner_role = \(row.text("owner_role")) WHERE id = \(id)")
        }
    }

    private func measure(_ row: LoadRow, _ position: Int) throws {
        try database.load(
            row,
            """
            INSERT INTO measure (code, slug, title, kind, value_kind, unit, multiplier, decimals,
                                 polarity, polarity_note, frequency, period_kind, time_basis,
                                 numerator, denominator, definition_basis, source, benchmarks,
                                 breakdowns, small_number_threshold, small_number_rounding,
                                 status, wording, printed_figures, source_document, note,
                                 service, owner_role, position)
            VALUES (\(row.text("code")), \(row.slug("slug")), \(row.text("title")),
                    \(row.choice("kind", as: MeasureKind.self)),
                    \(row.choice("value_kind", as: ValueKind.self)),
                    \(row.optional("unit") ?? ""), \(row.integer(ifAny: "multiplier", in: 1...1_000_000_000)),
                    \(row.integer(ifAny: "decimals", in: 0...6) ?? 0),
                    \(row.choice("polarity", as: Polarity.self)),
                    \(row.optional("polarity_note")),
                    \(row.choice("frequency", as: Frequency.self)),
                    \(row.choice("period_kind", as: CataloguedPeriod.self).rawValue),
                    \(row.choice("time_basis", as: TimeBasis.self)),
                    \(row.optional("numerator")), \(row.optional("denominator")),
                    \(row.optional("definition_basis")), \(row.optional("source")),
                    \(row.optional("benchmarks")), \(row.optional("breakdowns")),
                    \(row.integer(ifAny: "small_number_threshold", in: 0...1_000)
                        ?? SmallNumberRule.standard.threshold),
                    \(row.choice(ifAny: "small_number_rounding") ?? SmallNumberRule.Rounding.none),
                    \(row.choice("status", as: MeasureStatus.self)), \(row.optional("wording")),
                    \(row.optional("printed_figures")), \(row.optional("source_document")),
                    \(row.optional("note")), \(row.optional("service")),
                    \(row.optional("owner_role")), \(position))
            ON CONFLICT (code) DO UPDATE SET
                slug = excluded.slug, title = excluded.title, kind = excluded.kind,
                value_kind = excluded.value_kind, unit = excluded.unit,
                multiplier = excluded.multiplier, decimals = excluded.decimals,
                polarity = excluded.polarity, polarity_note = excluded.polarity_note,
                frequency = excluded.frequency, period_kind = excluded.period_kind,
                time_basis = excluded.time_basis, numerator = excluded.numerator,
                denominator = excluded.denominator,
                definition_basis = excluded.definition_basis, source = excluded.source,
                benchmarks = excluded.benchmarks, breakdowns = excluded.breakdowns,
                small_number_threshold = excluded.small_number_threshold,
                small_number_rounding = excluded.small_number_rounding,
                status = excluded.status, wording = excluded.wording,
                printed_figures = excluded.printed_figures,
                source_document = excluded.source_document, note = excluded.note,
                service = excluded.service, owner_role = excluded.owner_role,
                replaced_by_id = NULL, position = excluded.position
            """)
    }

    /// Which measure took the place of one that is no longer collected.
    private func successors(_ file: LoadFile, _ ids: [String: Int64]) throws {
        for row in file.rows where row.optional("replaced_by") != nil {
            let successor = try row.others("replaced_by", than: "code", in: ids)
            guard successor.count == 1 else {
                throw row.error("replaced_by", "names more than one measure")
            }
            try database.load(
                row,
                """
                UPDATE measure SET replaced_by_id = \(successor.first)
                WHERE code = \(row.text("code"))
                """)
        }
    }

    private func bases(_ file: LoadFile, _ ids: [String: Int64]) throws {
        try database.run("DELETE FROM measure_base")
        for row in file.rows {
            let bases = try row.others("base_measures", than: "code", in: ids)
            for (position, base) in bases.enumerated() {
                try database.load(
                    row,
                    """
                    INSERT INTO measure_base (measure_id, position, base_id)
                    VALUES (\(row.reference("code", in: ids, of: file.name)), \(position), \(base))
                    """)
            }
        }
    }

    /// Where measures are shown, once the objectives are there.
    func placements() throws {
        let ids = try database.ids(of: "measure", by: "code")
        let file = try folder.file(
            "placements", columns: ["measure", "strategy", "objective", "heading", "note"])
        let strategies = try database.ids(of: "strategy", by: "slug")
        let objectives = try database.ids(of: "objective", by: "code")
        let owners = try database.strategiesOfObjectives()
        try database.run("DELETE FROM placement")
        for (position, row) in file.rows.enumerated() {
            try row.requireStrategy(in: strategies, ofObjectiveIn: "objective", owners)
            try database.load(
                row,
                """
                INSERT INTO placement (measure_id, strategy_id, objective_id, heading, note,
                                       position)
                VALUES (\(row.reference("measure", in: ids, of: "measures.csv")),
                        \(row.reference("strategy", in: strategies, of: "strategies.csv")),
                        \(row.reference(ifAny: "objective", in: objectives, of: "objectives.csv")),
                        \(row.optional("heading")), \(row.optional("note")), \(position))
                """)
        }
    }

    private func targets(_ ids: [String: Int64]) throws {
        let file = try folder.file(
            "targets",
            columns: [
                "measure", "kind", "value", "upper", "milestones", "milestone_shape", "tolerance",
                "tolerance_kind", "starts_on", "ends_on", "baseline_value", "baseline_period",
                "scope", "set_by", "set_on",
                "printed", "source_document", "note",
            ])
        try database.run("DELETE FROM target")
        for (position, row) in file.rows.enumerated() {
            let target = try TargetCells(row)
            try database.load(
                row,
                """
                INSERT INTO target (measure_id, kind, value, upper, milestones, milestone_shape,
                                    tolerance, tolerance_kind, starts_on, ends_on, baseline_value, baseline_period, scope,
                                    set_by, set_on, printed, source_document, note, position)
                VALUES (\(row.reference("measure", in: ids, of: "measures.csv")),
                        \(target.kind), \(target.value), \(target.upper),
                        \(target.shape == nil ? nil : target.milestones.column), \(target.shape),
                        \(target.tolerance), \(target.toleranceKind), \(target.starts),
                        \(target.ends ?? Day.endOfTime),
                        \(row.decimal(ifAny: "baseline_value")),
                        \(row.optional("baseline_period")),
                        \(row.choice("scope", as: TargetScope.self)),
                        \(row.optional("set_by")), \(row.optional("set_on")),
                        \(row.optional("printed")), \(row.optional("source_document")),
                        \(row.optional("note")), \(position))
                """)
        }
    }
}
