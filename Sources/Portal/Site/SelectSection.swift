import Mustache

/// A list to choose from in a filter, of which one entry means all.
struct SelectSection {
    let name: String
    let label: String
    /// The words of the entry that chooses nothing.
    let all: String
    let chosen: String?
    let choices: [(value: String, words: String)]

    /// What filters are drawn from.
    var values: TemplateValue {
        [
            "name": .text(name), "id": .text("by-\(name)"), "label": .text(label),
            "all": .text(all),
            "choices": .list(
                choices.map { value, words in
                    [
                        "value": .text(value), "words": .text(words),
                        "chosen": .flag(value == chosen),
                    ]
                }),
        ]
    }
}
