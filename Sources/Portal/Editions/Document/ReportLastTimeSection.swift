import Mustache
import Scorecard

/// What the last edition promised, what the committee said, and what became of both.
struct ReportLastTimeSection: ReportPart {
    let source: EditionSource

    private var past: ReportedPast { source.past }

    var values: TemplateRecord {
        let commitments = past.commitments
        return [
            "nothingBefore": nothingBefore.template,
            "previous": past.previous.map(previous) ?? .absent,
            "hasCommitments": .flag(!commitments.open.isEmpty),
            "commitments": .list(commitments.open.map(values)),
            "noCommitments": commitments.open.isEmpty ? .text(noCommitments) : .absent,
            "closed": closedWords.template,
            "tellsComments": .flag(past.previous != nil || !past.comments.isEmpty),
            "hasComments": .flag(!past.comments.isEmpty),
            "comments": .list(past.comments.map(values)),
        ]
    }

    var facts: [ReportFact] {
        var facts: [ReportFact] = []
        if let previous = past.previous {
            facts += Self.facts(
                "previous", previous.title,
                [
                    ("title", previous.title), ("version", previous.label),
                    ("published", Self.published(previous)),
                ])
            facts += Self.facts(
                "commitments", "What we said we would do",
                [
                    ("none", past.commitments.open.isEmpty ? noCommitments : nil),
                    ("closed", closedWords),
                ])
        } else {
            facts += Self.facts("previous", "The report before", [("none", nothingBefore)])
        }
        return facts + past.commitments.open.flatMap(told) + past.comments.flatMap(told)
            + (tellsNoComments
                ? Self.facts("comments", "What the committee said", [("none", Self.noComments)])
                : [])
    }

    static let unknown = "Nobody has said what became of this."
    static let noComments = "No comments or requests of the committee have been recorded."

    private var tellsNoComments: Bool { past.previous != nil && past.comments.isEmpty }

    /// Why there is nothing to look back on, where that is so.
    private var nothingBefore: String? {
        guard past.previous == nil else { return nil }
        return past.hasEarlier
            ? "The reports on this portfolio before this one were withdrawn, so there is nothing "
                + "to look back on."
            : "This is the first report on this portfolio made here, so there is nothing to look "
                + "back on."
    }

    private var noCommitments: String {
        past.commitments.closedCount > 0
            ? "The last report named nothing that was still to be done."
            : "The last report named no actions, no risks and no projects."
    }

    /// What the last edition had told as done or stopped already.
    private var closedWords: String? {
        let count = past.commitments.closedCount
        guard count > 0 else { return nil }
        return count == 1
            ? "1 more had been done or stopped when the last report was published."
            : "\(count) more had been done or stopped when the last report was published."
    }

    private func previous(_ version: EditionVersion) -> TemplateValue {
        let origin = source.portal.origin
        let path = EditionLinks.document(version.edition.slug, version.label)
        return [
            "title": .text(version.title), "version": .text(version.label),
            "published": .text(Self.published(version)),
            "href": origin.isEmpty ? .absent : .text(origin + path),
        ]
    }

    private static func published(_ version: EditionVersion) -> String {
        version.frozen.map { MomentWords.day($0.at) } ?? ""
    }

    /// What the lead wrote of it, if anything.
    private func words(_ commitment: Commitment) -> String? {
        let words = source.content[commitment.outcome].stripped
        return words.isEmpty ? nil : words
    }

    /// The date by which it is to be done now, where that has been moved.
    private static func movedTo(_ commitment: Commitment) -> String? {
        guard let due = commitment.now?.due, due != commitment.due else { return nil }
        return "Now due \(due)"
    }

    /// Whether it should be done by now and is not known to be.
    private func isOverdue(_ commitment: Commitment) -> Bool {
        guard let now = commitment.now,
            !ActionState.allCases.contains(where: { !$0.isOpen && $0.words == now.state }),
            let due = (now.due ?? commitment.due).flatMap({ Day(typed: $0) })
        else { return false }
        return due < source.day
    }

    private func values(_ commitment: Commitment) -> TemplateValue {
        let words = words(commitment)
        let isUnknown = words == nil && commitment.now == nil
        return [
            "what": .text(commitment.what),
            "doing": commitment.doing.template,
            "measure": commitment.measure.template,
            "owner": .text(commitment.owner ?? "Nobody was named"),
            "due": .text(commitment.due ?? "No date was set"),
            "state": (commitment.now?.state).template,
            "isOverdue": .flag(isOverdue(commitment)),
            "movedTo": Self.movedTo(commitment).template,
            "progress": (commitment.now?.words).template,
            "words": words.template,
            "unknown": isUnknown ? .text(Self.unknown) : .absent,
        ]
    }

    private func told(_ commitment: Commitment) -> [ReportFact] {
        let words = words(commitment)
        return Self.facts(
            commitment.key, commitment.what,
            [
                ("said", commitment.what), ("doing", commitment.doing),
                ("measure", commitment.measure),
                ("owner", commitment.owner ?? "Nobody was named"),
                ("due", commitment.due ?? "No date was set"),
                ("outcome", words ?? (commitment.now == nil ? Self.unknown : nil)),
                ("state", commitment.now?.state),
                ("overdue", isOverdue(commitment) ? "Overdue" : nil),
                ("due-now", Self.movedTo(commitment)), ("progress", commitment.now?.words),
            ])
    }

    /// The report that a comment was made on, where that is not the last one.
    private func older(_ comment: CommitteeComment) -> String? {
        comment.report.slug == past.previous?.edition.slug ? nil : comment.report.title
    }

    private func values(_ comment: CommitteeComment) -> TemplateValue {
        let record = comment.record
        return [
            "heading": .text(comment.heading),
            "about": (comment.about?.words).template,
            "report": older(comment).template,
            "words": .text(record.words),
            "assigned": record.assignedTo.template,
            "outcome": .text(comment.outcome(on: source.day)),
            "answeredOn": (record.answeredOn?.label).template,
            "isOverdue": .flag(comment.state(on: source.day) == .overdue),
        ]
    }

    private func told(_ comment: CommitteeComment) -> [ReportFact] {
        let record = comment.record
        return Self.facts(
            comment.factSubject, comment.heading,
            [
                ("kind", record.kind.words), ("said-on", record.saidOn.label),
                ("about", comment.about?.words), ("report", older(comment)),
                ("words", record.words), ("assigned-to", record.assignedTo),
                ("answer", comment.outcome(on: source.day)),
                ("answered-on", record.answeredOn?.label),
            ])
    }

    private static func facts(
        _ subject: String, _ title: String, _ texts: [(name: String, text: String?)]
    ) -> [ReportFact] {
        texts.compactMap { name, text in
            text.map { text in
                ReportFact(
                    section: ReportSection.lastTime.rawValue, subject: subject,
                    subjectTitle: title, name: name, text: text)
            }
        }
    }
}
