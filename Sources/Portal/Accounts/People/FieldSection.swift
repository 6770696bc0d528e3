import Mustache

/// A field of a form, as `people/field` draws it.
struct FieldSection {
    enum Kind: String {
        case text
        case email
        case password
        /// Several lines.
        case area
    }

    let name: String
    let label: String
    var hint: String?
    var kind = Kind.text
    var value = ""
    var fault: String?
    /// What browsers may fill in by themselves.
    var autocomplete = "off"
    /// The id of a list of what is often typed here.
    var list: String?

    var values: TemplateValue {
        let described = [hint.map { _ in "\(name)-hint" }, fault.map { _ in "\(name)-fault" }]
            .compactMap { $0 }
        return [
            "name": .text(name), "label": .text(label), "hint": hint.template,
            "fault": fault.template,
            "describedBy": described.isEmpty ? .absent : .text(described.joined(separator: " ")),
            "type": .text(kind.rawValue), "isArea": .flag(kind == .area),
            "isSecret": .flag(kind == .password),
            // A password is never sent back.
            "value": .text(kind == .password ? "" : value),
            "autocomplete": .text(autocomplete), "list": list.template,
        ]
    }

    /// The reason that some changes ask for.
    static func reason(
        _ text: String, _ faults: FieldFaults, label: String = "Why?", hint: String
    ) -> FieldSection {
        FieldSection(
            name: "reason", label: label, hint: hint, kind: .area, value: text,
            fault: faults["reason"])
    }
}

extension Person {
    /// The way back from what is below the person's page.
    var crumbs: TemplateValue {
        [Links.home, AccountLinks.adminLink, AccountLinks.peopleLink, AccountLinks.link(to: self)]
            .template
    }
}
