import Charts
import Mustache
import Scorecard

/// The groups of children for whom the latest period has figures.
struct GroupsSection {
    private let page: MeasurePage
    private let rows: [Row]
    private var format: FigureFormat { page.standing.format }

    private struct Row {
        let group: GroupFigure
        let local: FixedDecimal?
        let country: FixedDecimal?
    }

    init(_ page: MeasurePage) {
        self.page = page
        let transform = page.headlineSeries?.transform ?? .none
        rows = page.groups.map { group in
            Row(
                group: group,
                local: group.localMarker == .confidential
                    ? nil
                    : transform.applied(to: PublishedFigure(value: group.local), isLocal: true)
                        .value,
                country: group.countryMarker == .confidential
                    ? nil
                    : transform.applied(to: PublishedFigure(value: group.country), isLocal: false)
                        .value)
        }
    }

    /// The section, absent where there are no groups beside the measure's own.
    var values: TemplateValue {
        guard rows.count > 1, let period = page.standing.latest?.period,
            page.headlineSeries?.transform != .numerator
        else { return .absent }
        return [
            "finding": .text(finding),
            "subtitle": .text(
                "\(page.measure.facts.title), \(period.shortLabel). "
                    + "Filled circle: \(page.area). Open diamond: England."),
            "drawing": .drawing(chart(period)),
            "period": .text(period.shortLabel),
            "tableWords": .text("Difference: \(page.area) less England."),
            "rows": .list(rows.map(values)),
            "shorthand": .list(shorthand.map { .text($0) }),
        ]
    }

    private func chart(_ period: Period) -> GroupsDotPlot {
        GroupsDotPlot(
            id: "groups-chart", title: "\(page.measure.facts.title) by group, \(period.shortLabel)",
            unit: format.isPercent ? .percent : .number, localName: page.area,
            comparatorName: "England",
            rows: rows.map { row in
                GroupsDotPlot.Row(
                    row.group.label, local: plotted(row.local), comparator: plotted(row.country),
                    isTotal: row.group.isWhole,
                    hiddenWords: "not shown \((row.group.localMarker ?? .notAvailable).shorthand)")
            })
    }

    private func plotted(_ value: FixedDecimal?) -> PlottedFigure? {
        value.map { PlottedFigure($0.double, format.text($0)) }
    }

    /// The widest spread between groups, in a few words.
    private var finding: String {
        let shown = rows.compactMap { row in row.local.map { (row.group.label, $0) } }
        guard let lowest = shown.min(by: { $0.1 < $1.1 }),
            let highest = shown.max(by: { $0.1 < $1.1 }), lowest.1 != highest.1
        else { return "Figures by group" }
        return
            "From \(format.text(lowest.1)) to \(format.text(highest.1)) across \(shown.count) groups"
    }

    private func values(_ row: Row) -> TemplateValue {
        [
            "group": .text(row.group.label),
            "local": .text(cell(row.local, row.group.localMarker)),
            "comparison": .text(cell(row.country, row.group.countryMarker)),
            "difference": .text(difference(row)),
        ]
    }

    private func cell(_ value: FixedDecimal?, _ marker: QualityMarker?) -> String {
        value.map { DecimalFormat(decimals: format.decimals).text($0) }
            ?? (marker ?? .notAvailable).shorthand
    }

    private func difference(_ row: Row) -> String {
        guard let own = row.local, let country = row.country, let difference = own - country
        else {
            return (row.local == nil ? row.group.localMarker : row.group.countryMarker)?.shorthand
                ?? QualityMarker.notAvailable.shorthand
        }
        return format.change(difference)
    }

    private var shorthand: [String] {
        var markers: Set<QualityMarker> = []
        for row in rows {
            for (value, marker) in [
                (row.local, row.group.localMarker), (row.country, row.group.countryMarker),
            ] where value == nil {
                markers.insert(marker ?? .notAvailable)
            }
        }
        return Wording.shorthand(of: markers)
    }
}
