import Charts
import Mustache
import Scorecard

/// A scorecard's measures beside the country, the region, the neighbours and all councils.
struct ComparePage: SheetPage {
    static let template = "scorecards/compare"
    let section: Section? = .scorecards
    let selection: SelectedScorecard
    let areas: AreaFiguresOfMeasures
    let organisation: String
    let method: BenchmarkMethod

    var address: String? { selection.heading.address + ScorecardView.compare.path }

    var summary: String {
        "How \(organisation) compares with \(selection.heading.countryWords), its region and its "
            + "statistical neighbours: \(selection.heading.title), \(selection.quarter.label)."
    }

    var values: TemplateRecord {
        var values = selection.values(.compare)
        values.append("area", .text(organisation))
        values.append("regionName", .text(areas.region ?? "Region"))
        values.append("neighbourWords", .text(neighbourWords))
        values.append("groups", selection.groups { row($0).values })
        let flags = selection.shown.compactMap { $0.latest?.flag }
        values.append("notes", .list(Wording.shorthand(of: Set(flags)).map { .text($0) }))
        return values
    }

    /// How the neighbours are summed up: `median, 2025 model`.
    private var neighbourWords: String {
        let name =
            switch method {
            case .mean: "mean"
            case .median, .published: "median"
            }
        return areas.neighbours.map { "\(name), \($0.model) model" } ?? name
    }

    func row(_ standing: Standing) -> CompareRow {
        CompareRow(
            comparison: AreaComparison(
                standing: standing, others: areas.byMeasure[standing.measure.id] ?? AreaFigures(),
                set: areas.neighbours, method: method),
            organisation: organisation, countryName: selection.heading.countryWords)
    }
}
