import SQLite
import Scorecard

/// A measure as its own page tells of it.
struct MeasureDetail {
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
}

/// Where a measure is shown.
struct MeasurePlace: Equatable {
    let strategySlug: String
    let strategyTitle: String
    let level: String?
    let number: String?
    let objectiveTitle: String?
    /// Where the strategy's page tells of the objective.
    let objectiveSlug: String?
    let why: String?
    /// The scorecard of the objective, or of the strategy.
    let scorecard: String
    let scorecardTitle: String
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
}

/// Who published figures, and in what.
struct SourceEntry: Equatable {
    let publisher: String
    let publication: String
}

extension Database {
    func measure(_ slug: String) throws(SQLError) -> MeasureDetail? {
        try first(
            """
            SELECT \(MeasureFacts.columns), measure.code, measure.multiplier,
                   measure.small_number_threshold, measure.small_number_rounding,
                   measure.polarity_note,
                   measure.numerator, measure.denominator, measure.definition_basis,
                   measure.source, measure.benchmarks, measure.wording,
                   measure.printed_figures, measure.source_document, measure.note
            FROM measure
            WHERE measure.slug = \(slug)
            """, read: MeasureDetail.init)
    }

    /// Where a measure is shown, in the catalogue's order.
    func places(ofMeasure measure: Int64) throws(SQLError) -> [MeasurePlace] {
        try all(
            """
            SELECT strategy.slug AS strategy_slug, strategy.title AS strategy_title,
                   objective.level, objective.number,
                   coalesce(objective.short_title, placement.heading) AS objective_title,
                   coalesce(parent.slug, objective.slug) AS objective_slug, objective.why,
                   coalesce(own.slug, whole.slug) AS scorecard,
                   coalesce(own.title, whole.title) AS scorecard_title
            FROM placement
            JOIN strategy ON strategy.id = placement.strategy_id
            JOIN scorecard AS whole
                ON whole.strategy_id = strategy.id AND whole.objective_id IS NULL
            LEFT JOIN objective ON objective.id = placement.objective_id
            LEFT JOIN objective AS parent ON parent.id = objective.parent_id
            LEFT JOIN scorecard AS own
                ON own.objective_id IN (objective.id, objective.parent_id)
            WHERE placement.measure_id = \(measure)
            ORDER BY strategy.position, placement.position
            """, read: MeasurePlace.init)
    }

    /// The published series that serve a measure.
    func series(ofMeasure measure: Int64) throws(SQLError) -> [MeasureSeries] {
        try all(
            """
            SELECT measure_series.position, measure_series.series_id,
                   measure_series.breakdown_id, measure_series.role, measure_series.match,
                   measure_series.transform, series.title AS series_title, series.unit,
                   series.value_kind,
                   series.caution, measure_series.label, breakdown.label AS breakdown_label,
                   measure_series.note
            FROM measure_series
            JOIN series ON series.id = measure_series.series_id
            JOIN breakdown ON breakdown.id = measure_series.breakdown_id
            WHERE measure_series.measure_id = \(measure)
            ORDER BY measure_series.position
            """, read: MeasureSeries.init)
    }

    /// Which way is good for the figures that a gap is worked out from; `nil` for other measures.
    func gapPolarity(ofMeasure measure: MeasureFacts) throws(SQLError) -> Polarity? {
        guard measure.kind == .derived else { return nil }
        return try first(
            """
            SELECT measure.polarity FROM measure_base
            JOIN measure ON measure.id = measure_base.base_id
            WHERE measure_base.measure_id = \(measure.id)
            ORDER BY measure_base.position LIMIT 1
            """
        ) { row throws(SQLError) in try row("polarity") }
    }

    /// Who published the figures of the series that a measure is judged by.
    func sources(ofMeasure measure: Int64) throws(SQLError) -> [SourceEntry] {
        try all(
            """
            SELECT DISTINCT source.publisher, source.publication
            FROM measure_series
            JOIN line ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
                AND line.area_id = (SELECT id FROM area WHERE kind = 'local')
            JOIN published_figure ON published_figure.line_id = line.id
            JOIN source ON source.id = published_figure.source_id
            WHERE measure_series.measure_id = \(measure)
            ORDER BY source.publisher, source.publication
            """, read: SourceEntry.init)
    }
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
    }
}

extension MeasurePlace {
    init(row: borrowing Row) throws(SQLError) {
        strategySlug = try row("strategy_slug")
        strategyTitle = try row("strategy_title")
        level = try row("level")
        number = try row("number")
        objectiveTitle = try row("objective_title")
        objectiveSlug = try row("objective_slug")
        why = try row("why")
        scorecard = try row("scorecard")
        scorecardTitle = try row("scorecard_title")
    }
}

extension MeasureSeries {
    init(row: borrowing Row) throws(SQLError) {
        position = try row("position")
        series = try row("series_id")
        breakdown = try row("breakdown_id")
        role = try row("role")
        match = try row("match")
        transform = try row("transform")
        seriesTitle = try row("series_title")
        unit = try row("unit")
        valueKind = try row("value_kind")
        caution = try row("caution")
        label = try row("label")
        breakdownLabel = try row("breakdown_label")
        note = try row("note")
    }
}

extension SourceEntry {
    init(row: borrowing Row) throws(SQLError) {
        publisher = try row("publisher")
        publication = try row("publication")
    }
}
