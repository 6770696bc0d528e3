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
        routes.get("/reports/:report/draft/preview", .writeReports, isSlow: true) { _, visit, _ in
            try visit.preview(visit.source(of: visit.versionInWork(), for: .everyone))
        }
        routes.get("/reports/:report/draft/preview/officers", .writeReports, isSlow: true) {
            _, visit, member in
            let source = try visit.source(of: visit.versionInWork(), for: .service)
            try visit.requireTrueNumbers(ofMeasures: source.measuresTold, member)
            return try visit.preview(source)
        }
    }
}

extension Visit {
    /// All that a version is made from, as an audience may see it today.
    func source(of version: EditionVersion, for audience: Audience) throws -> EditionSource {
        try database.source(
            of: version, for: audience, on: settings.today(), EditionPortal(settings))
    }

    /// A draft as the file that it would become, marked as a draft.
    fileprivate func preview(_ source: EditionSource) throws -> Response {
        let document = ReportDocument(
            source: source, style: reportStyle, fingerprint: nil)
        var response = Response.html(try document.bytes(templates), status: .ok)
        response.headers.set("Content-Security-Policy", document.style.policy)
        return response
    }

    /// Refuses who may not see the true numbers of each of these measures.
    func requireTrueNumbers(ofMeasures codes: [String], _ member: Member) throws {
        for place in try database.ownerships(ofMeasures: codes) {
            try member.require(.readWithheld, place)
        }
    }
}
