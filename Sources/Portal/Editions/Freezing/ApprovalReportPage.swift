import Mustache

/// Shows another lead what is to be approved, published and frozen.
struct ApprovalReportPage: Page {
    static let template = "editions/approval"
    let section: Section? = .reports
    let version: EditionVersion
    /// Who looks at it.
    let person: Int64
    /// What it still lacks.
    let checklist: EditionChecklist
    /// Why it is sent back, as typed.
    let form: ReasonForm
    /// What the board is called, and the scorecards whose measures are told of.
    var board: String?
    var scorecards: [String] = []
    var faults = FieldFaults(all: [])
    /// Why it was not done.
    var fault: ReportFault?

    private var slug: String { version.edition.slug }
    private var isWaiting: Bool { version.state == .forApproval }
    private var isOwn: Bool { version.submittedBy == person }
    var address: String? { EditionLinks.approval(slug) }
    var summary: String { heading }

    private var heading: String {
        isWaiting && !isOwn
            ? "Publish “\(version.title)”, version \(version.label), to everybody and for good?"
            : "Approval of “\(version.title)”"
    }

    var values: TemplateRecord {
        var values: TemplateRecord = [
            "crumbs": version.crumbs.template,
            "heading": .text(heading),
            "action": .text(address ?? ""),
            "mark": .text(version.approvalMark),
            "isOpen": .flag(isWaiting && !isOwn),
            "isWaiting": .flag(isWaiting),
            "isOwn": .flag(isWaiting && isOwn),
            "state": .text(version.state.words.lowercasedFirst),
            "reportHref": .text(Links.report(slug)),
            "takeBackHref": .text(EditionLinks.submission(slug)),
            "previewHref": .text(EditionLinks.preview(slug)),
            "officersHref": .text(EditionLinks.officersPreview(slug)),
            "checklist": .record(ChecklistSection(checklist: checklist).values),
            "summaryRows": .list(rows.map { ["name": .text($0.0), "text": .text($0.1)] }),
            "reason": FieldSection.reason(
                form.typed, faults, label: "What needs to change",
                hint: "Whoever writes the report reads this."
            ).values,
        ]
        values.append(
            contentsOf: (faults.all.isEmpty ? fault.asFaults : faults).values)
        return values
    }

    /// All that was chosen, in a few words each.
    private var rows: [(String, String)] {
        let edition = version.edition
        let content = version.content
        let template = EditionTemplate(content)
        let meeting = content[.meeting].stripped
        return [
            ("Title", version.title), ("Portfolio", edition.portfolio),
            ("Kind and period", "\(edition.kindWords), \(edition.periodWords)"),
            ("Version", version.label + (version.reason.map { ": \($0)" } ?? "")),
            ("Committee", board ?? "None that the catalogue has"),
            ("Meeting", meeting.isEmpty ? "No day was entered" : meeting),
            ("Extent", template.isLightTouch ? "Light touch" : "In full"),
            ("Sections", template.sections.map(\.title).joined(separator: ", ")),
            ("Scorecards", scorecards.isEmpty ? "None" : scorecards.joined(separator: ", ")),
            ("Columns", template.columns.map(\.title).joined(separator: ", ")),
            ("Sent for approval", version.submittedWords ?? "Not known"),
            (
                "Last changed",
                version.changedAt.map(MomentWords.dayAndTime) ?? "Never"
            ),
        ]
    }
}
