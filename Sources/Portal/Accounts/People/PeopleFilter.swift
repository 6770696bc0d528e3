/// Which people a reader asked to see, as the address says it.
struct PeopleFilter: Equatable {
    /// What is looked for in how somebody's account is.
    enum State: String, CaseIterable {
        case active
        case disabled
        case noRole = "no-role"
        case noSecondFactor = "no-second-factor"
        case link
        case away

        var words: String {
            switch self {
            case .active: "Can sign in"
            case .disabled: "Disabled"
            case .noRole: "Without a role"
            case .noSecondFactor: "Without a second factor"
            case .link: "Link not used yet"
            case .away: "Not signed in for \(Person.daysAway) days"
            }
        }

        func includes(_ person: Person, at moment: Int) -> Bool {
            switch self {
            case .active: person.isActive
            case .disabled: !person.isActive
            case .noRole: person.isActive && person.grants.isEmpty
            case .noSecondFactor: person.isActive && !person.hasSecondFactor
            case .link: person.isActive && person.hasLink(at: moment)
            case .away: person.isActive && person.isAway(at: moment)
            }
        }
    }

    /// What was typed to search for.
    var typed = ""
    var role: Role?
    var state: State?
    var service: String?

    var isEverybody: Bool { self == PeopleFilter() }

    /// The address that says all this, of the first page.
    var address: AddressQuery {
        AddressQuery(
            path: AccountLinks.people,
            [
                ("q", typed), ("role", role?.rawValue ?? ""), ("state", state?.rawValue ?? ""),
                ("service", service ?? ""),
            ])
    }

    func includes(_ person: Person, at moment: Int) -> Bool {
        (role.map { role in person.grants.contains { $0.role == role } } ?? true)
            && (state?.includes(person, at: moment) ?? true)
            && (service.map { $0 == person.details.service } ?? true)
            && isSaid(of: person)
    }

    /// Whether each word that was typed stands in a name or the address.
    private func isSaid(of person: Person) -> Bool {
        let names = "\(person.name) \(person.userName) \(person.details.email)".lowercased()
        return typed.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy {
            names.contains($0)
        }
    }
}

/// The people that a reader asked for, from A to Z.
struct PeopleList {
    let filter: PeopleFilter
    let people: [Person]
    /// How many there are in all.
    let total: Int
    /// The services that people are of.
    let services: [String]
    /// The moment at which links wait and people are away.
    let moment: Int

    init(_ filter: PeopleFilter, of all: [Person], at moment: Int) {
        self.filter = filter
        self.moment = moment
        total = all.count
        services = Set(all.compactMap(\.details.service)).sorted()
        people = all.filter { filter.includes($0, at: moment) }
            .map { (key: SearchWords($0.name).joined, person: $0) }
            .sorted { ($0.key, $0.person.userName) < ($1.key, $1.person.userName) }
            .map(\.person)
    }

    /// All of them as rows of a file.
    var sheet: Sheet {
        Sheet(
            name: "people",
            columns: [
                "user_name", "name", "email", "service", "state", "roles", "second_factor",
                "password", "last_signed_in", "added",
            ],
            rows: people.map(\.cells))
    }
}

extension Person {
    fileprivate var cells: [String] {
        [
            userName, name, details.email, details.service ?? "",
            isActive ? "active" : "disabled", grants.text, hasSecondFactor ? "yes" : "no",
            hasPassword ? "yes" : "no", signedInAt.map(MomentWords.code) ?? "",
            MomentWords.code(addedAt),
        ]
    }
}
