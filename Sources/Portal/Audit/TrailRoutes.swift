import HTTPServer
import Scorecard

/// The audit trail for those who may read it.
enum TrailRoutes {
    static func add(to routes: inout Routes) {
        routes.get(TrailLinks.trail, .readTrail, list)
        routes.get(TrailLinks.export, .readTrail, chooseExport)
        routes.post(TrailLinks.export, .readTrail, keeping: .nothing, export)
        routes.get("/audit/:number", .readTrail, show)
    }

    private static func list(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let filter = try TrailFilter { request.query[$0] }
        guard filter.errors.isEmpty else {
            let page = TrailListPage(filter: filter, rows: [], length: 0, mayManagePeople: false)
            return try visit.page(page, status: .unprocessableContent)
        }
        let rows = try visit.database.trail(filter, count: TrailListPage.length + 1)
        return try visit.page(
            TrailListPage(
                filter: filter, rows: rows, length: try visit.database.trailHead()?.number ?? 0,
                mayManagePeople: member.account.may(.managePeople)))
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let text = try visit.parameter("number")
        guard let number = Int(text), "\(number)" == text,
            let row = try visit.database.trailEntry(number),
            let head = try visit.database.trailHead()
        else {
            throw Refusal.notFound(
                NotFound(
                    what: "The audit trail has no entry “\(text)”.",
                    choicesHeading: "What there is",
                    choices: [Link(href: TrailLinks.trail, label: "The newest entries")]))
        }
        return try visit.page(
            TrailEntryPage(
                row: row, isLast: number >= head.number,
                mayManagePeople: member.account.may(.managePeople)))
    }

    // MARK: Export

    private static func chooseExport(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let page = TrailExportPage(filter: try TrailFilter { request.query[$0] }, format: .csv)
        return try visit.page(page, status: page.isWrong ? .unprocessableContent : .ok)
    }

    /// Answers with the file itself; a form sent twice gives it, and is written down, twice.
    private static func export(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let page = TrailExportPage(
            filter: try TrailFilter { visit.fields[$0] },
            format: TrailFormat(rawValue: visit.fields["format"] ?? ""))
        guard let format = page.format, !page.isWrong else {
            return try visit.page(page, status: .unprocessableContent)
        }
        // Written before the transaction, which then keeps nobody waiting.
        let file = try SpooledFile(beside: visit.settings.database)
        let count = try TrailExport(page.filter, format).run(in: visit.database, file.write)
        let name = "audit-\(TrailTime(seconds: visit.now).day).\(format.rawValue)"
        var response = Response.file(try file.finished(), contentType: format.contentType)
        response.headers.set("Content-Disposition", "attachment; filename=\"\(name)\"")
        return try visit.once {
            let members = page.filter.object.members.map { ($0.name, $0.text) }
            try visit.record(
                .trailExported, TrailEntry.Subject(kind: .page, name: TrailLinks.trail),
                after: JSONObject(
                    members + [("format", format.rawValue), ("entries", "\(count)")]))
            return response
        }
    }
}
