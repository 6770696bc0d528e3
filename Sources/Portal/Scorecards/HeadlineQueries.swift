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

    /// The targets of some measures that may matter on `day`, measure by measure, the last to end
    /// first: each measure's last one, and those that end no earlier than `latest` gives.
    ///
    /// - Parameters:
    ///   - scope: Whose targets.
    ///   - day: The reporting day; targets that ended more than a year before it are left out.
    ///   - latest: The last day of a measure's latest period, or `nil` if it has no figure.
    /// - Returns: The targets.
    /// - Throws: `SQLError`.
    func targets(
        _ scope: ScorecardScope, around day: Day, latest: (Int64) -> Day?
    ) throws(SQLError) -> [TargetEntry] {
        var entries: [TargetEntry] = []
        try forEach(
            """
            SELECT target.measure_id, target.ends_on, target.kind, target.value, target.upper,
                   target.tolerance, target.tolerance_kind, target.starts_on,
                   target.baseline_value, target.baseline_period, target.scope,
                   target.printed, target.note
            FROM measure
            JOIN target ON target.measure_id = measure.id
                AND target.ends_on >= min(
                    \(day.adding(days: -366)),
                    (SELECT max(ends_on) FROM target AS other
                     WHERE other.measure_id = measure.id))
            WHERE measure.id IN (\(scope.measures))
            ORDER BY measure.id DESC, target.ends_on DESC
            """
        ) { row throws(SQLError) in
            let measure: Int64 = try row[0]
            let ends: Day = try row[1]
            let isLast = entries.last?.measure != measure
            guard isLast || latest(measure).map({ $0 <= ends }) ?? false else { return }
            entries.append(try TargetEntry(row: row))
        }
        return entries
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

    /// Reads the columns of the selection by their places: a page has hundreds of these rows.
    init(row: borrowing Row) throws(SQLError) {
        measure = try row[0]
        position = try row[1]
        let transform: FigureTransform = try row[2]
        isLocal = try row[3]
        end = try row[4]
        periodCode = try row[5]
        let published = PublishedFigure(
            value: try row[6], numerator: try row[7], denominator: try row[8])
        status = try row[9]
        marker = try row[10]
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
