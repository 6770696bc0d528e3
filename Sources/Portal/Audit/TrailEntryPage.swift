import Mustache
import Scorecard

/// One entry of the trail, whole.
struct TrailEntryPage: Page {
    static let template = "audit/entry"
    let section: Section? = nil
    var address: String? { TrailLinks.entry(row.entry.number) }
    var summary: String { "One entry of the audit trail." }
    let row: TrailRow
    let isLast: Bool
    let mayManagePeople: Bool

    var values: TemplateRecord {
        let entry = row.entry
        return [
            "crumbs": [Links.home, Link(href: TrailLinks.trail, label: "Audit trail")].template,
            "number": .integer(entry.number),
            "action": .text(entry.action.capitalisedFirst),
            "moment": .text("\(row.time)"),
            "when": .text("\(row.time.day.label), \(row.time.time) UTC"),
            "who": .text(row.who),
            "account": entry.person.map { .text("\($0)") } ?? .absent,
            "kind": .text(row.kindWords),
            "what": .text(row.what),
            "whatHref": row.subjectLink(mayManagePeople: mayManagePeople).template,
            "subject": row.what == entry.subject ? .absent : .text(entry.subject),
            "allHref": entry.subject.isEmpty
                ? .absent
                : .text(
                    TrailLinks.entries(
                        TrailEntry.Subject.Kind(rawValue: entry.subjectKind), entry.subject)),
            "place": .text(row.place),
            "request": entry.request.isEmpty ? .absent : .text(entry.request),
            "reason": entry.reason.template,
            "isFigure": .flag(row.isAboutFigure),
            "hasComparison": .flag(!row.comparison.isEmpty),
            "comparison": .list(row.comparison.map(values)),
            "rawBefore": row.before == nil ? entry.before.template : .absent,
            "rawAfter": row.after == nil ? entry.after.template : .absent,
            "hash": .text(row.hash),
            "previousHash": row.previousHash.isEmpty ? .absent : .text(row.previousHash),
            "olderHref": entry.number > 1 ? .text(TrailLinks.entry(entry.number - 1)) : .absent,
            "newerHref": isLast ? .absent : .text(TrailLinks.entry(entry.number + 1)),
        ]
    }

    /// What is the same on both sides is told as such only where there are two sides.
    private func values(
        _ line: (name: String, before: String?, after: String?)
    ) -> TemplateValue {
        let hasBoth = row.before != nil && row.after != nil
        return [
            "name": .text(line.name.split(separator: "_").joined(separator: " ").capitalisedFirst),
            "before": line.before.template,
            "after": line.after.template,
            "isChanged": .flag(hasBoth && line.before != line.after),
        ]
    }
}
