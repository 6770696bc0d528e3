import Mustache

/// What there is to look after.
struct AdminPage: Page {
    static let template = "people/admin"
    let section: Section? = nil
    let address: String? = AccountLinks.admin
    let summary = "What there is to look after: people, and what their roles let them do."
    let people: [Person]
    let moment: Int
    let requiresSecondFactor: Bool

    var values: TemplateRecord {
        let active = people.count(where: \.isActive)
        return [
            "crumbs": [Links.home].template,
            "peopleHref": .text(AccountLinks.people),
            "newHref": .text(AccountLinks.newPerson),
            "permissionsHref": .text(AccountLinks.permissions),
            "people": .text(people.count == 1 ? "1 person" : "\(people.count) people"),
            "active": .text("\(active)"),
            "counts": .list(counts),
            "roles": .list(Role.allCases.map(row)),
        ]
    }

    /// What may want looking after, with how many people it is about.
    private var counts: [TemplateValue] {
        [
            (.noRole, "They can sign in, but see no more than everybody does."),
            (
                .noSecondFactor,
                requiresSecondFactor
                    ? "Approvers and administrators have to add one before they can do anything."
                    : "Nobody has to have one: the settings leave it to each person."
            ),
            (.link, "They were sent a link to choose a password, and have not opened it yet."),
            (.away, "Disable those who have left."),
            (.disabled, "They cannot sign in. What they did stays in the audit trail."),
        ].map { (state: PeopleFilter.State, note: String) in
            var filter = PeopleFilter()
            filter.state = state
            return [
                "words": .text(state.words), "note": .text(note),
                "number": .text("\(people.count { state.includes($0, at: moment) })"),
                "href": .text(filter.address.text),
            ]
        }
    }

    private func row(_ role: Role) -> TemplateValue {
        var filter = PeopleFilter()
        filter.role = role
        let number = people.count { person in
            person.isActive && person.grants.contains { $0.role == role }
        }
        return [
            "words": .text(role.title), "note": .text(role.purpose),
            "number": .text("\(number)"), "href": .text(filter.address.text),
        ]
    }
}
