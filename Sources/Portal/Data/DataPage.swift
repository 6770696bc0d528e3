import Mustache
import Scorecard

/// What can be downloaded, under which licence, and what the columns hold.
struct DataPage: Page {
    static let template = "data/index"
    let section: Section? = nil
    let address: String? = Links.data.href
    let summary = "Every figure, measure, target and strategy of the portal as files to reuse."
    let loadedOn: Day?
    let publishers: [String]
    let scorecards: [ScorecardHeading]
    let measures: [MeasureFacts]

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "loadedOn": (loadedOn?.label).template,
            "sets": .list(DataSet.whole.map(\.values)),
            "scorecards": scorecards.map { scorecard in
                Link(
                    href: Links.data(DataSet.scorecard(scorecard.slug).name),
                    label: scorecard.title)
            }.template,
            "hasScorecards": .flag(!scorecards.isEmpty),
            "measures": measures.sorted { $0.title.lowercased() < $1.title.lowercased() }.map {
                measure in
                Link(href: Links.data(DataSet.measure(measure.slug).name), label: measure.title)
            }.template,
            "hasMeasures": .flag(!measures.isEmpty),
            "publishers": .list(publishers.map { .text($0) }),
            "hasPublishers": .flag(!publishers.isEmpty),
            "confidential": .text(Wording.confidential),
            "shorthand": .list(
                Wording.shorthand(
                    of: Set(QualityMarker.allCases.filter { $0 != .confidential })
                ).map { .text($0) }),
        ]
    }
}

extension DataSet {
    /// The way to the file.
    var link: Link { Link(href: Links.data(name), label: "\(title) (CSV)") }

    private var title: String {
        switch self {
        case .figures, .scorecard, .measure: "Figures"
        case .measures: "Measures"
        case .targets: "Targets"
        case .strategies: "Strategies and objectives"
        }
    }

    private var words: String {
        switch self {
        case .figures, .scorecard, .measure:
            "One row for each published figure of a measure: our own area, and those it is "
                + "compared with."
        case .measures: "One row for each measure: what is counted, and which way is good."
        case .targets: "One row for each target that was ever set."
        case .strategies: "One row for each objective of a strategy, with its boards and measures."
        }
    }

    fileprivate var values: TemplateValue {
        [
            "id": .text("set-\(name)"),
            "href": .text(link.href),
            "xlsx": .text(Links.data(name, .xlsx)),
            "ods": .text(Links.data(name, .ods)),
            "title": .text(title),
            "file": .text("\(name).csv"),
            "words": .text(words),
            "columns": .list(
                columns.map { column in
                    ["name": .text(column.name), "meaning": .text(column.meaning)]
                }),
        ]
    }
}
