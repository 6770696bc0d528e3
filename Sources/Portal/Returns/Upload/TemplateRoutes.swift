import HTTPServer
import Scorecard

/// The file in which figures are filled in.
enum TemplateRoutes {
    static func add(to routes: inout Routes) {
        routes.get(ReturnLinks.template, .enterFigures, download)
    }

    /// The same in each form, the one that most officers have first.
    static let links = [SheetForm.xlsx, .ods, .csv].map { form in
        Link(href: "\(ReturnLinks.template)?format=\(form.rawValue)", label: form.label)
    }

    private static func download(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let asked = request.query["format"] ?? SheetForm.xlsx.rawValue
        guard let form = SheetForm(rawValue: asked) else {
            throw Refusal.notFound(
                NotFound(
                    what: "The template cannot be had as “\(asked)”.",
                    choicesHeading: "What there is", choices: links))
        }
        let entries = try visit.editableEntries(ofReturn: request.query["return"], by: member)
        let template = UploadTemplate(
            entries, pasts: try visit.database.pasts(of: entries),
            titles: try visit.database.returnTitles(Set(entries.map(\.roundID)).sorted()))
        var response = Response(.ok)
        response.headers.set("Content-Type", form.contentType)
        response.headers.set(
            "Content-Disposition",
            "attachment; filename=\"figures-\(visit.settings.today()).\(form.rawValue)\"")
        response.body = try template.file(as: form)
        return response
    }
}
