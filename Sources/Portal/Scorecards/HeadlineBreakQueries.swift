import SQLite
import Scorecard

/// Where a measure's line may not be compared across.
struct HeadlineBreak: Equatable {
    let measure: Int64
    /// The last day of the first period after the break.
    let end: Day
    let entry: SeriesBreak
}

extension Database {
    /// Where the headlines of some measures break; more than once where a measure stands in two
    /// places, or two series of it break together.
    ///
    /// SQLite would make a table of its own to leave out what comes twice, although there are
    /// few breaks or none.
    func headlineBreaks(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineBreak] {
        var breaks: [HeadlineBreak] = []
        try forEach(
            """
            SELECT measure_series.measure_id, series_break.ends_on,
                   series_break.period, series_break.reason
            FROM series_break
            CROSS JOIN measure_series ON measure_series.series_id = series_break.series_id
            JOIN \(scope.members) ON member.measure_id = measure_series.measure_id
            WHERE measure_series.role = 'headline'
                OR measure_series.role = 'part'
                AND (SELECT kind FROM measure WHERE id = member.measure_id) = 'derived'
            """
        ) { row throws(SQLError) in
            if let entry = try HeadlineBreak(row: row) { breaks.append(entry) }
        }
        return breaks
    }
}

extension HeadlineBreak {
    /// Reads a break, or `nil` for a period that this program does not know.
    init?(row: borrowing Row) throws(SQLError) {
        guard let first = Period(try row("period", as: String.self)) else { return nil }
        measure = try row("measure_id")
        end = try row("ends_on")
        entry = SeriesBreak(first: first, reason: try row("reason"))
    }
}
