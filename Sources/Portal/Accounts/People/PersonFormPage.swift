import Mustache

/// A form for who a person is: a new one, or one there is.
struct PersonFormPage: Page {
    static let template = "people/form"
    let section: Section? = nil
    /// The person as they are; `nil` for a new one.
    let person: Person?
    let form: PersonForm
    let faults: FieldFaults
    /// Whether somebody else has changed the person since the form was drawn.
    let isClash: Bool
    /// For the services that there are.
    let choices: [ScopeChoice]

    var address: String? {
        person.map { AccountLinks.person($0.userName, "edit") } ?? AccountLinks.newPerson
    }

    var summary: String { title }

    private var title: String {
        guard let person else { return "Add a person" }
        return isClash
            ? "Somebody else has changed \(person.name) meanwhile"
            : "Change the details of \(person.name)"
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": person?.crumbs
                ?? [Links.home, AccountLinks.adminLink, AccountLinks.peopleLink].template,
            "title": .text(title),
            "action": .text(address ?? ""),
            "isNew": .flag(person == nil),
            "isClash": .flag(isClash),
            "differences": .list(isClash ? differences : []),
            "fields": .list(fields.map(\.values)),
            "services": .list(services),
            // After a clash the form is drawn from the person as they are now.
            "revision": .text("\((isClash ? person?.revision : form.revision) ?? 0)"),
            "button": .text(person == nil ? "Add and make a link" : "Save"),
            "cancelHref": .text(
                person.map { AccountLinks.person($0.userName) } ?? AccountLinks.people),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private var fields: [FieldSection] {
        form.typed.fields(faults, servicesList: services.isEmpty ? nil : "services")
    }

    private var services: [TemplateValue] {
        choices.compactMap { choice in
            guard case .service(let name) = choice.scope else { return nil }
            return .text(name)
        }
    }

    /// What is saved and what was typed, where they are not the same.
    private var differences: [TemplateValue] {
        guard let person else { return [] }
        let saved = PersonForm(person).typed.fields(faults)
        return zip(saved, fields).map { saved, typed in
            [
                "label": .text(saved.label), "saved": .text(saved.value),
                "typed": .text(typed.value), "differs": .flag(saved.value != typed.value),
            ]
        }
    }
}

extension TypedPerson {
    /// The fields of the form, in order, in words to those whom they are about or to others.
    func fields(
        _ faults: FieldFaults, servicesList: String? = nil, isOneself: Bool = false
    ) -> [FieldSection] {
        [
            FieldSection(
                name: "name", label: "Name",
                hint: isOneself ? "As colleagues know you." : "As colleagues know them.",
                value: name,
                fault: faults["name"]),
            FieldSection(
                name: "user_name", label: "User name",
                hint: "2 to 64 letters a to z, digits, dots, hyphens or underscores. It is part "
                    + "of addresses and of the audit trail.",
                value: userName, fault: faults["user_name"]),
            FieldSection(
                name: "email", label: "Email address",
                hint: "\(isOneself ? "You" : "They") can sign in with it, too. Reminders of "
                    + "returns that are due go there, and no other email.",
                kind: .email,
                value: email, fault: faults["email"]),
            FieldSection(
                name: "service", label: "Service (optional)",
                hint: "As the measures name it, such as “Early help”.", value: service,
                fault: faults["service"], list: servicesList),
        ]
    }
}
