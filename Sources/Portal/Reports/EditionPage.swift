import Mustache
import Scorecard

/// A report that was written in the portal: its versions, each with its file for good.
struct EditionPage: Page {
    static let template = "reports/edition"
    let section: Section? = .reports
    /// The latest version that was published; one in work where there is none.
    let latest: EditionVersion
    /// The versions that were published, the latest first.
    let frozen: [EditionVersion]
    var documents: [FrozenDocumentEntry] = []
    /// Whether the catalogue has the board still.
    var hasBoard = false
    /// The versions of which who reads may see the true numbers.
    var opensOfficers: Set<Int64> = []
    /// What committees said of it, as `editions/comments` draws it.
    var committee = TemplateValue.absent
    /// Who reads, if they write reports.
    var writer: Int64?
    /// The version that is being written, for those who write reports.
    var inWork: EditionVersion?
    /// What was done before the page.
    var done: Done?

    /// What leads to this page.
    enum Done: String, CaseIterable {
        case submitted
        case sentBack = "sent-back"
        case published
        case withdrawn

        func address(_ slug: String) -> String { "\(Links.report(slug))?done=\(rawValue)" }

        fileprivate var words: String {
            switch self {
            case .submitted: "The report was sent for approval. Someone else has to approve it."
            case .sentBack: "The report was sent back."
            case .published: "The report is published."
            case .withdrawn: "The report was withdrawn."
            }
        }
    }

    private var slug: String { latest.edition.slug }
    var address: String? { Links.report(slug) }

    var summary: String {
        guard let frozen = latest.frozen else { return "\(latest.title), not published yet." }
        return "\(latest.title), written for the \(frozen.boardTitle) and published on "
            + "\(frozen.figuresAsAt.label)."
    }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.reports].template,
            "title": .text(latest.title),
            "kind": .text(latest.edition.kindWords),
            "portfolio": .text(latest.edition.portfolio),
            "period": .text(latest.edition.periodWords),
            "done": (done?.words).template,
            "withdrawn": (latest.frozen?.withdrawal?.words).template,
            "boardTitle": (latest.frozen?.boardTitle).template,
            "boardHref": latest.frozen.flatMap { hasBoard ? Links.board($0.board) : nil }
                .template,
            "meeting": (latest.frozen?.meeting?.label).template,
            "publishedOn": (latest.frozen?.figuresAsAt.label).template,
            "version": latest.frozen == nil ? .absent : .text(latest.label),
            "readHref": isReadable
                ? .text(EditionLinks.document(slug, latest.label)) : .absent,
            "isUnpublished": .flag(frozen.isEmpty),
            "versions": .list(frozen.map(values)),
            "work": work,
            "correctionHref": writer != nil && inWork == nil && !frozen.isEmpty
                ? .text(EditionLinks.correction(slug)) : .absent,
            "committee": frozen.isEmpty ? .absent : committee,
        ]
    }

    /// What was withdrawn can still be read, and is not what the page leads to.
    private var isReadable: Bool { latest.state == .frozen }

    /// The version in work, and what to do with it.
    private var work: TemplateValue {
        guard let inWork, let writer else { return .absent }
        let step = inWork.nextStep(for: writer)
        return [
            "version": .text(inWork.label), "state": .text(inWork.state.words),
            "look": .text(inWork.state == .draft ? "draft" : "wait"),
            "sentBack": inWork.sentBackWords.template,
            "nextHref": (step?.href).template, "nextLabel": (step?.label).template,
        ]
    }

    private func values(_ version: EditionVersion) -> TemplateValue {
        let own = documents.filter { $0.version == version.id }
        let published = own.first { $0.audience == .everyone }
        let officers = own.first { $0.audience == .service }
        let opens = opensOfficers.contains(version.id)
        let compares = version.number > 1 || version.frozen?.follows != nil
        return [
            "version": .text(version.label),
            "publishedOn": (version.frozen?.figuresAsAt.label).template,
            "state": .text(version.state.words),
            "isWithdrawn": .flag(version.state == .withdrawn),
            "because": (version.frozen?.withdrawal?.words).template,
            "reason": .text(version.reason ?? "First published."),
            "approvedBy": writer == nil ? .absent : (version.frozen?.by).template,
            "href": .text(EditionLinks.document(slug, version.label)),
            "downloadHref": .text(EditionLinks.document(slug, version.label) + "?download"),
            "size": (published?.sizeWords).template,
            "fingerprint": (published?.fingerprint).template,
            "figuresHref": .text(EditionLinks.figures(slug, version.label)),
            "changesHref": compares
                ? .text(EditionLinks.changes(slug, version.label)) : .absent,
            "officersHref": opens && officers != nil
                ? .text(EditionLinks.officersDocument(slug, version.label)) : .absent,
            "officersSize": (officers?.sizeWords).template,
            "officersFingerprint": (officers?.fingerprint).template,
            "withdrawalHref": writer != nil && version.state == .frozen
                ? .text(EditionLinks.withdrawal(slug, version.label)) : .absent,
        ]
    }
}

extension EditionVersion.Withdrawal {
    /// What readers are told.
    var words: String { "This report was withdrawn on \(day.label) because \(because.asClause)." }
}
