import SQLite
import Scorecard

/// Something that children want to be able to say.
struct VoiceStatement: Equatable {
    let id: Int64
    let slug: String
    let words: String
    let explanation: String?
    let sourceDocument: String?
}

/// An objective that helps children to say it.
struct VoiceObjective: Equatable {
    let title: String
    /// The title as the strategy prints it.
    let printedTitle: String
    /// What is to be done, one thing a line.
    let what: String?
    let strategySlug: String
    let strategyTitle: String
}

extension Database {
    /// Every statement, in the catalogue's order.
    func voiceStatements() throws(SQLError) -> [VoiceStatement] {
        try all(
            """
            SELECT id, slug, statement, explanation, source_document
            FROM statement
            ORDER BY position
            """, read: VoiceStatement.init)
    }

    /// The objectives of current strategies that are tied to a statement.
    func objectives(servingStatement statement: Int64) throws(SQLError) -> [VoiceObjective] {
        try all(
            """
            SELECT objective.short_title, objective.title, objective.what,
                   strategy.slug AS strategy_slug, strategy.short_title AS strategy_title
            FROM objective_statement
            JOIN objective ON objective.id = objective_statement.objective_id
            JOIN strategy ON strategy.id = objective.strategy_id AND strategy.state = 'current'
            WHERE objective_statement.statement_id = \(statement)
            ORDER BY strategy.position, objective.position
            """, read: VoiceObjective.init)
    }

    /// The measures that serve statements, each once for a statement: those placed under an
    /// objective of a current strategy that is tied to it, or under one below that.
    func measures(
        servingStatements statements: [Int64]
    ) throws(SQLError) -> [(statement: Int64, measure: MeasureFacts)] {
        try all(
            """
            WITH RECURSIVE tree (statement_id, objective_id) AS (
                SELECT objective_statement.statement_id, objective.id
                FROM objective_statement
                JOIN objective ON objective.id = objective_statement.objective_id
                JOIN strategy ON strategy.id = objective.strategy_id
                    AND strategy.state = 'current'
                WHERE objective_statement.statement_id IN \(list: statements)
                UNION
                SELECT tree.statement_id, objective.id
                FROM tree JOIN objective ON objective.parent_id = tree.objective_id)
            SELECT DISTINCT tree.statement_id, \(MeasureFacts.columns)
            FROM tree
            JOIN placement ON placement.objective_id = tree.objective_id
            JOIN measure ON measure.id = placement.measure_id
            ORDER BY measure.position
            """
        ) { row throws(SQLError) in
            (try row("statement_id"), try MeasureFacts(row: row))
        }
    }
}

extension VoiceStatement {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        slug = try row("slug")
        words = try row("statement")
        explanation = try row("explanation")
        sourceDocument = try row("source_document")
    }
}

extension VoiceObjective {
    init(row: borrowing Row) throws(SQLError) {
        title = try row("short_title")
        printedTitle = try row("title")
        what = try row("what")
        strategySlug = try row("strategy_slug")
        strategyTitle = try row("strategy_title")
    }
}
