import SQLite
import Scorecard

/// What young people said, what was promised to them, and what became of it.
struct Promise: Equatable {
    let strategySlug: String
    let strategyTitle: String
    let title: String
    let youSaid: String?
    /// The figure behind what was said, in words.
    let evidence: String?
    let evidenceDate: String?
    /// What is promised, one thing a line.
    let weWill: String?
    /// What was done, one thing a line.
    let done: String?
    let doneDate: String?
    /// The day by which the next word on it is promised.
    let updateDue: Day?
    let sourceDocument: String?
    let measureSlug: String?
    let measureTitle: String?
}

extension Database {
    /// Every promise of current strategies, strategy by strategy.
    func promises() throws(SQLError) -> [Promise] {
        try all(
            """
            SELECT strategy.slug AS strategy_slug, strategy.short_title AS strategy_title,
                   pledge.title, pledge.you_said, pledge.evidence, pledge.evidence_date,
                   pledge.we_will, pledge.done, pledge.done_date, pledge.update_due,
                   pledge.source_document, measure.slug AS measure_slug,
                   measure.title AS measure_title
            FROM pledge
            JOIN strategy ON strategy.id = pledge.strategy_id AND strategy.state = 'current'
            LEFT JOIN measure ON measure.id = pledge.measure_id
            ORDER BY strategy.position, pledge.position
            """, read: Promise.init)
    }
}

extension Promise {
    init(row: borrowing Row) throws(SQLError) {
        strategySlug = try row("strategy_slug")
        strategyTitle = try row("strategy_title")
        title = try row("title")
        youSaid = try row("you_said")
        evidence = try row("evidence")
        evidenceDate = try row("evidence_date")
        weWill = try row("we_will")
        done = try row("done")
        doneDate = try row("done_date")
        updateDue = try row("update_due")
        sourceDocument = try row("source_document")
        measureSlug = try row("measure_slug")
        measureTitle = try row("measure_title")
    }
}
