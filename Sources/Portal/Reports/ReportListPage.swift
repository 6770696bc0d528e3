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
            "href": .text(Links.board(reports.first?.boardSlug ?? "")),
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

extension ReportEntry {
    /// The financial year in which what it reports on ends.
    fileprivate var year: Period? {
        period.flatMap { Period(.financialYear, containing: $0.end) }
    }

    fileprivate var row: TemplateValue {
        [
            "href": .text(Links.report(slug)),
            "title": .text(title),
            "kind": .text(kind.words),
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
