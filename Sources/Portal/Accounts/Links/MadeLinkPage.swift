import Mustache

/// A one-time link, shown to the administrator who made it and to nobody else.
struct MadeLinkPage: Page {
    static let template = "people/link"
    let section: Section? = nil
    let address: String?
    let summary: String
    private let person: Person
    private let link: OneTimeLink
    private let shown: String

    /// Shows a link whose whole address is `shown`.
    init(person: Person, link: OneTimeLink, address shown: String) {
        self.person = person
        self.link = link
        self.shown = shown
        address = AccountLinks.person(person.userName, "link")
        summary = "A one-time link for \(person.name)."
    }

    var values: TemplateRecord {
        [
            "crumbs": person.crumbs,
            "name": .text(person.name),
            "email": .text(person.details.email),
            "link": .text(shown),
            "until": .text(MomentWords.dayAndTime(link.expiresAt)),
            "life": .text(link.purpose.lifeWords),
            "needsRole": .flag(person.grants.isEmpty),
            "rolesHref": .text(AccountLinks.person(person.userName, "roles")),
            "personHref": .text(AccountLinks.person(person.userName)),
        ]
    }
}
