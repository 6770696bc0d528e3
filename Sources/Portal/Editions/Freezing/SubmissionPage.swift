import Mustache

/// Asks before a draft of a report goes to another lead for approval.
struct SubmissionPage: Page {
    static let template = "editions/submission"
    let section: Section? = .reports
    let version: EditionVersion
    /// Who looks at it.
    let person: Int64
    /// What it still lacks.
    let checklist: EditionChecklist
    /// Why it was not done.
    var fault: ReportFault?

    private var slug: String { version.edition.slug }
    private var isDraft: Bool { version.state == .draft }
    var address: String? { EditionLinks.submission(slug) }
    var summary: String { heading }

    private var heading: String {
        isDraft
            ? "Send “\(version.title)” for approval?"
            : "“\(version.title)” waits for approval"
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs":
                (version.crumbs
                + (isDraft ? [Link(href: EditionLinks.draft(slug), label: "Draft")] : []))
                .template,
            "heading": .text(heading),
            "action": .text(address ?? ""),
            "version": .text(version.label),
            "isDraft": .flag(isDraft),
            "sentBack": version.sentBackWords.template,
            "checklist": .record(ChecklistSection(checklist: checklist).values),
            "draftHref": .text(EditionLinks.draft(slug)),
            "previewHref": .text(EditionLinks.preview(slug)),
            "aboutHref": .text(EditionLinks.step(.about, slug)),
            "needsBoard": .flag(fault?.isAboutBoard ?? false),
            "isOwn": .flag(version.submittedBy == person),
            "approvalHref": .text(EditionLinks.approval(slug)),
            "submitted": version.submittedWords.template,
        ]
        values.append(contentsOf: fault.asFaults.values)
        return values
    }
}

extension EditionVersion {
    /// Who sent it for approval, and when.
    var submittedWords: String? {
        submittedAt.map { at in
            "Sent" + (submittedByName.map { " by \($0)" } ?? "")
                + " on \(MomentWords.dayAndTime(at))"
        }
    }
}

extension ReportFault {
    /// Whether another board would mend it.
    var isAboutBoard: Bool {
        switch self {
        case .noBoard, .unknownBoard: true
        case .state, .ownReport, .beyondScope, .incomplete, .addressTaken, .changedMeanwhile,
            .noFingerprint,
            .noSuchReport,
            .noSuchVersion, .notFrozen, .noSuchPerson, .notActive, .noApprover:
            false
        }
    }
}

extension ReportFault? {
    /// What is wrong, as pages list it.
    var asFaults: FieldFaults {
        self.map { FieldFaults.whole($0.description) } ?? FieldFaults(all: [])
    }
}
