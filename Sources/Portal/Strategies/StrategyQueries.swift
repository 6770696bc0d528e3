import SQLite
import Scorecard

/// A strategy in a list.
struct StrategyEntry: Equatable {
    let id: Int64
    let slug: String
    let title: String
    let state: StrategyState
    let starts: String?
    let ends: String?
    let purpose: String?
    /// The title of the strategy that took its place.
    let successor: String?
    /// Whether it has objectives, which its infographic shows.
    let hasObjectives: Bool
}

/// Where a strategy is in its life.
enum StrategyState: String, CaseIterable, SQLConvertible {
    case draft
    case current
    case archived
}

/// A strategy as its own page tells of it.
struct StrategyDetail: Equatable {
    let id: Int64
    let slug: String
    let title: String
    let shortTitle: String
    let state: StrategyState
    let starts: String?
    let ends: String?
    let vision: String?
    let ambition: String?
    let purpose: String?
    let sourceDocument: String?
    let note: String?
}

extension Database {
    /// Every strategy, in the catalogue's order.
    func strategies() throws(SQLError) -> [StrategyEntry] {
        try all(
            """
            SELECT id, slug, title, state, starts, ends, purpose,
                   (SELECT other.title FROM strategy AS other
                    WHERE other.supersedes_id = strategy.id
                    ORDER BY other.position LIMIT 1) AS successor,
                   EXISTS (SELECT 1 FROM objective WHERE strategy_id = strategy.id)
                       AS has_objectives
            FROM strategy
            ORDER BY position
            """, read: StrategyEntry.init)
    }

    func strategy(_ slug: String) throws(SQLError) -> StrategyDetail? {
        try first(
            """
            SELECT id, slug, title, short_title, state, starts, ends, vision, ambition, purpose,
                   source_document, note
            FROM strategy
            WHERE slug = \(slug)
            """, read: StrategyDetail.init)
    }

    /// The measures of every strategy, by the strategy's id; one that stands in two places of a
    /// strategy comes once.
    func measuresOfStrategies() throws(SQLError) -> [Int64: [MeasureFacts]] {
        var measures: [Int64: [MeasureFacts]] = [:]
        try forEach(
            """
            SELECT \(MeasureFacts.columns), placement.strategy_id
            FROM placement
            JOIN measure ON measure.id = placement.measure_id
            GROUP BY placement.strategy_id, measure.id
            ORDER BY placement.strategy_id, min(placement.position)
            """
        ) { row throws(SQLError) in
            measures[try row("strategy_id"), default: []].append(try MeasureFacts(row: row))
        }
        return measures
    }
}

extension StrategyEntry {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        slug = try row("slug")
        title = try row("title")
        state = try row("state")
        starts = try row("starts")
        ends = try row("ends")
        purpose = try row("purpose")
        successor = try row("successor")
        hasObjectives = try row("has_objectives")
    }
}

extension StrategyDetail {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        slug = try row("slug")
        title = try row("title")
        shortTitle = try row("short_title")
        state = try row("state")
        starts = try row("starts")
        ends = try row("ends")
        vision = try row("vision")
        ambition = try row("ambition")
        purpose = try row("purpose")
        sourceDocument = try row("source_document")
        note = try row("note")
    }
}
