import SQLite
import Scorecard

/// A measure as its own page tells of it.
struct MeasureDetail: Equatable {
    let facts: MeasureFacts
    let code: String
    let multiplier: Int32?
    let smallNumbers: SmallNumberRule
    let polarityNote: String?
    let numerator: String?
    let denominator: String?
    let definitionBasis: String?
    let source: String?
    let benchmarks: String?
    let wording: String?
    let printedFigures: String?
    let sourceDocument: String?
    let note: String?
    /// The service that answers for the measure, and the role of its owner there.
    let service: String?
    let ownerRole: String?
    /// The kind of period of its figures, where the catalogue names one.
    let periodKind: PeriodKind?
    /// The measure that took this one's place.
    let successor: MeasureUse?
    /// Which way is good for the figures that a gap is worked out from; `nil` for other measures.
    let gapPolarity: Polarity?
    /// The newest model of statistical neighbours and how many areas it has.
    let neighbours: NeighbourModel?
    /// The published series that serve the measure.
    fileprivate(set) var series: [MeasureSeries] = []
}

/// A model of statistical neighbours.
struct NeighbourModel: Equatable {
    let model: String
    let count: Int
}

/// A published series that serves a measure.
struct MeasureSeries: Equatable {
    let position: Int
    let series: Int64
    let breakdown: Int64
    let role: LineRole
    let match: LineMatch
    let transform: FigureTransform
    let seriesTitle: String
    let unit: String
    let valueKind: ValueKind
    let caution: String?
    let label: String?
    /// Whom the line counts: `Eligible for free school meals`.
    let breakdownLabel: String
    let note: String?
    /// Who published its own figures, and in what.
    let sources: [String]
}

/// A measure as its own page tells of it.
private struct MeasureKey: KeptKey {
    typealias Value = MeasureDetail
    let slug: String
}

extension Database {
    /// A measure with the published series that serve it, in the catalogue's order.
    func measure(_ slug: String) throws(SQLError) -> MeasureDetail? {
        try keptIfAny(MeasureKey(slug: slug)) { () throws(SQLError) in try readMeasure(slug) }
    }

    private func readMeasure(_ slug: String) throws(SQLError) -> MeasureDetail? {
        var detail: MeasureDetail?
        try forEach(
            """
            SELECT \(MeasureFacts.columns), \(Self.detailColumns), \(Self.seriesColumns)
            FROM measure
            LEFT JOIN measure AS successor ON successor.id = measure.replaced_by_id
            LEFT JOIN measure_series ON measure_series.measure_id = measure.id
            LEFT JOIN series ON series.id = measure_series.series_id
            LEFT JOIN breakdown ON breakdown.id = measure_series.breakdown_id
            WHERE measure.slug = \(slug)
            ORDER BY measure_series.position
            """
        ) { row throws(SQLError) in
            if detail == nil { detail = try MeasureDetail(row: row) }
            if let position: Int = try row("series_position") {
                detail?.series.append(try MeasureSeries(row: row, at: position))
            }
        }
        return detail
    }

    private static let detailColumns: SQL = """
        measure.code, measure.multiplier, measure.small_number_threshold,
        measure.small_number_rounding, measure.polarity_note, measure.numerator,
        measure.denominator, measure.definition_basis, measure.source, measure.benchmarks,
        measure.wording, measure.printed_figures, measure.source_document, measure.note,
        measure.service, measure.owner_role, measure.period_kind, successor.slug AS successor_slug,
        successor.title AS successor_title,
        (SELECT base.polarity FROM measure_base
         JOIN measure AS base ON base.id = measure_base.base_id
         WHERE measure_base.measure_id = measure.id AND measure.kind = 'derived'
         ORDER BY measure_base.position LIMIT 1) AS gap_polarity,
        (SELECT max(neighbour.model) FROM neighbour
         JOIN area ON area.id = neighbour.area_id AND area.kind = 'local') AS neighbour_model,
        (SELECT count(*) FROM neighbour
         JOIN area ON area.id = neighbour.area_id AND area.kind = 'local'
         WHERE neighbour.model = (SELECT max(newest.model) FROM neighbour AS newest
                                  WHERE newest.area_id = area.id)) AS neighbour_count
        """

    private static let seriesColumns: SQL = """
        measure_series.position AS series_position, measure_series.series_id,
        measure_series.breakdown_id, measure_series.role, measure_series.match,
        measure_series.transform, series.title AS series_title, series.unit AS series_unit,
        series.value_kind AS series_value_kind, series.caution, measure_series.label,
        breakdown.label AS breakdown_label, measure_series.note AS series_note,
        (SELECT group_concat(words, char(10)) FROM (
            SELECT DISTINCT source.publisher || ', ' || source.publication AS words
            FROM published_figure
            JOIN source ON source.id = published_figure.source_id
            WHERE published_figure.line_id = measure_series.local_line_id
            ORDER BY words)) AS sources
        """
}

extension MeasureDetail {
    init(row: borrowing Row) throws(SQLError) {
        facts = try MeasureFacts(row: row)
        code = try row("code")
        let multiplier: Int? = try row("multiplier")
        self.multiplier = multiplier.map(Int32.init(clamping:))
        smallNumbers = try SmallNumberRule(row: row)
        polarityNote = try row("polarity_note")
        numerator = try row("numerator")
        denominator = try row("denominator")
        definitionBasis = try row("definition_basis")
        source = try row("source")
        benchmarks = try row("benchmarks")
        wording = try row("wording")
        printedFigures = try row("printed_figures")
        sourceDocument = try row("source_document")
        note = try row("note")
        service = try row("service")
        ownerRole = try row("owner_role")
        periodKind = PeriodKind(rawValue: try row("period_kind"))
        let successor: String? = try row("successor_slug")
        self.successor = try successor.map { slug throws(SQLError) in
            MeasureUse(slug: slug, title: try row("successor_title"))
        }
        gapPolarity = try row("gap_polarity")
        let model: String? = try row("neighbour_model")
        neighbours = try model.map { model throws(SQLError) in
            NeighbourModel(model: model, count: try row("neighbour_count"))
        }
    }
}

extension MeasureSeries {
    fileprivate init(row: borrowing Row, at position: Int) throws(SQLError) {
        self.position = position
        series = try row("series_id")
        breakdown = try row("breakdown_id")
        role = try row("role")
        match = try row("match")
        transform = try row("transform")
        seriesTitle = try row("series_title")
        unit = try row("series_unit")
        valueKind = try row("series_value_kind")
        caution = try row("caution")
        label = try row("label")
        breakdownLabel = try row("breakdown_label")
        note = try row("series_note")
        let sources: String? = try row("sources")
        self.sources = sources?.items ?? []
    }
}
