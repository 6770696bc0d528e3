import Mustache

/// What a draft still lacks, as `editions/checklist` draws it.
struct ChecklistSection {
    let checklist: EditionChecklist

    /// More than these are counted.
    private static let most = 5

    var values: TemplateRecord {
        [
            "isComplete": .flag(checklist.items.isEmpty),
            "groups": .list(
                EditionChecklist.Weight.allCases.compactMap { weight in
                    let items = checklist.items(weight)
                    guard !items.isEmpty else { return nil }
                    return [
                        "id": .text(weight.id), "heading": .text(weight.heading),
                        "isPressing": .flag(weight != .gap),
                        "items": .list(items.map(item)),
                    ]
                }),
        ]
    }

    private func item(_ item: EditionChecklist.Item) -> TemplateValue {
        let shown = item.subjects.prefix(item.subjects.count == Self.most + 1 ? .max : Self.most)
        let others = item.subjects.count - shown.count
        return [
            "words": .text(item.words),
            "mendHref": (item.mend?.href).template,
            "mendLabel": (item.mend?.label).template,
            "hasSubjects": .flag(!shown.isEmpty),
            "subjects": .list(
                shown.map { link in
                    [
                        "href": link.href.isEmpty ? .absent : .text(link.href),
                        "label": .text(link.label),
                    ]
                }),
            "others": others == 0 ? .absent : .text("and \(others.counted("other"))"),
        ]
    }
}

extension EditionChecklist.Weight {
    fileprivate var id: String {
        switch self {
        case .needed: "needed"
        case .warning: "warnings"
        case .gap: "gaps"
        }
    }

    fileprivate var heading: String {
        switch self {
        case .needed: "Needed before it can be sent for approval"
        case .warning: "Look at this before anybody reads it"
        case .gap: "Readers will miss"
        }
    }
}
