import SQLite
import Scorecard

extension Database {
    /// Notes which version of each of the partnership's own figures stands before a load, for
    /// `revisedFigures`; the newest of all versions, 0 if there is none.
    func noteStandingVersions() throws(SQLError) -> Int64 {
        try run("DROP TABLE IF EXISTS temp.standing_version")
        try run(
            """
            CREATE TEMP TABLE standing_version AS
            SELECT series_id, breakdown_id, area_id, ends_on, period,
                   coalesce(max(iif(is_present, id, NULL)), max(id)) AS id
            FROM figure_version
            GROUP BY series_id, breakdown_id, area_id, ends_on, period
            """)
        return try first("SELECT coalesce(max(id), 0) FROM figure_version") ?? 0
    }

    /// The figures that measures are judged by or made of and that do not stand as they did before
    /// a load, measure by measure; `newest` is the last version from before it.
    ///
    /// A figure that two measures have is there for each.
    func revisedFigures(since newest: Int64) throws(SQLError) -> [RevisedFigure] {
        let figures = try all(
            """
            SELECT measure.code || '/' || later.period AS subject, series.code AS series,
                   breakdown.code AS breakdown, earlier.status AS earlier_status,
                   earlier.value AS earlier_value, earlier.numerator AS earlier_numerator,
                   earlier.denominator AS earlier_denominator, earlier.marker AS earlier_marker,
                   earlier.known_on AS earlier_known_on, later.status, later.value,
                   later.numerator, later.denominator, later.marker, later.known_on
            FROM (SELECT series_id, breakdown_id, area_id, ends_on, period,
                         coalesce(max(iif(is_present, id, NULL)), max(id)) AS id
                  FROM figure_version
                  GROUP BY series_id, breakdown_id, area_id, ends_on, period) AS stands
            JOIN temp.standing_version AS stood USING (series_id, breakdown_id, area_id, ends_on,
                                                       period)
            JOIN figure_version AS later ON later.id = stands.id
            JOIN figure_version AS earlier ON earlier.id = stood.id
            JOIN series ON series.id = later.series_id
            JOIN breakdown ON breakdown.id = later.breakdown_id
            JOIN measure_series ON measure_series.series_id = later.series_id
                AND measure_series.breakdown_id = later.breakdown_id
                AND measure_series.role <> 'related'
            JOIN measure ON measure.id = measure_series.measure_id
            WHERE later.id > \(newest)
            GROUP BY measure.id, later.id
            ORDER BY measure.position, measure_series.position, later.ends_on, later.period
            """, read: RevisedFigure.init)
        try run("DROP TABLE temp.standing_version")
        return figures
    }
}

extension RevisedFigure {
    init(row: borrowing Row) throws(SQLError) {
        subject = try row("subject")
        series = try row("series")
        breakdown = try row("breakdown")
        before = Version(
            status: try row("earlier_status"), value: try row("earlier_value"),
            numerator: try row("earlier_numerator"), denominator: try row("earlier_denominator"),
            marker: try row("earlier_marker"), knownOn: try row("earlier_known_on"))
        after = Version(
            status: try row("status"), value: try row("value"),
            numerator: try row("numerator"), denominator: try row("denominator"),
            marker: try row("marker"), knownOn: try row("known_on"))
    }
}
