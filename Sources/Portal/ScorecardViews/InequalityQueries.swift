import SQLite
import Scorecard

extension Database {
    /// The figures of the ends of gaps, and of the groups of other measures' latest period: one
    /// question, whatever the number of measures.
    func inequality(
        of standings: [Int64: Standing], _ scope: ScorecardScope, for audience: Audience
    ) throws(SQLError) -> InequalityRows {
        var ends: Set<Day> = []
        for standing in standings.values {
            if let latest = standing.latest { ends.insert(latest.period.end) }
            if standing.measure.kind == .derived, let change = standing.change {
                ends.insert(change.earlier.end)
            }
        }
        var rows = InequalityRows()
        try forEach(
            """
            SELECT measure_series.measure_id, measure_series.position, measure_series.role,
                   measure_series.transform, breakdown.label, breakdown.position = 0 AS is_whole,
                   line.breakdown_id = measure_series.breakdown_id AS is_own,
                   area.kind = 'local' AS is_local, area.name AS area, series.value_kind,
                   (SELECT base.polarity FROM measure_base
                    JOIN measure AS base ON base.id = measure_base.base_id
                    WHERE measure_base.measure_id = measure_series.measure_id
                    ORDER BY measure_base.position LIMIT 1) AS polarity,
                   figure.period, figure.value, figure.numerator, figure.denominator,
                   figure.marker, figure.status
            FROM measure_series
            JOIN series ON series.id = measure_series.series_id
            JOIN line ON line.series_id = measure_series.series_id
            JOIN area ON area.id = line.area_id
            JOIN breakdown ON breakdown.id = line.breakdown_id
            JOIN \(audience.figures) AS figure
                ON figure.line_id = line.id AND figure.ends_on IN \(list: ends.sorted())
            WHERE measure_series.measure_id IN (SELECT measure_id FROM \(scope.members))
                AND CASE measure_series.role
                    WHEN 'part' THEN line.breakdown_id = measure_series.breakdown_id
                        AND area.kind IN ('local', 'country')
                    WHEN 'headline' THEN area.kind = 'local'
                        AND (breakdown.position = 0
                            OR breakdown.dimension IN \(list: GroupsStanding.dimensions))
                    ELSE FALSE END
            ORDER BY measure_series.measure_id, measure_series.position, breakdown.position
            """
        ) { row throws(SQLError) in
            try rows.add(row, standings)
        }
        return rows
    }
}

extension InequalityRows {
    fileprivate mutating func add(
        _ row: borrowing Row, _ standings: [Int64: Standing]
    ) throws(SQLError) {
        let measure: Int64 = try row("measure_id")
        guard let standing = standings[measure],
            let period = Period(try row("period", as: String.self))
        else { return }
        let entry = try InequalityRow(row: row, for: period)
        let role: LineRole = try row("role")
        switch role {
        case .part:
            if !entry.isLocal { country = try row("area") }
            if standing.measure.kind == .derived { ends[measure, default: GapEnds()].add(entry) }
        case .headline:
            guard period == standing.latest?.period,
                entry.position == standing.own.local.latestPosition
            else { return }
            groups[measure, default: []].append(entry)
        case .related: break
        }
    }
}

extension InequalityRow {
    fileprivate init(row: borrowing Row, for period: Period) throws(SQLError) {
        measure = try row("measure_id")
        position = try row("position")
        group = try row("label")
        isWhole = try row("is_whole")
        isOwn = try row("is_own")
        isLocal = try row("is_local")
        valueKind = try row("value_kind")
        basePolarity = try row("polarity")
        figure = try Figure(row: row, for: period)
            .transformed(by: try row("transform"), isLocal: isLocal)
    }
}
