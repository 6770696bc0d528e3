import Mustache

/// A form for what a person may do.
struct RolesPage: Page {
    static let template = "people/roles"
    let section: Section? = nil
    var address: String? { AccountLinks.person(person.userName, "roles") }
    var summary: String { "What \(person.name) may do." }
    let person: Person
    let form: RolesForm
    let choices: [ScopeChoice]
    let faults: FieldFaults
    let isClash: Bool
    let isOneself: Bool

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": person.crumbs,
            "name": .text(person.name),
            "action": .text(address ?? ""),
            "isOneself": .flag(isOneself),
            "isClash": .flag(isClash),
            "saved": .list(saved),
            "roles": .list(Role.allCases.map(fieldset)),
            "reason": FieldSection.reason(
                form.reason, faults,
                hint: "The audit trail keeps it. For example: “Joined the SEND team in May”."
            ).values,
            "revision": .text("\((isClash ? person.revision : form.revision) ?? 0)"),
            "cancelHref": .text(AccountLinks.person(person.userName)),
            "permissionsHref": .text(AccountLinks.permissions),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    /// The roles that the person has now.
    private var saved: [TemplateValue] {
        let words = Role.allCases.compactMap { role in
            person.grants.words(of: role, choices).map { words in
                role.isScoped ? "\(role.title): \(words.lowercasedFirst)" : role.title
            }
        }
        return (words.isEmpty ? ["No role"] : words).map { .text($0) }
    }

    private func fieldset(_ role: Role) -> TemplateValue {
        let choice = form.choices[role] ?? RolesForm.Choice()
        let id = role.rawValue
        return [
            "id": .text(id), "title": .text(role.title), "purpose": .text(role.purpose),
            "isScoped": .flag(role.isScoped),
            "isForEverything": .flag(choice.isForEverything),
            "everythingWords": .text(role.isScoped ? "For all measures" : role.title),
            "fault": faults[id].template,
            "strategies": .list(
                boxes(role, "strategy", ticked: choice.strategies) { scope in
                    if case .strategy(let slug) = scope { slug } else { nil }
                }),
            "services": .list(
                boxes(role, "service", ticked: choice.services) { scope in
                    if case .service(let name) = scope { name } else { nil }
                }),
            "measures": FieldSection(
                name: "\(id)_measure", label: "Measures",
                hint: "Codes of single measures, one a line.", kind: .area,
                value: choice.measures, fault: faults["\(id)_measure"]
            ).values,
        ]
    }

    /// A box for each thing there is, and for what is ticked though there is none any more.
    private func boxes(
        _ role: Role, _ kind: String, ticked: Set<String>, _ name: (Scope) -> String?
    ) -> [TemplateValue] {
        var boxes = choices.compactMap { choice in
            name(choice.scope).map { (name: $0, title: choice.title) }
        }
        let known = Set(boxes.map(\.name))
        boxes += ticked.subtracting(known).sorted().map { ($0, "\($0) (no longer there)") }
        return boxes.enumerated().map { index, box in
            [
                "id": .text("\(role.rawValue)-\(kind)-\(index + 1)"),
                "name": .text("\(role.rawValue)_\(kind)"), "value": .text(box.name),
                "title": .text(box.title), "ticked": .flag(ticked.contains(box.name)),
            ]
        }
    }
}
