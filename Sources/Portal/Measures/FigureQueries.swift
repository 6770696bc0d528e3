import SQLite
import Scorecard

/// A group of children, and what was published for it in one period.
struct GroupFigure: Equatable {
    let breakdown: Int64
    let label: String
    let isWhole: Bool
    let local: Figure
    fileprivate(set) var country: Figure?
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

/// Which figures around a measure's own line are asked for, and who asks.
struct SurroundingsRequest {
    /// The series of the latest figure, and its period; `nil` where there is none.
    let headline: (line: MeasureSeries, period: Period)?
    let day: Day
    let audience: Audience
}

/// The published figures around a measure's own line.
struct Surroundings: Equatable {
    /// The groups for which the headline's series has figures in the latest period.
    var groups: [GroupFigure] = []
    /// What areas have for it in that period: neighbours of the latest model, the region, the
    /// country and the area itself.
    var areas: [AreaFigure] = []
    /// The figures of the parts of the measure and of what is near it, oldest first.
    var lines: [LineFigure] = []
}

/// What a row of the question is about.
private enum SurroundingsPart: String, SQLConvertible {
    case line
    case group
    case area
}

extension Database {
    /// The published figures around a measure's own line, in one question.
    func surroundings(
        of measure: MeasureDetail, _ asked: SurroundingsRequest
    ) throws(SQLError) -> Surroundings {
        var found = Surroundings()
        var parts = Self.lines(of: measure.facts.id, asked)
        if let headline = asked.headline {
            parts = """
                \(parts)
                UNION ALL
                \(Self.groups(headline, asked.audience))
                UNION ALL
                \(Self.areas(headline, asked.audience))
                """
        }
        try forEach("\(parts) ORDER BY part, rank, place, ends_on") { row throws(SQLError) in
            // Columns are read by their places, since a page has many of these rows.
            guard let period = Period(try row[8, as: String.self]) else { return }
            let kind: AreaKind = try row[6]
            let part: SurroundingsPart = try row[0]
            let position: Int? = try row[3]
            let line = measure.series.first { $0.position == position } ?? asked.headline?.line
            let figure = try Figure(row: row, at: 10, for: period)
                .transformed(by: line?.transform ?? .none, isLocal: kind == .local)
            switch part {
            case .line: try found.addLine(row, figure, isLocal: kind == .local)
            case .group: try found.addGroup(row, figure, isLocal: kind == .local)
            case .area: try found.addArea(row, figure, kind)
            }
        }
        return found
    }

    private static let figureColumns: SQL = """
        figure.period, figure.ends_on, figure.value, figure.numerator, figure.denominator,
        figure.marker, figure.status
        """

    private static func lines(of measure: Int64, _ asked: SurroundingsRequest) -> SQL {
        """
        SELECT 'line' AS part, measure_series.position AS rank, area.position AS place,
               measure_series.position AS series_position, NULL AS breakdown_id,
               area.name AS label, area.kind, 0 AS is_marked, \(figureColumns)
        FROM measure_series
        CROSS JOIN area ON area.kind IN ('local', 'country', 'nhs') AND area.is_listed
        CROSS JOIN line ON line.series_id = measure_series.series_id
            AND line.breakdown_id = measure_series.breakdown_id AND line.area_id = area.id
        CROSS JOIN \(asked.audience.figures) AS figure
            ON figure.line_id = line.id AND figure.ends_on <= \(asked.day)
        WHERE measure_series.measure_id = \(measure) AND measure_series.role <> 'headline'
        """
    }

    private static func groups(
        _ headline: (line: MeasureSeries, period: Period), _ audience: Audience
    ) -> SQL {
        """
        SELECT 'group', breakdown.position, area.kind <> 'local', NULL, breakdown.id,
               breakdown.label, area.kind, breakdown.position = 0, \(figureColumns)
        FROM area
        CROSS JOIN line ON line.area_id = area.id AND line.series_id = \(headline.line.series)
        CROSS JOIN breakdown ON breakdown.id = line.breakdown_id
        CROSS JOIN \(audience.figures) AS figure
            ON figure.line_id = line.id AND figure.ends_on = \(headline.period.end)
            AND figure.period = \(headline.period.description)
        WHERE area.kind IN ('local', 'country') AND area.is_listed
        """
    }

    private static func areas(
        _ headline: (line: MeasureSeries, period: Period), _ audience: Audience
    ) -> SQL {
        """
        SELECT 'area', area.position, 0, NULL, NULL, area.name, area.kind,
               neighbour.rank IS NOT NULL, \(figureColumns)
        FROM area INDEXED BY listed_area
        CROSS JOIN line ON line.area_id = area.id AND line.series_id = \(headline.line.series)
            AND line.breakdown_id = \(headline.line.breakdown)
        CROSS JOIN \(audience.figures) AS figure
            ON figure.line_id = line.id AND figure.ends_on = \(headline.period.end)
            AND figure.period = \(headline.period.description)
        LEFT JOIN neighbour
            ON neighbour.neighbour_id = area.id
            AND neighbour.area_id = (SELECT id FROM area WHERE kind = 'local')
            AND neighbour.model = (SELECT max(model) FROM neighbour)
        WHERE area.is_listed AND (area.kind <> 'authority' OR neighbour.rank IS NOT NULL)
        """
    }
}

extension Surroundings {
    fileprivate mutating func addLine(
        _ row: borrowing Row, _ figure: Figure, isLocal: Bool
    ) throws(SQLError) {
        lines.append(
            LineFigure(
                position: try row[3], area: try row[5], isLocal: isLocal,
                figure: figure))
    }

    /// A group's own figure comes first; the country's stands beside it.
    fileprivate mutating func addGroup(
        _ row: borrowing Row, _ figure: Figure, isLocal: Bool
    ) throws(SQLError) {
        let breakdown: Int64 = try row[4]
        if isLocal {
            groups.append(
                GroupFigure(
                    breakdown: breakdown, label: try row[5],
                    isWhole: try row[7], local: figure))
        } else if groups.last?.breakdown == breakdown {
            groups[groups.count - 1].country = figure
        }
    }

    fileprivate mutating func addArea(
        _ row: borrowing Row, _ figure: Figure, _ kind: AreaKind
    ) throws(SQLError) {
        areas.append(
            AreaFigure(
                name: try row[5], kind: kind, isNeighbour: try row[7],
                figure: figure))
    }
}
