import Mustache
import Scorecard

/// What two people have typed into the same fields of a draft, side by side, for the second to
/// choose.
///
/// Its form carries all that was typed, so that nothing is lost whichever is chosen.
struct EditionClashPage: Page {
    static let template = "editions/clash"
    let section: Section? = .reports
    let address: String? = nil
    let summary = "Somebody else has changed the same parts of this report."
    let version: EditionVersion
    let step: EditionStep
    /// The revision on whose ground the choice stands.
    let base: Int?
    let clashes: [EntryMerge.Clash]
    /// What else is to be kept.
    let rest: [EditionField: String]
    let words: EditionWords

    var values: TemplateRecord {
        let slug = version.edition.slug
        return [
            "crumbs": [Links.home, Links.reports, version.draftLink].template,
            "action": .text(EditionLinks.choice(slug)),
            "step": .text(step.rawValue), "stepTitle": .text(step.title),
            "reportTitle": .text(version.title),
            "revision": .text(base.map(\.description) ?? ""),
            "version": .text("\(version.id)"),
            "isClash": .flag(!clashes.isEmpty),
            "fieldCount": .text(
                clashes.count == 1 ? "the one field that" : "the \(clashes.count) fields that"),
            "by": .text(version.changedBy ?? "somebody else"),
            "at": .text(version.changedAt.map(MomentWords.dayAndTime) ?? ""),
            "fields": .list(clashes.enumerated().map { field($0.element, number: $0.offset + 1) }),
            "kept": .list(kept.map { ["name": .text($0.name), "value": .text($0.text)] }),
            "typed": .list(
                clashes.isEmpty
                    ? kept.map { entry in
                        [
                            "label": .text(entry.field.label),
                            "text": text(entry.text, of: entry.field),
                        ]
                    } : []),
            "backHref": .text(EditionLinks.draft(slug)),
        ]
    }

    private var kept: [(field: EditionField, name: String, text: String)] {
        let asked = Set(clashes.map(\.field.name))
        return rest.filter { !asked.contains($0.key.name) }
            .sorted { $0.key.name < $1.key.name }
            .map { ($0.key, ChoiceForm.mark + $0.key.name, $0.value) }
    }

    private func field(_ clash: EntryMerge.Clash, number: Int) -> TemplateValue {
        let field = EditionField(name: clash.field.name)
        return [
            "id": .text("choice-\(number)"),
            "name": .text(ChoiceForm.mark + field.name),
            "label": .text(field.label),
            "before": text(clash.before, of: field),
            "theirs": .text(clash.theirs), "theirWords": text(clash.theirs, of: field),
            "yours": .text(clash.yours), "yourWords": text(clash.yours, of: field),
        ]
    }

    private func text(_ text: String, of field: EditionField) -> TemplateValue {
        let words = words.words(text, of: field)
        return words.isBlank ? .absent : .text(words)
    }
}

extension EditionClashPage {
    /// The choice between what a form brought and what others have saved since it was drawn.
    init(
        _ clash: EditionClash, _ step: EditionStep, _ fields: [EditionField: String],
        _ words: EditionWords
    ) {
        // Where others alone have changed a field, what they made of it stays.
        var rest: [EditionField: String] = [:]
        for field in fields.keys { rest[field] = clash.merged[field] }
        self.init(
            version: clash.version, step: step, base: clash.version.revision,
            clashes: clash.clashes, rest: rest, words: words)
    }
}

extension EditionVersion {
    /// The list of its steps.
    var draftLink: Link { Link(href: EditionLinks.draft(edition.slug), label: title) }
}
