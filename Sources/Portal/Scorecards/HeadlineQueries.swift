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

/// A series that gives headline figures, with its lines here and in the country.
private struct HeadlineSource {
    let measure: Int64
    let position: Int
    let transform: FigureTransform
    let localLine: Int64?
    let countryLine: Int64?
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
            let rows = try rows(
                of: sources, from: first, to: day, detailed: withHistory ? .max : 2)
            for source in sources { lines.add(rows, of: source) }
        }
        return lines
    }

    private func headlineSources(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineSource] {
        try all(
            """
            SELECT measure_series.measure_id, measure_series.position,
                   measure_series.transform, measure_series.local_line_id,
                   measure_series.country_line_id, series.trend_days
            FROM \(scope.members)
            JOIN measure_series ON measure_series.measure_id = member.measure_id
                AND measure_series.role = 'headline'
            JOIN series ON series.id = measure_series.series_id
            """, read: HeadlineSource.init)
    }

    /// The figures of some lines that end between two days, latest first, by the line's id.
    ///
    /// A page has hundreds of these rows, so columns are read by their places, and only those that
    /// are wanted.
    private func rows(
        of sources: [HeadlineSource], from first: Day, to last: Day, detailed: Int
    ) throws(SQLError) -> [Int64: [HeadlineRow]] {
        var rows: [Int64: [HeadlineRow]] = [:]
        rows.reserveCapacity(sources.count * 2)
        let needsCounts = sources.contains { $0.transform == .numerator }
        var line: Int64?
        var own: [HeadlineRow] = []
        try forEach(
            """
            SELECT line_id, ends_on, value, marker, numerator, denominator, period, status
            FROM published_figure
            WHERE line_id IN \(list: sources.flatMap(\.lines))
                AND ends_on >= \(first) AND ends_on <= \(last)
            ORDER BY line_id DESC, ends_on DESC
            """
        ) { row throws(SQLError) in
            let id: Int64 = try row[0]
            if id != line {
                if let line { rows[line] = own }
                line = id
                own = []
                own.reserveCapacity(12)
            }
            own.append(
                try HeadlineRow(
                    row: row, detailed: own.count < detailed, needsCounts: needsCounts))
        }
        if let line { rows[line] = own }
        return rows
    }

    func headlineBreaks(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineBreak] {
        try all(
            """
            SELECT DISTINCT measure_series.measure_id, series_break.ends_on,
                   series_break.period, series_break.reason
            FROM series_break
            CROSS JOIN measure_series ON measure_series.series_id = series_break.series_id
            JOIN \(scope.members) ON member.measure_id = measure_series.measure_id
            WHERE measure_series.role = 'headline'
            """, read: HeadlineBreak.init)
    }

    /// The targets of some measures that hold on `day`, the last of a quarter, or end in its
    /// quarter or later.
    func targets(_ scope: ScorecardScope, around day: Day) throws(SQLError) -> [TargetEntry] {
        try all(
            """
            \(TargetEntry.selection)
            FROM \(scope.members)
            JOIN target ON target.measure_id = member.measure_id
                AND target.ends_on > \(day.adding(days: -90))
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
            """, read: TargetEntry.init)
    }
}

/// A row of figures as a line holds it, before a measure makes it its own.
private struct HeadlineRow {
    let end: Day
    let published: PublishedFigure
    let marker: QualityMarker?
    let details: (periodCode: String, status: FigureStatus)?

    init(row: borrowing Row, detailed: Bool, needsCounts: Bool) throws(SQLError) {
        end = try row[1]
        published = PublishedFigure(
            value: try row[2], numerator: detailed || needsCounts ? try row[4] : nil,
            denominator: detailed ? try row[5] : nil)
        marker = try row[3]
        details = detailed ? (try row[6], try row[7]) : nil
    }
}

extension [Int64: HeadlineLine] {
    /// Adds the rows of a source's lines to the measure that they serve.
    fileprivate mutating func add(_ rows: [Int64: [HeadlineRow]], of source: HeadlineSource) {
        for (line, isLocal) in [(source.localLine, true), (source.countryLine, false)] {
            guard let line, let rows = rows[line] else { continue }
            self[source.measure, default: HeadlineLine()].add(
                rows.map { source.figure($0, isLocal: isLocal) }, isLocal: isLocal)
        }
    }
}

extension HeadlineSource {
    var lines: [Int64] { [localLine, countryLine].compactMap(\.self) }

    func figure(_ row: HeadlineRow, isLocal: Bool) -> HeadlineFigure {
        let own = transform.applied(to: row.published, isLocal: isLocal)
        return HeadlineFigure(
            position: position, end: row.end, value: own.value, marker: row.marker,
            details: row.details.map { details in
                HeadlineFigure.Details(
                    periodCode: details.periodCode, status: details.status,
                    numerator: own.numerator, denominator: own.denominator)
            })
    }

    init(row: borrowing Row) throws(SQLError) {
        measure = try row[0]
        position = try row[1]
        transform = try row[2]
        localLine = try row[3]
        countryLine = try row[4]
        trendDays = try row[5]
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
