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

/// Which figures of a measure's headline are asked for, and who will see them.
struct HeadlineDetail {
    let line: MeasureSeries
    let period: Period
    let terms: DisclosureTerms
}

extension Database {
    /// The groups for which the series of a measure's headline has figures in one period, none of
    /// which can be worked out from the others where it is not shown.
    func groups(_ asked: HeadlineDetail) throws(SQLError) -> [GroupFigure] {
        var groups: [GroupFigure] = []
        var dimensions: [String?] = []
        try forEach(
            """
            SELECT breakdown.id, breakdown.label, breakdown.dimension,
                   breakdown.position = 0 AS is_whole,
                   own.value, own.numerator, own.denominator, own.marker, own.status,
                   theirs.value AS their_value, theirs.numerator AS their_numerator,
                   theirs.denominator AS their_denominator, theirs.marker AS their_marker,
                   theirs.status AS their_status
            FROM line
            JOIN published_figure AS own
                ON own.line_id = line.id AND own.ends_on = \(asked.period.end)
                AND own.period = \(asked.period.description)
            JOIN breakdown ON breakdown.id = line.breakdown_id
            LEFT JOIN line AS other
                ON other.series_id = line.series_id AND other.breakdown_id = line.breakdown_id
                AND other.area_id = (SELECT id FROM area WHERE kind = 'country')
            LEFT JOIN published_figure AS theirs
                ON theirs.line_id = other.id AND theirs.ends_on = own.ends_on
                AND theirs.period = own.period
            WHERE line.series_id = \(asked.line.series)
                AND line.area_id = (SELECT id FROM area WHERE kind = 'local')
            ORDER BY breakdown.position
            """
        ) { row throws(SQLError) in
            dimensions.append(try row("dimension"))
            groups.append(try GroupFigure(row: row, asked))
        }
        return asked.terms.shown(groups, dimensions)
    }

    /// What areas have for a measure's headline in one period: neighbours of the latest model,
    /// the region, the country and the area itself.
    func areas(_ asked: HeadlineDetail) throws(SQLError) -> [AreaFigure] {
        try all(
            """
            SELECT area.name, area.kind, neighbour.rank IS NOT NULL AS is_neighbour,
                   published_figure.value, published_figure.numerator,
                   published_figure.denominator, published_figure.marker,
                   published_figure.status
            FROM line
            JOIN area ON area.id = line.area_id
            JOIN published_figure
                ON published_figure.line_id = line.id
                AND published_figure.ends_on = \(asked.period.end)
                AND published_figure.period = \(asked.period.description)
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
        let terms = measure.terms(for: audience)
        var figures: [LineFigure] = []
        try forEach(
            """
            SELECT measure_series.position, measure_series.transform, area.name AS area,
                   area.kind = 'local' AS is_local, published_figure.period,
                   published_figure.value, published_figure.numerator,
                   published_figure.denominator, published_figure.marker,
                   published_figure.status
            FROM measure_series
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
            JOIN area ON area.id = line.area_id AND area.kind IN ('local', 'country', 'nhs')
            JOIN published_figure
                ON published_figure.line_id = line.id AND published_figure.ends_on <= \(day)
            WHERE measure_series.measure_id = \(measure.id) AND measure_series.role <> 'headline'
            ORDER BY measure_series.position, area.position, published_figure.ends_on
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            let isLocal: Bool = try row("is_local")
            let transform: FigureTransform = try row("transform")
            let published = try Figure(row: row, for: period)
            figures.append(
                LineFigure(
                    position: try row("position"), area: try row("area"), isLocal: isLocal,
                    figure: terms.shown(published.transformed(by: transform, isLocal: isLocal))))
        }
        return figures
    }
}

extension GroupFigure {
    /// Reads a row as it was published: its groups are shown together.
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

    /// The group with figures as they may be shown.
    fileprivate func with(local: Figure, country: Figure?) -> GroupFigure {
        GroupFigure(
            breakdown: breakdown, label: label, isWhole: isWhole, local: local, country: country)
    }
}

extension DisclosureTerms {
    /// Groups of children as their audience may see them together.
    ///
    /// Of each way in which children are divided, the parts are held against the whole only
    /// where they sum to it: groups that overlap, or leave some children out, tell nothing of
    /// one another.
    fileprivate func shown(_ groups: [GroupFigure], _ dimensions: [String?]) -> [GroupFigure] {
        var table = DisclosureTable(groups.map(\.local))
        if let whole = groups.firstIndex(where: \.isWhole) {
            let parts = groups.indices.filter { $0 != whole }
            for (_, parts) in Dictionary(grouping: parts, by: { dimensions[$0] }) {
                table.addSumThatHolds(whole, of: parts)
            }
        }
        return zip(groups, table.shown(under: self)).map { group, figure in
            group.with(local: figure, country: group.country.map(shown))
        }
    }
}

extension AreaFigure {
    fileprivate init(row: borrowing Row, _ asked: HeadlineDetail) throws(SQLError) {
        name = try row("name")
        kind = try row("kind")
        isNeighbour = try row("is_neighbour")
        let published = try Figure(row: row, for: asked.period)
        figure = asked.terms.shown(
            published.transformed(by: asked.line.transform, isLocal: kind == .local))
    }
}

extension Figure {
    /// Reads a row of `published_figure` as it was published.
    fileprivate init(row: borrowing Row, for period: Period) throws(SQLError) {
        self.init(
            period: period, value: try row("value"), numerator: try row("numerator"),
            denominator: try row("denominator"), status: try row("status"),
            marker: try row("marker"))
    }
}
