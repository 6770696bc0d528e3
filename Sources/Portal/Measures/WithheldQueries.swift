import SQLite
import Scorecard

/// A figure that readers do not see as it is.
struct WithheldFigure {
    /// Which of the measure's series it belongs to.
    let position: Int
    /// The group of children, where it is not the one that the series serves the measure with.
    let group: String?
    let seen: Figure
    /// As it was published, before it is made the measure's own.
    let actual: Figure
}

extension Database {
    /// The slugs of the strategies that name a measure.
    func strategies(ofMeasure measure: Int64) throws(SQLError) -> Set<String> {
        Set(
            try all(
                """
                SELECT DISTINCT strategy.slug FROM placement
                JOIN strategy ON strategy.id = placement.strategy_id
                WHERE placement.measure_id = \(measure)
                """
            ) { row throws(SQLError) in try row("slug", as: String.self) })
    }

    /// The figures of a measure for the partnership's own area that readers see withheld or
    /// rounded, the latest first.
    ///
    /// It is the one question that is asked of what no reader may see. The groups of a headline
    /// are among its answers, but for those that serve some measure by themselves: whoever
    /// answers for that sees them there.
    func withheldFigures(ofMeasure measure: Int64) throws(SQLError) -> [WithheldFigure] {
        var figures: [WithheldFigure] = []
        try forEach(
            """
            SELECT own.position, own.transform, breakdown.label AS breakdown_label,
                   line.breakdown_id <> own.breakdown_id AS is_group, actual.period,
                   actual.status, actual.value, actual.numerator,
                   actual.denominator, actual.marker, seen.status AS seen_status,
                   seen.value AS seen_value, seen.marker AS seen_marker
            FROM measure_series AS own
            JOIN area ON area.kind = 'local'
            JOIN line ON line.series_id = own.series_id AND line.area_id = area.id
                AND (line.breakdown_id = own.breakdown_id
                     OR (own.role = 'headline' AND own.transform <> 'numerator'
                         AND NOT EXISTS (
                             SELECT 1 FROM measure_series AS other
                             WHERE other.series_id = line.series_id
                                 AND other.breakdown_id = line.breakdown_id
                                 AND other.role <> 'related')))
            JOIN breakdown ON breakdown.id = line.breakdown_id
            JOIN true_figure AS actual ON actual.line_id = line.id
            JOIN published_figure AS seen ON seen.line_id = line.id
                AND seen.ends_on = actual.ends_on AND seen.period = actual.period
            WHERE own.measure_id = \(measure) AND own.role <> 'related'
            ORDER BY actual.ends_on DESC, actual.period, own.position, breakdown.position
            """
        ) { row throws(SQLError) in
            if let figure = try WithheldFigure(row: row) { figures.append(figure) }
        }
        return figures
    }
}

extension WithheldFigure {
    fileprivate init?(row: borrowing Row) throws(SQLError) {
        guard let period = Period(try row("period", as: String.self)) else { return nil }
        position = try row("position")
        let label: String = try row("breakdown_label")
        group = try row("is_group") ? label : nil
        actual = try Figure(row: row, for: period)
        let transform: FigureTransform = try row("transform")
        seen = Figure(
            period: period, value: try row("seen_value"), status: try row("seen_status"),
            marker: try row("seen_marker")
        ).transformed(by: transform, isLocal: true)
    }
}
