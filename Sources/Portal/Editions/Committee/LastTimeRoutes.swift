import HTTPServer
import Scorecard

/// The step of a report that tells what became of what the last one said.
enum LastTimeRoutes {
    static func add(to routes: inout Routes) {
        let pattern = "/reports/:report/draft/\(EditionStep.lastTime.rawValue)"
        routes.get(pattern, .writeReports, show)
        routes.post(pattern, .writeReports, save)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        return try visit.page(
            LastTimePage(
                version: version,
                past: try visit.database.pastWithoutCorrection(of: version, for: .everyone),
                typed: visit.heldFields.map { LastTimeForm($0) }, today: visit.settings.today()))
    }

    private static func save(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = LastTimeForm(visit.fields)
        guard try visit.isReportInWork else {
            return try visit.finish(.lastTime, form.all, base: form.revision, by: member)
        }
        let version = try visit.versionInWork()
        let past = try visit.database.pastWithoutCorrection(of: version, for: .everyone)
        let faults = form.faults(of: past.commitments.open)
        guard faults.all.isEmpty else {
            return try visit.page(
                LastTimePage(
                    version: version, past: past, typed: form, today: visit.settings.today(),
                    faults: faults),
                status: .unprocessableContent)
        }
        return try visit.finish(
            .lastTime, form.fields(of: past.commitments.open), base: form.revision, by: member)
    }
}
