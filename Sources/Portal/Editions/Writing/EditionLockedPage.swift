import Mustache
import Scorecard

/// Why a draft takes no changes, with what somebody typed meanwhile, so that it is not lost.
struct EditionLockedPage: Page {
    static let template = "editions/locked"
    let section: Section? = .reports
    let address: String? = nil
    let summary = "This report takes no changes now."
    /// What there is now; `nil` where the draft was discarded.
    let version: EditionVersion?
    let slug: String
    let step: EditionStep
    let typed: [EditionField: String]
    /// Who sent it for approval.
    let submitter: String?
    let words: EditionWords

    var values: TemplateRecord {
        let changed = typed.sorted { $0.key.name < $1.key.name }.filter {
            version?.content[$0.key] ?? "" != $0.value
        }
        return [
            "crumbs":
                (version.map { $0.state.isFrozen ? [] : [$0.draftLink] }.map {
                    [Links.home, Links.reports] + $0
                } ?? [Links.home, Links.reports]).template,
            "stepTitle": .text(step.title),
            "why": .text(why),
            "hasTyped": .flag(!typed.isEmpty),
            "fields": .list(
                changed.map { field, text in
                    [
                        "label": .text(field.label),
                        "yours": self.text(text, of: field),
                        "kept": self.text(version?.content[field] ?? "", of: field),
                    ]
                }),
            "back": back,
        ]
    }

    private func text(_ text: String, of field: EditionField) -> TemplateValue {
        let words = words.words(text, of: field)
        return words.isBlank ? .absent : .text(words)
    }

    private var why: String {
        guard let version else { return "Its draft was discarded." }
        switch version.state {
        case .draft: return "Version \(version.label) has been begun since the form was drawn."
        case .forApproval:
            let by = submitter.map { " by \($0)" } ?? ""
            let at = version.submittedAt.map { " on \(MomentWords.dayAndTime($0))" } ?? ""
            return "It was sent for approval\(by)\(at). It can be changed again when it has been "
                + "sent back."
        case .frozen, .withdrawn:
            return "Version \(version.label) has been published, and never changes. A correction "
                + "is a new version."
        }
    }

    private var back: TemplateValue {
        let link: Link
        switch version?.state {
        case .draft?, .forApproval?:
            link = Link(href: EditionLinks.draft(slug), label: "Back to the draft")
        case .frozen?, .withdrawn?:
            link = Link(href: Links.report(slug), label: "See the report")
        case nil: link = Link(href: Links.reports.href, label: "See all reports")
        }
        return ["href": .text(link.href), "label": .text(link.label)]
    }
}
