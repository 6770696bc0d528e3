import Mustache
import Scorecard

/// The steps of writing a report, how far each is, and what is still missing.
struct DraftPage: Page {
    static let template = "editions/draft"
    let section: Section? = .reports
    var address: String? { EditionLinks.draft(slug) }
    var summary: String { "Write \(version.title)." }
    let source: EditionSource
    let checklist: EditionChecklist
    /// Who changed which text last, the latest first.
    let changes: [EditionFieldChange]
    /// The size of the file so far, in bytes.
    let size: Int
    /// What has just been done.
    let done: String?

    private var version: EditionVersion { source.version }
    private var slug: String { version.edition.slug }
    private var isDraft: Bool { version.state == .draft }

    /// What the file may not exceed, in bytes.
    private static let mostBytes = 2_000_000

    var values: TemplateRecord {
        let missing = checklist.items.count
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.reports].template,
            "done": done.template,
            "reportTitle": .text(version.title),
            "versionLabel": .text(version.label),
            "isDraft": .flag(isDraft),
            "stateWords": .text(version.state.words),
            "stateLook": .text(isDraft ? "draft" : "wait"),
            "board": (source.board?.title).template,
            "quarter": .text(source.edition.quarter.label),
            "meeting": version.content[.meeting].isBlank
                ? .absent : .text(version.content[.meeting]),
            "changed": version.changedAt.map { at in
                .text("\(MomentWords.dayAndTime(at))\(version.changedBy.map { " by \($0)" } ?? "")")
            } ?? .absent,
            "size": .text(sizeWords),
            "isLarge": .flag(size > Self.mostBytes),
            "sentBack": version.sentBackWords.template,
            "reason": version.reason.template,
            "steps": .list(EditionStep.allCases.map(step)),
            "previewHref": .text(EditionLinks.preview(slug)),
            "officersHref": .text(EditionLinks.officersPreview(slug)),
            "submissionHref": .text(EditionLinks.submission(slug)),
            "approvalHref": .text(EditionLinks.approval(slug)),
            "discardHref": .text(EditionLinks.discard(slug)),
            "missing": .text(
                missing == 0
                    ? "What is still missing"
                    : "What is still missing: \(missing.counted("thing"))"),
        ]
        values.append(contentsOf: ChecklistSection(checklist: checklist).values)
        return values
    }

    private var sizeWords: String {
        let kilobytes = (size + 999) / 1_000
        return "\(kilobytes) KB of at most \(Self.mostBytes / 1_000_000) MB"
    }

    private func step(_ step: EditionStep) -> TemplateValue {
        let state = StepState(step, source, checklist)
        let change = changes.first { $0.field.step == step }
        return [
            "href": isDraft ? .text(EditionLinks.step(step, slug)) : .absent,
            "title": .text(step.title),
            "isReady": .flag(state == .ready),
            "tag": .text(state.words), "look": .text(state.look),
            "changed": change.map {
                .text("\(MomentWords.dayAndTime($0.at)) by \($0.by)")
            } ?? (state == .started || state == .ready ? "When the report was begun" : .absent),
        ]
    }
}

/// The consequence of discarding a draft, and the button that does it.
struct DiscardPage: Page {
    static let template = "editions/discard"
    let section: Section? = .reports
    var address: String? { EditionLinks.discard(version.edition.slug) }
    var summary: String { "Discard the draft of \(version.title)." }
    let version: EditionVersion
    var faults = FieldFaults(all: [])

    var values: TemplateRecord {
        let slug = version.edition.slug
        let isWhole = version.number == 1
        var values: TemplateRecord = [
            "crumbs": [Links.home, Links.reports, version.draftLink].template,
            "heading": .text(
                isWhole
                    ? "Discard this draft, so that there is no such report?"
                    : "Discard version \(version.label), so that version "
                        + "\(EditionVersion.label(of: version.number - 1)) stays as it is?"),
            "reportTitle": .text(version.title),
            "isDraft": .flag(version.state == .draft),
            "words": .text(
                isWhole
                    ? "The report leaves the list and its address leads to nothing. What was "
                        + "written stays in the audit trail."
                    : "Only the draft of the correction goes. What was written stays in the "
                        + "audit trail, and what is published does not change."),
            "action": .text(EditionLinks.discard(slug)),
            "revision": .text("\(version.revision)"),
            "version": .text("\(version.id)"),
            "cancelHref": .text(EditionLinks.draft(slug)),
        ]
        values.append(contentsOf: faults.values)
        return values
    }
}
