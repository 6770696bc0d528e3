import SQLite
import Scorecard

// What the catalogue holds, row by row as its files have it.

extension Database {
    /// The day on which the catalogue and the figures were last loaded.
    func loadedOn() throws(SQLError) -> Day? {
        try first(
            """
            SELECT CAST(unixepoch(max(loaded_at)) / 86400 AS INTEGER) AS day FROM load
            WHERE name = \(LoadName.catalogue)
            """
        ) { row throws(SQLError) in try row("day", as: Day?.self) } ?? nil
    }

    /// Those whose figures the portal shows.
    func publishers() throws(SQLError) -> [String] {
        try all("SELECT DISTINCT publisher FROM source WHERE is_listed ORDER BY publisher") {
            row throws(SQLError) in try row("publisher")
        }
    }

    /// What each measure is.
    func measureCells() throws(SQLError) -> [[String]] {
        try all(
            """
            SELECT code, title, kind, value_kind, unit, polarity, polarity_note, frequency,
                   time_basis, numerator, denominator, definition_basis, source, status, note
            FROM measure
            ORDER BY position
            """
        ) { row throws(SQLError) in try Self.texts(row, count: 15) }
    }

    /// The targets of every measure, the first to end first.
    func targetCells() throws(SQLError) -> [[String]] {
        try all(
            """
            SELECT measure.code, measure.title, target.kind, target.milestones,
                   target.milestone_shape, target.tolerance_kind, target.baseline_period,
                   target.scope, target.set_by, target.printed, target.source_document,
                   target.note, target.value, target.upper, target.tolerance, target.starts_on,
                   target.ends_on, target.baseline_value
            FROM target
            JOIN measure ON measure.id = target.measure_id
            ORDER BY measure.position, target.ends_on, target.position
            """
        ) { row throws(SQLError) in
            let texts = try Self.texts(row, count: 12)
            let starts: Day? = try row("starts_on")
            let ends: Day = try row("ends_on")
            return [
                texts[0], texts[1], texts[2], try Self.number(row, "value"),
                try Self.number(row, "upper"), texts[3], texts[4],
                try Self.number(row, "tolerance"), texts[5], starts?.description ?? "",
                // The last day there is stands where no end is set.
                ends == Day.endOfTime ? "" : ends.description,
                try Self.number(row, "baseline_value"), texts[6], texts[7], texts[8], texts[9],
                texts[10], texts[11],
            ]
        }
    }

    /// The objectives of every strategy in their order; a strategy without one has a row too.
    func strategyCells() throws(SQLError) -> [[String]] {
        try all(
            """
            SELECT strategy.title, strategy.state, strategy.starts, strategy.ends,
                   objective.code, parent.code AS parent_code, objective.level,
                   objective.number, objective.title AS objective, objective.short_title,
                   coalesce(
                       (SELECT group_concat(title, '; ') FROM
                           (SELECT board.title FROM objective_board
                            JOIN board ON board.id = objective_board.board_id
                            WHERE objective_board.objective_id = objective.id
                            ORDER BY objective_board.position)),
                       (SELECT group_concat(title, '; ') FROM
                           (SELECT board.title FROM strategy_board
                            JOIN board ON board.id = strategy_board.board_id
                            WHERE strategy_board.strategy_id = strategy.id
                            ORDER BY strategy_board.position))) AS boards,
                   (SELECT group_concat(code, '; ') FROM
                       (SELECT measure.code FROM placement
                        JOIN measure ON measure.id = placement.measure_id
                        WHERE placement.objective_id = objective.id
                        ORDER BY placement.position)) AS measure_codes
            FROM strategy
            LEFT JOIN objective ON objective.strategy_id = strategy.id
            LEFT JOIN objective AS parent ON parent.id = objective.parent_id
            ORDER BY strategy.position, objective.position
            """
        ) { row throws(SQLError) in try Self.texts(row, count: 12) }
    }

    /// The first columns of a row as text, empty where there is nothing.
    private static func texts(_ row: borrowing Row, count: Int) throws(SQLError) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(count)
        for index in 0..<count {
            texts.append(try row[index, as: String?.self] ?? "")
        }
        return texts
    }

    private static func number(
        _ row: borrowing Row, _ column: StaticString
    ) throws(SQLError) -> String {
        try row(column.description, as: FixedDecimal?.self)?.description ?? ""
    }
}
