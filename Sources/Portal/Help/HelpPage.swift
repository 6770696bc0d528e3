import Mustache

struct HelpIndexPage: Page {
    static let template = "help/index"
    let section: Section? = .help

    var values: TemplateRecord { ["crumbs": [Links.home].template] }
}

struct HowWeRatePage: Page {
    static let template = "help/how-we-rate"
    let section: Section? = .help

    var values: TemplateRecord { ["crumbs": [Links.home, Links.help].template] }
}

struct GlossaryPage: Page {
    static let template = "help/glossary"
    let section: Section? = .help

    var values: TemplateRecord { ["crumbs": [Links.home, Links.help].template] }
}
