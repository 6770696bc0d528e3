import SQLite
import Scorecard

/// What a scorecard gathers measures under: an objective, or a heading of its own.
final class ScorecardHeadline {
    /// The strategy, where the scorecard shows several.
    let strategy: String?
    let objective: Int64?
    let level: String?
    let number: String?
    let title: String

    init(row: borrowing Row, strategy: String?, objective: Int64?) throws(SQLError) {
        self.strategy = strategy
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

/// The heading of the scorecard of a strategy or an objective.
private struct HeadingKey: KeptKey {
    typealias Value = ScorecardHeading
    let slug: String
}

/// The measures of a scorecard.
private struct GroupsKey: KeptKey {
    typealias Value = [ScorecardGroup]
    let scope: ScorecardScope
}

extension Database {
    /// The scorecards of strategies and objectives, in the catalogue's order.
    func scorecards() throws(SQLError) -> [ScorecardHeading] {
        try all(
            "\(ScorecardHeading.ofStrategies) ORDER BY scorecard.position",
            read: ScorecardHeading.init)
    }

    /// Every scorecard: those of strategies and objectives, of boards, and of themes.
    func everyScorecard() throws(SQLError) -> [ScorecardHeading] {
        try all(
            """
            \(ScorecardHeading.ofStrategies)
            UNION ALL \(ScorecardHeading.ofBoards)
            UNION ALL \(ScorecardHeading.ofThemes)
            ORDER BY section, position
            """, read: ScorecardHeading.init)
    }

    /// The scorecard of a strategy or an objective.
    func scorecard(_ slug: String) throws(SQLError) -> ScorecardHeading? {
        try keptIfAny(HeadingKey(slug: slug)) { () throws(SQLError) in
            try first(
                "\(ScorecardHeading.ofStrategies) WHERE scorecard.slug = \(slug)",
                read: ScorecardHeading.init)
        }
    }

    func scorecard(ofBoard slug: String) throws(SQLError) -> ScorecardHeading? {
        try first(
            "\(ScorecardHeading.ofBoards) WHERE board.slug = \(slug)", read: ScorecardHeading.init)
    }

    func scorecard(ofTheme slug: String) throws(SQLError) -> ScorecardHeading? {
        try first(
            "\(ScorecardHeading.ofThemes) WHERE theme.slug = \(slug)", read: ScorecardHeading.init)
    }

    /// The measures of a scorecard under its headlines, in its own order; measures that return to
    /// a headline join those under it.
    ///
    /// Where strategies come together, a measure that several of them name stands where the first
    /// does.
    func groups(on scope: ScorecardScope) throws(SQLError) -> [ScorecardGroup] {
        try kept(GroupsKey(scope: scope)) { () throws(SQLError) in try readGroups(on: scope) }
    }

    private func readGroups(on scope: ScorecardScope) throws(SQLError) -> [ScorecardGroup] {
        var groups: [ScorecardGroup] = []
        var known: Set<Int64> = []
        let gathers = scope.gathersStrategies
        let (column, join, order) = gathers ? Self.strategy : ("", "", "")
        try forEach(
            """
            SELECT \(ScorecardGroup.columns)\(column)
            FROM placement
            \(ScorecardGroup.joins)
            \(join)
            WHERE \(scope.condition)
            ORDER BY \(order)placement.position
            """
        ) { row throws(SQLError) in
            let measure = try MeasureFacts(row: row)
            if gathers, !known.insert(measure.id).inserted { return }
            try groups.add(measure, row, of: gathers ? try row("strategy_title") : nil)
        }
        return groups
    }

    /// The same of several scorecards of strategies and objectives, by their slugs, in one
    /// question.
    func groups(
        onScorecards slugs: [String]
    ) throws(SQLError) -> [String: [ScorecardGroup]] {
        var groups: [String: [ScorecardGroup]] = [:]
        try forEach(
            """
            WITH RECURSIVE shown (slug, objective_id) AS (
                SELECT slug, objective_id FROM scorecard
                WHERE slug IN \(list: slugs) AND objective_id IS NOT NULL
                UNION
                SELECT shown.slug, objective.id FROM shown
                JOIN objective ON objective.parent_id = shown.objective_id)
            SELECT \(ScorecardGroup.columns), scorecard.slug AS scorecard_slug
            FROM scorecard
            JOIN placement ON CASE WHEN scorecard.objective_id IS NULL
                THEN placement.strategy_id = scorecard.strategy_id
                ELSE (scorecard.slug, placement.objective_id)
                    IN (SELECT slug, objective_id FROM shown) END
            \(ScorecardGroup.joins)
            WHERE scorecard.slug IN \(list: slugs)
            ORDER BY scorecard.id, placement.position
            """
        ) { row throws(SQLError) in
            let measure = try MeasureFacts(row: row)
            try groups[try row("scorecard_slug"), default: []].add(measure, row, of: nil)
        }
        return groups
    }

    /// What is asked of a placement's strategy where several come together.
    private static let strategy: (column: SQL, join: SQL, order: SQL) = (
        ", strategy.short_title AS strategy_title",
        "JOIN strategy ON strategy.id = placement.strategy_id", "strategy.position, "
    )
}

extension ScorecardGroup {
    /// What is asked of a placement, and of what it places under what.
    fileprivate static var columns: SQL {
        """
        \(MeasureFacts.columns), placement.objective_id, placement.heading,
               objective.level, objective.number, objective.short_title AS objective_title
        """
    }

    fileprivate static let joins: SQL = """
        JOIN measure ON measure.id = placement.measure_id
        LEFT JOIN objective ON objective.id = placement.objective_id
        """
}

extension [ScorecardGroup] {
    /// Adds a measure under the headline of its row.
    fileprivate mutating func add(
        _ measure: MeasureFacts, _ row: borrowing Row, of strategy: String?
    ) throws(SQLError) {
        let objective: Int64? = try row("objective_id")
        let heading: String? = objective == nil ? try row("heading") : nil
        let place = lastIndex { group in
            group.headline.objective == objective
                && (objective != nil
                    || group.headline.title == heading ?? ScorecardHeadline.whole)
                && group.headline.strategy == strategy
        }
        if let place {
            self[place].measures.append(measure)
        } else {
            let headline = try ScorecardHeadline(row: row, strategy: strategy, objective: objective)
            append(ScorecardGroup(headline: headline, measures: [measure]))
        }
    }
}

extension ScorecardHeading {
    private static let country: SQL =
        """
        (SELECT name FROM area WHERE kind = 'country' AND is_listed
         ORDER BY position LIMIT 1) AS country
        """

    fileprivate static let ofStrategies: SQL = """
        SELECT 0 AS section, scorecard.position, scorecard.slug, scorecard.title,
               CASE WHEN scorecard.objective_id IS NULL THEN 'strategy' ELSE 'objective' END
                   AS subject,
               coalesce(scorecard.objective_id, scorecard.strategy_id) AS subject_id,
               strategy.slug AS strategy_slug, strategy.title AS strategy_title,
               strategy.short_title AS strategy_short_title,
               strategy.state, strategy.note, objective.slug AS objective_slug,
               objective.level, objective.number,
               coalesce(
                   (SELECT board.title FROM objective_board
                    JOIN board ON board.id = objective_board.board_id
                    WHERE objective_board.objective_id = scorecard.objective_id
                    ORDER BY objective_board.position LIMIT 1),
                   (SELECT board.title FROM strategy_board
                    JOIN board ON board.id = strategy_board.board_id
                    WHERE strategy_board.strategy_id = scorecard.strategy_id
                        AND scorecard.objective_id IS NULL
                    ORDER BY strategy_board.position LIMIT 1)) AS board,
               NULL AS description, \(country)
        FROM scorecard
        JOIN strategy ON strategy.id = scorecard.strategy_id
        LEFT JOIN objective ON objective.id = scorecard.objective_id
        """

    fileprivate static let ofBoards: SQL = """
        SELECT 1 AS section, board.position, board.slug, board.title,
               'board' AS subject, board.id AS subject_id,
               NULL AS strategy_slug, NULL AS strategy_title, NULL AS strategy_short_title,
               NULL AS state, NULL AS note, NULL AS objective_slug, NULL AS level,
               NULL AS number, NULL AS board,
               board.role AS description, \(country)
        FROM board
        """

    fileprivate static let ofThemes: SQL = """
        SELECT 2 AS section, theme.position, theme.slug, theme.title,
               'theme' AS subject, theme.id AS subject_id,
               NULL AS strategy_slug, NULL AS strategy_title, NULL AS strategy_short_title,
               NULL AS state, NULL AS note, NULL AS objective_slug, NULL AS level,
               NULL AS number, NULL AS board,
               theme.description, \(country)
        FROM theme
        """

    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
        let subject: ScorecardSubject = try row("subject")
        scope = subject.scope(try row("subject_id"))
        strategy = try ScorecardStrategy(row: row)
        objectiveSlug = try row("objective_slug")
        level = try row("level")
        number = try row("number")
        board = try row("board")
        description = try row("description")
        country = try row("country")
    }
}

extension ScorecardStrategy {
    /// Reads the strategy of a heading, if it has one.
    fileprivate init?(row: borrowing Row) throws(SQLError) {
        guard let slug: String = try row("strategy_slug") else { return nil }
        self.slug = slug
        title = try row("strategy_title")
        shortTitle = try row("strategy_short_title")
        state = try row("state")
        note = try row("note")
    }
}

/// What a scorecard is about, as its query says it.
enum ScorecardSubject: String, SQLConvertible {
    case strategy
    case objective
    case board
    case theme

    func scope(_ id: Int64) -> ScorecardScope {
        switch self {
        case .strategy: .strategy(id)
        case .objective: .objective(id)
        case .board: .board(id)
        case .theme: .theme(id)
        }
    }
}
