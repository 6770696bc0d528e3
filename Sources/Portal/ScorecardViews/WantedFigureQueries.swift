import SQLite
import Scorecard

/// A period of a measure for which figures are asked besides its headline's.
struct WantedFigure {
    let measure: Int64
    /// Where the series that is asked for stands among the measure's, or `nil` for its parts.
    let position: Int?
    let period: Period

    init(measure: Int64, position: Int?, period: Period) {
        self.measure = measure
        self.position = position
        self.period = period
    }

    /// What gave a measure its latest figure: both ends of a gap, and otherwise a series; `nil`
    /// where there is no figure.
    init?(latestOf standing: Standing) {
        guard let period = standing.latest?.period else { return nil }
        if standing.measure.kind == .derived {
            self.init(measure: standing.measure.id, position: nil, period: period)
        } else {
            guard let position = standing.own.local.latestPosition else { return nil }
            self.init(measure: standing.measure.id, position: position, period: period)
        }
    }
}

extension [WantedFigure] {
    /// A table of them: `wanted (measure_id, position, ends_on, period)`.
    ///
    /// A list that says for each measure which figures it wants, since a list of all their periods
    /// would ask for many times the figures that are shown.
    var table: SQL {
        var table: SQL = "wanted (measure_id, position, ends_on, period) AS (VALUES "
        for (place, figure) in enumerated() {
            if place > 0 { table += ", " }
            table += """
                (\(figure.measure), \(figure.position), \(figure.period.end), \
                \(figure.period.description))
                """
        }
        table += ")"
        return table
    }
}

extension WantedFigure {
    /// Whether a row of `measure_series` is wanted by one of `wanted`.
    static let series: SQL = """
        measure_series.measure_id = wanted.measure_id
        AND CASE WHEN wanted.position IS NULL THEN measure_series.role = 'part'
            ELSE measure_series.position = wanted.position END
        """

    /// Which way is good for what a gap is worked out from; NULL for other measures.
    static let basePolarity: SQL = """
        CASE WHEN wanted.position IS NULL THEN
            (SELECT base.polarity FROM measure_base
             JOIN measure AS base ON base.id = measure_base.base_id
             WHERE measure_base.measure_id = wanted.measure_id
             ORDER BY measure_base.position LIMIT 1) END
        """
}

extension Figure {
    /// Reads five columns of a row, the first at `place`: value, numerator, denominator, marker
    /// and status.
    init(row: borrowing Row, at place: Int, for period: Period) throws(SQLError) {
        self.init(
            period: period, value: try row[place], numerator: try row[place + 1],
            denominator: try row[place + 2], status: try row[place + 4],
            marker: try row[place + 3])
    }
}
