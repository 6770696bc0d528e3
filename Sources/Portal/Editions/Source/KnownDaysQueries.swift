import SQLite
import Scorecard

extension Database {
    /// The day from which each figure stands as it does now, of all that a measure is judged by
    /// or worked out from.
    func knownDays(
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
