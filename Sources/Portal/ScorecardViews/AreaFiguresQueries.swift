import SQLite
import Scorecard

extension Database {
    /// What the region and the neighbours have for the latest figures of some measures, and where
    /// all councils lie: one question, whatever the number of measures.
    ///
    /// Of a gap, the two ends are read and worked out for each area. Columns are read by their
    /// places, since there are hundreds of rows.
    func areaFigures(
        of standings: Standings, for audience: Audience
    ) throws(SQLError) -> AreaFiguresOfMeasures {
        var reading = AreaFiguresReading(standings: standings)
        let wanted = standings.values.compactMap(WantedFigure.init(latestOf:))
        guard !wanted.isEmpty else { return reading.figures }
        try forEach(
            """
            WITH \(wanted.table),
            newest (model, count) AS (
                SELECT model, count(*) FROM neighbour
                WHERE area_id = (SELECT id FROM area WHERE kind = 'local')
                GROUP BY model ORDER BY model DESC LIMIT 1),
            compared (area_id, position, name, kind, is_neighbour) AS MATERIALIZED (
                SELECT id, position, name, kind, id IN
                    (SELECT neighbour.neighbour_id FROM newest
                     JOIN neighbour ON neighbour.model = newest.model
                        AND neighbour.area_id = (SELECT id FROM area WHERE kind = 'local'))
                    AS is_neighbour
                FROM area INDEXED BY listed_area
                WHERE is_listed AND (is_neighbour OR kind IN ('local', 'region')))
            SELECT wanted.measure_id, measure_series.position, compared.position,
                   measure_series.transform, compared.name, compared.kind, compared.is_neighbour,
                   figure.value, figure.numerator, figure.denominator, figure.marker,
                   figure.status, \(WantedFigure.basePolarity),
                   CASE compared.kind WHEN 'local' THEN (SELECT model FROM newest) END,
                   (SELECT count FROM newest), measure.multiplier, distribution.areas,
                   distribution.p1, distribution.p25, distribution.median, distribution.p75,
                   distribution.p99
            FROM wanted
            CROSS JOIN measure ON measure.id = wanted.measure_id
            CROSS JOIN measure_series ON \(WantedFigure.series)
            CROSS JOIN compared
            CROSS JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
                AND line.area_id = compared.area_id
            CROSS JOIN \(audience.figures) AS figure ON figure.line_id = line.id
                AND figure.ends_on = wanted.ends_on AND figure.period = wanted.period
            LEFT JOIN distribution ON compared.kind = 'local'
                AND distribution.series_id = line.series_id
                AND distribution.breakdown_id = line.breakdown_id
                AND distribution.ends_on = figure.ends_on
                AND distribution.period = figure.period
            ORDER BY 1, 2, 3
            """
        ) { row throws(SQLError) in
            try reading.add(row)
        }
        return reading.figures
    }
}

/// Rows while they are read: the ends of gaps wait for each other.
private struct AreaFiguresReading {
    let standings: Standings
    private(set) var figures = AreaFiguresOfMeasures()
    /// Of each gap, the positions of its first two parts.
    private var parts: [Int64: [Int]] = [:]
    /// Of each gap, the areas' figures for the first of its ends.
    private var firstEnds: [Int64: [String: Figure]] = [:]

    init(standings: Standings) {
        self.standings = standings
    }

    mutating func add(_ row: borrowing Row) throws(SQLError) {
        if figures.neighbours == nil, let model: String = try row[13] {
            figures.neighbours = NeighbourSet(model: model, count: try row[14])
        }
        let measure: Int64 = try row[0]
        guard let standing = standings[measure], let period = standing.latest?.period else {
            return
        }
        let kind: AreaKind = try row[5]
        let figure = try Figure(row: row, at: 7, for: period)
            .transformed(by: try row[3], isLocal: kind == .local)
        if standing.measure.kind == .derived {
            try addEnd(row, figure, of: standing.measure)
        } else {
            if kind == .local { try addDistribution(row, to: measure) }
            add(try area(row, figure), to: measure)
        }
    }

    private func area(_ row: borrowing Row, _ figure: Figure) throws(SQLError) -> AreaFigure {
        AreaFigure(
            name: try row[4], kind: try row[5], isNeighbour: try row[6], figure: figure)
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
        let multiplier: Int? = try row[15]
        figures.byMeasure[measure, default: AreaFigures()].multiplier =
            multiplier.map(Int32.init(clamping:)) ?? 1
        guard let areas: Int = try row[16] else { return }
        let distribution = Distribution(
            areas: areas, p1: try row[17], p25: try row[18], median: try row[19],
            p75: try row[20], p99: try row[21])
        figures.byMeasure[measure, default: AreaFigures()].distribution =
            distribution.transformed(by: try row[3])
    }

    /// Adds one end of an area's gap, and with the second end the gap.
    private mutating func addEnd(
        _ row: borrowing Row, _ figure: Figure, of measure: MeasureFacts
    ) throws(SQLError) {
        let position: Int = try row[1]
        if !(parts[measure.id]?.contains(position) ?? false) {
            parts[measure.id, default: []].append(position)
        }
        guard let place = parts[measure.id]?.firstIndex(of: position), place < 2 else { return }
        let name: String = try row[4]
        guard place == 1 else {
            firstEnds[measure.id, default: [:]][name] = figure
            return
        }
        guard let polarity: Polarity = try row[12],
            let first = firstEnds[measure.id]?[name],
            let gap = GapLines(first: [first], second: [figure])
                .gaps(("", ""), polarity: polarity).first
        else { return }
        add(try area(row, gap.figure), to: measure.id)
    }
}
