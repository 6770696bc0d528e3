import SQLite
import Scorecard

/// One published figure on the line that a measure is judged by.
struct HeadlineFigure: Equatable {
    /// What is known of a figure beside its value.
    struct Details: Equatable {
        /// The period's code, read into a `Period` only where a page names it.
        let periodCode: String
        let status: FigureStatus
        let numerator: FixedDecimal?
        let denominator: FixedDecimal?
    }

    /// Where the figure's series stands among the measure's; the first one wins a period.
    let position: Int
    let end: Day
    let value: FixedDecimal?
    let marker: QualityMarker?
    /// Read for the latest figures of a line only, unless its whole history is asked for.
    let details: Details?
}

/// A line that gives headline figures, and what its figures have in common.
private struct HeadlineSource {
    let line: Int64
    let measure: Int64
    let position: Int
    let transform: FigureTransform
    let isLocal: Bool
    /// How many days a trend looks back.
    let trendDays: Int
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
    /// The headline lines of some measures, by the measure's id: enough of each for a trend, or
    /// all of its history, and no figure that ends after `day`.
    func headlineLines(
        _ scope: ScorecardScope, until day: Day, withHistory: Bool
    ) throws(SQLError) -> [Int64: HeadlineLine] {
        var lines: [Int64: HeadlineLine] = [:]
        let sources = try headlineSources(scope)
        lines.reserveCapacity(sources.count)
        for (days, sources) in Dictionary(grouping: sources, by: \.trendDays) {
            let first = withHistory ? Day.range.lowerBound : day.adding(days: 1 - days)
            try add(sources, from: first, to: day, detailed: withHistory ? .max : 2, to: &lines)
        }
        return lines
    }

    private func headlineSources(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineSource] {
        try all(
            """
            SELECT line.id, measure_series.measure_id, measure_series.position,
                   measure_series.transform,
                   line.area_id = (SELECT id FROM area WHERE kind = 'local') AS is_local,
                   series.trend_days
            FROM measure_series
            JOIN series ON series.id = measure_series.series_id
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
                AND line.area_id IN (SELECT id FROM area WHERE kind IN ('local', 'country'))
            WHERE measure_series.role = 'headline'
                AND measure_series.measure_id IN (\(scope.measures))
            """, read: HeadlineSource.init)
    }

    /// Adds the figures of some lines that end between two days.
    ///
    /// A page has hundreds of these rows, so columns are read by their places, and only those that
    /// are wanted.
    private func add(
        _ sources: [HeadlineSource], from first: Day, to last: Day, detailed: Int,
        to lines: inout [Int64: HeadlineLine]
    ) throws(SQLError) {
        // A line may serve several measures.
        let users = Dictionary(grouping: sources, by: \.line)
        var line: Int64?
        var rows: [HeadlineRow] = []
        try forEach(
            """
            SELECT line_id, ends_on, value, marker, numerator, denominator, period, status
            FROM published_figure
            WHERE line_id IN \(list: users.keys.sorted())
                AND ends_on >= \(first) AND ends_on <= \(last)
            ORDER BY line_id DESC, ends_on DESC
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row[0]
            if id != line {
                if let line { users[line]?.forEach { lines.add(rows, of: $0) } }
                line = id
                rows.removeAll(keepingCapacity: true)
            }
            rows.append(try HeadlineRow(row: row, detailed: rows.count < detailed))
        }
        if let line { users[line]?.forEach { lines.add(rows, of: $0) } }
    }

    func headlineBreaks(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineBreak] {
        try all(
            """
            SELECT measure_series.measure_id, series_break.ends_on, series_break.period,
                   series_break.reason
            FROM series_break
            CROSS JOIN measure_series ON measure_series.series_id = series_break.series_id
            WHERE measure_series.role = 'headline'
                AND measure_series.measure_id IN (\(scope.measures))
            ORDER BY measure_series.measure_id
            """, read: HeadlineBreak.init)
    }

    /// The targets of some measures that may matter on `day`, measure by measure, the last to end
    /// first: every one that ends well after it began to matter, and each measure's last one.
    func targets(_ scope: ScorecardScope, around day: Day) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            \(TargetEntry.selection)
            FROM target
            WHERE target.measure_id IN (\(scope.measures))
                AND target.ends_on >= \(day.adding(days: -100))
            ORDER BY target.measure_id DESC, target.ends_on DESC
            """, read: TargetEntry.init)
    }

    /// All targets of some measures that end on `day` or later, and each measure's last one.
    func targets(
        ofMeasures measures: [Int64], since day: Day
    ) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            \(TargetEntry.selection)
            FROM measure
            JOIN target ON target.measure_id = measure.id
                AND target.ends_on >= min(
                    \(day),
                    (SELECT max(ends_on) FROM target AS other
                     WHERE other.measure_id = measure.id))
            WHERE measure.id IN \(list: measures)
            ORDER BY target.measure_id DESC, target.ends_on DESC
            """, read: TargetEntry.init)
    }
}

/// A row of figures as a line holds it, before a measure makes it its own.
private struct HeadlineRow {
    let end: Day
    let published: PublishedFigure
    let marker: QualityMarker?
    let details: (periodCode: String, status: FigureStatus)?

    init(row: borrowing Row, detailed: Bool) throws(SQLError) {
        end = try row[1]
        published = PublishedFigure(
            value: try row[2], numerator: try row[4], denominator: detailed ? try row[5] : nil)
        marker = try row[3]
        details = detailed ? (try row[6], try row[7]) : nil
    }
}

extension [Int64: HeadlineLine] {
    /// Adds rows, latest first, to the measure that they serve.
    fileprivate mutating func add(_ rows: [HeadlineRow], of source: HeadlineSource) {
        self[source.measure, default: HeadlineLine()].add(
            rows.lazy.map { row in
                let own = source.transform.applied(to: row.published, isLocal: source.isLocal)
                return HeadlineFigure(
                    position: source.position, end: row.end, value: own.value,
                    marker: row.marker,
                    details: row.details.map { details in
                        HeadlineFigure.Details(
                            periodCode: details.periodCode, status: details.status,
                            numerator: own.numerator, denominator: own.denominator)
                    })
            }, isLocal: source.isLocal)
    }
}

extension HeadlineSource {
    init(row: borrowing Row) throws(SQLError) {
        line = try row("id")
        measure = try row("measure_id")
        position = try row("position")
        transform = try row("transform")
        isLocal = try row("is_local")
        trendDays = try row("trend_days")
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
