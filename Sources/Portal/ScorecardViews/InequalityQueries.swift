import SQLite
import Scorecard

extension Database {
    /// The figures of the ends of gaps, and of the groups of other measures' latest period: one
    /// question, whatever the number of measures.
    ///
    /// Columns are read by their places, since there are hundreds of rows.
    func inequality(
        of standings: Standings, for audience: Audience
    ) throws(SQLError) -> InequalityRows {
        var rows = InequalityRows()
        let wanted = standings.values.flatMap(\.wantedForInequality)
        guard !wanted.isEmpty else { return rows }
        try forEach(
            """
            WITH \(wanted.table)
            SELECT \(InequalityRow.columns)
            FROM wanted
            CROSS JOIN measure_series ON \(WantedFigure.series)
            CROSS JOIN line ON line.id IN
                (measure_series.local_line_id, measure_series.country_line_id)
            \(InequalityRow.joins(audience))
            WHERE wanted.position IS NULL
            UNION ALL
            SELECT \(InequalityRow.columns)
            FROM wanted
            CROSS JOIN measure_series ON \(WantedFigure.series)
            CROSS JOIN line ON line.series_id = measure_series.series_id
                AND line.area_id = (SELECT id FROM area WHERE kind = 'local')
            \(InequalityRow.joins(audience))
            WHERE wanted.position IS NOT NULL
                AND (breakdown.position = 0
                    OR breakdown.dimension IN \(list: GroupsStanding.dimensions))
            ORDER BY 1, 2, 3
            """
        ) { row throws(SQLError) in
            try rows.add(row, standings)
        }
        return rows
    }
}

extension Standing {
    /// The gap of the latest figure and the one it is compared with, or what was published for
    /// groups with the latest figure.
    fileprivate var wantedForInequality: [WantedFigure] {
        guard let latest = WantedFigure(latestOf: self) else { return [] }
        guard measure.kind == .derived else { return measure.comparesGroups ? [latest] : [] }
        guard let earlier = change?.earlier else { return [latest] }
        return [latest, WantedFigure(measure: measure.id, position: nil, period: earlier)]
    }
}

extension InequalityRows {
    fileprivate mutating func add(
        _ row: borrowing Row, _ standings: Standings
    ) throws(SQLError) {
        let measure: Int64 = try row[0]
        guard let standing = standings[measure], let latest = standing.latest?.period else {
            return
        }
        let isLatest = try row[4, as: Day.self] == latest.end
        guard let period = isLatest ? latest : standing.change?.earlier else { return }
        let entry = try InequalityRow(row: row, of: measure, for: period)
        if standing.measure.kind == .derived {
            if !entry.isLocal { country = try row[9] }
            ends[measure, default: GapEnds()].add(entry)
        } else {
            groups[measure, default: []].append(entry)
        }
    }
}

extension InequalityRow {
    /// What `init(row:of:for:)` reads, after what rows are ordered by and the figure's last day.
    fileprivate static let columns: SQL = """
        wanted.measure_id, measure_series.position, breakdown.position,
        measure_series.transform, wanted.ends_on, breakdown.label,
        breakdown.position = 0, line.breakdown_id = measure_series.breakdown_id,
        area.kind = 'local', area.name, series.value_kind, \(WantedFigure.basePolarity),
        figure.value, figure.numerator, figure.denominator, figure.marker, figure.status
        """

    /// What a line and its figures are described by.
    fileprivate static func joins(_ audience: Audience) -> SQL {
        """
        CROSS JOIN area ON area.id = line.area_id
        CROSS JOIN breakdown ON breakdown.id = line.breakdown_id
        CROSS JOIN series ON series.id = line.series_id
        CROSS JOIN \(audience.figures) AS figure ON figure.line_id = line.id
            AND figure.ends_on = wanted.ends_on AND figure.period = wanted.period
        """
    }

    fileprivate init(
        row: borrowing Row, of measure: Int64, for period: Period
    ) throws(SQLError) {
        self.measure = measure
        position = try row[1]
        group = try row[5]
        isWhole = try row[6]
        isOwn = try row[7]
        isLocal = try row[8]
        valueKind = try row[10]
        basePolarity = try row[11]
        figure = try Figure(row: row, at: 12, for: period)
            .transformed(by: try row[3], isLocal: isLocal)
    }
}
