import HTTPServer

/// The step that chooses what a report shows.
enum TemplateStepRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/reports/:report/draft/measures", .writeReports, show)
        routes.post("/reports/:report/draft/measures", .writeReports, save)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.drawn(.measures) { version in
            let choices = try visit.database.choices(of: version)
            let form =
                visit.heldFields.map { TemplateForm($0) }
                ?? TemplateForm(version.content, choices)
            return try visit.page(
                TemplateStepPage(
                    frame: visit.frame(.measures, of: version), form: form, choices: choices))
        }
    }

    private static func save(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let form = TemplateForm(visit.fields)
        let slug = try visit.parameter("report")
        guard let version = try visit.database.versions(ofEdition: slug).first else {
            // What is listed and ticked is of a draft that is gone.
            return try visit.finish(.measures, [:], base: nil, by: member)
        }
        let choices = try visit.database.choices(of: version)
        switch form.texts(choices, version.content) {
        case .success(let texts):
            return try visit.finish(
                .measures, texts, base: StepForm(visit.fields).base, by: member)
        case .failure(let faults):
            let frame = visit.frame(.measures, of: version, with: faults)
            return try visit.page(
                TemplateStepPage(frame: frame, form: form, choices: choices),
                status: .unprocessableContent)
        }
    }
}
