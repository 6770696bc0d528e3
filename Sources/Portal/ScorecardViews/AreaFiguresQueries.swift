import SQLite
import Scorecard

extension Database {
    /// What the region and the neighbours have for the latest figures of some measures, and where
    /// all councils lie: one question, whatever the number of measures.
    ///
    /// Of a gap, the two ends are read and worked out for each area.
    func areaFigures(
        of standings: [Int64: Standing], _ scope: ScorecardScope, for audience: Audience
    ) throws(SQLError) -> AreaFiguresOfMeasures {
        let ends = Set(standings.values.compactMap { $0.latest?.period.end })
        var reading = AreaFiguresReading(standings: standings)
        try forEach(
            """
            SELECT measure_series.measure_id, measure_series.position, measure_series.role,
                   measure_series.transform, measure.multiplier,
                   (SELECT base.polarity FROM measure_base
                    JOIN measure AS base ON base.id = measure_base.base_id
                    WHERE measure_base.measure_id = measure_series.measure_id
                    ORDER BY measure_base.position LIMIT 1) AS polarity,
                   area.name, area.kind, neighbour.rank IS NOT NULL AS is_neighbour,
                   figure.period, figure.value, figure.numerator, figure.denominator,
                   figure.marker, figure.status,
                   distribution.areas, distribution.p1, distribution.p25, distribution.median,
                   distribution.p75, distribution.p99,
                   newest.model, newest.count
            FROM measure_series
            JOIN measure ON measure.id = measure_series.measure_id
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
            JOIN area ON area.id = line.area_id
            LEFT JOIN (
                SELECT model, count(*) AS count FROM neighbour
                WHERE area_id = (SELECT id FROM area WHERE kind = 'local')
                GROUP BY model ORDER BY model DESC LIMIT 1) AS newest
            LEFT JOIN neighbour ON neighbour.neighbour_id = area.id
                AND neighbour.area_id = (SELECT id FROM area WHERE kind = 'local')
                AND neighbour.model = newest.model
            JOIN \(audience.figures) AS figure
                ON figure.line_id = line.id AND figure.ends_on IN \(list: ends.sorted())
            LEFT JOIN distribution ON distribution.series_id = line.series_id
                AND distribution.breakdown_id = line.breakdown_id
                AND distribution.ends_on = figure.ends_on
                AND distribution.period = figure.period
                AND area.kind = 'local'
            WHERE measure_series.measure_id IN (SELECT measure_id FROM \(scope.members))
                AND measure_series.role IN ('headline', 'part')
                AND (area.kind IN ('local', 'region') OR neighbour.rank IS NOT NULL)
            ORDER BY measure_series.measure_id, measure_series.position, area.position
            """
        ) { row throws(SQLError) in
            try reading.add(row)
        }
        return reading.figures
    }
}

/// Rows while they are read: the ends of gaps wait for each other.
private struct AreaFiguresReading {
    let standings: [Int64: Standing]
    private(set) var figures = AreaFiguresOfMeasures()
    /// Of each gap, the positions of its first two parts.
    private var parts: [Int64: [Int]] = [:]
    /// Of each gap, the areas' figures for the first of its ends.
    private var firstEnds: [Int64: [String: Figure]] = [:]

    init(standings: [Int64: Standing]) {
        self.standings = standings
    }

    mutating func add(_ row: borrowing Row) throws(SQLError) {
        if figures.neighbours == nil, let model: String = try row("model") {
            figures.neighbours = NeighbourSet(model: model, count: try row("count"))
        }
        let measure: Int64 = try row("measure_id")
        guard let standing = standings[measure], let period = standing.latest?.period,
            try row("period", as: String.self) == period.description
        else { return }
        let kind: AreaKind = try row("kind")
        let figure = try Figure(row: row, for: period)
            .transformed(by: try row("transform"), isLocal: kind == .local)
        let role: LineRole = try row("role")
        switch role {
        case .headline:
            guard standing.measure.kind != .derived,
                try row("position") == standing.own.local.latestPosition
            else { return }
            if kind == .local { try addDistribution(row, to: measure) }
            add(try area(row, figure), to: measure)
        case .part:
            guard standing.measure.kind == .derived else { return }
            try addEnd(row, figure, of: standing.measure)
        case .related: return
        }
    }

    private func area(_ row: borrowing Row, _ figure: Figure) throws(SQLError) -> AreaFigure {
        AreaFigure(
            name: try row("name"), kind: try row("kind"), isNeighbour: try row("is_neighbour"),
            figure: figure)
    }

    private mutating func add(_ area: AreaFigure, to measure: Int64) {
        if area.kind == .region {
            figures.region = area.name
            figures.byMeasure[measure, default: AreaFigures()].region = area
        } else if area.isNeighbour {
            figures.byMeasure[measure, default: AreaFigures()].neighbours.append(area)
        }
    }

    private mutating func addDistribution(
        _ row: borrowing Row, to measure: Int64
    ) throws(SQLError) {
        let multiplier: Int? = try row("multiplier")
        figures.byMeasure[measure, default: AreaFigures()].multiplier =
            multiplier.map(Int32.init(clamping:)) ?? 1
        guard let areas: Int = try row("areas") else { return }
        let distribution = Distribution(
            areas: areas, p1: try row("p1"), p25: try row("p25"), median: try row("median"),
            p75: try row("p75"), p99: try row("p99"))
        figures.byMeasure[measure, default: AreaFigures()].distribution =
            distribution.transformed(by: try row("transform"))
    }

    /// Adds one end of an area's gap, and with the second end the gap.
    private mutating func addEnd(
        _ row: borrowing Row, _ figure: Figure, of measure: MeasureFacts
    ) throws(SQLError) {
        let position: Int = try row("position")
        if !(parts[measure.id]?.contains(position) ?? false) {
            parts[measure.id, default: []].append(position)
        }
        guard let place = parts[measure.id]?.firstIndex(of: position), place < 2 else { return }
        let name: String = try row("name")
        guard place == 1 else {
            firstEnds[measure.id, default: [:]][name] = figure
            return
        }
        guard let polarity: Polarity = try row("polarity"),
            let first = firstEnds[measure.id]?[name],
            let gap = GapLines(first: [first], second: [figure])
                .gaps(("", ""), polarity: polarity).first
        else { return }
        add(try area(row, gap.figure), to: measure.id)
    }
}
