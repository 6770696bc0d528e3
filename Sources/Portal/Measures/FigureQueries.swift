import SQLite
import Scorecard

/// A group of children, and what was published for it in one period.
struct GroupFigure: Equatable {
    let breakdown: Int64
    let label: String
    let isWhole: Bool
    let local: Figure
    let country: Figure?
}

/// An area, and what was published for it in one period.
struct AreaFigure: Equatable {
    let name: String
    let kind: AreaKind
    let isNeighbour: Bool
    let figure: Figure
}

/// One figure of a part of a measure, or of something near it.
struct LineFigure: Equatable {
    /// Which of the measure's series it belongs to.
    let position: Int
    let area: String
    let isLocal: Bool
    let figure: Figure
}

/// Which figures of a measure's headline are asked for, and who asks.
struct HeadlineDetail {
    let line: MeasureSeries
    let period: Period
    let audience: Audience
}

extension Database {
    /// The groups for which the series of a measure's headline has figures in one period.
    func groups(_ asked: HeadlineDetail) throws(SQLError) -> [GroupFigure] {
        try all(
            """
            SELECT breakdown.id, breakdown.label, breakdown.position = 0 AS is_whole,
                   own.value, own.numerator, own.denominator, own.marker, own.status,
                   theirs.value AS their_value, theirs.numerator AS their_numerator,
                   theirs.denominator AS their_denominator, theirs.marker AS their_marker,
                   theirs.status AS their_status
            FROM line
            JOIN \(asked.audience.figures) AS own
                ON own.line_id = line.id AND own.ends_on = \(asked.period.end)
                AND own.period = \(asked.period.description)
            JOIN breakdown ON breakdown.id = line.breakdown_id
            LEFT JOIN line AS other
                ON other.series_id = line.series_id AND other.breakdown_id = line.breakdown_id
                AND other.area_id = (SELECT id FROM area WHERE kind = 'country')
            LEFT JOIN \(asked.audience.figures) AS theirs
                ON theirs.line_id = other.id AND theirs.ends_on = own.ends_on
                AND theirs.period = own.period
            WHERE line.series_id = \(asked.line.series)
                AND line.area_id = (SELECT id FROM area WHERE kind = 'local')
            ORDER BY breakdown.position
            """
        ) { row throws(SQLError) in try GroupFigure(row: row, asked) }
    }

    /// What areas have for a measure's headline in one period: neighbours of the latest model,
    /// the region, the country and the area itself.
    func areas(_ asked: HeadlineDetail) throws(SQLError) -> [AreaFigure] {
        try all(
            """
            SELECT area.name, area.kind, neighbour.rank IS NOT NULL AS is_neighbour,
                   figure.value, figure.numerator,
                   figure.denominator, figure.marker,
                   figure.status
            FROM line
            JOIN area ON area.id = line.area_id
            JOIN \(asked.audience.figures) AS figure
                ON figure.line_id = line.id
                AND figure.ends_on = \(asked.period.end)
                AND figure.period = \(asked.period.description)
            LEFT JOIN neighbour
                ON neighbour.neighbour_id = area.id
                AND neighbour.area_id = (SELECT id FROM area WHERE kind = 'local')
                AND neighbour.model = (SELECT max(model) FROM neighbour)
            WHERE line.series_id = \(asked.line.series)
                AND line.breakdown_id = \(asked.line.breakdown)
                AND (area.kind <> 'authority' OR neighbour.rank IS NOT NULL)
            ORDER BY area.position
            """
        ) { row throws(SQLError) in try AreaFigure(row: row, asked) }
    }

    /// The newest model of statistical neighbours and how many areas it has.
    func neighbourModel() throws(SQLError) -> (model: String, count: Int)? {
        try first(
            """
            SELECT model, count(*) AS count FROM neighbour
            WHERE area_id = (SELECT id FROM area WHERE kind = 'local')
            GROUP BY model ORDER BY model DESC LIMIT 1
            """
        ) { row throws(SQLError) in (try row("model"), try row("count")) }
    }

    /// The figures of the parts of a measure and of what is near it, oldest first.
    func lineFigures(
        ofMeasure measure: MeasureFacts, until day: Day, for audience: Audience
    ) throws(SQLError) -> [LineFigure] {
        var figures: [LineFigure] = []
        try forEach(
            """
            SELECT measure_series.position, measure_series.transform, area.name AS area,
                   area.kind = 'local' AS is_local, figure.period,
                   figure.value, figure.numerator,
                   figure.denominator, figure.marker,
                   figure.status
            FROM measure_series
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
            JOIN area ON area.id = line.area_id AND area.kind IN ('local', 'country', 'nhs')
            JOIN \(audience.figures) AS figure
                ON figure.line_id = line.id AND figure.ends_on <= \(day)
            WHERE measure_series.measure_id = \(measure.id) AND measure_series.role <> 'headline'
            ORDER BY measure_series.position, area.position, figure.ends_on
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            let isLocal: Bool = try row("is_local")
            let transform: FigureTransform = try row("transform")
            let published = try Figure(row: row, for: period)
            figures.append(
                LineFigure(
                    position: try row("position"), area: try row("area"), isLocal: isLocal,
                    figure: published.transformed(by: transform, isLocal: isLocal)))
        }
        return figures
    }
}

extension GroupFigure {
    fileprivate init(row: borrowing Row, _ asked: HeadlineDetail) throws(SQLError) {
        breakdown = try row("id")
        label = try row("label")
        isWhole = try row("is_whole")
        let transform = asked.line.transform
        local = try Figure(row: row, for: asked.period)
            .transformed(by: transform, isLocal: true)
        let status: FigureStatus? = try row("their_status")
        country = try status.map { status throws(SQLError) in
            Figure(
                period: asked.period, value: try row("their_value"),
                numerator: try row("their_numerator"),
                denominator: try row("their_denominator"), status: status,
                marker: try row("their_marker")
            ).transformed(by: transform, isLocal: false)
        }
    }
}

extension AreaFigure {
    fileprivate init(row: borrowing Row, _ asked: HeadlineDetail) throws(SQLError) {
        name = try row("name")
        kind = try row("kind")
        isNeighbour = try row("is_neighbour")
        let published = try Figure(row: row, for: asked.period)
        figure = published.transformed(by: asked.line.transform, isLocal: kind == .local)
    }
}
