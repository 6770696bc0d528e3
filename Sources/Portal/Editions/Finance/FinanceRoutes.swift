import HTTPServer
import Scorecard

/// The step of a report that tells of money.
enum FinanceRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft/finance", .writeReports, show)
        routes.post("/reports/:report/draft/finance", .writeReports, take)
        FinanceFileRoutes.add(to: &routes)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        if let held = visit.heldFields {
            let form = FinanceForm(held)
            return try visit.page(
                FinancePage(
                    version: version, content: form.typed(over: version.content),
                    pasted: form.pasted, pasteTable: form.pasteTable, sent: form))
        }
        let isSaved = request.query["saved"] != nil
        return try visit.page(
            FinancePage(
                version: version, content: version.content, news: isSaved ? .saved : .none,
                more: request.query["more"].flatMap { FinanceTable(rawValue: $0) }))
    }

    private static func take(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = FinanceForm(visit.fields)
        if form.act == .paste { return try paste(form, visit) }
        let response = try visit.finish(.finance, form.fields, base: form.base, by: member)
        // What clashes, or comes too late, is told on a page of its own.
        guard response.status == .seeOther else { return response }
        let version = try visit.versionInWork()
        let table: FinanceTable? = if case .more(let table) = form.act { table } else { nil }
        guard FinanceCheck(version.content).faults.isEmpty else {
            return try visit.page(
                FinancePage(
                    version: version, content: version.content, news: .saved, more: table),
                status: .unprocessableContent)
        }
        guard form.act != .save else { return response }
        return .seeOther(
            AddressQuery(
                path: EditionLinks.step(.finance, version.edition.slug),
                [("saved", "yes"), ("more", table?.rawValue ?? "")]
            ).text + (table.map { "#\($0.rawValue)" } ?? ""))
    }

    /// Lays what was pasted into the boxes, beside what else was typed; nothing is kept.
    private static func paste(_ form: FinanceForm, _ visit: Visit) throws -> Response {
        let version = try visit.versionInWork()
        let typed = form.typed(over: version.content)
        let money = PastedMoney(PastedBlock(form.pasted), into: form.pasteTable)
        guard money.faults.isEmpty else {
            return try visit.page(
                FinancePage(
                    version: version, content: typed, news: .refused(money.faults),
                    pasted: form.pasted, pasteTable: form.pasteTable, sent: form),
                status: .unprocessableContent)
        }
        return try visit.page(
            FinancePage(
                version: version, content: typed.replacing(money.fields),
                news: .pasted(money.fields.count), pasteTable: form.pasteTable, sent: form))
    }
}
