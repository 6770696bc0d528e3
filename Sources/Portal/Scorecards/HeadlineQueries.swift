import SQLite
import Scorecard

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

extension Audience {
    /// The view of figures that this audience may see.
    var figures: SQL {
        switch self {
        case .everyone: "published_figure"
        case .service: "service_figure"
        }
    }
}
