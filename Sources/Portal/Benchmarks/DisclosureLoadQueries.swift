import SQLite
import Scorecard

/// A published figure with what tells it apart from others of its series.
struct PublishedRow {
    let series: Int64
    let line: Int64
    let area: Int64
    let breakdown: Int64
    let figure: Figure
}

/// Where figures are kept, and the areas whose are looked at.
struct FigureTables {
    let lines: SQL
    let figures: SQL
    /// What officers of the service see in the place of figures.
    let trueFigures: SQL
    let areas: SQL

    /// Those of the areas that the folder's files list, which pages show.
    static let listed = FigureTables(
        lines: "line", figures: "figure", trueFigures: "true_figure",
        areas: "SELECT id FROM area WHERE is_listed")
    /// Those of the other areas.
    static let wide = FigureTables(
        lines: "line", figures: "figure", trueFigures: "true_figure",
        areas: "SELECT id FROM area WHERE NOT is_listed")
    /// Those of a file that is being read.
    static let staged = FigureTables(
        lines: "temp.wide_line", figures: "temp.wide_figure",
        trueFigures: "temp.wide_true_figure", areas: "SELECT DISTINCT area_id FROM temp.wide_line")
}

/// Groups of children that make up a whole between them.
struct Partition {
    /// The group that they make up; `nil` where they are shares of a whole without one.
    let whole: Int64?
    var parts: [Int64]
}

extension Database {
    /// The rules of the measures that use each series, and which of these hang together.
    ///
    /// The figures are held against a rule as what the series publishes, which need not be what
    /// the measure makes of it: a count under a percentage, say, or a share of something near.
    func disclosureUses() throws(SQLError) -> DisclosureUses {
        var entries: [DisclosureUses.Entry] = []
        try forEach(
            """
            SELECT measure.id AS measure_id, series.id, measure_series.breakdown_id,
                   series.value_kind, measure.multiplier, measure.time_basis,
                   measure.small_number_threshold, measure.small_number_rounding,
                   measure_series.role = 'headline' AND measure_series.transform = 'none'
                       AS is_own,
                   measure_series.role <> 'related' AND measure.value_kind = 'points'
                       AND EXISTS (
                       SELECT 1 FROM measure_series AS part
                       WHERE part.measure_id = measure.id AND part.role = 'part')
                       AS is_of_gap
            FROM measure_series
            JOIN measure ON measure.id = measure_series.measure_id
            JOIN series ON series.id = measure_series.series_id
            ORDER BY measure.id, measure_series.position
            """
        ) { row throws(SQLError) in
            let kind: ValueKind = try row("value_kind")
            let multiplier: Int? = try row("multiplier")
            let terms = DisclosureTerms(
                audience: .everyone, rule: try SmallNumberRule(row: row), kind: kind,
                multiplier: kind == .rate ? multiplier.map(Int32.init(clamping:)) : nil)
            entries.append(
                DisclosureUses.Entry(
                    measure: try row("measure_id"),
                    line: SeriesLine(series: try row("id"), breakdown: try row("breakdown_id")),
                    terms: terms, timeBasis: try row("time_basis"), isOwn: try row("is_own"),
                    isOfGap: try row("is_of_gap")))
        }
        return DisclosureUses(entries, try partitions())
    }

    /// Puts the true numbers of some series back in the place of what was shown of them, for the
    /// areas that are listed.
    func restore(_ series: [Int64]) throws(SQLError) {
        try restore(
            """
            (SELECT line.id FROM area
             CROSS JOIN line ON line.area_id = area.id
                AND line.series_id IN \(SQL.all(of: series))
             WHERE area.is_listed)
            """)
    }

    /// The same for the figures that the file of many areas brought.
    func restoreWide() throws(SQLError) {
        try restore(
            "(SELECT line_id FROM true_figure WHERE line_id >= \(WideLine.first))")
    }

    private func restore(_ lines: SQL) throws(SQLError) {
        try run(
            """
            UPDATE figure SET
                status = actual.status, value = actual.value, numerator = actual.numerator,
                denominator = actual.denominator, marker = actual.marker
            FROM true_figure AS actual
            WHERE figure.line_id IN \(lines) AND actual.line_id = figure.line_id
                AND actual.ends_on = figure.ends_on AND actual.period = figure.period
            """)
        try run("DELETE FROM true_figure WHERE line_id IN \(lines)")
    }

    /// The areas whose figures are looked at.
    func areas(of tables: FigureTables) throws(SQLError) -> [Int64] {
        try all("\(tables.areas) ORDER BY 1") { row throws(SQLError) in try row[0] }
    }

    /// The figures of measures that are gaps, in all series or some, of which an end is withheld
    /// and they are not.
    func exposingGaps(
        _ series: [Int64]?, _ tables: FigureTables
    ) throws(SQLError) -> [PublishedRow] {
        let some: SQL = series.map { "gap.series_id IN \(SQL.all(of: $0))" } ?? "TRUE"
        return try rows(
            """
            SELECT DISTINCT line.series_id, line.id AS line_id, line.area_id, line.breakdown_id,
                   figure.period, figure.status, figure.value, figure.numerator,
                   figure.denominator, figure.marker
            FROM measure_series AS gap
            JOIN measure ON measure.id = gap.measure_id AND measure.value_kind = 'points'
            JOIN \(tables.lines) AS line
                ON line.series_id = gap.series_id AND line.breakdown_id = gap.breakdown_id
                AND line.area_id IN (\(tables.areas))
            JOIN \(tables.figures) AS figure
                ON figure.line_id = line.id AND figure.value IS NOT NULL
            JOIN measure_series AS part
                ON part.measure_id = gap.measure_id AND part.role = 'part'
            JOIN \(tables.lines) AS end_line
                ON end_line.series_id = part.series_id
                AND end_line.breakdown_id = part.breakdown_id AND end_line.area_id = line.area_id
            JOIN \(tables.figures) AS end_figure
                ON end_figure.line_id = end_line.id AND end_figure.ends_on = figure.ends_on
                AND end_figure.period = figure.period AND end_figure.marker = 'c'
            WHERE gap.role = 'headline' AND gap.transform = 'none' AND \(some)
            """)
    }

    /// Every way in which a whole is divided, in the order of the file.
    func partitions() throws(SQLError) -> [Partition] {
        var partitions: [Partition] = []
        var places: [[String]: Int] = [:]
        try forEach(
            "SELECT whole_id, division, part_id FROM partition ORDER BY id"
        ) { row throws(SQLError) in
            let whole: Int64? = try row("whole_id")
            let division: String = try row("division")
            let part: Int64 = try row("part_id")
            let key = [whole?.description ?? "", division]
            if let place = places[key] {
                partitions[place].parts.append(part)
            } else {
                places[key] = partitions.count
                partitions.append(Partition(whole: whole, parts: [part]))
            }
        }
        return partitions
    }

    /// The figures of a series for an area as they were published.
    func publishedRows(
        of series: Int64, in area: Int64, _ tables: FigureTables
    ) throws(SQLError) -> [PublishedRow] {
        try rows(
            """
            SELECT line.series_id, line.id AS line_id, line.area_id, line.breakdown_id,
                   figure.period, figure.status, figure.value, figure.numerator,
                   figure.denominator, figure.marker
            FROM \(tables.lines) AS line
            LEFT JOIN breakdown ON breakdown.id = line.breakdown_id
            JOIN \(tables.figures) AS figure ON figure.line_id = line.id
            WHERE line.series_id = \(series) AND line.area_id = \(area)
            ORDER BY breakdown.position IS NULL, breakdown.position, breakdown.id,
                     figure.ends_on, figure.period
            """)
    }

    private func rows(_ question: SQL) throws(SQLError) -> [PublishedRow] {
        var rows: [PublishedRow] = []
        try forEach(question) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            rows.append(
                PublishedRow(
                    series: try row("series_id"), line: try row("line_id"),
                    area: try row("area_id"), breakdown: try row("breakdown_id"),
                    figure: try Figure(row: row, for: period)))
        }
        return rows
    }

    /// Keeps a figure as everyone may see it, and what it was for those who may see that.
    func replace(
        _ row: PublishedRow, with figure: Figure, _ tables: FigureTables
    ) throws(SQLError) {
        let (published, end) = (row.figure, row.figure.period.end)
        let code = row.figure.period.description
        // What a publisher withheld is nobody's to see.
        if !published.isSuppressed {
            try run(
                """
                INSERT INTO \(tables.trueFigures) (line_id, ends_on, period, status, value, numerator,
                                         denominator, marker)
                VALUES (\(row.line), \(end), \(code), \(published.status), \(published.value),
                        \(published.numerator), \(published.denominator), \(published.marker))
                ON CONFLICT DO NOTHING
                """)
        }
        try run(
            """
            UPDATE \(tables.figures) SET
                status = \(figure.status), value = \(figure.value),
                numerator = \(figure.numerator), denominator = \(figure.denominator),
                marker = \(figure.marker)
            WHERE line_id = \(row.line) AND ends_on = \(end) AND period = \(code)
            """)
    }
}

extension SmallNumberRule {
    init(row: borrowing Row) throws(SQLError) {
        let threshold: Int = try row("small_number_threshold")
        // A threshold of 0 says that what is counted is not children.
        self.init(
            threshold: threshold,
            leastDenominator: threshold == 0 ? 0 : Self.standard.leastDenominator,
            rounding: try row("small_number_rounding"))
    }
}

extension Figure {
    /// Reads a row of a table or view of figures.
    init(row: borrowing Row, for period: Period) throws(SQLError) {
        self.init(
            period: period, value: try row("value"), numerator: try row("numerator"),
            denominator: try row("denominator"), status: try row("status"),
            marker: try row("marker"))
    }
}
