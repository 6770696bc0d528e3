import HTTPServer
import Scorecard

/// The step about the report.
enum AboutRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft/about", .writeReports, show)
        routes.post("/reports/:report/draft/about", .writeReports, save)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.drawn(.about) { version in
            let form = visit.heldFields.map { AboutForm($0) } ?? AboutForm(version.content)
            return try visit.page(page(visit, visit.frame(.about, of: version), form))
        }
    }

    private static func save(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = AboutForm(visit.fields)
        let versions = try visit.database.versions(ofEdition: visit.parameter("report"))
        switch form.texts(try visit.database.boardsToReportTo(), versions.first?.edition) {
        case .success(let texts):
            return try visit.finish(.about, texts, base: StepForm(visit.fields).base, by: member)
        case .failure(let faults):
            let frame = visit.frame(.about, of: try visit.versionInWork(), with: faults)
            return try visit.page(page(visit, frame, form), status: .unprocessableContent)
        }
    }

    private static func page(
        _ visit: Visit, _ frame: StepFrame, _ form: AboutForm
    ) throws -> AboutStepPage {
        AboutStepPage(
            frame: frame, form: form, boards: try visit.database.boardsToReportTo(),
            meetings: try visit.database.meetings(after: frame.version.edition.quarter.end))
    }
}
