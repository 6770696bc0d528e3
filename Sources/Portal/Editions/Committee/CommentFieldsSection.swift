import Mustache
import Scorecard

/// The fields of a comment, as both of its forms have them.
struct CommentFieldsSection {
    let form: CommentForm
    let measures: [CommentableMeasure]
    /// What the comment that there is, is about: offered whatever the report shows now.
    let about: CommitteeComment.About?
    let faults: FieldFaults

    /// What was said: the values of `committee/fields`.
    var values: TemplateRecord {
        [
            "kinds": .list(
                CommitteeComment.Kind.allCases.map { kind in
                    [
                        "value": .text(kind.rawValue), "id": .text(id(of: kind)),
                        "label": .text(kind.words), "chosen": .flag(form.kind == kind.rawValue),
                    ]
                }),
            "kindFault": faults["kind"].template,
            "said": .list([words, saidOn].map(\.values)),
            "hasMeasures": .flag(!groups.isEmpty),
            "measureGroups": .list(groups.map(group)),
            "measureFault": faults["measure"].template,
        ]
    }

    /// The first control has the field's own name for its id, so that a fault leads to it.
    private func id(of kind: CommitteeComment.Kind) -> String {
        kind == .comment ? "kind" : "kind-\(kind.rawValue)"
    }

    var words: FieldSection {
        FieldSection(
            name: "words", label: "What the committee said",
            hint: "A line or a few paragraphs, in the words of the minutes if you have them. "
                + "Everybody can read it: never name a child, and leave out anything that could "
                + "identify one.",
            kind: .area, value: form.words, fault: faults["words"])
    }

    var saidOn: FieldSection {
        FieldSection(
            name: "said-on", label: "Said on", hint: "For example, 20 November 2026.",
            value: form.saidOn, fault: faults["said-on"])
    }

    var assigned: FieldSection {
        FieldSection(
            name: "assigned", label: "Who is to answer (optional)",
            hint: "A role, such as Head of Inclusion. Everybody can read it: do not enter a name.",
            value: form.assigned, fault: faults["assigned"])
    }

    var due: FieldSection {
        FieldSection(
            name: "due", label: "Answer by (optional)", hint: "For example, 31 January 2027.",
            value: form.due, fault: faults["due"])
    }

    var answer: FieldSection {
        FieldSection(
            name: "answer", label: "Answer",
            hint: "What became of it. Everybody can read it: never name a child, and leave out "
                + "anything that could identify one.",
            kind: .area, value: form.answer, fault: faults["answer"])
    }

    /// What the fields hold, by their labels: to lay two forms side by side.
    var shown: [(label: String, text: String)] {
        [
            ("Answer", form.answer), ("Who is to answer", form.assigned), ("Answer by", form.due),
            ("It is a", CommitteeComment.Kind(rawValue: form.kind)?.words ?? form.kind),
            ("What the committee said", form.words), ("Said on", form.saidOn),
            ("About", measures.first { $0.code == form.measure }?.title ?? form.measure),
        ]
    }

    /// The measures under their headlines, in the report's order.
    private var groups: [(headline: String, measures: [CommentableMeasure])] {
        var groups: [(headline: String, measures: [CommentableMeasure])] = []
        for measure in measures {
            if let place = groups.firstIndex(where: { $0.headline == measure.headline }) {
                groups[place].measures.append(measure)
            } else {
                groups.append((measure.headline, [measure]))
            }
        }
        if let about, !measures.contains(where: { $0.code == about.code }) {
            let gone = CommentableMeasure(
                code: about.code, title: about.words, headline: "Not in the report")
            groups.append((gone.headline, [gone]))
        }
        return groups
    }

    private func group(
        _ group: (headline: String, measures: [CommentableMeasure])
    ) -> TemplateValue {
        [
            "headline": .text(group.headline),
            "measures": .list(
                group.measures.map { measure in
                    [
                        "code": .text(measure.code), "title": .text(measure.title),
                        "chosen": .flag(measure.code == form.measure),
                    ]
                }),
        ]
    }
}
