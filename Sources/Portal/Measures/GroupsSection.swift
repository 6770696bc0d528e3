import Charts
import Mustache
import Scorecard

/// The groups of children for whom the latest period has figures.
struct GroupsSection {
    private let page: MeasurePage
    private var rows: [GroupFigure] { page.surroundings.groups }
    private var format: FigureFormat { page.standing.format }

    init(_ page: MeasurePage) {
        self.page = page
    }

    /// The section, absent where there are no groups beside the measure's own.
    var values: TemplateValue {
        guard isShown, let period = page.standing.latest?.period else { return .absent }
        return [
            "area": .text(page.area),
            "finding": .text(finding),
            "subtitle": .text(
                "\(page.measure.facts.title), \(period.shortLabel). Filled circle: \(page.area)."
                    + (hasCountry ? " Open diamond: England." : "")),
            "drawing": .drawing(chart(period), room: TemplateValue.chartRoom),
            "period": .text(period.shortLabel),
            "tableWords": hasCountry
                ? .text("Difference: \(page.area) less England.") : .absent,
            "hasCountry": .flag(hasCountry),
            "rows": .list(rows.map(values)),
            "shorthand": .list(shorthand.map { .text($0) }),
        ]
    }

    /// Whether there are groups beside the measure's own.
    var isShown: Bool {
        rows.count > 1 && page.standing.latest != nil
            && page.headlineSeries?.transform != .numerator
    }

    /// Whether any group has a figure of England's to stand beside.
    private var hasCountry: Bool { rows.contains { $0.country?.value != nil } }

    private func chart(_ period: Period) -> GroupsDotPlot {
        GroupsDotPlot(
            id: "groups-chart", title: "\(page.measure.facts.title) by group, \(period.shortLabel)",
            unit: format.isPercent ? .percent : .number, localName: page.area,
            comparatorName: "England",
            rows: rows.map { row in
                GroupsDotPlot.Row(
                    row.label, local: plotted(row.local), comparator: plotted(row.country),
                    isTotal: row.isWhole,
                    hiddenWords: "not shown \((row.local.marker ?? .notAvailable).shorthand)")
            })
    }

    private func plotted(_ figure: Figure?) -> PlottedFigure? {
        figure?.value.map { PlottedFigure(Double($0), format.text($0)) }
    }

    /// The widest spread between groups, in a few words.
    private var finding: String {
        let shown = rows.compactMap { row in row.local.value.map { (row.label, $0) } }
        guard let lowest = shown.min(by: { $0.1 < $1.1 }),
            let highest = shown.max(by: { $0.1 < $1.1 }), lowest.1 != highest.1
        else { return "Figures by group" }
        return
            "From \(format.text(lowest.1)) to \(format.text(highest.1)) across \(shown.count) groups"
    }

    private func values(_ row: GroupFigure) -> TemplateValue {
        [
            "group": .text(row.label),
            "local": .text(format.cell(row.local)),
            "comparison": hasCountry
                ? [
                    "value": .text(format.cell(row.country)),
                    "difference": .text(
                        format.cell(ofDifference: row.local, from: row.country)),
                ] : .absent,
        ]
    }

    private var shorthand: [String] {
        Wording.shorthand(
            of: Set(
                rows.flatMap { hasCountry ? [$0.local, $0.country] : [$0.local] }
                    .compactMap(FigureFormat.missing)))
    }
}
