import Mustache
import Scorecard

/// What children want to be able to say, and how near it is.
struct VoiceListPage: Page {
    static let template = "voice/index"
    let section: Section? = .voice
    let address: String? = Links.voice.href
    let summary = "What children and young people want to be able to say, and how near it is."
    let statements: [VoiceStatement]
    /// How the measures that serve each statement stand, by its id.
    let rollUps: [Int64: RollUp]

    var values: TemplateRecord {
        let sources = statements.compactMap(\.sourceDocument)
        return [
            "crumbs": [Links.home].template,
            "statements": .list(statements.map(values)),
            "isEmpty": .flag(statements.isEmpty),
            "source": sources.first.template,
        ]
    }

    private func values(_ statement: VoiceStatement) -> TemplateValue {
        let rollUp = rollUps[statement.id] ?? RollUp()
        return [
            "href": .text(Links.voice(statement.slug)),
            "words": .text(statement.words),
            "explanation": statement.explanation.template,
            "bar": rollUp.judged > 0 ? rollUp.bar(width: 260) : .absent,
            "sentence": .text(ChildWords.sentence(rollUp)),
        ]
    }
}

extension VoiceStatement {
    /// The way to the statement's own page.
    var link: Link { Link(href: Links.voice(slug), label: "“\(words)”") }
}
