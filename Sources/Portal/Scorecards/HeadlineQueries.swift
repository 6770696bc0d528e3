import SQLite
import Scorecard

/// A line that gives a measure headline figures, or one end of its gap.
private struct HeadlineSource {
    let line: Int64
    let isLocal: Bool
    let measure: Int64
    /// Where the series stands among the measure's; the first one wins a period.
    let position: Int
    let transform: FigureTransform
    /// The kind of the series' periods, or `nil` where only the figure's own code tells.
    let kind: PeriodKind?
    /// Which end of a gap the line is, if any.
    let end: GapEnd?
}

/// Which of the two lines of a gap one is, and which way is good for both.
private struct GapEnd {
    let isFirst: Bool
    let polarity: Polarity
}

/// Where a measure's line may not be compared across.
struct HeadlineBreak: Equatable {
    let measure: Int64
    /// The last day of the first period after the break.
    let end: Day
    let entry: SeriesBreak
}

/// Which headline figures are asked for.
struct HeadlineRequest {
    let scope: ScorecardScope
    /// No figure ends after this day.
    let day: Day
    /// Whether every figure is asked for, and not only those of a trend.
    let withHistory: Bool
    let audience: Audience
}

extension Database {
    /// The headline lines of some measures, by the measure's id: enough of each for a trend, or
    /// all of its history.
    func headlineLines(
        of measures: [MeasureFacts], _ request: HeadlineRequest
    ) throws(SQLError) -> [Int64: HeadlineLine] {
        var sources = try headlineSources(request.scope)
        let gaps = measures.filter { $0.kind == .derived }
        if !gaps.isEmpty { sources += try gapSources(gaps.map(\.id)) }
        var lines = HeadlineLines()
        lines.byMeasure.reserveCapacity(sources.count)
        for (days, sources) in Dictionary(grouping: sources, by: \.trendDays) {
            let first =
                request.withHistory
                ? Day.range.lowerBound : request.day.adding(days: 1 - days)
            try add(sources, from: first, request, to: &lines)
        }
        lines.closeGaps()
        return lines.byMeasure
    }

    private func headlineSources(
        _ scope: ScorecardScope
    ) throws(SQLError) -> [HeadlineSource] {
        var sources: [HeadlineSource] = []
        try forEach(
            """
            SELECT measure_series.measure_id, measure_series.position,
                   measure_series.transform, measure_series.period_kind,
                   measure_series.local_line_id, measure_series.country_line_id
            FROM \(scope.members)
            JOIN measure_series ON measure_series.measure_id = member.measure_id
                AND measure_series.role = 'headline'
            """
        ) { row throws(SQLError) in
            try sources.append(row: row, end: nil)
        }
        return sources
    }

    /// The lines of the first two parts of measures that are gaps, with the polarity of what
    /// they are worked out from.
    private func gapSources(
        _ measures: [Int64]
    ) throws(SQLError) -> [HeadlineSource] {
        var sources: [HeadlineSource] = []
        var parts: [Int64: Int] = [:]
        try forEach(
            """
            SELECT measure_series.measure_id, measure_series.position,
                   measure_series.transform, measure_series.period_kind,
                   measure_series.local_line_id, measure_series.country_line_id,
                   (SELECT base.polarity FROM measure_base
                    JOIN measure AS base ON base.id = measure_base.base_id
                    WHERE measure_base.measure_id = measure_series.measure_id
                    ORDER BY measure_base.position LIMIT 1) AS polarity
            FROM measure_series
            WHERE measure_series.measure_id IN \(list: measures)
                AND measure_series.role = 'part'
            ORDER BY measure_series.measure_id, measure_series.position
            """
        ) { row throws(SQLError) in
            let measure: Int64 = try row[0]
            let polarity: Polarity? = try row[6]
            let place = parts[measure, default: 0]
            parts[measure] = place + 1
            guard let polarity, place < 2 else { return }
            let end = GapEnd(isFirst: place == 0, polarity: polarity)
            try sources.append(row: row, end: end)
        }
        return sources
    }

    /// Adds the figures of some lines that end between two days, latest first.
    ///
    /// A page has hundreds of these rows, so columns are read by their places, and only those that
    /// are wanted.
    private func add(
        _ sources: [HeadlineSource], from first: Day, _ request: HeadlineRequest,
        to lines: inout HeadlineLines
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
        // A column costs time even where nobody reads it.
        let code: SQL = waiting.contains { $0.kind == nil } ? "period" : "NULL"
        var source: HeadlineSource?
        var figures: [Figure] = []
        var known = 0
        var periods = PeriodMemory()
        let detailed = request.withHistory ? Int.max : 2
        try forEach(
            """
            SELECT line_id, ends_on, value, marker, numerator, denominator, status, \(code)
            FROM \(request.audience.figures) AS figure
            WHERE line_id IN \(list: waiting.map(\.line))
                AND ends_on >= \(first) AND ends_on <= \(request.day)
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
                known = 0
                figures.reserveCapacity(12)
            }
            guard let source else { return }
            let figure = try Figure(
                row: row, from: source, detailed: known < detailed,
                at: figures.count, &periods)
            if let figure { figures.append(figure) }
            if figure?.isKnown ?? false { known += 1 }
        }
        if let source { lines.add(figures, from: source) }
        guard !others.isEmpty else { return }
        try add(others, from: first, request, to: &lines)
    }

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

/// Lines while they are read, those of gaps still in their two ends.
private struct HeadlineLines {
    var byMeasure: [Int64: HeadlineLine] = [:]
    private var gaps: [GapKey: (lines: GapLines, polarity: Polarity, position: Int)] = [:]

    private struct GapKey: Hashable {
        let measure: Int64
        let isLocal: Bool
    }

    mutating func add(_ figures: [Figure], from source: HeadlineSource) {
        guard let end = source.end else {
            byMeasure[source.measure, default: HeadlineLine()]
                .add(figures, isLocal: source.isLocal, from: source.position)
            return
        }
        let key = GapKey(measure: source.measure, isLocal: source.isLocal)
        var gap = gaps[key] ?? (GapLines(), end.polarity, source.position)
        if end.isFirst {
            gap.lines.first = figures
        } else {
            gap.lines.second = figures
        }
        gaps[key] = gap
    }

    /// Works the gaps out, once both ends are there.
    mutating func closeGaps() {
        for (key, gap) in gaps {
            let figures = gap.lines.gaps(("", ""), polarity: gap.polarity).map(\.figure)
            byMeasure[key.measure, default: HeadlineLine()]
                .add(figures, isLocal: key.isLocal, from: gap.position)
        }
        gaps = [:]
    }
}

extension [HeadlineSource] {
    /// Adds the lines of a row: the partnership's own and the country's.
    fileprivate mutating func append(
        row: borrowing Row, end: GapEnd?
    ) throws(SQLError) {
        let lines: [(line: Int64?, isLocal: Bool)] = [(try row[4], true), (try row[5], false)]
        for case (let line?, let isLocal) in lines {
            append(
                HeadlineSource(
                    line: line, isLocal: isLocal, measure: try row[0], position: try row[1],
                    transform: try row[2], kind: PeriodKind(rawValue: try row[3]), end: end))
        }
    }
}

extension HeadlineSource {
    /// How many days a scorecard's trend looks back: eight quarters, two years of months, five of
    /// terms, ten of years.
    fileprivate var trendDays: Int {
        switch kind {
        case .financialQuarter, .month: 700
        case .schoolTerm, .cumulativeTerm: 1_830
        case .financialYear, .academicYear, .calendarYear, .pooledYears, .snapshot, nil: 3_830
        }
    }
}

extension Figure {
    /// Reads a row of a line's figures as its measure counts them; `nil` for a period that this
    /// program does not know.
    ///
    /// All periods of a series are of one kind, so that the day on which one ends tells which it
    /// is, and its code need not be read.
    fileprivate init?(
        row: borrowing Row, from source: HeadlineSource, detailed: Bool, at place: Int,
        _ periods: inout PeriodMemory
    ) throws(SQLError) {
        let end: Day = try row[1]
        let period: Period?
        if let kind = source.kind {
            period = periods.period(kind, endingOn: end, at: place)
        } else {
            period = Period(try row[7, as: String.self])
        }
        guard let period else { return nil }
        let hasCounts = detailed || source.transform == .numerator
        let published = Figure(
            period: period, value: try row[2], numerator: hasCounts ? try row[4] : nil,
            denominator: detailed ? try row[5] : nil, status: detailed ? try row[6] : .final,
            marker: try row[3])
        self = published.transformed(by: source.transform, isLocal: source.isLocal)
    }
}

/// The periods of the line read before: most lines of a page are for the same ones.
private struct PeriodMemory {
    private var entries: [(kind: PeriodKind, end: Day, period: Period?)] = []

    /// The period of a kind that ends on a day, which the line before may have had in its place.
    mutating func period(_ kind: PeriodKind, endingOn end: Day, at place: Int) -> Period? {
        if place < entries.count, entries[place].end == end, entries[place].kind == kind {
            return entries[place].period
        }
        let period = Period(kind, containing: end)
        if place < entries.count {
            entries[place] = (kind, end, period)
        } else if place == entries.count {
            entries.append((kind, end, period))
        }
        return period
    }
}

extension Audience {
    /// The view of figures that this audience may see.
    var figures: SQL {
        switch self {
        case .everyone: "published_figure"
        case .service: "service_figure"
        }
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
