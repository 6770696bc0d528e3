import SQLite
import Scorecard

extension Database {
    /// Every published figure of the headlines of some measures, for the partnership's own area
    /// and those that it is compared with: measure by measure, area by area, oldest first.
    ///
    /// Of a gap, which nobody publishes, the first two parts are read and it is worked out.
    func dataRows(
        _ scope: ScorecardScope, for audience: Audience
    ) throws(SQLError) -> [DataRow] {
        var rows: [DataRow] = []
        var run: DataRun?
        try forEach(
            """
            SELECT measure.id AS measure_id, measure.code, measure.title, measure.unit,
                   area.id AS area_id, area.code AS area_code, area.name AS area,
                   area.kind = 'local' AS is_local, breakdown.label AS breakdown,
                   served.label, served.place, served.role, served.transform,
                   figure.period, figure.value, figure.numerator, figure.denominator,
                   figure.marker, figure.status, source.publisher, source.publication,
                   (SELECT base.polarity FROM measure_base
                    JOIN measure AS base ON base.id = measure_base.base_id
                    WHERE measure_base.measure_id = measure.id
                    ORDER BY measure_base.position LIMIT 1) AS gap_polarity
            FROM measure
            JOIN (SELECT *, row_number() OVER (
                      PARTITION BY measure_id, role ORDER BY position) AS place
                  FROM measure_series) AS served
                ON served.measure_id = measure.id
                AND (served.role = 'headline'
                    OR served.role = 'part' AND measure.kind = 'derived' AND served.place <= 2)
            CROSS JOIN area INDEXED BY listed_area ON area.is_listed
                AND (area.kind <> 'authority' OR area.id IN
                    (SELECT neighbour_id FROM neighbour
                     WHERE model = (SELECT max(model) FROM neighbour)))
            CROSS JOIN line ON line.series_id = served.series_id
                AND line.breakdown_id = served.breakdown_id AND line.area_id = area.id
            JOIN breakdown ON breakdown.id = line.breakdown_id
            JOIN \(audience.figures) AS figure ON figure.line_id = line.id
            LEFT JOIN source ON source.id = figure.source_id
            WHERE measure.id IN (SELECT measure_id FROM \(scope.members))
            ORDER BY measure.position, area.position, figure.ends_on, served.position
            """
        ) { row throws(SQLError) in
            let key = DataRun.Key(
                measure: try row("measure_id"), area: try row("area_id"))
            if run?.key != key {
                if let run { rows += run.rows }
                run = try DataRun(row: row, key)
            }
            try run?.add(row)
        }
        if let run { rows += run.rows }
        return rows
    }
}

/// The figures of one measure in one area, while they are read.
private struct DataRun {
    struct Key: Equatable {
        let measure: Int64
        let area: Int64
    }

    let key: Key
    private let code: String
    private let measure: String
    private let unit: String
    private let areaCode: String
    private let area: String
    private let isLocal: Bool
    private let gapPolarity: Polarity?
    private var published: [DataRow] = []
    private var ends = GapLines()
    private var labels = (first: "", second: "")
    private var endsSource = ""

    init(row: borrowing Row, _ key: Key) throws(SQLError) {
        self.key = key
        code = try row("code")
        measure = try row("title")
        unit = try row("unit")
        areaCode = try row("area_code")
        area = try row("area")
        isLocal = try row("is_local")
        gapPolarity = try row("gap_polarity")
    }

    /// Takes the next row; one for a period that this program does not know is left out.
    mutating func add(_ row: borrowing Row) throws(SQLError) {
        guard let period = Period(try row("period", as: String.self)) else { return }
        let transform: FigureTransform = try row("transform")
        let figure = try Figure(row: row, for: period)
            .transformed(by: transform, isLocal: isLocal)
        let publisher: String? = try row("publisher")
        let publication: String? = try row("publication")
        let source = [publisher, publication].compactMap(\.self).joined(separator: ", ")
        let group: String = try row("breakdown")
        let role: String = try row("role")
        if role == "headline" {
            add(figure, group, source)
        } else {
            let label: String = try row("label", as: String?.self) ?? group
            let place: Int = try row("place")
            add(figure, toEnd: place, label, source)
        }
    }

    /// Of two series with a figure for one period the one that is listed first is read first,
    /// and wins; what is not counted for other areas is left out.
    private mutating func add(_ figure: Figure, _ group: String, _ source: String) {
        guard published.last?.figure.period != figure.period,
            figure.value != nil || figure.marker != nil
        else { return }
        published.append(row(figure, group, source))
    }

    private mutating func add(
        _ figure: Figure, toEnd place: Int, _ label: String, _ source: String
    ) {
        endsSource = source
        if place == 1 {
            ends.first.append(figure)
            labels.first = label
        } else {
            ends.second.append(figure)
            labels.second = label
        }
    }

    private func row(_ figure: Figure, _ group: String, _ source: String) -> DataRow {
        DataRow(
            code: code, measure: measure, unit: unit, areaCode: areaCode, area: area,
            group: group, figure: figure, source: source)
    }

    /// The figures, oldest first, with those of the gap.
    var rows: [DataRow] {
        guard let gapPolarity else { return published }
        let gaps = ends.gaps(labels, polarity: gapPolarity)
        return published
            + gaps.map { gap in
                row(
                    gap.figure, "Gap: \(gap.lessAdvantaged.group); \(gap.moreAdvantaged.group)",
                    endsSource)
            }
    }
}
