import HTTPServer

/// The step with the overview and the headlines.
enum WordsRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft/words", .writeReports, show)
        routes.post("/reports/:report/draft/words", .writeReports, save)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.drawn(.words) { version in
            let form = visit.heldFields.map { WordsForm($0) } ?? WordsForm(version.content)
            return try visit.page(page(visit, visit.frame(.words, of: version), form))
        }
    }

    private static func save(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = WordsForm(visit.fields)
        switch form.texts() {
        case .success(let texts):
            return try visit.finish(.words, texts, base: StepForm(visit.fields).base, by: member)
        case .failure(let faults):
            let frame = visit.frame(.words, of: try visit.versionInWork(), with: faults)
            return try visit.page(page(visit, frame, form), status: .unprocessableContent)
        }
    }

    private static func page(
        _ visit: Visit, _ frame: StepFrame, _ form: WordsForm
    ) throws -> WordsStepPage {
        WordsStepPage(
            frame: frame, form: form,
            attention: try visit.database.attention(
                of: frame.version, on: visit.settings.today()))
    }
}
