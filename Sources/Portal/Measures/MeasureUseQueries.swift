import SQLite
import Scorecard

/// Where a measure is shown.
struct MeasurePlace: Equatable {
    let strategySlug: String
    let strategyTitle: String
    let level: String?
    let number: String?
    let objectiveTitle: String?
    /// Where the strategy's page tells of the objective.
    let objectiveSlug: String?
    let why: String?
    /// The scorecard of the objective, or of the strategy.
    let scorecard: String
    let scorecardTitle: String
}

/// Something that a measure serves, or that sees it.
struct MeasureUse: Equatable {
    let slug: String
    let title: String
    /// What it belongs to, where its name does not say so.
    var part: String?
}

/// What those who answer for a measure say of one of its figures.
struct Commentary: Equatable {
    let period: Period
    /// Why there is no figure for the period, where those who answer for it have said so.
    var nothingReason: String?
    let whatHappened: String
    let why: String?
    let whatWeAreDoing: String?
    let authorRole: String
    let published: Day
}

/// What the service expects, who says so and since when.
struct ForecastEntry: Equatable {
    let forecast: Forecast
    let role: String
    let made: Day
}

/// Where a measure is used, and what is said and done about it.
struct MeasureUses: Equatable {
    var places: [MeasurePlace] = []
    /// The boards that answer for its objectives or for the strategies that hold it.
    var boards: [MeasureUse] = []
    /// What children want to be able to say, as far as its objectives serve it.
    var statements: [MeasureUse] = []
    /// The themes of its objectives, each with the strategy that it runs through.
    var themes: [MeasureUse] = []
    /// The newest first.
    var commentary: [Commentary] = []
    /// Those to be done first at the top.
    var actions: [Action] = []
    /// The newest first.
    var forecasts: [ForecastEntry] = []
}

/// Where a measure is used, without what is said and done about it.
private struct UsesKey: KeptKey {
    typealias Value = MeasureUses
    let measure: Int64
}

/// What a row of the question tells of.
private enum UseKind: String, SQLConvertible {
    case place
    case board
    case statement
    case theme
    case commentary
    case action
    case forecast
}

extension Database {
    /// Where a measure is used, and what had been said of it by the end of a day and is done.
    ///
    /// Where it is used is kept, so that most often only what is said is asked for.
    func uses(ofMeasure measure: Int64, saidBy day: Day) throws(SQLError) -> MeasureUses {
        let said = Self.said(ofMeasure: measure, by: day)
        var all: MeasureUses?
        var uses = try kept(UsesKey(measure: measure)) { () throws(SQLError) in
            let whole = try readUses(
                """
                \(Self.held(byMeasure: measure))
                \(Self.places(ofMeasure: measure))
                UNION ALL
                \(Self.served(byMeasure: measure))
                UNION ALL
                \(said)
                """)
            all = whole
            return whole.withoutWords
        }
        if let all { return all }
        let words = try readUses(said)
        uses.commentary = words.commentary
        uses.actions = words.actions
        uses.forecasts = words.forecasts
        return uses
    }

    private func readUses(_ parts: SQL) throws(SQLError) -> MeasureUses {
        var uses = MeasureUses()
        try forEach("\(parts) ORDER BY rank, place") { row throws(SQLError) in
            try uses.add(row)
        }
        return uses
    }

    private static func held(byMeasure measure: Int64) -> SQL {
        """
        WITH RECURSIVE held (objective_id) AS (
            SELECT objective_id FROM placement
            WHERE measure_id = \(measure) AND objective_id IS NOT NULL
            UNION
            SELECT objective.parent_id FROM held
            JOIN objective ON objective.id = held.objective_id
            WHERE objective.parent_id IS NOT NULL)
        """
    }

    private static func places(ofMeasure measure: Int64) -> SQL {
        """
        SELECT 'place' AS kind, strategy.position AS rank, placement.position AS place,
               strategy.slug, strategy.title, objective.level, objective.number,
               coalesce(objective.short_title, placement.heading) AS heading,
               coalesce(parent.slug, objective.slug) AS anchor, objective.why AS words,
               coalesce(own.slug, whole.slug) AS scorecard,
               coalesce(own.title, whole.title) AS scorecard_title,
               NULL AS day, NULL AS amount
        FROM placement
        JOIN strategy ON strategy.id = placement.strategy_id
        JOIN scorecard AS whole
            ON whole.strategy_id = strategy.id AND whole.objective_id IS NULL
        LEFT JOIN objective ON objective.id = placement.objective_id
        LEFT JOIN objective AS parent ON parent.id = objective.parent_id
        LEFT JOIN scorecard AS own
            ON own.objective_id IN (objective.id, objective.parent_id)
        WHERE placement.measure_id = \(measure)
        """
    }

    private static func served(byMeasure measure: Int64) -> SQL {
        """
        SELECT 'board', board.position, 0, board.slug, board.title, NULL, NULL, NULL, NULL, NULL,
               NULL, NULL, NULL, NULL
        FROM board
        WHERE board.id IN (
            SELECT board_id FROM objective_board
            WHERE objective_id IN (SELECT objective_id FROM held)
            UNION
            SELECT strategy_board.board_id FROM placement
            JOIN strategy ON strategy.id = placement.strategy_id AND strategy.state = 'current'
            JOIN strategy_board ON strategy_board.strategy_id = strategy.id
            WHERE placement.measure_id = \(measure))
        UNION ALL
        SELECT 'statement', statement.position, 0, statement.slug, statement.statement, NULL,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM statement
        WHERE statement.id IN (
            SELECT statement_id FROM objective_statement
            WHERE objective_id IN (SELECT objective_id FROM held))
        UNION ALL
        SELECT 'theme', min(theme.position), 0, theme.slug, theme.title, NULL, NULL,
               strategy.short_title, NULL, NULL, NULL, NULL, NULL, NULL
        FROM held
        JOIN objective ON objective.id = held.objective_id
        JOIN strategy ON strategy.id = objective.strategy_id
        JOIN objective_theme ON objective_theme.objective_id = objective.id
        JOIN theme ON theme.id = objective_theme.theme_id
        GROUP BY theme.id, strategy.id
        """
    }

    private static func said(ofMeasure measure: Int64, by day: Day) -> SQL {
        """
        SELECT 'commentary' AS kind, -published_on AS rank, id AS place, nothing_reason AS slug,
               what_happened AS title, author_role AS level, period AS number, why AS heading,
               NULL AS anchor, what_we_are_doing AS words, NULL AS scorecard,
               NULL AS scorecard_title, published_on AS day, NULL AS amount
        FROM commentary WHERE measure_id = \(measure) AND published_on <= \(day)
        UNION ALL
        SELECT 'action', state IN ('done', 'stopped'), coalesce(due_on, 2932896), NULL, what,
               owner_role, state, NULL, NULL, progress, NULL, NULL, due_on, updated_on
        FROM action WHERE measure_id = \(measure)
        UNION ALL
        SELECT 'forecast', -made_on, 0, NULL, NULL, by_role, period, NULL, NULL, NULL, NULL, NULL,
               made_on, value
        FROM forecast WHERE measure_id = \(measure) AND made_on <= \(day)
        """
    }
}

extension MeasureUses {
    /// The same without what is said and done.
    fileprivate var withoutWords: MeasureUses {
        var uses = self
        uses.commentary = []
        uses.actions = []
        uses.forecasts = []
        return uses
    }

    fileprivate mutating func add(_ row: borrowing Row) throws(SQLError) {
        switch try row("kind", as: UseKind.self) {
        case .place: places.append(try MeasurePlace(row: row))
        case .board: boards.append(try MeasureUse(row: row))
        case .statement: statements.append(try MeasureUse(row: row))
        case .theme: themes.append(try MeasureUse(row: row))
        case .commentary: try addCommentary(row)
        case .action: actions.append(try Action(use: row))
        case .forecast: try addForecast(row)
        }
    }

    private mutating func addCommentary(_ row: borrowing Row) throws(SQLError) {
        guard let period = Period(try row("number", as: String.self)) else { return }
        commentary.append(
            Commentary(
                period: period, nothingReason: try row("slug"), whatHappened: try row("title"),
                why: try row("heading"),
                whatWeAreDoing: try row("words"), authorRole: try row("level"),
                published: try row("day")))
    }

    private mutating func addForecast(_ row: borrowing Row) throws(SQLError) {
        guard let period = Period(try row("number", as: String.self)) else { return }
        forecasts.append(
            ForecastEntry(
                forecast: Forecast(period: period, value: try row("amount")),
                role: try row("level"), made: try row("day")))
    }
}

extension MeasurePlace {
    fileprivate init(row: borrowing Row) throws(SQLError) {
        strategySlug = try row("slug")
        strategyTitle = try row("title")
        level = try row("level")
        number = try row("number")
        objectiveTitle = try row("heading")
        objectiveSlug = try row("anchor")
        why = try row("words")
        scorecard = try row("scorecard")
        scorecardTitle = try row("scorecard_title")
    }
}

extension MeasureUse {
    fileprivate init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        title = try row("title")
        part = try row("heading")
    }
}

extension Action {
    fileprivate init(use row: borrowing Row) throws(SQLError) {
        what = try row("title")
        ownerRole = try row("level")
        due = try row("day")
        progress = try row("words")
        state = try row("number")
        updated = try row("amount")
    }
}
