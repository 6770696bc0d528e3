import SQLite

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
        case .board(let id):
            """
            (placement.strategy_id, coalesce(placement.objective_id, 0)) IN (
                WITH RECURSIVE \(Self.overseen(by: id))
                SELECT overseen.strategy_id, overseen.objective_id
                FROM overseen
                JOIN strategy ON strategy.id = overseen.strategy_id AND strategy.state = 'current')
            """
        case .theme(let id):
            """
            placement.objective_id IN (
                WITH RECURSIVE \(Self.themed(by: id))
                SELECT themed.objective_id
                FROM themed
                JOIN objective ON objective.id = themed.objective_id
                JOIN strategy ON strategy.id = objective.strategy_id AND strategy.state = 'current')
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
        case .board, .theme:
            "(SELECT DISTINCT measure_id FROM placement WHERE \(condition)) AS member"
        }
    }

    /// A table of what each board oversees, or one alone: whole strategies, as objective 0, and
    /// objectives.
    ///
    /// What names no board of its own is overseen by those of what it lies in.
    static func overseen(by board: Int64? = nil) -> SQL {
        let only: SQL = board.map { " AND board_id = \($0)" } ?? ""
        return """
            overseen (board_id, strategy_id, objective_id) AS (
                SELECT board_id, strategy_id, 0 FROM strategy_board WHERE TRUE\(only)
                UNION
                SELECT strategy_board.board_id, objective.strategy_id, objective.id
                FROM strategy_board
                JOIN objective ON objective.strategy_id = strategy_board.strategy_id
                WHERE objective.parent_id IS NULL AND \(namesNoBoard)\(only)
                UNION
                SELECT objective_board.board_id, objective.strategy_id, objective.id
                FROM objective_board
                JOIN objective ON objective.id = objective_board.objective_id
                WHERE TRUE\(only)
                UNION
                SELECT overseen.board_id, objective.strategy_id, objective.id
                FROM overseen
                JOIN objective ON objective.parent_id = overseen.objective_id
                WHERE \(namesNoBoard))
            """
    }

    private static let namesNoBoard: SQL = """
        NOT EXISTS (SELECT 1 FROM objective_board AS own WHERE own.objective_id = objective.id)
        """

    /// A table of the objectives that name each theme, or one alone, with those below them.
    static func themed(by theme: Int64? = nil) -> SQL {
        let only: SQL = theme.map { " WHERE theme_id = \($0)" } ?? ""
        return """
            themed (theme_id, objective_id) AS (
                SELECT theme_id, objective_id FROM objective_theme\(only)
                UNION
                SELECT themed.theme_id, objective.id
                FROM themed
                JOIN objective ON objective.parent_id = themed.objective_id)
            """
    }
}
