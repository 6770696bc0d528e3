import HTTPServer
import Scorecard

/// Tables of money as files: one to fill in, and what one that was sent would change.
///
/// Nothing is kept of a file. The page that shows what it would change has a form with just those
/// boxes, which goes where the grid goes.
enum FinanceFileRoutes {
    static func add(to routes: inout Routes) {
        let path = "/reports/:report/draft/finance"
        routes.get("\(path)/template", .writeReports, download)
        routes.get("\(path)/file", .writeReports, show)
        routes.post("\(path)/file", .writeReports, takesFiles: true, take)
    }

    private static func download(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        let asked = request.query["format"] ?? SheetForm.xlsx.rawValue
        let slug = version.edition.slug
        guard let form = SheetForm(rawValue: asked) else {
            throw Refusal.notFound(
                NotFound(
                    what: "The template cannot be had as “\(asked)”.",
                    choicesHeading: "Where it can be had",
                    choices: [Link(href: EditionLinks.financeFile(slug), label: "Upload a file")]))
        }
        var response = Response(.ok)
        response.headers.set("Content-Type", form.contentType)
        response.headers.set(
            "Content-Disposition", "attachment; filename=\"finance-\(slug).\(form.rawValue)\"")
        response.body = try FinanceWorkbook.template(version.content, as: form)
        return response
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(FinanceFilePage(version: visit.versionInWork()))
    }

    private static func take(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let version = try visit.versionInWork()
        let words: [String]
        switch FinanceFileForm(visit.submission).checked() {
        case .success(let bytes):
            switch FinanceFile.read(bytes, over: version.content) {
            case .success(let fields):
                return try visit.page(FinancePreviewPage(version: version, fields: fields))
            case .failure(let faults): words = faults.all.map(\.words)
            }
        case .failure(let faults): words = faults.all.map(\.words)
        }
        return try visit.page(
            FinanceFilePage(version: version, faults: words), status: .unprocessableContent)
    }
}
