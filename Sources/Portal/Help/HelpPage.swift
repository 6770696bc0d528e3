import Mustache

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

    var values: TemplateRecord { ["crumbs": [Links.home, Links.help].template] }
}

struct GlossaryPage: Page {
    static let template = "help/glossary"
    let section: Section? = .help
    let address: String? = "/help/glossary"
    let summary = "The terms and short forms on these pages, in plain English."

    var values: TemplateRecord { ["crumbs": [Links.home, Links.help].template] }
}
