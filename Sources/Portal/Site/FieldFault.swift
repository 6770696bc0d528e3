import Mustache

/// What is wrong with one field of a form.
struct FieldFault: Equatable, Sendable {
    /// The field's name, which is its id on the page, too.
    let field: String
    /// What to do, as the page says it.
    let words: String
}

/// What is wrong with what was typed.
struct FieldFaults: Error, Equatable, Sendable {
    let all: [FieldFault]

    /// What is wrong with a field.
    subscript(_ field: String) -> String? { all.first { $0.field == field }?.words }
}

extension FieldFaults {
    /// What is wrong, as `partials/faults` draws it.
    var values: TemplateRecord {
        [
            "hasFaults": .flag(!all.isEmpty),
            "faults": .list(
                all.map { fault in
                    [
                        "field": fault.field.isEmpty ? .absent : .text(fault.field),
                        "words": .text(fault.words),
                    ]
                }),
        ]
    }
}
