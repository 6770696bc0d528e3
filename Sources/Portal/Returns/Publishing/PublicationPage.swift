import Mustache
import Scorecard

/// Asks before what was approved becomes what readers see.
struct PublicationPage: Page {
    static let template = "returns/publish"
    let section: Section? = nil
    var address: String? { ReturnLinks.publication(plan.round.id) }
    var summary: String { heading }
    let plan: PublicationPlan
    /// Whether something has changed since the page was drawn.
    var isChanged = false

    /// The table names no more figures than this.
    private static let most = 300

    private var heading: String { "Publish figures for \(plan.round.period.label)?" }

    var values: TemplateRecord {
        let count = plan.ready.count
        return [
            "crumbs": [
                Links.home, Link(href: ReturnLinks.rounds, label: "Collection rounds"),
                Link(href: ReturnLinks.round(plan.round.id), label: plan.round.period.shortLabel),
            ].template,
            "heading": .text(heading),
            "action": .text(address ?? ""),
            "cancelHref": .text(ReturnLinks.round(plan.round.id)),
            "approvalsHref": .text(ReturnLinks.approvals),
            "isChanged": .flag(isChanged),
            "mark": .text(plan.mark),
            "isReady": .flag(count > 0),
            "says": .text(says),
            "tally": .list(tally),
            "button": .text("Publish \(count.counted("figure"))"),
            "rows": .list(plan.ready.prefix(Self.most).map(row)),
            "hasSmall": .flag(plan.ready.contains(where: \.isSmall)),
            "more": count > Self.most
                ? .text("And \((count - Self.most).counted("figure")) more.") : .absent,
            "unready": .list(plan.unready.map(unready)),
            "hasUnready": .flag(!plan.unready.isEmpty),
            "behind": .list(
                plan.behind.map { .text("\($0.state.words): \($0.count)") }),
            "hasBehind": .flag(!plan.behind.isEmpty || plan.elsewhere > 0),
            "elsewhere": plan.elsewhere == 0
                ? .absent
                : .text(
                    "\(plan.elsewhere.counted("approved figure")) of measures that another "
                        + "lead publishes"),
        ]
    }

    private var says: String {
        let count = plan.ready.count
        let revised = plan.ready.count { $0.entry.publishedVersion > 0 }
        let first = "\(count.counted("figure")) will be published"
        guard revised > 0 else { return first + "." }
        return "\(first); \(revised) of them \(revised == 1 ? "takes" : "take") the place of "
            + "\(revised == 1 ? "one" : "ones") that readers see now."
    }

    /// How many of each status there will be, the worst first.
    private var tally: [TemplateValue] {
        let statuses = plan.ready.compactMap(\.shownStatus)
        var words = TargetStatus.allCases.compactMap { status -> String? in
            let count = statuses.count { $0 == status }
            return count == 0 ? nil : "\(status.words): \(count)"
        }
        let nothing = plan.ready.count { $0.flag == .nothing }
        if nothing > 0 { words.append("Nothing to report: \(nothing)") }
        return words.map { .text($0) }
    }

    private func row(_ check: EntryCheck) -> TemplateValue {
        let entry = check.entry
        let past = plan.pasts[entry.measure.facts.id] ?? EntryPast()
        let format = entry.measure.facts.format
        func text(_ figure: Figure?) -> String? {
            figure.map { figure in
                figure.value.map { format.text($0) }
                    ?? (figure.marker ?? QualityMarker.notAvailable).shorthand
            }
        }
        let status = check.shownStatus
        return [
            "title": .text(entry.measure.facts.title),
            "href": .text(Links.measure(entry.measure.facts.slug)),
            "period": .text(entry.period.shortLabel),
            "before":
                (text(past.published(entry.period))
                ?? text(past.last(before: entry.period))).template,
            "isRevision": .flag(entry.publishedVersion > 0),
            "now": .text(text(check.whole?.figure) ?? "[x]"),
            "isWithheld": .flag(check.isSmall),
            "hasStatus": .flag(status != nil),
            "withheldNote": "Readers see [c]",
            "statusClass": (status?.look).template,
            "statusIcon": (status?.icon).template,
            "statusWords": (status?.words).template,
        ]
    }

    private func unready(_ check: EntryCheck) -> TemplateValue {
        let faults = check.pageFaults(withMissing: true).map(\.words)
        return [
            "title": .text(check.entry.measure.facts.title),
            "why": .text(
                faults.isEmpty ? check.readiness.words : faults.joined(separator: ". ")),
            "href": .text(ReturnLinks.sendBack(check.entry)),
        ]
    }
}

extension EntryCheck {
    /// Whether the figure is withheld by itself, because it is small.
    fileprivate var isSmall: Bool {
        guard let figure = whole?.figure, let terms = entry.measure.terms else { return false }
        return terms.withholds(figure)
    }

    /// The status that readers will see; `nil` where there is no figure.
    fileprivate var shownStatus: TargetStatus? {
        isSmall ? .suppressed : standing?.judgement.status
    }
}
