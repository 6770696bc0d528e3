import SQLite
import Scorecard

/// One published figure on the line that a measure is judged by.
///
/// Nothing in it counts references, for a page copies hundreds.
struct HeadlineFigure: Equatable {
    /// What is known of a figure beside its value.
    struct Details: Equatable {
        /// The period, or `nil` for one that this program does not know.
        let period: Period?
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

/// A line that gives a measure headline figures.
private struct HeadlineSource {
    let line: Int64
    let isLocal: Bool
    let measure: Int64
    let position: Int
    let transform: FigureTransform
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
        var sources: [HeadlineSource] = []
        try forEach(
            """
            SELECT measure_series.measure_id, measure_series.position,
                   measure_series.transform, measure_series.trend_days,
                   measure_series.local_line_id, measure_series.country_line_id
            FROM \(scope.members)
            JOIN measure_series ON measure_series.measure_id = member.measure_id
                AND measure_series.role = 'headline'
            """
        ) { row throws(SQLError) in
            let local: Int64? = try row[4]
            let country: Int64? = try row[5]
            if let local { sources.append(try HeadlineSource(local, isLocal: true, row: row)) }
            if let country { sources.append(try HeadlineSource(country, isLocal: false, row: row)) }
        }
        return sources
    }

    /// Adds the figures of some lines that end between two days, latest first.
    ///
    /// A page has hundreds of these rows, so columns are read by their places, and only those that
    /// are wanted.
    private func add(
        _ sources: [HeadlineSource], from first: Day, to last: Day, detailed: Int,
        to lines: inout [Int64: HeadlineLine]
    ) throws(SQLError) {
        var waiting: [HeadlineSource] = []
        waiting.reserveCapacity(sources.count)
        // A line that serves another measure too is asked for again.
        var others: [HeadlineSource] = []
        for source in sources.sorted(by: { $0.line < $1.line }) {
            if source.line == waiting.last?.line {
                others.append(source)
            } else {
                waiting.append(source)
            }
        }
        var source: HeadlineSource?
        var figures: [HeadlineFigure] = []
        try forEach(
            """
            SELECT line_id, ends_on, value, marker, numerator, denominator, period, status
            FROM published_figure
            WHERE line_id IN \(list: waiting.map(\.line))
                AND ends_on >= \(first) AND ends_on <= \(last)
            ORDER BY line_id DESC, ends_on DESC
            """
        ) { row throws(SQLError) in
            let line: Int64 = try row[0]
            if line != source?.line {
                if let source { lines.add(figures, from: source) }
                // Lines come last first, and those without a figure not at all.
                source = waiting.popLast()
                while let passed = source, passed.line != line { source = waiting.popLast() }
                figures = []
                figures.reserveCapacity(12)
            }
            guard let source else { return }
            figures.append(
                try HeadlineFigure(row: row, from: source, detailed: figures.count < detailed))
        }
        if let source { lines.add(figures, from: source) }
        guard !others.isEmpty else { return }
        try add(others, from: first, to: last, detailed: detailed, to: &lines)
    }

    /// Where the headlines of some measures break; more than once where a measure stands in two
    /// places, or two series of it break together.
    ///
    /// SQLite would make a table of its own to leave out what comes twice, although there are
    /// few breaks or none.
    func headlineBreaks(_ scope: ScorecardScope) throws(SQLError) -> [HeadlineBreak] {
        try all(
            """
            SELECT measure_series.measure_id, series_break.ends_on,
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

extension [Int64: HeadlineLine] {
    fileprivate mutating func add(_ figures: [HeadlineFigure], from source: HeadlineSource) {
        self[source.measure, default: HeadlineLine()].add(figures, isLocal: source.isLocal)
    }
}

extension HeadlineSource {
    fileprivate init(_ line: Int64, isLocal: Bool, row: borrowing Row) throws(SQLError) {
        self.line = line
        self.isLocal = isLocal
        measure = try row[0]
        position = try row[1]
        transform = try row[2]
        trendDays = try row[3]
    }
}

extension HeadlineFigure {
    /// Reads a row of a line's figures as its measure counts them.
    fileprivate init(
        row: borrowing Row, from source: HeadlineSource, detailed: Bool
    ) throws(SQLError) {
        var figure = PublishedFigure(value: try row[2])
        if detailed || source.transform == .numerator { figure.numerator = try row[4] }
        if detailed { figure.denominator = try row[5] }
        let own = source.transform.applied(to: figure, isLocal: source.isLocal)
        position = source.position
        end = try row[1]
        value = own.value
        marker = try row[3]
        details =
            detailed
            ? Details(
                period: Period(try row[6, as: String.self]), status: try row[7],
                numerator: own.numerator, denominator: own.denominator)
            : nil
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
