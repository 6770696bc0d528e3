import Mustache
import Scorecard

/// The form for the overview, the headlines and what others could learn, beside facts that could
/// be headlines.
struct WordsStepPage: StepPage {
    static let template = "editions/words"
    let frame: StepFrame
    let form: WordsForm
    let attention: Attention

    /// About how long an overview should be.
    private static let words = 300
    /// More facts of one kind than these are left to the report.
    private static let most = 4

    var own: TemplateRecord {
        let suggestions = suggestions.filter { !$0.lines.isEmpty }
        return [
            "overviewField": area(
                .overview, form.overview,
                "The portfolio holder’s own words, about \(Self.words) of them. \(count)"),
            "overviewByField": FieldSection(
                name: EditionField.overviewBy.name, label: EditionField.overviewBy.label,
                hint: "A role, not a name.", value: form.overviewBy,
                fault: frame.faults[EditionField.overviewBy.name]
            ).values,
            "headlinesField": area(
                .headlines, form.headlines, "What to say first, one thing each line."),
            "goodPracticeField": area(
                .goodPractice, form.goodPractice, "What other services could learn from."),
            "forCabinetField": area(
                .forCabinet, form.forCabinet,
                "What should be fed back to Cabinet with the corporate report."),
            "hasSuggestions": .flag(!suggestions.isEmpty),
            "suggestions": .list(
                suggestions.map { heading, lines in
                    ["heading": .text(heading), "lines": .list(lines.map { .text($0) })]
                }),
        ]
    }

    /// How many words the overview has.
    private var count: String {
        let count = form.overview.split(whereSeparator: \.isWhitespace).count
        return count == 0 ? "" : "It has \(count.counted("word"))."
    }

    private func area(_ field: EditionField, _ text: String, _ hint: String) -> TemplateValue {
        FieldSection(
            name: field.name, label: field.label, hint: hint.stripped, kind: .area, value: text,
            fault: frame.faults[field.name]
        ).values
    }

    /// Facts that everyone may see, as lines that can be copied.
    private var suggestions: [(heading: String, lines: [String])] {
        let late = attention.late.count
        return [
            (
                "Furthest off target",
                attention.offTarget.prefix(Self.most).map { "\($0.measure.title): \($0.aim)" }
            ),
            (
                "Got worse",
                attention.falls.prefix(Self.most).map { "\($0.measure.title): \($0.sinceWhen)" }
            ),
            (
                "Back on target",
                attention.recovered.prefix(Self.most).map { "\($0.measure.title): \($0.aim)" }
            ),
            ("Late", late == 0 ? [] : ["\(late.counted("figure")) should have come and have not"]),
        ]
    }
}
