import HTTPServer
import Scorecard

/// Pages on which the performance lead writes a report, step by step.
enum WritingRoutes {
    static func add(to routes: inout Routes) {
        NewReportRoutes.add(to: &routes)
        DraftRoutes.add(to: &routes)
        AboutRoutes.add(to: &routes)
        TemplateStepRoutes.add(to: &routes)
        WordsRoutes.add(to: &routes)
        ChoiceRoutes.add(to: &routes)
        routes.get("/reports/:report/draft/preview", .writeReports) { _, visit, _ in
            try visit.preview(of: visit.versionInWork(), for: .everyone)
        }
        routes.get("/reports/:report/draft/preview/officers", .writeReports) {
            _, visit, member in
            let version = try visit.versionInWork()
            try visit.requireTrueNumbers(of: version, member)
            return try visit.preview(of: version, for: .service)
        }
    }
}

extension Visit {
    /// A draft as the file that it would become, marked as a draft.
    func preview(of version: EditionVersion, for audience: Audience) throws -> Response {
        let document = ReportDocument(
            source: try database.source(
                of: version, for: audience, on: settings.today(), EditionPortal(settings)),
            style: try reportStyle.style(), fingerprint: nil)
        var response = Response.html(try document.bytes(templates), status: .ok)
        response.headers.set("Content-Security-Policy", document.style.policy)
        return response
    }

    /// Refuses who may not see the true numbers of each measure of a report.
    func requireTrueNumbers(of version: EditionVersion, _ member: Member) throws {
        for place in try database.ownerships(of: EditionTemplate(version.content)) {
            try member.require(.readWithheld, place)
        }
    }
}
