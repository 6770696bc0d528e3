import SQLite
import Scorecard

/// One node of a strategy: an ambition, a goal, a priority, an outcome.
struct ObjectiveEntry: Equatable {
    let id: Int64
    let parentID: Int64?
    let level: String
    let number: String?
    let slug: String
    let title: String
    let shortTitle: String
    let why: String?
    let what: String?
    let how: String?
    let success: String?
    let note: String?
    let scorecard: String?
}

extension Database {
    /// Every objective of a strategy in its own order, each with the measures placed at it, and
    /// the measures of the strategy as a whole.
    func outline(ofStrategy strategy: Int64) throws(SQLError) -> StrategyOutline {
        var outline = StrategyOutline()
        try forEach(
            """
            SELECT objective.id AS objective_id, objective.parent_id, objective.level,
                   objective.number, objective.slug AS objective_slug,
                   objective.title AS objective_title, objective.short_title, objective.why,
                   objective.what, objective.how, objective.success,
                   objective.note AS objective_note, scorecard.slug AS scorecard,
                   \(MeasureFacts.columns)
            FROM (SELECT * FROM objective WHERE strategy_id = \(strategy)) AS objective
            FULL JOIN (SELECT * FROM placement WHERE strategy_id = \(strategy)) AS placement
                ON placement.objective_id = objective.id
            LEFT JOIN measure ON measure.id = placement.measure_id
            LEFT JOIN scorecard ON scorecard.objective_id = objective.id
            ORDER BY objective.position NULLS LAST, placement.position
            """
        ) { row throws(SQLError) in
            let objective: Int64? = try row("objective_id")
            if let objective, outline.last?.id != objective {
                outline.add(try ObjectiveEntry(row: row, id: objective))
            }
            let measure: Int64? = try row("id")
            if measure != nil { outline.add(try MeasureFacts(row: row), at: objective) }
        }
        return outline
    }
}

extension ObjectiveEntry {
    init(row: borrowing Row, id: Int64) throws(SQLError) {
        self.id = id
        parentID = try row("parent_id")
        level = try row("level")
        number = try row("number")
        slug = try row("objective_slug")
        title = try row("objective_title")
        shortTitle = try row("short_title")
        why = try row("why")
        what = try row("what")
        how = try row("how")
        success = try row("success")
        note = try row("objective_note")
        scorecard = try row("scorecard")
    }
}
