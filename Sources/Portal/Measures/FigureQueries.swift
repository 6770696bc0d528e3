import SQLite
import Scorecard

/// A group of children, and what was published for it in one period.
struct GroupFigure: Equatable {
    let breakdown: Int64
    let label: String
    let isWhole: Bool
    let local: FixedDecimal?
    let localMarker: QualityMarker?
    let country: FixedDecimal?
    let countryMarker: QualityMarker?
}

/// An area, and what was published for it in one period.
struct AreaFigure: Equatable {
    let name: String
    let kind: AreaKind
    let isNeighbour: Bool
    let value: FixedDecimal?
    let marker: QualityMarker?
}

/// One figure of a part of a measure, or of something near it.
struct LineFigure: Equatable {
    /// Which of the measure's series it belongs to.
    let position: Int
    let area: String
    let isLocal: Bool
    let end: Day
    let periodCode: String
    let value: FixedDecimal?
    let marker: QualityMarker?
}

extension Database {
    /// The groups for which the series of a measure's headline has figures in one period.
    func groups(
        of line: MeasureSeries, in period: Period
    ) throws(SQLError) -> [GroupFigure] {
        try all(
            """
            SELECT breakdown.id, breakdown.label, breakdown.position = 0 AS is_whole,
                   own.value AS local, own.marker AS local_marker,
                   theirs.value AS country, theirs.marker AS country_marker
            FROM line
            JOIN published_figure AS own
                ON own.line_id = line.id AND own.ends_on = \(period.end)
                AND own.period = \(period.description)
            JOIN breakdown ON breakdown.id = line.breakdown_id
            LEFT JOIN line AS other
                ON other.series_id = line.series_id AND other.breakdown_id = line.breakdown_id
                AND other.area_id = (SELECT id FROM area WHERE kind = 'country')
            LEFT JOIN published_figure AS theirs
                ON theirs.line_id = other.id AND theirs.ends_on = own.ends_on
                AND theirs.period = own.period
            WHERE line.series_id = \(line.series)
                AND line.area_id = (SELECT id FROM area WHERE kind = 'local')
            ORDER BY breakdown.position
            """, read: GroupFigure.init)
    }

    /// What areas have for a measure's headline in one period: neighbours of the latest model,
    /// the region, the country and the area itself.
    func areas(of line: MeasureSeries, in period: Period) throws(SQLError) -> [AreaFigure] {
        try all(
            """
            SELECT area.name, area.kind, neighbour.rank IS NOT NULL AS is_neighbour,
                   published_figure.value, published_figure.marker
            FROM line
            JOIN area ON area.id = line.area_id
            JOIN published_figure
                ON published_figure.line_id = line.id
                AND published_figure.ends_on = \(period.end)
                AND published_figure.period = \(period.description)
            LEFT JOIN neighbour
                ON neighbour.neighbour_id = area.id
                AND neighbour.area_id = (SELECT id FROM area WHERE kind = 'local')
                AND neighbour.model = (SELECT max(model) FROM neighbour)
            WHERE line.series_id = \(line.series) AND line.breakdown_id = \(line.breakdown)
                AND (area.kind <> 'authority' OR neighbour.rank IS NOT NULL)
            ORDER BY area.position
            """, read: AreaFigure.init)
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
        ofMeasure measure: Int64, until day: Day
    ) throws(SQLError) -> [LineFigure] {
        try all(
            """
            SELECT measure_series.position, measure_series.transform, area.name AS area,
                   area.kind = 'local' AS is_local, published_figure.ends_on,
                   published_figure.period, published_figure.value,
                   published_figure.numerator, published_figure.marker
            FROM measure_series
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
            JOIN area ON area.id = line.area_id AND area.kind IN ('local', 'country', 'nhs')
            JOIN published_figure
                ON published_figure.line_id = line.id AND published_figure.ends_on <= \(day)
            WHERE measure_series.measure_id = \(measure) AND measure_series.role <> 'headline'
            ORDER BY measure_series.position, area.position, published_figure.ends_on
            """, read: LineFigure.init)
    }
}

extension GroupFigure {
    init(row: borrowing Row) throws(SQLError) {
        breakdown = try row("id")
        label = try row("label")
        isWhole = try row("is_whole")
        local = try row("local")
        localMarker = try row("local_marker")
        country = try row("country")
        countryMarker = try row("country_marker")
    }
}

extension AreaFigure {
    init(row: borrowing Row) throws(SQLError) {
        name = try row("name")
        kind = try row("kind")
        isNeighbour = try row("is_neighbour")
        value = try row("value")
        marker = try row("marker")
    }
}

extension LineFigure {
    init(row: borrowing Row) throws(SQLError) {
        position = try row("position")
        let transform: FigureTransform = try row("transform")
        area = try row("area")
        isLocal = try row("is_local")
        end = try row("ends_on")
        periodCode = try row("period")
        let published = PublishedFigure(
            value: try row("value"), numerator: try row("numerator"))
        value = transform.applied(to: published, isLocal: isLocal).value
        marker = try row("marker")
    }
}
