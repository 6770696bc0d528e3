import Mustache

/// Everybody from A to Z, or those whom a reader chose.
struct PeoplePage: SheetPage {
    static let template = "people/index"
    let section: Section? = nil
    let address: String? = AccountLinks.people
    let summary = "Everybody who can sign in, with what they may do."
    let list: PeopleList
    let pages: Pagination

    /// How many people a page shows.
    static let pageLength = 50

    private var filter: PeopleFilter { list.filter }

    var sheet: Sheet { list.sheet }

    var values: TemplateRecord {
        let shown = list.people[pages.range]
        var values: TemplateRecord = [
            "title": .text("People" + pages.titleWords),
            "crumbs": [Links.home, AccountLinks.adminLink].template,
            "newHref": .text(AccountLinks.newPerson),
            "permissionsHref": .text(AccountLinks.permissions),
            "href": .text(AccountLinks.people),
            "typed": .text(filter.typed),
            "isFiltered": .flag(!filter.isEverybody),
            "clearWords": .text("Clear all filters to see \(Self.counted(list.total))"),
            "caption": .text(caption),
            "hasRows": .flag(!shown.isEmpty),
            "rows": .list(shown.map(row)),
            "filters": .list(filters),
        ]
        values.append(contentsOf: pages.values(filter.address, label: "Pages of people"))
        return values
    }

    private var caption: String {
        let whole = Self.counted(list.people.count)
        let of = filter.isEverybody ? whole : "\(list.people.count) of \(Self.counted(list.total))"
        guard pages.pages > 1 else { return of }
        return "\(of): \(pages.range.lowerBound + 1) to \(pages.range.upperBound)"
    }

    private static func counted(_ number: Int) -> String {
        number == 1 ? "1 person" : "\(number) people"
    }

    private var filters: [TemplateValue] {
        let services = Set(list.services + [filter.service].compactMap { $0 }).sorted()
        return [
            select(
                ("role", "Role", "Any role"), chosen: filter.role?.rawValue,
                Role.allCases.map { ($0.rawValue, $0.title) }),
            select(
                ("state", "Account", "Any"), chosen: filter.state?.rawValue,
                PeopleFilter.State.allCases.map { ($0.rawValue, $0.words) }),
            services.isEmpty
                ? nil
                : select(
                    ("service", "Service", "Any service"), chosen: filter.service,
                    services.map { ($0, $0) }),
        ].compactMap { $0 }
    }

    private func select(
        _ names: (name: String, label: String, all: String), chosen: String?,
        _ choices: [(value: String, words: String)]
    ) -> TemplateValue {
        SelectSection(
            name: names.name, label: names.label, all: names.all, chosen: chosen, choices: choices
        ).values
    }

    private func row(_ person: Person) -> TemplateValue {
        let roles = Role.allCases.filter { role in person.grants.contains { $0.role == role } }
        return [
            "href": .text(AccountLinks.person(person.userName)),
            "name": .text(person.name), "userName": .text(person.userName),
            "email": .text(person.details.email),
            "service": person.details.service.template,
            "roles": .text(Wording.list(roles.map(\.title), "and")),
            "hasRoles": .flag(!roles.isEmpty),
            "isDisabled": .flag(!person.isActive),
            "notes": .list(person.notes(at: list.moment).map { .text($0) }),
            "signedIn": person.signedInAt.map(MomentWords.day).template,
        ]
    }
}

extension Person {
    /// What may want looking after, in a few words each.
    fileprivate func notes(at moment: Int) -> [String] {
        guard isActive else { return [] }
        return [
            hasLink(at: moment) ? "Link not used yet" : nil,
            hasPassword || hasLink(at: moment) ? nil : "No password",
            hasSecondFactor ? nil : "No second factor",
        ].compactMap { $0 }
    }
}
