import SQLite

/// A strategy in a list.
struct StrategyEntry: Equatable {
    let slug: String
    let title: String
    let state: StrategyState
    let starts: String?
    let ends: String?
    let purpose: String?
    let note: String?
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

/// One node of a strategy: an ambition, a goal, a priority, an outcome.
struct ObjectiveEntry: Equatable {
    let id: Int64
    let parentID: Int64?
    let level: String
    let number: String?
    let slug: String
    let title: String
    let why: String?
    let what: String?
    let how: String?
    let success: String?
    let note: String?
    let board: String?
    let scorecard: String?
}

/// A pair of what young people said and what the partnership promised.
struct PledgeEntry: Equatable {
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
    enum Kind: String, SQLConvertible {
        case under
        case over
        case replaces
        case replacedBy = "replaced-by"
    }

    let kind: Kind
    let slug: String
    let title: String
}

extension Database {
    /// Every strategy, in the catalogue's order.
    func strategies() throws(SQLError) -> [StrategyEntry] {
        try all(
            """
            SELECT slug, title, state, starts, ends, purpose, note
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

    /// The boards that oversee a strategy, the first one leading.
    func boards(ofStrategy strategy: Int64) throws(SQLError) -> [String] {
        try all(
            """
            SELECT board.title
            FROM strategy_board
            JOIN board ON board.id = strategy_board.board_id
            WHERE strategy_board.strategy_id = \(strategy)
            ORDER BY strategy_board.position
            """
        ) { row throws(SQLError) in try row("title") }
    }

    /// The names a strategy gives its levels, from the top down.
    func levels(ofStrategy strategy: Int64) throws(SQLError) -> [String] {
        try all(
            """
            SELECT name FROM strategy_level WHERE strategy_id = \(strategy) ORDER BY position
            """
        ) { row throws(SQLError) in try row("name") }
    }

    /// Every objective of a strategy, in its own order.
    func objectives(ofStrategy strategy: Int64) throws(SQLError) -> [ObjectiveEntry] {
        try all(
            """
            SELECT objective.id, objective.parent_id, objective.level, objective.number,
                   objective.slug, objective.title, objective.why, objective.what,
                   objective.how, objective.success, objective.note,
                   (SELECT board.title FROM objective_board
                    JOIN board ON board.id = objective_board.board_id
                    WHERE objective_board.objective_id = objective.id
                    ORDER BY objective_board.position LIMIT 1) AS board,
                   scorecard.slug AS scorecard
            FROM objective
            LEFT JOIN scorecard ON scorecard.objective_id = objective.id
            WHERE objective.strategy_id = \(strategy)
            ORDER BY objective.position
            """, read: ObjectiveEntry.init)
    }

    func pledges(ofStrategy strategy: Int64) throws(SQLError) -> [PledgeEntry] {
        try all(
            """
            SELECT title, you_said, evidence, evidence_date, we_will, done, done_date
            FROM pledge
            WHERE strategy_id = \(strategy)
            ORDER BY position
            """, read: PledgeEntry.init)
    }

    /// What the strategy sits under, replaces, is replaced by, and has under it.
    func ties(ofStrategy strategy: Int64) throws(SQLError) -> [StrategyTie] {
        try all(
            """
            SELECT 'under' AS kind, other.slug, other.title
            FROM strategy JOIN strategy AS other ON other.id = strategy.under_id
            WHERE strategy.id = \(strategy)
            UNION ALL
            SELECT 'replaces', other.slug, other.title
            FROM strategy JOIN strategy AS other ON other.id = strategy.supersedes_id
            WHERE strategy.id = \(strategy)
            UNION ALL
            SELECT 'replaced-by', slug, title FROM strategy WHERE supersedes_id = \(strategy)
            UNION ALL
            SELECT 'over', slug, title FROM strategy WHERE under_id = \(strategy)
            """, read: StrategyTie.init)
    }
}

extension StrategyEntry {
    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
        state = try row("state")
        starts = try row("starts")
        ends = try row("ends")
        purpose = try row("purpose")
        note = try row("note")
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

extension ObjectiveEntry {
    init(row: borrowing Row) throws(SQLError) {
        id = try row("id")
        parentID = try row("parent_id")
        level = try row("level")
        number = try row("number")
        slug = try row("slug")
        title = try row("title")
        why = try row("why")
        what = try row("what")
        how = try row("how")
        success = try row("success")
        note = try row("note")
        board = try row("board")
        scorecard = try row("scorecard")
    }
}

extension PledgeEntry {
    init(row: borrowing Row) throws(SQLError) {
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
    init(row: borrowing Row) throws(SQLError) {
        kind = try row("kind")
        slug = try row("slug")
        title = try row("title")
    }
}
