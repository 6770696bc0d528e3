import Mustache
import Scorecard

/// How the area compares: its figures beside those of the country and of its neighbours.
struct ReportMeasuresComparisonSection {
    private let rows: [Int64: CompareRow]
    private let entries: [ReportMeasuresEntry]
    private let source: EditionSource

    /// The comparison; `nil` where nothing stands beside any of our figures.
    init?(_ entries: [ReportMeasuresEntry], _ source: EditionSource) {
        let compared = entries.filter(\.isCompared)
        guard !compared.isEmpty else { return nil }
        self.entries = compared
        self.source = source
        rows = Dictionary(
            uniqueKeysWithValues: compared.map { entry in
                (
                    entry.standing.measure.id,
                    CompareRow(
                        comparison: entry.comparison, organisation: entry.area,
                        countryName: entry.country)
                )
            })
    }

    var values: TemplateValue {
        [
            "area": .text(source.portal.organisation),
            "country": .text(source.measures.country),
            "regionName": .text(source.measures.areas.region ?? "Region"),
            "method": .text(method),
            "rows": .list(entries.compactMap { rows[$0.standing.measure.id]?.values }),
        ]
    }

    /// How the neighbours are summed up: `median, 2025 model`.
    private var method: String {
        let name =
            switch source.portal.neighbourMethod {
            case .mean: "mean"
            case .median, .published: "median"
            }
        return source.measures.areas.neighbours.map { "\(name), \($0.model) model" } ?? name
    }

    /// Adds what stands beside a measure’s figure.
    func add(to facts: inout ReportMeasuresFacts, of entry: ReportMeasuresEntry) {
        guard let row = rows[entry.standing.measure.id] else { return }
        facts.addComparison(row)
    }
}
