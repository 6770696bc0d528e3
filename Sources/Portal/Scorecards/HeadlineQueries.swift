import SQLite
import Scorecard

/// One published figure on the line that a measure is judged by.
struct HeadlineFigure: Equatable {
    let measure: Int64
    /// Where the figure's series stands among the measure's; the first one wins a period.
    let position: Int
    let isLocal: Bool
    let end: Day
    /// The period's code, read into a `Period` only where a page names it.
    let periodCode: String
    let value: FixedDecimal?
    let numerator: FixedDecimal?
    let denominator: FixedDecimal?
    let status: FigureStatus
    let marker: QualityMarker?
}

/// Where a measure's line may not be compared across.
struct HeadlineBreak: Equatable {
    let measure: Int64
    /// The last day of the first period after the break.
    let end: Day
    let periodCode: String
    let reason: String
}

extension Database {
    /// The headline figures of some measures, measure by measure and oldest first: enough for a
    /// trend, and none that ends after `day`.
    func headlineFigures(
        _ scope: ScorecardScope, until day: Day
    ) throws(SQLError) -> [HeadlineFigure] {
        try all(
            """
            \(HeadlineFigure.selection)
                AND published_figure.ends_on > \(day) - series.trend_days
                AND published_figure.ends_on <= \(day)
            WHERE measure_series.role = 'headline'
                AND measure_series.measure_id IN (\(scope.measures))
            ORDER BY measure_series.measure_id
            """, read: HeadlineFigure.init)
    }

    /// Every headline figure of some measures that ends by `day`, however old.
    func headlineFigures(
        ofMeasures measures: [Int64], until day: Day
    ) throws(SQLError) -> [HeadlineFigure] {
        try all(
            """
            \(HeadlineFigure.selection) AND published_figure.ends_on <= \(day)
            WHERE measure_series.role = 'headline'
                AND measure_series.measure_id IN \(list: measures)
            ORDER BY measure_series.measure_id
            """, read: HeadlineFigure.init)
    }

    func headlineBreaks(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineBreak] {
        try all(
            """
            SELECT measure_series.measure_id, series_break.ends_on, series_break.period,
                   series_break.reason
            FROM measure_series
            JOIN series_break ON series_break.series_id = measure_series.series_id
            WHERE measure_series.role = 'headline'
                AND measure_series.measure_id IN (\(scope.measures))
            ORDER BY measure_series.measure_id
            """, read: HeadlineBreak.init)
    }

    /// The targets of some measures that may matter on `day`: those that end in the year before
    /// it or later, and each measure's last one.
    func targets(_ scope: ScorecardScope, around day: Day) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            SELECT target.measure_id, target.kind, target.value, target.upper,
                   target.tolerance, target.tolerance_kind, target.starts_on, target.ends_on,
                   target.baseline_value, target.baseline_period, target.scope,
                   target.printed, target.note
            FROM measure
            JOIN target ON target.measure_id = measure.id
                AND target.ends_on >= min(
                    \(day.adding(days: -366)),
                    (SELECT max(ends_on) FROM target AS other
                     WHERE other.measure_id = measure.id))
            WHERE measure.id IN (\(scope.measures))
            ORDER BY target.measure_id, target.ends_on
            """, read: TargetEntry.init)
    }
}

extension HeadlineFigure {
    /// The published figures of the local area and its country that headline series give; the
    /// caller adds further conditions of the join, and `WHERE`.
    fileprivate static let selection: SQL = """
        SELECT measure_series.measure_id, measure_series.position,
               measure_series.transform, area.kind = 'local' AS is_local,
               published_figure.ends_on, published_figure.period, published_figure.value,
               published_figure.numerator, published_figure.denominator,
               published_figure.status, published_figure.marker
        FROM measure_series
        JOIN series ON series.id = measure_series.series_id
        JOIN area ON area.kind IN ('local', 'country')
        JOIN published_figure
            ON published_figure.series_id = measure_series.series_id
            AND published_figure.breakdown_id = measure_series.breakdown_id
            AND published_figure.area_id = area.id
        """

    init(row: borrowing Row) throws(SQLError) {
        measure = try row("measure_id")
        position = try row("position")
        let transform: FigureTransform = try row("transform")
        isLocal = try row("is_local")
        end = try row("ends_on")
        periodCode = try row("period")
        let published = PublishedFigure(
            value: try row("value"), numerator: try row("numerator"),
            denominator: try row("denominator"))
        status = try row("status")
        marker = try row("marker")
        let own = transform.applied(to: published, isLocal: isLocal)
        value = own.value
        numerator = own.numerator
        denominator = own.denominator
    }
}

extension HeadlineBreak {
    init(row: borrowing Row) throws(SQLError) {
        measure = try row("measure_id")
        end = try row("ends_on")
        periodCode = try row("period")
        reason = try row("reason")
    }
}
