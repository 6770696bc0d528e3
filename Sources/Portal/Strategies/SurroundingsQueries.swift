import SQLite

/// What a strategy and its objectives are tied to.
struct StrategySurroundings {
    /// The names the strategy gives its levels, from the top down.
    var levels: [String] = []
    /// The boards that oversee the strategy, the first one leading.
    var boards: [BoardMention] = []
    /// The boards that lead on an objective, the first one leading.
    var leads: [Int64: [BoardMention]] = [:]
    /// What the strategy sits under, replaces, is replaced by, and has under it.
    var ties: [StrategyTie] = []
    /// Everything children want to be able to say, and which objectives serve it.
    var statements: [Mention] = []
    /// The themes that objectives of the strategy serve.
    var themes: [Mention] = []
    var pledges: [PledgeEntry] = []
    /// What is done about an objective, what is to be done first at the top.
    var actions: [Int64: [Action]] = [:]
}

/// A board that something refers to.
struct BoardMention: Equatable {
    let slug: String
    let title: String
}

/// A statement or a theme, and the objectives of one strategy that serve it.
struct Mention: Equatable {
    let slug: String
    let title: String
    let detail: String?
    var objectives: [Int64]
}

/// A pair of what young people said and what the partnership promised.
struct PledgeEntry: Equatable {
    let objective: Int64?
    let title: String
    let youSaid: String?
    let evidence: String?
    let evidenceDate: String?
    let weWill: String?
    let done: String?
    let doneDate: String?
}

/// Another strategy that this one is tied to.
struct StrategyTie: Equatable {
    /// What the other is to this one.
    enum Kind: String {
        case under
        case over
        case replaces
        case replacedBy
    }

    let kind: Kind
    let slug: String
    let title: String
}

/// What kind of thing a row of the surroundings is.
private enum SurroundingKind: String, SQLConvertible {
    case level
    case board
    case lead
    case statement
    case theme
    case pledge
    case action
    case under
    case over
    case replaces
    case replacedBy = "replaced-by"
}

extension Database {
    /// Everything that a strategy is tied to, in one question: each part of it is a few rows.
    func surroundings(ofStrategy strategy: Int64) throws(SQLError) -> StrategySurroundings {
        var surroundings = StrategySurroundings()
        try forEach(
            """
            WITH thing (kind, id, objective_id, slug, title, detail, place) AS (
                SELECT 'level', NULL, NULL, NULL, name, NULL, position
                FROM strategy_level WHERE strategy_id = \(strategy)
                UNION ALL
                SELECT 'board', NULL, NULL, board.slug, board.title, NULL,
                       strategy_board.position
                FROM strategy_board JOIN board ON board.id = strategy_board.board_id
                WHERE strategy_board.strategy_id = \(strategy)
                UNION ALL
                SELECT 'lead', NULL, objective.id, board.slug, board.title, NULL,
                       objective_board.position
                FROM objective
                JOIN objective_board ON objective_board.objective_id = objective.id
                JOIN board ON board.id = objective_board.board_id
                WHERE objective.strategy_id = \(strategy)
                UNION ALL
                SELECT 'statement', NULL, objective.id, statement.slug, statement.statement,
                       statement.explanation, statement.position
                FROM statement
                LEFT JOIN (objective_statement
                    JOIN objective ON objective.id = objective_statement.objective_id
                        AND objective.strategy_id = \(strategy))
                    ON objective_statement.statement_id = statement.id
                UNION ALL
                SELECT 'theme', NULL, objective.id, theme.slug, theme.title, theme.description,
                       theme.position
                FROM theme
                JOIN objective_theme ON objective_theme.theme_id = theme.id
                JOIN objective ON objective.id = objective_theme.objective_id
                WHERE objective.strategy_id = \(strategy)
                UNION ALL
                SELECT 'pledge', id, objective_id, NULL, title, NULL, position
                FROM pledge WHERE strategy_id = \(strategy)
                UNION ALL
                SELECT 'action', action.id, objective.id, NULL, action.what, NULL, 0
                FROM action JOIN objective ON objective.id = action.objective_id
                WHERE objective.strategy_id = \(strategy)
                UNION ALL
                SELECT 'under', NULL, NULL, other.slug, other.title, NULL, 1
                FROM strategy JOIN strategy AS other ON other.id = strategy.under_id
                WHERE strategy.id = \(strategy)
                UNION ALL
                SELECT 'replaces', NULL, NULL, other.slug, other.title, NULL, 2
                FROM strategy JOIN strategy AS other ON other.id = strategy.supersedes_id
                WHERE strategy.id = \(strategy)
                UNION ALL
                SELECT 'replaced-by', NULL, NULL, slug, title, NULL, 1000 + position
                FROM strategy WHERE supersedes_id = \(strategy)
                UNION ALL
                SELECT 'over', NULL, NULL, slug, title, NULL, 2000 + position
                FROM strategy WHERE under_id = \(strategy))
            SELECT thing.kind, thing.objective_id, thing.slug, thing.title, thing.detail,
                   pledge.you_said, pledge.evidence, pledge.evidence_date, pledge.we_will,
                   pledge.done, pledge.done_date,
                   action.what, action.owner_role, action.due_on, action.progress,
                   action.state, action.updated_on
            FROM thing
            LEFT JOIN pledge ON thing.kind = 'pledge' AND pledge.id = thing.id
            LEFT JOIN action ON thing.kind = 'action' AND action.id = thing.id
            LEFT JOIN objective ON objective.id = thing.objective_id
            ORDER BY thing.place, objective.position,
                     action.state IN ('done', 'stopped'), action.due_on IS NULL,
                     action.due_on, action.id
            """
        ) { row throws(SQLError) in
            try surroundings.add(row)
        }
        return surroundings
    }
}

extension StrategySurroundings {
    fileprivate mutating func add(_ row: borrowing Row) throws(SQLError) {
        let kind: SurroundingKind = try row("kind")
        let objective: Int64? = try row("objective_id")
        switch kind {
        case .level: levels.append(try row("title"))
        case .board: boards.append(try BoardMention(row: row))
        case .lead:
            if let objective { leads[objective, default: []].append(try BoardMention(row: row)) }
        case .statement: try statements.add(row, objective)
        case .theme: try themes.add(row, objective)
        case .pledge: pledges.append(try PledgeEntry(row: row, objective: objective))
        case .action:
            if let objective { actions[objective, default: []].append(try Action(row: row)) }
        case .under: ties.append(try StrategyTie(row: row, .under))
        case .over: ties.append(try StrategyTie(row: row, .over))
        case .replaces: ties.append(try StrategyTie(row: row, .replaces))
        case .replacedBy: ties.append(try StrategyTie(row: row, .replacedBy))
        }
    }
}

extension [Mention] {
    /// Adds an objective to what it serves; the rows of one thing follow each other.
    fileprivate mutating func add(
        _ row: borrowing Row, _ objective: Int64?
    ) throws(SQLError) {
        let slug: String = try row("slug")
        if last?.slug != slug {
            append(
                Mention(
                    slug: slug, title: try row("title"), detail: try row("detail"),
                    objectives: []))
        }
        if let objective { self[count - 1].objectives.append(objective) }
    }
}

extension BoardMention {
    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
    }
}

extension PledgeEntry {
    init(row: borrowing Row, objective: Int64?) throws(SQLError) {
        self.objective = objective
        title = try row("title")
        youSaid = try row("you_said")
        evidence = try row("evidence")
        evidenceDate = try row("evidence_date")
        weWill = try row("we_will")
        done = try row("done")
        doneDate = try row("done_date")
    }
}

extension StrategyTie {
    init(row: borrowing Row, _ kind: Kind) throws(SQLError) {
        self.kind = kind
        slug = try row("slug")
        title = try row("title")
    }
}
