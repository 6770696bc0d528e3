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
    /// One measure, wherever it stands.
    case measure(Int64)
}

/// One measure where a scorecard shows it.
struct ScorecardLine: Equatable {
    let measure: MeasureFacts
    let objective: Int64?
    let level: String?
    let number: String?
    let objectiveTitle: String?
    let heading: String?
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

    /// The measures of a scorecard, where they stand in it.
    func lines(on scope: ScorecardScope) throws(SQLError) -> [ScorecardLine] {
        try all(
            """
            SELECT \(MeasureFacts.columns), placement.objective_id, objective.level,
                   objective.number, objective.short_title AS objective_title,
                   placement.heading
            FROM placement
            JOIN measure ON measure.id = placement.measure_id
            LEFT JOIN objective ON objective.id = placement.objective_id
            WHERE \(scope.condition)
            ORDER BY placement.position
            """, read: ScorecardLine.init)
    }
}

extension ScorecardScope {
    /// The placements that belong to the scope.
    var condition: SQL {
        switch self {
        case .everything:
            "placement.id > 0"
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
        case .measure(let id):
            "placement.measure_id = \(id)"
        }
    }

    /// The ids of the measures that belong to the scope.
    var measures: SQL {
        switch self {
        case .everything: "SELECT id FROM measure"
        case .measure(let id): "SELECT \(id)"
        case .strategy, .objective: "SELECT measure_id FROM placement WHERE \(condition)"
        }
    }
}

extension ScorecardHeading {
    fileprivate static let selection: SQL = """
        SELECT scorecard.slug, scorecard.title, scorecard.strategy_id, scorecard.objective_id,
               strategy.slug AS strategy_slug, strategy.title AS strategy_title,
               strategy.short_title AS strategy_short_title,
               strategy.state, strategy.note, objective.level, objective.number,
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
        level = try row("level")
        number = try row("number")
        board = try row("board")
    }
}

extension ScorecardLine {
    init(row: borrowing Row) throws(SQLError) {
        measure = try MeasureFacts(row: row)
        objective = try row("objective_id")
        level = try row("level")
        number = try row("number")
        objectiveTitle = try row("objective_title")
        heading = try row("heading")
    }
}
