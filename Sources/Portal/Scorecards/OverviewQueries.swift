import SQLite
import Scorecard

/// How everything stands: every scorecard with its measures.
struct Overview {
    let scorecards: [ScorecardStanding]
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
        let measures = try everyMeasure()
        let standings = try standings(of: measures, .everything, on: day, for: audience)
        let members = try scorecardMembers()
        let scorecards = try scorecards().map { heading in
            ScorecardStanding(
                heading: heading,
                standings: (members[heading.slug] ?? []).compactMap { standings[$0] })
        }
        let current = Set(
            scorecards.filter { $0.heading.strategyState == .current }
                .flatMap { $0.standings.map(\.measure.id) })
        return Overview(
            scorecards: scorecards,
            rollUp: RollUp(current.compactMap { standings[$0]?.judgement.status }))
    }

    func everyMeasure() throws(SQLError) -> [MeasureFacts] {
        try all(
            "SELECT \(MeasureFacts.columns) FROM measure ORDER BY measure.position",
            read: MeasureFacts.init)
    }

    /// The measures of every scorecard, each once and in order, by the scorecard's slug.
    private func scorecardMembers() throws(SQLError) -> [String: [Int64]] {
        var members: [String: [Int64]] = [:]
        try forEach(
            """
            WITH RECURSIVE tree (scorecard_id, objective_id) AS (
                SELECT id, objective_id FROM scorecard WHERE objective_id IS NOT NULL
                UNION
                SELECT tree.scorecard_id, objective.id
                FROM tree JOIN objective ON objective.parent_id = tree.objective_id)
            SELECT scorecard.slug, placement.measure_id, min(placement.position) AS place
            FROM scorecard
            JOIN placement ON placement.strategy_id = scorecard.strategy_id
            WHERE scorecard.objective_id IS NULL
                OR placement.objective_id IN
                (SELECT objective_id FROM tree WHERE scorecard_id = scorecard.id)
            GROUP BY scorecard.slug, placement.measure_id
            ORDER BY scorecard.slug, place
            """
        ) { row throws(SQLError) in
            members[try row("slug"), default: []].append(try row("measure_id"))
        }
        return members
    }
}
