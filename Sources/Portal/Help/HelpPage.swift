import Mustache
import Scorecard

struct HelpIndexPage: Page {
    static let template = "help/index"
    let section: Section? = .help
    let address: String? = "/help"
    let summary = "What the words, ratings and charts on these pages mean."

    var values: TemplateRecord { ["crumbs": [Links.home].template] }
}

struct HowWeRatePage: Page {
    static let template = "help/how-we-rate"
    let section: Section? = .help
    let address: String? = "/help/how-we-rate"
    let summary = "The rules by which a measure is on target, close to it or off target."
    /// How one number stands for the statistical neighbours.
    let neighbourMethod: BenchmarkMethod

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.help].template,
            "usesMean": .flag(neighbourMethod == .mean),
        ]
    }
}

struct GlossaryPage: Page {
    static let template = "help/glossary"
    let section: Section? = .help
    let address: String? = "/help/glossary"
    let summary = "The terms and short forms on these pages, in plain English."

    var values: TemplateRecord { ["crumbs": [Links.home, Links.help].template] }
}
