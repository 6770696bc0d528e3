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
        let transform = page.headlineSeries?.transform ?? .none
        let rows = page.areas.compactMap { area -> Row? in
            let published = PublishedFigure(value: area.value)
            guard area.marker != .confidential,
                let value = transform.applied(to: published, isLocal: area.kind == .local).value
            else { return nil }
            return Row(area: area, value: value)
        }
        let lowFirst = page.measure.facts.polarity == .lowIsGood
        self.rows = rows.sorted { lowFirst ? $0.value < $1.value : $0.value > $1.value }
    }

    /// The section, absent where no neighbour has a figure to compare with.
    var values: TemplateValue {
        guard let period = page.standing.latest?.period, let own = local,
            !neighbours.isEmpty, page.headlineSeries?.transform != .numerator
        else { return .absent }
        return [
            "finding": .text(finding(own)),
            "subtitle": .text(
                "\(period.label.capitalisedFirst). Small grey dots are statistical neighbours"
                    + (page.neighbours.map { " (the model of \($0.model))" } ?? "") + "."),
            "drawing": .drawing(strip(own, period)),
            "tableTitle": .text("\(page.area) and its neighbours, \(period.shortLabel)"),
            "tableWords": .text(order),
            "unitHeading": .text(format.isPercent ? "%" : "Figure"),
            "rows": .list(rows.map(values)),
            "coverage": coverage.template,
        ]
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

    /// Of the statistical neighbours that have a figure, how many the partnership is above.
    private func finding(_ own: FixedDecimal) -> String {
        let below = neighbours.count { $0.value < own }
        let above = neighbours.count { $0.value > own }
        let all = neighbours.count.counted("statistical neighbour")
        if below == neighbours.count { return "\(page.area) is above all \(all)" }
        if above == neighbours.count { return "\(page.area) is below all \(all)" }
        return "\(page.area) is above \(below) of \(all)"
    }

    private var coverage: String? {
        guard let model = page.neighbours else { return nil }
        return "\(neighbours.count) of \(model.count) statistical neighbours have a figure."
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
        PlottedFigure(value.double, format.text(value))
    }

    private func values(_ row: Row) -> TemplateValue {
        [
            "name": .text(row.area.name),
            "isLocal": .flag(row.area.kind == .local),
            "value": .text(DecimalFormat(decimals: format.decimals).text(row.value)),
        ]
    }
}
