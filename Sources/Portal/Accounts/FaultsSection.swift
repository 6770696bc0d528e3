import Mustache

/// What is wrong with one field of a form, and what to do about it.
struct FieldFault: Equatable {
    /// The name of the field, which is also its id.
    let field: String
    let words: String
}

extension [FieldFault] {
    /// The values of `accounts/faults`, and one named `nameFault` for each of these fields.
    func values(_ fields: [String]) -> TemplateRecord {
        var values: TemplateRecord = [
            "hasFaults": .flag(!isEmpty),
            "faults": map { Link(href: "#\($0.field)", label: $0.words) }.template,
        ]
        for field in fields {
            values.append("\(field)Fault", (first { $0.field == field }?.words).template)
        }
        return values
    }
}
