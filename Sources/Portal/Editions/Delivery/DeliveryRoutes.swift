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
        try visit.drawn(.delivery) { version in
            let held = visit.heldFields.map { DeliveryForm($0) }
            return try visit.page(
                DeliveryStepPage(
                    frame: visit.frame(.delivery, of: version),
                    source: try visit.source(of: version), form: held?.step))
        }
    }

    private static func saveDelivery(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = DeliveryForm(visit.fields)
        guard try visit.isReportInWork else {
            return try visit.finish(
                .delivery, form.step.fields, base: form.step.revision, by: member)
        }
        let source = try visit.source(of: visit.versionInWork())
        let faults = form.faults(source)
        guard faults.all.isEmpty else {
            let frame = visit.frame(.delivery, of: source.version, with: faults)
            return try visit.page(
                DeliveryStepPage(frame: frame, source: source, form: form.step),
                status: .unprocessableContent)
        }
        return try visit.finish(
            .delivery, form.step.fields, base: form.step.revision, by: member)
    }

    private static func showActions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.drawn(.actions) { version in
            let held = visit.heldFields.map { ActionsForm($0) }
            return try visit.page(
                actionsPage(
                    visit, visit.frame(.actions, of: version), visit.source(of: version),
                    held?.step))
        }
    }

    private static func saveActions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = ActionsForm(visit.fields)
        guard try visit.isReportInWork else {
            return try visit.finish(
                .actions, form.step.fields, base: form.step.revision, by: member)
        }
        let source = try visit.source(of: visit.versionInWork())
        let faults = form.faults(source)
        guard faults.all.isEmpty else {
            let frame = visit.frame(.actions, of: source.version, with: faults)
            return try visit.page(
                actionsPage(visit, frame, source, form.step), status: .unprocessableContent)
        }
        return try visit.finish(.actions, form.step.fields, base: form.step.revision, by: member)
    }

    private static func actionsPage(
        _ visit: Visit, _ frame: StepFrame, _ source: EditionSource, _ form: TypedStepForm?
    ) throws -> ActionsStepPage {
        let noted = source.noted
        return ActionsStepPage(
            frame: frame, source: source, noted: noted,
            commentary: try visit.database.latestCommentary(
                ofMeasures: noted.map(\.measure.id), by: source.day), form: form)
    }
}

extension Visit {
    /// What a report is made from, as everyone may see it.
    fileprivate func source(of version: EditionVersion) throws -> EditionSource {
        try source(of: version, for: .everyone)
    }
}
