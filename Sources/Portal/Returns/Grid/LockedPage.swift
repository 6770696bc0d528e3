import Mustache
import Scorecard

/// What somebody typed into entries that take no figures any more, so that it is not lost.
struct LockedPage: Page {
    static let template = "returns/locked"
    let section: Section? = .returns
    let address: String? = nil
    let summary = "Some of these figures cannot be changed any more."
    let grid: ReturnGrid
    let entries: [ReturnEntry]
    let changes: [EntryChange]
    /// What was sent.
    let sent: [(name: String, value: String)]

    var values: TemplateRecord {
        let others = rest
        return [
            "crumbs": ReturnGridPage.crumbs(grid).template,
            "action": .text(ReturnLinks.grid(grid.id)),
            "gridHref": .text(ReturnLinks.grid(grid.id)),
            "entries": .list(entries.map(entry)),
            "hasRest": .flag(hasRest),
            "rest": .list(others.map { ["name": .text($0.name), "value": .text($0.value)] }),
        ]
    }

    private func entry(_ entry: ReturnEntry) -> TemplateValue {
        let typed = changes.first { $0.entry == entry.id }?.fields ?? [:]
        let content = entry.content.replacing(typed)
        let changed = content.differences(from: entry.content).filter {
            $0.field != .rightAbout
        }
        return [
            "title": .text(entry.measure.facts.title),
            "period": .text(entry.period.label),
            "why": .text(why(entry)),
            "fields": .list(
                changed.map { change in
                    [
                        "label": .text(change.field.label(in: entry)),
                        "yours": change.new.isBlank ? .absent : .text(change.new),
                        "kept": change.old.isBlank ? .absent : .text(change.old),
                    ]
                }),
        ]
    }

    private func why(_ entry: ReturnEntry) -> String {
        switch entry.state {
        case .submitted: "It waits for approval. Take the return back before you change it."
        case .approved: "It is approved. Ask the performance team to send it back."
        case .published: "It is published. A published figure is changed by a revision."
        case .notStarted, .draft, .sentBack: ReturnGridPage.closedWords(grid.round)
        }
    }

    /// What was sent of the other entries.
    private var rest: [(name: String, value: String)] {
        let locked = entries.map { "e\($0.id)-" }
        return sent.filter { pair in
            pair.name != FormToken.field && pair.name != Submission.keyField
                && !locked.contains { pair.name.hasPrefix($0) }
        }
    }

    private var hasRest: Bool {
        let locked = Set(entries.map(\.id))
        let open = grid.entries.filter { $0.isEditable && !locked.contains($0.id) }.map(\.id)
        return changes.contains { open.contains($0.entry) }
    }
}
