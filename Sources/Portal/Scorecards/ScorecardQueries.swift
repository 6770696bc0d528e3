import SQLite
import Scorecard

/// What a scorecard is about: a whole strategy, or one objective of it.
struct ScorecardHeading: Equatable {
    let slug: String
    let title: String
    let scope: ScorecardScope
    let strategySlug: String
    let strategyTitle: String
    let strategyShortTitle: String
    let strategyState: StrategyState
    let strategyNote: String?
    let objectiveSlug: String?
    let level: String?
    let number: String?
    let board: String?
}

/// Which placements of measures a page is about.
enum ScorecardScope: Equatable {
    /// Every measure of every strategy.
    case everything
    /// A whole strategy.
    case strategy(Int64)
    /// One objective of a strategy, with those below it.
    case objective(Int64)
    /// Some measures, wherever they stand.
    case measures([Int64])
}

/// What a scorecard gathers measures under: an objective, or a heading of its own.
final class ScorecardHeadline {
    let objective: Int64?
    let level: String?
    let number: String?
    let title: String

    init(row: borrowing Row, objective: Int64?) throws(SQLError) {
        self.objective = objective
        level = try row("level")
        number = try row("number")
        let objectiveTitle: String? = try row("objective_title")
        let heading: String? = try row("heading")
        title = objectiveTitle ?? heading ?? Self.whole
    }

    /// The headline of what stands under no objective and no heading.
    fileprivate static let whole = "The strategy as a whole"
}

/// Measures that a scorecard shows under one headline.
struct ScorecardGroup {
    let headline: ScorecardHeadline
    var measures: [MeasureFacts]
}

extension Database {
    /// Every scorecard, in the catalogue's order.
    func scorecards() throws(SQLError) -> [ScorecardHeading] {
        try all(
            "\(ScorecardHeading.selection) ORDER BY scorecard.position",
            read: ScorecardHeading.init)
    }

    func scorecard(_ slug: String) throws(SQLError) -> ScorecardHeading? {
        try first(
            "\(ScorecardHeading.selection) WHERE scorecard.slug = \(slug)",
            read: ScorecardHeading.init)
    }

    /// The measures of a scorecard under its headlines, in its own order; measures that return to
    /// a headline join those under it.
    func groups(on scope: ScorecardScope) throws(SQLError) -> [ScorecardGroup] {
        var groups: [ScorecardGroup] = []
        try forEach(
            """
            SELECT \(MeasureFacts.columns), placement.objective_id, placement.heading,
                   objective.level, objective.number, objective.short_title AS objective_title
            FROM placement
            JOIN measure ON measure.id = placement.measure_id
            LEFT JOIN objective ON objective.id = placement.objective_id
            WHERE \(scope.condition)
            ORDER BY placement.position
            """
        ) { row throws(SQLError) in
            let measure = try MeasureFacts(row: row)
            let objective: Int64? = try row("objective_id")
            let heading: String? = objective == nil ? try row("heading") : nil
            let place = groups.lastIndex { group in
                group.headline.objective == objective
                    && (objective != nil
                        || group.headline.title == heading ?? ScorecardHeadline.whole)
            }
            if let place {
                groups[place].measures.append(measure)
            } else {
                let headline = try ScorecardHeadline(row: row, objective: objective)
                groups.append(ScorecardGroup(headline: headline, measures: [measure]))
            }
        }
        return groups
    }
}

extension ScorecardScope {
    /// The placements that belong to the scope.
    var condition: SQL {
        switch self {
        case .everything:
            "TRUE"
        case .strategy(let id):
            "placement.strategy_id = \(id)"
        case .objective(let id):
            """
            placement.objective_id IN (
                WITH RECURSIVE below (id) AS (
                    SELECT \(id)
                    UNION
                    SELECT objective.id FROM objective
                    JOIN below ON objective.parent_id = below.id)
                SELECT id FROM below)
            """
        case .measures(let ids):
            "placement.measure_id IN \(list: ids)"
        }
    }

    /// The measures that belong to the scope, as rows of `measure_id`; one that stands in two
    /// places comes twice.
    var members: SQL {
        switch self {
        case .everything:
            "(SELECT id AS measure_id FROM measure) AS member"
        case .measures(let ids):
            "(SELECT id AS measure_id FROM measure WHERE id IN \(list: ids)) AS member"
        case .strategy, .objective:
            "(SELECT measure_id FROM placement WHERE \(condition)) AS member"
        }
    }
}

extension ScorecardHeading {
    fileprivate static let selection: SQL = """
        SELECT scorecard.slug, scorecard.title, scorecard.strategy_id, scorecard.objective_id,
               strategy.slug AS strategy_slug, strategy.title AS strategy_title,
               strategy.short_title AS strategy_short_title,
               strategy.state, strategy.note, objective.level, objective.number,
               objective.slug AS objective_slug,
               coalesce(
                   (SELECT board.title FROM objective_board
                    JOIN board ON board.id = objective_board.board_id
                    WHERE objective_board.objective_id = scorecard.objective_id
                    ORDER BY objective_board.position LIMIT 1),
                   (SELECT board.title FROM strategy_board
                    JOIN board ON board.id = strategy_board.board_id
                    WHERE strategy_board.strategy_id = scorecard.strategy_id
                        AND scorecard.objective_id IS NULL
                    ORDER BY strategy_board.position LIMIT 1)) AS board
        FROM scorecard
        JOIN strategy ON strategy.id = scorecard.strategy_id
        LEFT JOIN objective ON objective.id = scorecard.objective_id
        """

    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
        let strategy: Int64 = try row("strategy_id")
        let objective: Int64? = try row("objective_id")
        scope = objective.map(ScorecardScope.objective) ?? .strategy(strategy)
        strategySlug = try row("strategy_slug")
        strategyTitle = try row("strategy_title")
        strategyShortTitle = try row("strategy_short_title")
        strategyState = try row("state")
        strategyNote = try row("note")
        objectiveSlug = try row("objective_slug")
        level = try row("level")
        number = try row("number")
        board = try row("board")
    }
}
