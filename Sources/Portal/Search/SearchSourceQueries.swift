import SQLite

/// Something that can be found: what is shown of it, and what it is found by.
struct SearchSource {
    let slug: String
    /// The slug of what it belongs to, where its address names that too.
    var owner: String?
    let title: String
    /// Other names, which count for more than what is said of it.
    var alias: String?
    /// What is said of it.
    var body: String?
    /// Where it belongs.
    var place: String?
    var measure: Int64?
}

extension SearchSource {
    init(row: borrowing Row) throws(SQLError) {
        slug = try row("slug")
        owner = try row("owner")
        title = try row("title")
        alias = try row("alias")
        body = try row("body")
        place = try row("place")
        measure = try row("measure_id")
    }
}

extension Database {
    /// Everything of one kind that the database holds; a new kind is one question more.
    func searchSources(of kind: SearchKind) throws(SQLError) -> [SearchSource] {
        guard let question = kind.question else { return [] }
        return try all(question, read: SearchSource.init)
    }
}

extension SearchKind {
    /// The question that gives all of a kind, if the database holds any.
    fileprivate var question: SQL? {
        switch self {
        case .measure: Self.measures
        case .scorecard: Self.scorecards
        case .strategy: Self.strategies
        case .objective: Self.objectives
        case .board: Self.boards
        case .statement: Self.statements
        case .pledge: Self.pledges
        case .report: Self.reports
        case .help: nil
        }
    }

    private static let measures: SQL = """
        SELECT slug, NULL AS owner, title,
               code || ' ' || coalesce(wording, '') AS alias,
               coalesce(numerator || '. ', '') || coalesce('Out of: ' || denominator || '. ', '')
                   || coalesce(note || ' ', '') || coalesce(source, '') AS body,
               (SELECT group_concat(short_title, ', ') FROM (
                    SELECT DISTINCT strategy.short_title FROM placement
                    JOIN strategy ON strategy.id = placement.strategy_id
                    WHERE placement.measure_id = measure.id
                    ORDER BY strategy.position)) AS place,
               id AS measure_id
        FROM measure ORDER BY position
        """

    private static let scorecards: SQL = """
        SELECT scorecard.slug, NULL AS owner, scorecard.title,
               coalesce(objective.level || ' ' || objective.number, '') || ' '
                   || coalesce(objective.title, strategy.short_title) AS alias,
               objective.why AS body, strategy.title AS place, NULL AS measure_id
        FROM scorecard
        JOIN strategy ON strategy.id = scorecard.strategy_id
        LEFT JOIN objective ON objective.id = scorecard.objective_id
        ORDER BY scorecard.position
        """

    private static let strategies: SQL = """
        SELECT slug, NULL AS owner, title, short_title AS alias,
               coalesce(purpose || ' ', '') || coalesce(vision || ' ', '')
                   || coalesce(ambition || ' ', '') || coalesce(note, '') AS body,
               CASE state WHEN 'archived' THEN 'Earlier strategy' WHEN 'draft' THEN
                   'Being written' ELSE 'Current strategy' END AS place,
               NULL AS measure_id
        FROM strategy ORDER BY position
        """

    private static let objectives: SQL = """
        SELECT objective.slug, strategy.slug AS owner, objective.short_title AS title,
               objective.level || ' ' || coalesce(objective.number, '') || ' '
                   || objective.title AS alias,
               CASE objective.title WHEN objective.short_title THEN ''
                   ELSE objective.title || '. ' END
                   || coalesce(objective.why || ' ', '') || coalesce(objective.what || ' ', '')
                   || coalesce(objective.how || ' ', '') || coalesce(objective.success || ' ', '')
                   || coalesce(objective.note, '') AS body,
               objective.level || coalesce(' ' || objective.number, '') || ', '
                   || strategy.short_title AS place,
               NULL AS measure_id
        FROM objective JOIN strategy ON strategy.id = objective.strategy_id
        ORDER BY strategy.position, objective.position
        """

    private static let reports: SQL = """
        SELECT report.slug, NULL AS owner, report.title, report.period AS alias,
               report.summary AS body, board.title AS place, NULL AS measure_id
        FROM report JOIN board ON board.id = report.board_id
        ORDER BY report.position
        """

    private static let boards: SQL = """
        SELECT slug, NULL AS owner, title, NULL AS alias, role AS body, NULL AS place,
               NULL AS measure_id
        FROM board ORDER BY position
        """

    private static let statements: SQL = """
        SELECT slug, NULL AS owner, statement AS title, NULL AS alias, explanation AS body,
               NULL AS place, NULL AS measure_id
        FROM statement ORDER BY position
        """

    private static let pledges: SQL = """
        SELECT pledge.code AS slug, strategy.slug AS owner, pledge.title, NULL AS alias,
               coalesce(pledge.you_said || ' ', '') || coalesce(pledge.we_will || ' ', '')
                   || coalesce(pledge.done || ' ', '') || coalesce(pledge.evidence, '') AS body,
               strategy.short_title AS place, NULL AS measure_id
        FROM pledge JOIN strategy ON strategy.id = pledge.strategy_id
        ORDER BY pledge.position
        """
}
