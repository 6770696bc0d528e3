import HTTPServer

/// Who a person is, as typed.
struct PersonForm {
    var typed: TypedPerson
    /// That of the person from whom the form was drawn.
    let revision: Int?

    init(_ fields: Query) {
        typed = TypedPerson(
            userName: fields["user_name"] ?? "", name: fields["name"] ?? "",
            email: fields["email"] ?? "", service: fields["service"] ?? "")
        revision = fields["revision"].flatMap(Int.init)
    }

    init(_ person: Person) {
        typed = TypedPerson(
            userName: person.userName, name: person.name, email: person.details.email,
            service: person.details.service ?? "")
        revision = person.revision
    }

    /// A form that nobody has filled in.
    static var empty: PersonForm { PersonForm(Query(formEncoded: [])) }
}

/// What is said when somebody is kept out, let in again, or given another way in.
struct PersonActForm {
    let reason: String
    /// Whether they are to be let in; `nil` for what the page does not offer.
    let isActive: Bool?
    let removesSecondFactor: Bool

    init(_ fields: Query) {
        reason = fields["reason"] ?? ""
        isActive =
            switch fields["state"] {
            case "active": true
            case "disabled": false
            default: nil
            }
        removesSecondFactor = fields["second_factor"] == "remove"
    }

    /// The reason without the spaces around it, or what is wrong with it.
    func checkedReason() -> Result<String, FieldFaults> {
        let reason = reason.stripped
        guard let words = PersonRules.reasonFault(reason) else { return .success(reason) }
        return .failure(FieldFaults(all: [FieldFault(field: "reason", words: words)]))
    }
}

/// What somebody types who opens a one-time link.
struct LinkForm {
    let password: String
    /// Who the first administrator is.
    let typed: TypedPerson

    init(_ fields: Query) {
        password = fields["password"] ?? ""
        typed = PersonForm(fields).typed
    }
}
