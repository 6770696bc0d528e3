import Scorecard

/// One measure of a report, with all that the report says of it put into words once.
struct ReportMeasuresEntry {
    let standing: Standing
    let comparison: AreaComparison
    /// The neighbours’ one number, where any has a figure.
    let neighbours: Benchmark?
    let definition: ReportedDefinition?
    let release: FigureRelease?
    let commentary: [Commentary]
    let actions: [Action]
    let forecasts: [ForecastEntry]
    /// Whose target the measure is judged by.
    let scope: TargetScope?
    /// The names of the area that is reported on and of its country and region.
    let area: String
    let country: String
    let region: String
    /// The quarter at whose end the measure is judged, and the day on which somebody asks.
    let quarter: FinancialQuarter
    let day: Day

    init(_ standing: Standing, _ source: EditionSource) {
        let measures = source.measures
        let id = standing.measure.id
        self.standing = standing
        comparison = AreaComparison(
            standing: standing, others: measures.areas.byMeasure[id] ?? AreaFigures(),
            set: measures.areas.neighbours, method: source.portal.neighbourMethod)
        neighbours = comparison.benchmark.flatMap { $0.value == nil ? nil : $0 }
        definition = measures.definitions[id]
        release = measures.releases[id]
        let end = source.judgedOn
        commentary = (measures.words.commentary[id] ?? []).filter { $0.period.end <= end }
        actions = measures.words.actions[id] ?? []
        forecasts = measures.words.forecasts[id] ?? []
        let target = standing.target?.target
        scope = measures.targets[id]?.first { $0.entry.target == target }?.scope
        area = source.portal.organisation
        country = measures.country
        region = measures.areas.region ?? "Region"
        quarter = source.edition.quarter
        day = source.day
    }

    var code: String { standing.measure.code }
    var title: String { standing.measure.title }
    var format: FigureFormat { standing.format }

    /// Where the block of the measure stands in the document.
    var anchor: String { "measures-\(code.lowercased())" }

    /// Where the appendix tells what the measure is.
    var definitionAnchor: String { "appendices-\(code.lowercased())" }

    /// The unit, where the figures do not carry it.
    var unit: String? {
        let unit = standing.measure.unit
        return unit.isEmpty || unit == "%" ? nil : unit.capitalisedFirst
    }

    /// A figure or the marker in its place; `nil` where there is none.
    func text(_ figure: Figure?) -> String? {
        guard let figure else { return nil }
        return figure.value.map { format.text($0) } ?? figure.marker?.shorthand
    }

    /// The figure for the same time of the year before the latest, and of the year before that.
    var yearBefore: Figure? { figure(years: 1) }
    var twoYearsBefore: Figure? { figure(years: 2) }

    private func figure(years: Int) -> Figure? {
        var period = standing.latest?.period
        for _ in 0..<years { period = period?.yearBefore }
        return period.flatMap { standing.own.local.figure(of: $0) }
    }

    /// The figures of the quarters of this year, as far as they have come.
    var quartersOfYear: [(quarter: FinancialQuarter, figure: Figure)] {
        quarter.yearToDate.compactMap { quarter in
            standing.own.local.figure(of: .financialQuarter(quarter)).map { (quarter, $0) }
        }
    }

    /// The target as a cell shows it, with the day it ends on.
    var target: String? {
        standing.target?.target.words(in: format, on: standing.targetDay)
    }

    /// `Local, until July 2027`.
    var targetKind: String? {
        guard let target = standing.target else { return nil }
        let until = target.target.ends.map { "until \($0.untilWords)" }
        let words = [scope?.rawValue, until].compactMap(\.self).joined(separator: ", ")
        return words.isEmpty ? nil : words.capitalisedFirst
    }

    /// The rule that gave the status, or why there is none.
    var rule: String {
        let judgement = standing.judgement
        guard judgement.verdict != nil, let target = judgement.target else {
            return judgement.explanation(in: format)
        }
        return Explanation(of: target, in: format).sentence(on: standing.targetDay)
    }

    /// Whether the rule says more than a table’s key can say once for all.
    var hasOwnRule: Bool {
        switch standing.judgement.status {
        case .onTarget, .close, .offTarget, .targetExpired, .tooEarly, .noNewData: true
        case .noTarget, .awaitingData, .suppressed, .inDevelopment, .toBeDefined, .contextOnly:
            false
        }
    }

    /// Whether nothing is known of the measure but what it is.
    var isBare: Bool {
        standing.latest == nil && standing.target == nil && commentary.isEmpty && actions.isEmpty
            && forecasts.isEmpty && standing.countryLatest == nil && neighbours == nil
            && regionFigure == nil
    }

    /// `+0.9 worse`.
    var change: String? { standing.change?.words(format) }

    /// What the change compares with: `on 2023/24`.
    var changeSince: String? { standing.change.map { "on \($0.earlier.shortLabel)" } }

    /// The end of the period, and since when the figure has been known here.
    var dates: String? {
        guard let latest = standing.latest else { return nil }
        let ended = latest.period.end.label
        guard let known = release?.knownOn else { return "Period ended \(ended)" }
        let verb = release?.isReturned ?? false ? "published" : "loaded"
        return "Period ended \(ended); \(verb) \(known.label)"
    }

    /// When the next figure is due; nothing for a measure that is no longer collected.
    var next: String? {
        guard standing.measure.status != .archived else { return nil }
        return standing.nextFigure?.sentence(on: day)
    }

    /// The service's newest forecast for the end of the year, or else for what comes next.
    var forecast: ForecastEntry? {
        let ahead = forecasts.filter { entry in
            standing.latest.map { entry.forecast.period.end > $0.period.end } ?? true
        }
        return ahead.first { $0.forecast.period.end == quarter.financialYear.end } ?? ahead.first
    }

    /// What was said of the latest figure, or of a later period without one.
    var comment: Commentary? {
        guard let period = standing.latest?.period else { return commentary.first }
        return commentary.first { $0.period.end >= period.end }
    }

    /// What was said last, of an earlier figure.
    var olderComment: Commentary? { comment == nil ? commentary.first : nil }

    /// What is still to be done.
    var openActions: [Action] { actions.filter(\.state.isOpen) }
}

extension ReportMeasuresEntry {
    /// How the neighbours’ number was made: `Median of 9 of 10, 2025 model, 2024/25`.
    var neighbourMethod: String? {
        guard let benchmark = neighbours else { return nil }
        let name =
            switch benchmark.method {
            case .mean: "Mean"
            case .median, .published: "Median"
            }
        let coverage = benchmark.coverage.map { " of \($0.words)" } ?? ""
        let model = comparison.set.map { ", \($0.model) model" } ?? ""
        return "\(name)\(coverage)\(model), \(benchmark.period.shortLabel)"
    }

    /// Where we stand among the neighbours: `4th best of 11, in the second best quarter`.
    var rank: String? {
        if let placing = comparison.placing { return placing.words.capitalisedFirst }
        return comparison.above.map { "Above \($0.count) of \($0.of)" }
    }

    /// The region’s figure for the same period.
    var regionFigure: Figure? { comparison.others.region?.figure }

    /// Whether anything stands beside our own figure.
    var isCompared: Bool {
        comparison.obstacle == nil
            && (comparison.country?.value != nil || neighbours != nil
                || regionFigure?.value != nil)
    }
}
