import Mustache

/// How to read each kind of chart, with a drawing of each.
struct ChartsHelpPage: Page {
    static let template = "help/charts"
    let section: Section? = .help
    let address: String? = "/help/charts"
    let summary = "How to read each kind of chart on these pages, with an example of each."
    /// What our own area is called on the other pages.
    let area: String

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.help].template,
            "area": .text(area),
            "spark": TimeExamplesSection.spark,
            "trend": TimeExamplesSection.trend,
            "strip": PlaceExamplesSection.strip,
            "groups": PlaceExamplesSection.groups,
            "bar": PlaceExamplesSection.bar,
            "rug": PlaceExamplesSection.rug,
            "process": ProcessExampleSection.process,
            "spine": SpineExampleSection.spine,
            "boards": BoardsExampleSection.boards,
        ]
    }
}
