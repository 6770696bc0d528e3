import HTTPServer
import Mustache
import Scorecard

/// What two people have typed into the same fields, side by side, for the second to choose.
///
/// Its form goes where the first one went and carries all that was typed, so that nothing is lost
/// whichever is chosen.
struct ClashPage: Page {
    static let template = "returns/clash"
    let section: Section? = nil
    let address: String? = nil
    let summary = "Somebody else has changed the same figures."
    /// Where the form goes.
    let action: String
    let crumbs: [Link]
    let clashes: [EntryClash]
    /// What was sent.
    let sent: Query

    var values: TemplateRecord {
        [
            "crumbs": crumbs.template,
            "action": .text(action),
            "entries": .list(clashes.map(entry)),
            "kept": .list(kept),
        ]
    }

    private func entry(_ clash: EntryClash) -> TemplateValue {
        [
            "title": .text(clash.entry.measure.facts.title),
            "by": .text(clash.changedBy),
            "at": .text(MomentWords.dayAndTime(clash.changedAt)),
            "fields": .list(
                clash.clashes.map { field in
                    [
                        "name": .text(EntryForm.name(of: field.field, in: clash.entry)),
                        "label": .text(field.field.label(in: clash.entry)),
                        "before": .text(field.before),
                        "theirs": .text(field.theirs),
                        "yours": .text(field.yours),
                    ]
                }),
        ]
    }

    /// All else that was sent.
    ///
    /// Of an entry that clashes it is what would be kept of it, on the ground of its present
    /// revision: what others have changed stays as they made it.
    private var kept: [TemplateValue] {
        var asked: Set<String> = []
        var merged: [String: String] = [:]
        for clash in clashes {
            let entry = clash.entry
            asked.formUnion(clash.clashes.map { EntryForm.name(of: $0.field, in: entry) })
            merged[EntryForm.revision(of: entry)] = entry.revision.description
            for field in entry.fields {
                merged[EntryForm.name(of: field, in: entry)] = clash.merged[field]
            }
        }
        return sent.pairs.compactMap { pair in
            guard !asked.contains(pair.name), pair.name != FormToken.field,
                pair.name != Submission.keyField
            else { return nil }
            return [
                "name": .text(pair.name), "value": .text(merged[pair.name] ?? pair.value),
            ]
        }
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
