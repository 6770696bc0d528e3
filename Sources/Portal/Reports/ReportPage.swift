import Mustache
import Scorecard

/// A published report: what it is, where it can be read, and what its editions changed.
struct ReportPage: Page {
    static let template = "reports/show"
    let section: Section? = .reports
    let report: ReportDetail
    /// The editions, the latest first.
    let versions: [ReportVersion]

    private var entry: ReportEntry { report.entry }

    var address: String? { Links.report(entry.slug) }

    var summary: String {
        "\(entry.title), written for the \(entry.boardTitle) and published on "
            + "\(entry.publishedOn.label)."
    }

    var values: TemplateRecord {
        [
            "crumbs": [Links.home, Links.reports].template,
            "title": .text(entry.title),
            "kind": .text(entry.kind.words),
            "withdrawn": withdrawn.template,
            "summaryText": report.summary.template,
            "boardHref": .text(Links.board(entry.boardSlug)),
            "boardTitle": .text(entry.boardTitle),
            "meeting": (entry.meeting?.label).template,
            "period": (entry.period?.label).template,
            "publishedOn": .text(entry.publishedOn.label),
            "version": .text(entry.version),
            "document": (versions.first?.document).template,
            // What was withdrawn can still be read, and is not what the page leads to.
            "leadsTo": withdrawn == nil ? (versions.first?.document).template : .absent,
            "versions": .list(versions.enumerated().map(values)),
        ]
    }

    private var withdrawn: String? {
        guard let day = report.withdrawnOn, let reason = report.withdrawnBecause else { return nil }
        return "This report was withdrawn on \(day.label) because \(reason.asClause)."
    }

    private func values(_ index: Int, _ version: ReportVersion) -> TemplateValue {
        let isFirst = index == versions.count - 1
        return [
            "version": .text(version.version),
            "publishedOn": .text(version.publishedOn.label),
            "changes": .text(
                version.changes ?? (isFirst ? "First published." : "No changes are recorded.")),
            "document": version.document.template,
        ]
    }
}

extension String {
    /// The text without the full stop that the sentence around it has.
    var asClause: String { hasSuffix(".") ? String(dropLast()) : self }
}
