import Mustache
import Scorecard

/// Every published report, by committee and year.
struct ReportListPage: Page {
    static let template = "reports/index"
    let section: Section? = .reports
    let address: String? = Links.reports.href
    let summary = "The reports that were published for committees and boards, year by year."
    let reports: [ReportEntry]
    /// The boards that are to receive such reports.
    let recipients: [BoardRole]
    /// The reports that are being written, for those who write them.
    var inWork: ReportsInWork?

    var values: TemplateRecord {
        [
            "crumbs": [Links.home].template,
            "committees": .list(committees.enumerated().map(Self.values)),
            "recipients": .list(
                recipients.map { board in
                    [
                        "href": .text(Links.board(board.slug)), "title": .text(board.title),
                        "role": .text(board.role),
                    ]
                }),
            "inWork": inWork.map { .record($0.values) } ?? .absent,
        ]
    }

    /// The reports of each committee; they come in its order.
    private var committees: [[ReportEntry]] {
        var committees: [[ReportEntry]] = []
        for report in reports {
            if committees.last?.first?.boardSlug == report.boardSlug {
                committees[committees.count - 1].append(report)
            } else {
                committees.append([report])
            }
        }
        return committees
    }

    private static func values(_ index: Int, _ reports: [ReportEntry]) -> TemplateValue {
        var years: [(year: Period?, reports: [ReportEntry])] = []
        for report in reports {
            if let place = years.firstIndex(where: { $0.year == report.year }) {
                years[place].reports.append(report)
            } else {
                years.append((report.year, [report]))
            }
        }
        return [
            "id": .text("committee-\(index + 1)"),
            "title": .text(reports.first?.boardTitle ?? ""),
            "href": reports.first.flatMap(\.boardHref).template,
            "years": .list(
                years.map { entry in
                    [
                        "year": .text(entry.year?.label ?? "Other years"),
                        "reports": .list(entry.reports.map(\.row)),
                    ]
                }),
        ]
    }
}

/// Reports that are being written, as those see them who write them.
struct ReportsInWork {
    let versions: [EditionVersion]
    /// Who looks at them.
    let person: Int64

    fileprivate var values: TemplateRecord {
        [
            "newHref": .text(EditionLinks.new),
            "commentsHref": .text(EditionLinks.comments.href),
            "drafts": .list(
                versions.map { version in
                    let step = version.nextStep(for: person)
                    return [
                        "title": .text(version.title), "version": .text(version.label),
                        "href": .text(EditionLinks.draft(version.edition.slug)),
                        "state": .text(version.state.words),
                        "look": .text(version.state == .draft ? "draft" : "wait"),
                        "sentBack": version.sentBackWords.template,
                        "changed": version.changedAt.map { at in
                            .text(
                                "Changed on \(MomentWords.dayAndTime(at))"
                                    + (version.changedBy.map { " by \($0)" } ?? ""))
                        } ?? .absent,
                        "nextHref": (step?.href).template, "nextLabel": (step?.label).template,
                    ]
                }),
        ]
    }
}

extension EditionVersion {
    /// What somebody who writes reports does next with a version that is in work.
    func nextStep(for person: Int64) -> Link? {
        let slug = edition.slug
        return switch state {
        case .draft: Link(href: EditionLinks.draft(slug), label: "Go on writing")
        case .forApproval where submittedBy == person:
            Link(href: EditionLinks.submission(slug), label: "Someone else must approve it")
        case .forApproval:
            Link(href: EditionLinks.approval(slug), label: "Approve it or send it back")
        case .frozen, .withdrawn: nil
        }
    }
}

extension ReportEntry {
    /// What the report is called among the others of its year.
    var kindWords: String { kindTitle ?? kind.words }

    /// The page of its board, if there is one.
    var boardHref: String? { hasBoard ? Links.board(boardSlug) : nil }
}

extension ReportEntry {
    /// The financial year in which what it reports on ends.
    fileprivate var year: Period? {
        period.flatMap { Period(.financialYear, containing: $0.end) }
    }

    fileprivate var row: TemplateValue {
        [
            "href": .text(Links.report(slug)),
            "title": .text(title),
            "kind": .text(kindWords),
            "detail": .text("Version \(version), published on \(publishedOn.label)"),
            "isWithdrawn": .flag(isWithdrawn),
        ]
    }
}

extension ReportKind {
    /// What the report is called among the others of its year.
    var words: String {
        switch self {
        case .agreement: "Agreement for the year"
        case .midYear: "Mid-year report"
        case .thirdQuarter: "Third quarter report"
        case .yearEnd: "Year-end report"
        case .other: "Report"
        }
    }
}
