import HTTPServer
import Scorecard

/// The steps of a report that tell what was done, and what is risked.
enum DeliveryRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft/delivery", .writeReports, showDelivery)
        routes.post("/reports/:report/draft/delivery", .writeReports, saveDelivery)
        routes.get("/reports/:report/draft/actions", .writeReports, showActions)
        routes.post("/reports/:report/draft/actions", .writeReports, saveActions)
    }

    private static func showDelivery(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let held = visit.heldFields.map { DeliveryForm($0) }
        return try visit.page(
            DeliveryStepPage(source: try visit.sourceInWork(), form: held?.step))
    }

    private static func saveDelivery(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = DeliveryForm(visit.fields)
        guard try visit.isReportInWork else {
            return try visit.finish(
                .delivery, form.step.fields, base: form.step.revision, by: member)
        }
        let source = try visit.sourceInWork()
        let faults = form.faults(source)
        guard faults.all.isEmpty else {
            return try visit.page(
                DeliveryStepPage(source: source, form: form.step, faults: faults),
                status: .unprocessableContent)
        }
        return try visit.finish(
            .delivery, form.step.fields, base: form.step.revision, by: member)
    }

    private static func showActions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let held = visit.heldFields.map { ActionsForm($0) }
        return try visit.page(try actionsPage(visit, visit.sourceInWork(), held?.step))
    }

    private static func saveActions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ActionsForm(visit.fields)
        guard try visit.isReportInWork else {
            return try visit.finish(
                .actions, form.step.fields, base: form.step.revision, by: member)
        }
        let source = try visit.sourceInWork()
        let faults = form.faults(source)
        guard faults.all.isEmpty else {
            var page = try actionsPage(visit, source, form.step)
            page.faults = faults
            return try visit.page(page, status: .unprocessableContent)
        }
        return try visit.finish(.actions, form.step.fields, base: form.step.revision, by: member)
    }

    private static func actionsPage(
        _ visit: Visit, _ source: EditionSource, _ form: TypedStepForm?
    ) throws -> ActionsStepPage {
        let noted = source.noted
        return ActionsStepPage(
            source: source, noted: noted,
            commentary: try visit.database.latestCommentary(
                ofMeasures: noted.map(\.measure.id), by: source.day), form: form)
    }
}

extension Visit {
    /// What the report of the address is made from, as everyone may see it.
    fileprivate func sourceInWork() throws -> EditionSource {
        try source(of: versionInWork(), for: .everyone)
    }
}
