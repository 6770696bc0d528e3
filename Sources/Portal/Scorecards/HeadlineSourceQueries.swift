import SQLite
import Scorecard

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

extension Database {
    /// The lines that are the headlines of some measures.
    func headlineSources(
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
    func gapSources(
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
    var trendDays: Int {
        switch kind {
        case .financialQuarter, .month: 700
        case .schoolTerm, .cumulativeTerm: 1_830
        case .financialYear, .academicYear, .calendarYear, .pooledYears, .snapshot, nil: 3_830
        }
    }
}
