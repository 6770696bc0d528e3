import SQLite
import Scorecard

/// A rule under which the figures of a series come, because a measure uses it.
struct SeriesUse: Hashable {
    let terms: DisclosureTerms
    let timeBasis: TimeBasis
}

/// A published figure with what tells it apart from others of its series.
struct PublishedRow {
    let line: Int64
    let area: Int64
    let breakdown: Int64
    let figure: Figure
}

/// Groups of children that make up a whole between them.
struct Partition {
    /// The group that they make up; `nil` where they are shares of a whole without one.
    let whole: Int64?
    var parts: [Int64]
}

extension Database {
    /// The rules of the measures that use each series, by the series' id.
    ///
    /// The figures are held against a rule as what the series publishes, which need not be what
    /// the measure makes of it: a count under a percentage, say, or a share of something near.
    func seriesUses() throws(SQLError) -> [Int64: [SeriesUse]] {
        var uses: [Int64: [SeriesUse]] = [:]
        try forEach(
            """
            SELECT DISTINCT series.id, series.value_kind, measure.multiplier,
                   measure.time_basis, measure.small_number_threshold,
                   measure.small_number_rounding
            FROM measure_series
            JOIN measure ON measure.id = measure_series.measure_id
            JOIN series ON series.id = measure_series.series_id
            """
        ) { row throws(SQLError) in
            let kind: ValueKind = try row("value_kind")
            let multiplier: Int? = try row("multiplier")
            let terms = DisclosureTerms(
                audience: .everyone, rule: try SmallNumberRule(row: row), kind: kind,
                multiplier: kind == .rate ? multiplier.map(Int32.init(clamping:)) : nil)
            uses[try row("id"), default: []]
                .append(SeriesUse(terms: terms, timeBasis: try row("time_basis")))
        }
        return uses
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

    /// The figures of a series as they were published.
    func publishedRows(of series: Int64) throws(SQLError) -> [PublishedRow] {
        var rows: [PublishedRow] = []
        try forEach(
            """
            SELECT line.id AS line_id, line.area_id, line.breakdown_id, figure.period,
                   figure.status, figure.value, figure.numerator, figure.denominator,
                   figure.marker
            FROM line
            JOIN breakdown ON breakdown.id = line.breakdown_id
            JOIN figure ON figure.line_id = line.id
            WHERE line.series_id = \(series)
            ORDER BY breakdown.position, figure.ends_on, figure.period
            """
        ) { row throws(SQLError) in
            guard let period = Period(try row("period", as: String.self)) else { return }
            rows.append(
                PublishedRow(
                    line: try row("line_id"), area: try row("area_id"),
                    breakdown: try row("breakdown_id"),
                    figure: try Figure(row: row, for: period)))
        }
        return rows
    }

    /// Keeps a figure as everyone may see it, and what it was for those who may see that.
    func replace(_ row: PublishedRow, with figure: Figure) throws(SQLError) {
        let (published, end) = (row.figure, row.figure.period.end)
        let code = row.figure.period.description
        // What a publisher withheld is nobody's to see.
        if !published.isSuppressed {
            try run(
                """
                INSERT INTO true_figure (line_id, ends_on, period, status, value, numerator,
                                         denominator, marker)
                VALUES (\(row.line), \(end), \(code), \(published.status), \(published.value),
                        \(published.numerator), \(published.denominator), \(published.marker))
                """)
        }
        try run(
            """
            UPDATE figure SET
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
