import Charts
import Mustache
import Scorecard

/// Where the partnership stands among its statistical neighbours, its region and the country.
struct ComparisonSection {
    private let page: MeasurePage
    private let rows: [Row]
    private var format: FigureFormat { page.standing.format }

    private struct Row {
        let area: AreaFigure
        let value: FixedDecimal
    }

    init(_ page: MeasurePage) {
        self.page = page
        let rows = page.surroundings.areas.compactMap { area in
            area.figure.value.map { Row(area: area, value: $0) }
        }
        let polarity = page.measure.facts.polarity
        // Ours names its method and its set; a publisher's own median beside it would be a second
        // answer to the same question, from other neighbours or rounded figures.
        let isOwnKnown = page.measure.neighbours != nil && rows.contains(where: \.area.isNeighbour)
        self.rows = rows.filter { !isOwnKnown || $0.area.kind != .median }
            .sorted { polarity.lists($0.value, before: $1.value) }
    }

    /// The section, absent where no neighbour has a figure to compare with.
    var values: TemplateValue {
        guard isShown, let period = page.standing.latest?.period, let own = local else {
            return .absent
        }
        return [
            "area": .text(page.area),
            "finding": .text(finding(own)),
            "subtitle": .text(
                "\(period.label.capitalisedFirst). Small grey dots are statistical neighbours"
                    + (page.measure.neighbours.map { " (the model of \($0.model))" } ?? "") + "."),
            "drawing": .drawing(strip(own, period)),
            "tableTitle": .text("\(page.area) and its neighbours, \(period.shortLabel)"),
            "tableWords": .text(order),
            "unitHeading": .text(format.isPercent ? "%" : "Figure"),
            "rows": .list(rows.map(values)),
            "coverage": coverage(period).template,
        ]
    }

    /// Whether there is a figure to compare with that of a neighbour.
    var isShown: Bool {
        page.standing.latest != nil && local != nil && !neighbours.isEmpty
            && page.measure.facts.valueKind.isComparableBetweenAreas
    }

    private var local: FixedDecimal? { rows.first { $0.area.kind == .local }?.value }
    private var neighbours: [Row] { rows.filter(\.area.isNeighbour) }

    private var order: String {
        switch page.measure.facts.polarity {
        case .highIsGood: "Best first: higher is better."
        case .lowIsGood: "Best first: lower is better."
        case .betweenIsGood, .context, .unconfirmed: "Largest first."
        }
    }

    /// The place among the statistical neighbours that have a figure, best first; where neither
    /// way is better, how many of them the partnership is above.
    private func finding(_ own: FixedDecimal) -> String {
        let polarity = page.measure.facts.polarity
        if let placing = Placing(of: own, among: summedUp, polarity: polarity) {
            return "Among its statistical neighbours, \(page.area) is \(placing.words)"
        }
        let below = neighbours.count { $0.value < own }
        let above = neighbours.count { $0.value > own }
        let all = neighbours.count.counted("statistical neighbour")
        if below == neighbours.count { return "\(page.area) is above all \(all)" }
        if above == neighbours.count { return "\(page.area) is below all \(all)" }
        return "\(page.area) is above \(below) of \(all)"
    }

    /// What the neighbours have together, and how many of them.
    private func coverage(_ period: Period) -> String? {
        guard let model = page.measure.neighbours else { return nil }
        let set = "statistical neighbours (\(model.model) model)"
        return Benchmark(page.neighbourMethod, of: summedUp, in: set, period)?
            .sentence(in: format)
    }

    /// The neighbours' figures, those that have none among them.
    private var summedUp: Neighbours {
        let values = neighbours.map { Optional($0.value) }
        let missing = max((page.measure.neighbours?.count ?? 0) - values.count, 0)
        return Neighbours(values + Array(repeating: nil, count: missing))
    }

    private func strip(_ own: FixedDecimal, _ period: Period) -> ComparisonStrip {
        ComparisonStrip(
            id: "compare-chart", title: "How \(page.area) compares, \(period.shortLabel)",
            unit: format.isPercent ? .percent : .number,
            local: ComparisonStrip.Entry(page.area, plotted(own)),
            country: entry(.country), region: entry(.region),
            neighbours: neighbours.compactMap { plotted($0.value) })
    }

    private func entry(_ kind: AreaKind) -> ComparisonStrip.Entry? {
        rows.first { $0.area.kind == kind }.map { row in
            ComparisonStrip.Entry(row.area.name, plotted(row.value))
        }
    }

    private func plotted(_ value: FixedDecimal) -> PlottedFigure? {
        PlottedFigure(Double(value), format.text(value))
    }

    private func values(_ row: Row) -> TemplateValue {
        [
            "name": .text(row.area.name),
            "isLocal": .flag(row.area.kind == .local),
            "value": .text(DecimalFormat(decimals: format.decimals).text(row.value)),
        ]
    }
}
