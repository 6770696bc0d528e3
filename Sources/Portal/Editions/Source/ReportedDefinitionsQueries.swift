import SQLite
import Scorecard

extension Database {
    /// What some measures mean, and since when their figures are known.
    func definitions(of measures: [Int64]) throws(SQLError) -> ReportedDefinitions {
        let knownDays = try knownDays(ofMeasures: measures)
        var definitions: ReportedDefinitions = [:]
        definitions.reserveCapacity(measures.count)
        try forEach(
            """
            SELECT measure.id, measure.numerator, measure.denominator, measure.definition_basis,
                   measure.source, measure.small_number_threshold, measure.small_number_rounding,
                   (SELECT series.value_kind FROM measure_series
                    JOIN series ON series.id = measure_series.series_id
                    WHERE measure_series.measure_id = measure.id
                        AND measure_series.role <> 'related'
                    ORDER BY measure_series.role, measure_series.position LIMIT 1) AS published_kind
            FROM measure WHERE measure.id IN \(list: measures)
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row("id")
            definitions[id] = ReportedDefinition(
                numerator: try row("numerator"), denominator: try row("denominator"),
                basis: try row("definition_basis"), source: try row("source"),
                smallNumbers: try SmallNumberRule(row: row),
                publishedKind: try row("published_kind"), knownOn: knownDays[id] ?? [:])
        }
        return definitions
    }

    /// The day from which each figure stands as it does now, of all that a measure is judged by
    /// or worked out from.
    private func knownDays(
        ofMeasures measures: [Int64]
    ) throws(SQLError) -> [Int64: [Period: Day]] {
        var days: [Int64: [Period: Day]] = [:]
        try forEach(
            """
            SELECT measure_series.measure_id, revision.period, max(revision.known_on) AS known_on
            FROM measure_series
            JOIN measure ON measure.id = measure_series.measure_id
            JOIN published_revision AS revision
                ON revision.series_id = measure_series.series_id
                AND revision.breakdown_id = measure_series.breakdown_id
            WHERE measure_series.measure_id IN \(list: measures)
                AND (measure_series.role = 'headline' OR measure.kind = 'derived')
            GROUP BY measure_series.measure_id, revision.period
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            days[try row("measure_id"), default: [:]][period] = try row("known_on")
        }
        return days
    }
}
