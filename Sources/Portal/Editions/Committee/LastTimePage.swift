import Mustache
import Scorecard

/// A form for what became of what the last edition said.
struct LastTimePage: Page {
    static let template = "editions/last-time"
    let section: Section? = .reports
    var address: String? { EditionLinks.step(.lastTime, version.edition.slug) }
    var summary: String { "What became of what the report before \(version.title) said." }
    let version: EditionVersion
    let past: ReportedPast
    /// What was typed and not kept, if anything was.
    var typed: LastTimeForm?
    let today: Day
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        let (slug, title) = (version.edition.slug, version.title)
        let commitments = past.commitments.open
        var values: TemplateRecord = [
            "crumbs": [
                Links.home, Links.reports, Link(href: EditionLinks.draft(slug), label: title),
            ].template,
            "report": .text(title),
            "versionLabel": .text(version.label),
            "action": .text(EditionLinks.step(.lastTime, slug)),
            "cancelHref": .text(EditionLinks.draft(slug)),
            "revision": .text("\(typed.map { $0.revision ?? 0 } ?? version.revision)"),
            "version": .text(typed?.version ?? "\(version.id)"),
            "previous": past.previous.map(previous) ?? .absent,
            "nothingBefore": .text(
                past.hasEarlier
                    ? "The reports on \(version.edition.portfolio) before this one were withdrawn"
                    : "This is the first report on \(version.edition.portfolio) made here"),
            "hasCommitments": .flag(!commitments.isEmpty),
            "commitments": .list(commitments.map(field)),
            "hasComments": .flag(!past.comments.isEmpty),
            "comments": .list(past.comments.map(comment)),
        ]
        values.append(contentsOf: faults.values)
        return values
    }

    private func previous(_ previous: EditionVersion) -> TemplateValue {
        [
            "title": .text(previous.title), "version": .text(previous.label),
            "href": .text(EditionLinks.document(previous.edition.slug, previous.label)),
            "published": .text(previous.frozen.map { MomentWords.day($0.at) } ?? ""),
            "newHref": .text(EditionLinks.newComment(previous.edition.slug)),
        ]
    }

    private func field(_ commitment: Commitment) -> TemplateValue {
        let name = commitment.outcome.name
        return FieldSection(
            name: name, label: commitment.what,
            hint: [
                commitment.doing.map { "We said we would do this: \($0)" },
                commitment.measure.map { "\($0)." }, "\(commitment.ownerAndDue).".oneFullStop,
                known(commitment),
            ].compactMap(\.self).joined(separator: " "),
            kind: .area, value: typed?.text(commitment) ?? version.content[commitment.outcome],
            fault: faults[name]
        ).values
    }

    /// What the report says of it anyway.
    private func known(_ commitment: Commitment) -> String {
        guard let now = commitment.now else { return "The portal knows nothing of it now." }
        let due = now.due.flatMap { $0 == commitment.due ? nil : "now due \($0)" }
        let state = [now.state, due].compactMap(\.self).joined(separator: ", ")
        return ["The portal says: \(state).", now.words].compactMap(\.self).joined(separator: " ")
    }

    private func comment(_ comment: CommitteeComment) -> TemplateValue {
        let state = comment.state(on: today)
        return [
            "href": .text(EditionLinks.comment(comment.id)),
            "heading": .text(comment.heading),
            "words": .text(comment.record.words),
            "about": (comment.about?.words).template,
            "report": comment.report.slug == past.previous?.edition.slug
                ? .absent : .text(comment.report.title),
            "tag": .text(state.words),
            "look": .text(state.look),
            "outcome": .text(comment.outcome(on: today)),
            "act": .text(comment.record.answer == nil ? "Answer it" : "Change the answer"),
        ]
    }
}

extension String {
    /// The text with one full stop at its end where it has two.
    fileprivate var oneFullStop: String { hasSuffix("..") ? String(dropLast()) : self }
}
