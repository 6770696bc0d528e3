import SQLite
import Scorecard

extension Database {
    /// What some measures are and who answers for them.
    func reportedDefinitions(
        of measures: [Int64]
    ) throws(SQLError) -> [Int64: ReportedDefinition] {
        var definitions: [Int64: ReportedDefinition] = [:]
        try forEach(
            """
            SELECT measure.id, measure.numerator, measure.denominator, measure.definition_basis,
                   measure.source, measure.benchmarks, measure.note, measure.polarity_note,
                   measure.service, measure.owner_role, measure.small_number_threshold,
                   measure.small_number_rounding,
                   (SELECT series.value_kind FROM measure_series
                    JOIN series ON series.id = measure_series.series_id
                    WHERE measure_series.measure_id = measure.id
                        AND measure_series.role <> 'related'
                    ORDER BY measure_series.role <> 'headline', measure_series.position
                    LIMIT 1) AS published_kind
            FROM measure
            WHERE measure.id IN \(list: measures)
            """
        ) { row throws(SQLError) in
            definitions[try row("id")] = try ReportedDefinition(row: row)
        }
        return definitions
    }

    /// What is said of some measures by the end of a day, done about them and expected of them.
    func reportedWords(
        of measures: [Int64], saidBy day: Day
    ) throws(SQLError) -> ReportedWords {
        var words = ReportedWords()
        try forEach(
            """
            SELECT 'commentary' AS kind, measure_id, period, what_happened AS what, why,
                   what_we_are_doing AS doing, author_role AS role, nothing_reason AS reason,
                   published_on AS day, NULL AS amount, -published_on AS rank, id AS place
            FROM commentary
            WHERE measure_id IN \(list: measures) AND published_on <= \(day)
            UNION ALL
            SELECT 'action', measure_id, state, what, progress, NULL, owner_role, NULL, due_on,
                   updated_on, state IN ('done', 'stopped'), coalesce(due_on, 2932896)
            FROM action
            WHERE measure_id IN \(list: measures) AND NOT \(Self.isSaidAgain)
            UNION ALL
            SELECT 'forecast', measure_id, period, NULL, NULL, NULL, by_role, NULL, made_on, value,
                   -made_on, 0
            FROM forecast
            WHERE measure_id IN \(list: measures) AND made_on <= \(day)
            ORDER BY kind, rank, place
            """
        ) { row throws(SQLError) in
            try words.add(row)
        }
        return words
    }
}

extension ReportedDefinition {
    fileprivate init(row: borrowing Row) throws(SQLError) {
        numerator = try row("numerator")
        denominator = try row("denominator")
        basis = try row("definition_basis")
        source = try row("source")
        benchmarks = try row("benchmarks")
        note = try row("note")
        polarityNote = try row("polarity_note")
        service = try row("service")
        ownerRole = try row("owner_role")
        smallNumbers = try SmallNumberRule(row: row)
        publishedKind = try row("published_kind")
    }
}

/// What a row of the question tells of.
private enum WordsKind: String, SQLConvertible {
    case commentary
    case action
    case forecast
}

extension ReportedWords {
    fileprivate mutating func add(_ row: borrowing Row) throws(SQLError) {
        let measure: Int64 = try row("measure_id")
        switch try row("kind", as: WordsKind.self) {
        case .commentary:
            guard let period = Period(try row("period", as: String.self)) else { return }
            commentary[measure, default: []].append(
                Commentary(
                    period: period, nothingReason: try row("reason"),
                    whatHappened: try row("what"), why: try row("why"),
                    whatWeAreDoing: try row("doing"), authorRole: try row("role"),
                    published: try row("day")))
        case .action:
            actions[measure, default: []].append(
                Action(
                    what: try row("what"), ownerRole: try row("role"), due: try row("day"),
                    progress: try row("why"), state: try row("period"),
                    updated: try row("amount")))
        case .forecast:
            guard let period = Period(try row("period", as: String.self)) else { return }
            forecasts[measure, default: []].append(
                ForecastEntry(
                    forecast: Forecast(period: period, value: try row("amount")),
                    role: try row("role"), made: try row("day")))
        }
    }
}
