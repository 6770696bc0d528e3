import SQLite
import Scorecard

/// Where the headline figures of some measures come from, and where they break.
struct HeadlineSources {
    fileprivate(set) var lines: [HeadlineSource] = []
    fileprivate(set) var breaks: [HeadlineBreak] = []
}

/// A line that gives a measure headline figures, or one end of its gap.
struct HeadlineSource {
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
struct GapEnd {
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

/// The sources of the measures of a scope, of which these are gaps.
private struct SourcesKey: KeptKey {
    typealias Value = HeadlineSources
    let scope: ScorecardScope
    let gaps: [Int64]
}

extension Database {
    /// The lines that are the headlines of some measures, and where their series break.
    ///
    /// Of measures that are gaps they are the lines of the first two parts, with the polarity of
    /// what the gap is worked out from. A break comes once for each of a measure's series that has
    /// it, and all of it again where the measure stands in two places.
    func headlineSources(
        of measures: [MeasureFacts], _ scope: ScorecardScope
    ) throws(SQLError) -> HeadlineSources {
        let gaps = measures.filter { $0.kind == .derived }.map(\.id)
        return try kept(SourcesKey(scope: scope, gaps: gaps)) { () throws(SQLError) in
            try readSources(scope, gaps)
        }
    }

    private func readSources(
        _ scope: ScorecardScope, _ gaps: [Int64]
    ) throws(SQLError) -> HeadlineSources {
        var sources = HeadlineSources()
        try forEach(
            """
            SELECT measure_series.measure_id, measure_series.position,
                   measure_series.transform, measure_series.period_kind,
                   measure_series.local_line_id, measure_series.country_line_id,
                   series_break.ends_on, series_break.period, series_break.reason
                   \(gaps.isEmpty ? "" : Self.gapColumns)
            FROM \(scope.members)
            JOIN measure_series ON measure_series.measure_id = member.measure_id
                AND \(gaps.isEmpty ? Self.isHeadline : Self.isHeadlineOrPart(of: gaps))
            LEFT JOIN series_break ON series_break.series_id = measure_series.series_id
            """
        ) { row throws(SQLError) in
            try sources.add(row: row, hasGaps: !gaps.isEmpty)
        }
        return sources
    }

    private static let isHeadline: SQL = "measure_series.role = 'headline'"

    private static func isHeadlineOrPart(of gaps: [Int64]) -> SQL {
        """
        (\(isHeadline)
            OR measure_series.role = 'part' AND measure_series.measure_id IN \(list: gaps))
        """
    }

    /// Of a gap's part, how many stand before it, and the polarity of the gap's base.
    private static let gapColumns: SQL = """
        , CASE measure_series.role WHEN 'part' THEN
            (SELECT count(*) FROM measure_series AS before
             WHERE before.measure_id = measure_series.measure_id AND before.role = 'part'
                AND before.position < measure_series.position) END,
        CASE measure_series.role WHEN 'part' THEN
            (SELECT base.polarity FROM measure_base
             JOIN measure AS base ON base.id = measure_base.base_id
             WHERE measure_base.measure_id = measure_series.measure_id
             ORDER BY measure_base.position LIMIT 1) END
        """
}

extension HeadlineSources {
    /// Adds the lines of a row, the partnership's own and the country's, and its break.
    fileprivate mutating func add(row: borrowing Row, hasGaps: Bool) throws(SQLError) {
        let measure: Int64 = try row[0]
        if let end: Day = try row[6], let first = Period(try row[7, as: String.self]) {
            let entry = SeriesBreak(first: first, reason: try row[8])
            breaks.append(HeadlineBreak(measure: measure, end: end, entry: entry))
        }
        var end: GapEnd?
        if hasGaps, let place: Int = try row[9] {
            guard place < 2, let polarity: Polarity = try row[10] else { return }
            end = GapEnd(isFirst: place == 0, polarity: polarity)
        }
        let ids: [(line: Int64?, isLocal: Bool)] = [(try row[4], true), (try row[5], false)]
        for case (let line?, let isLocal) in ids {
            lines.append(
                HeadlineSource(
                    line: line, isLocal: isLocal, measure: measure, position: try row[1],
                    transform: try row[2], kind: PeriodKind(rawValue: try row[3]), end: end))
        }
    }
}

extension HeadlineSource {
    /// How many days a scorecard's trend looks back: eight quarters, two years of months, five of
    /// terms, ten of years.
    var trendDays: Int {
        switch kind {
        case .financialQuarter, .month: 700
        case .schoolTerm, .cumulativeTerm: 1_830
        case .financialYear, .academicYear, .calendarYear, .pooledYears, .snapshot, nil: 3_830
        }
    }

    /// The first day of the trend that ends with a day.
    func trendStart(_ day: Day) -> Day { day.adding(days: 1 - trendDays) }

    /// Whether both give the same figures to the same measure, which stands in two places.
    func isAgain(_ other: HeadlineSource) -> Bool {
        line == other.line && measure == other.measure && position == other.position
    }
}
