import HTTPServer
import Scorecard

/// Pages about the reports that were published.
enum ReportRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports", .readPublished, list)
        routes.get("/reports/:report", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let reports = try visit.database.reports(publishedBy: visit.settings.today())
        return try visit.page(
            ReportListPage(
                reports: reports,
                recipients: try visit.database.boardsThatReceiveReports()))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let slug = try visit.parameter("report")
        let today = visit.settings.today()
        guard let report = try visit.database.report(slug, publishedBy: today) else {
            let all = try visit.database.reports(publishedBy: today)
            throw Refusal.notFound(
                NotFound(
                    what: "There is no report called “\(slug)”.",
                    choicesHeading: all.isEmpty ? "Where to look instead" : "Reports",
                    choices: all.isEmpty
                        ? [Links.reports]
                        : all.map { Link(href: Links.report($0.slug), label: $0.title) }))
        }
        return try visit.page(
            ReportPage(
                report: report,
                versions: try visit.database.versions(
                    ofReport: report.id, publishedBy: today)))
    }
}
