import SQLite
import Scorecard

/// How everything stands: every scorecard with its measures.
struct Overview {
    /// The scorecards of strategies and objectives.
    let scorecards: [ScorecardStanding]
    /// Those of boards.
    let boards: [ScorecardStanding]
    /// Those of themes.
    let themes: [ScorecardStanding]
    /// Every measure that a current strategy shows, once.
    let rollUp: RollUp
}

/// A scorecard and how its measures stand.
struct ScorecardStanding {
    let heading: ScorecardHeading
    let standings: [Standing]

    var rollUp: RollUp { RollUp(standings.map(\.judgement.status)) }

    /// The latest period for which there is a figure.
    var latest: Period? {
        standings.compactMap(\.latest?.period).max()
    }
}

extension Database {
    /// How every scorecard stands at the end of `day`.
    func overview(on day: Day, for audience: Audience) throws(SQLError) -> Overview {
        try overview(on: day, and: day, for: audience).overview
    }

    /// How every scorecard stands at the end of `day`, and how its measures stood at the end of an
    /// earlier one, from the same questions.
    func overview(
        on day: Day, and earlier: Day, for audience: Audience
    ) throws(SQLError) -> (overview: Overview, before: Standings) {
        let measures = try everyMeasure()
        let standings = try standings(
            of: measures, .everything, on: [day, earlier], for: audience)
        return (try overview(standings[day] ?? [:]), standings[earlier] ?? [:])
    }

    /// Every scorecard with how its measures stand.
    private func overview(_ standings: Standings) throws(SQLError) -> Overview {
        let members = try scorecardMembers()
        var (own, boards, themes): ([ScorecardStanding], [ScorecardStanding], [ScorecardStanding])
        (own, boards, themes) = ([], [], [])
        for heading in try everyScorecard() {
            let scorecard = ScorecardStanding(
                heading: heading,
                standings: (members[heading.scope] ?? []).compactMap { standings[$0] })
            switch heading.scope {
            case .board: boards.append(scorecard)
            case .theme: themes.append(scorecard)
            case .everything, .strategy, .objective, .measures: own.append(scorecard)
            }
        }
        let current = Set(
            own.filter { $0.heading.strategyState == .current }
                .flatMap { $0.standings.map(\.measure.id) })
        return Overview(
            scorecards: own, boards: boards, themes: themes,
            rollUp: RollUp(current.compactMap { standings[$0]?.judgement.status }))
    }

    func everyMeasure() throws(SQLError) -> [MeasureFacts] {
        try all(
            "SELECT \(MeasureFacts.columns) FROM measure ORDER BY measure.position",
            read: MeasureFacts.init)
    }

    /// The measures of every scorecard, each once and in order, by what the scorecard is about.
    ///
    /// Columns are read by their places, since there are hundreds of rows.
    private func scorecardMembers() throws(SQLError) -> [ScorecardScope: [Int64]] {
        var members: [ScorecardScope: [Int64]] = [:]
        try forEach(
            """
            WITH RECURSIVE tree (root_id, objective_id) AS (
                SELECT objective_id, objective_id FROM scorecard WHERE objective_id IS NOT NULL
                UNION
                SELECT tree.root_id, objective.id
                FROM tree JOIN objective ON objective.parent_id = tree.objective_id),
            \(ScorecardScope.overseen()), \(ScorecardScope.themed())
            SELECT 'strategy' AS subject, strategy_id AS subject_id, measure_id,
                   0 AS strategy, min(position) AS place
            FROM placement
            GROUP BY strategy_id, measure_id
            UNION ALL
            SELECT 'objective', tree.root_id, placement.measure_id, 0, min(placement.position)
            FROM tree
            JOIN placement ON placement.objective_id = tree.objective_id
            GROUP BY tree.root_id, placement.measure_id
            UNION ALL
            SELECT 'board', overseen.board_id, placement.measure_id,
                   min(strategy.position), min(placement.position)
            FROM overseen
            JOIN strategy ON strategy.id = overseen.strategy_id AND strategy.state = 'current'
            JOIN placement ON placement.strategy_id = overseen.strategy_id
                AND coalesce(placement.objective_id, 0) = overseen.objective_id
            GROUP BY overseen.board_id, placement.measure_id
            UNION ALL
            SELECT 'theme', themed.theme_id, placement.measure_id,
                   min(strategy.position), min(placement.position)
            FROM themed
            JOIN placement ON placement.objective_id = themed.objective_id
            JOIN strategy ON strategy.id = placement.strategy_id AND strategy.state = 'current'
            GROUP BY themed.theme_id, placement.measure_id
            ORDER BY subject, subject_id, strategy, place
            """
        ) { row throws(SQLError) in
            let subject: ScorecardSubject = try row[0]
            members[subject.scope(try row[1]), default: []].append(try row[2])
        }
        return members
    }
}
