import SQLite
import Scorecard

/// A board.
struct BoardEntry: Equatable {
    let id: Int64
    let slug: String
    let title: String
    let role: String?
    let sourceDocument: String?
}

/// A board as its own page tells of it.
struct BoardDetail: Equatable {
    let entry: BoardEntry
    let ties: [BoardTie]
}

/// One board that reports to another, each by its id.
struct BoardReporting: Equatable {
    let board: Int64
    let reportsTo: Int64
}

/// Something that a board is tied to.
struct BoardTie: Equatable {
    /// What the other is to the board.
    enum Kind: String, SQLConvertible {
        /// A board above it.
        case above
        /// A board that reports to it.
        case below
        /// A strategy that it oversees as a whole.
        case strategy
        /// An objective of a strategy that it oversees.
        case objective
    }

    let kind: Kind
    /// The other's name in an address: a board's, or that of the strategy.
    let slug: String
    let title: String
    /// The level and number of an objective, such as `Ambition 2`.
    let level: String?
    /// The objective's strategy.
    let strategyTitle: String?
    let strategyState: StrategyState?
    /// The scorecard of the strategy or the objective, if it has one.
    let scorecard: String?
    let scorecardTitle: String?
}

extension Database {
    /// Every board, in the catalogue's order.
    func boards() throws(SQLError) -> [BoardEntry] {
        try all(
            "SELECT id, slug, title, role, source_document FROM board ORDER BY position",
            read: BoardEntry.init)
    }

    /// A board with those above and below it, and what it oversees.
    func board(_ slug: String) throws(SQLError) -> BoardDetail? {
        var entry: BoardEntry?
        var ties: [BoardTie] = []
        try forEach(
            """
            SELECT board.id, board.slug, board.title, board.role, board.source_document,
                   tie.kind, tie.slug AS tie_slug, tie.title AS tie_title, tie.level,
                   tie.strategy_title, tie.state, tie.scorecard, tie.scorecard_title
            FROM board
            LEFT JOIN (\(BoardTie.selection)) AS tie ON tie.board_id = board.id
            WHERE board.slug = \(slug)
            ORDER BY tie.rank, tie.position
            """
        ) { row throws(SQLError) in
            if entry == nil { entry = try BoardEntry(row: row) }
            guard try row("kind", as: String?.self) != nil else { return }
            ties.append(try BoardTie(row: row))
        }
        return entry.map { BoardDetail(entry: $0, ties: ties) }
    }

    /// Which board reports to which.
    func boardReportings() throws(SQLError) -> [BoardReporting] {
        try all("SELECT board_id, reports_to_id FROM board_report") { row throws(SQLError) in
            BoardReporting(board: try row("board_id"), reportsTo: try row("reports_to_id"))
        }
    }

    /// The measures on the scorecards that a board oversees, by the scorecard's slug, each once
    /// on a scorecard.
    func measures(
        overseenBy board: Int64
    ) throws(SQLError) -> [(scorecard: String, measure: MeasureFacts)] {
        try all(
            """
            WITH RECURSIVE overseen (id, slug, strategy_id, objective_id) AS (
                SELECT scorecard.id, scorecard.slug, scorecard.strategy_id, scorecard.objective_id
                FROM scorecard
                WHERE scorecard.objective_id IS NULL AND scorecard.strategy_id IN
                        (SELECT strategy_id FROM strategy_board WHERE board_id = \(board))
                    OR scorecard.objective_id IN
                        (SELECT objective_id FROM objective_board WHERE board_id = \(board))),
            tree (scorecard_id, objective_id) AS (
                SELECT id, objective_id FROM overseen WHERE objective_id IS NOT NULL
                UNION
                SELECT tree.scorecard_id, objective.id
                FROM tree JOIN objective ON objective.parent_id = tree.objective_id)
            SELECT DISTINCT overseen.slug AS scorecard, \(MeasureFacts.columns)
            FROM overseen
            JOIN placement ON placement.strategy_id = overseen.strategy_id
            JOIN measure ON measure.id = placement.measure_id
            WHERE overseen.objective_id IS NULL
                OR placement.objective_id IN
                (SELECT objective_id FROM tree WHERE scorecard_id = overseen.id)
            """
        ) { row throws(SQLError) in
            (try row("scorecard"), try MeasureFacts(row: row))
        }
    }
}

extension BoardEntry {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        slug = try row("slug")
        title = try row("title")
        role = try row("role")
        sourceDocument = try row("source_document")
    }
}

extension BoardTie {
    /// What every board is tied to, in the order of a page by `rank` and `position`.
    fileprivate static let selection: SQL = """
        SELECT board_report.board_id, 'above' AS kind, other.slug, other.title, NULL AS level,
               NULL AS strategy_title, NULL AS state, NULL AS scorecard,
               NULL AS scorecard_title, 1 AS rank, other.position
        FROM board_report JOIN board AS other ON other.id = board_report.reports_to_id
        UNION ALL
        SELECT board_report.reports_to_id, 'below', other.slug, other.title, NULL, NULL, NULL,
               NULL, NULL, 2, other.position
        FROM board_report JOIN board AS other ON other.id = board_report.board_id
        UNION ALL
        SELECT strategy_board.board_id, 'strategy', strategy.slug, strategy.title, NULL,
               strategy.title, strategy.state, scorecard.slug, scorecard.title, 3,
               strategy.position
        FROM strategy_board
        JOIN strategy ON strategy.id = strategy_board.strategy_id
        LEFT JOIN scorecard
            ON scorecard.strategy_id = strategy.id AND scorecard.objective_id IS NULL
        UNION ALL
        SELECT objective_board.board_id, 'objective', strategy.slug, objective.short_title,
               objective.level || coalesce(' ' || objective.number, ''), strategy.title,
               strategy.state, scorecard.slug, scorecard.title, 4, objective.position
        FROM objective_board
        JOIN objective ON objective.id = objective_board.objective_id
        JOIN strategy ON strategy.id = objective.strategy_id
        LEFT JOIN scorecard ON scorecard.objective_id = objective.id
        """

    init(row: borrowing Row) throws(SQLError) {
        kind = try row("kind")
        slug = try row("tie_slug")
        title = try row("tie_title")
        level = try row("level")
        strategyTitle = try row("strategy_title")
        strategyState = try row("state")
        scorecard = try row("scorecard")
        scorecardTitle = try row("scorecard_title")
    }
}
