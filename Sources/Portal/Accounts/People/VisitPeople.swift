extension Visit {
    /// Where people are changed, by whoever asks.
    var register: PeopleRegister {
        PeopleRegister(
            database: database, now: now, actor: actor, address: address, request: requestID,
            hasSignOn: settings.signOn.isUsed)
    }

    /// The person of the address.
    func person() throws -> Person {
        let userName = try parameter("person")
        guard let person = try database.person(userName) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is nobody with the user name “\(userName)”.",
                    choicesHeading: "What there is",
                    choices: [Link(href: AccountLinks.people, label: "Everybody")]))
        }
        return person
    }

    /// Makes a one-time link for a person, and leads to the page that shows it.
    func makeLink(for person: Person, reason: String? = nil) throws -> String {
        guard let token, let key = submission?.key else { throw Refusal.forged }
        try register.makeLink(LinkToken(token, key: key), for: person, reason: reason)
        return AddressQuery(path: AccountLinks.person(person.userName, "link"), [("key", key)]).text
    }
}

extension AccountLinks {
    static let newPerson = "/admin/people/new"
    static let permissions = "/admin/permissions"

    /// The page of a person, or one below it.
    static func person(_ userName: String, _ part: String? = nil) -> String {
        "\(people)/\(userName)" + (part.map { "/\($0)" } ?? "")
    }

    static let adminLink = Link(href: admin, label: "Admin")
    static let peopleLink = Link(href: people, label: "People")

    static func link(to person: Person) -> Link {
        Link(href: self.person(person.userName), label: person.name)
    }
}

extension PeopleFault {
    /// What pages say of it, field by field.
    var onPage: FieldFaults {
        switch self {
        case .fields(let faults): faults
        case .lastAdministrator(let name):
            .whole(
                "\(name) is the only administrator who can sign in. Make somebody else one first, "
                    + "or nobody can look after people")
        case .oneself: .whole("Somebody else has to do this for you")
        case .alreadyDisabled(let name): .whole("\(name) is disabled")
        case .noSuchPerson, .changedMeanwhile, .alreadyEnabled, .roleNotHeld, .noRole,
            .unknownScopes, .linkIsGone, .noPassword:
            .whole(description.capitalisedFirst)
        }
    }
}

extension FieldFaults {
    /// What is wrong with no single field.
    static func whole(_ words: String) -> FieldFaults {
        FieldFaults(all: [FieldFault(field: "", words: words)])
    }
}
