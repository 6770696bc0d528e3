import Mustache
import Scorecard

/// What two people have typed into the same fields, side by side, for the second to choose.
///
/// Its form goes where the first one went and carries all that was typed, so that nothing is lost
/// whichever is chosen.
struct ClashPage: Page {
    static let template = "returns/clash"
    let section: Section? = .returns
    let address: String? = nil
    let summary = "Somebody else has changed the same figures."
    /// Where the form goes.
    let action: String
    let crumbs: [Link]
    let clashes: [EntryClash]
    /// What was sent.
    let sent: [(name: String, value: String)]

    var values: TemplateRecord {
        [
            "crumbs": crumbs.template,
            "action": .text(action),
            "fieldCount": .text(Self.fields(clashes.reduce(0) { $0 + asked(of: $1).count })),
            "entries": .list(clashes.map(entry)),
            "kept": .list(kept),
            "backHref": (crumbs.last?.href).template,
        ]
    }

    private static func fields(_ count: Int) -> String {
        count == 1 ? "the one field that" : "the \(count) fields that"
    }

    private func entry(_ clash: EntryClash) -> TemplateValue {
        [
            "id": .text("e\(clash.entry.id)"),
            "title": .text(clash.entry.measure.facts.title),
            "period": .text(clash.entry.period.label),
            "by": .text(clash.changedBy),
            "at": .text(MomentWords.dayAndTime(clash.changedAt)),
            "fields": .list(
                asked(of: clash).map { field in
                    [
                        "name": .text(EntryForm.name(of: field.field, in: clash.entry)),
                        "label": .text(field.field.label(in: clash.entry)),
                        "before": words(field.before, of: field.field),
                        "theirs": .text(field.theirs),
                        "theirWords": words(field.theirs, of: field.field),
                        "yours": .text(field.yours),
                        "yourWords": words(field.yours, of: field.field),
                    ]
                }),
        ]
    }

    /// The fields of an entry that are to be chosen.
    private func asked(of clash: EntryClash) -> [EntryMerge.Clash] {
        let order = clash.entry.fields
        return clash.clashes.sorted {
            (order.firstIndex(of: $0.field) ?? order.count, $0.field.name)
                < (order.firstIndex(of: $1.field) ?? order.count, $1.field.name)
        }
    }

    /// What a field holds, as people say it.
    private func words(_ text: String, of field: EntryField) -> TemplateValue {
        switch field {
        case .figure:
            .text(EntryFlag(rawValue: text)?.words ?? (text.isBlank ? "Not chosen" : text))
        case .progress:
            .text(ActionState(rawValue: text)?.words ?? (text.isBlank ? "Not chosen" : text))
        case .right: .text(text == "yes" ? "Ticked" : "Not ticked")
        default: text.isBlank ? .absent : .text(text)
        }
    }

    /// All else that was sent.
    ///
    /// Of an entry that clashes it is all that would be kept of it, on the ground of its present
    /// revision: what others have changed stays as they made it, also where that was not sent.
    private var kept: [TemplateValue] {
        var own: Set<String> = [FormToken.field, Submission.keyField]
        var merged: [(name: String, value: String)] = []
        for clash in clashes {
            let entry = clash.entry
            let asked = Set(clash.clashes.map(\.field))
            own.insert(EntryForm.revision(of: entry))
            merged.append((EntryForm.revision(of: entry), entry.revision.description))
            for field in entry.fields {
                let name = EntryForm.name(of: field, in: entry)
                own.insert(name)
                if !asked.contains(field) { merged.append((name, clash.merged[field])) }
            }
        }
        let others = sent.filter { !own.contains($0.name) }
        return (others + merged).map { ["name": .text($0.name), "value": .text($0.value)] }
    }
}

extension EntryField {
    /// What a field is called where it stands alone.
    func label(in entry: ReturnEntry) -> String {
        let parts = name.split(separator: "/", maxSplits: 1)
        let group = parts.count == 2 ? entry.groups.first { $0.code == parts[1] } : nil
        let words = Self.labels[String(parts.first ?? "")] ?? name
        return group.map { "\(words), \($0.label)" } ?? words
    }

    private static let labels: [String: String] = [
        "n": "Top number", "d": "Bottom number", "v": "Number", "figure": "Figure is",
        "reason": "Why there is nothing to report", "comment": "What happened",
        "why": "Why it is so", "doing": "What we are doing", "action": "What will be done",
        "who": "Who is responsible", "by": "By when", "progress": "How far it is",
        "forecast": "Forecast for the year", "right": "The figure is right",
        "right-because": "Why it is right", "right-about": "What was asked",
    ]
}
