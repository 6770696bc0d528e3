import HTTPServer

/// Pages that explain the others.
enum HelpRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/help", .readPublished) { _, visit in try visit.page(HelpIndexPage()) }
        routes.get("/help/how-we-rate", .readPublished) { _, visit in
            try visit.page(HowWeRatePage(neighbourMethod: visit.settings.neighbourMethod))
        }
        routes.get("/help/charts", .readPublished) { _, visit in
            try visit.page(ChartsHelpPage(area: visit.settings.organisation))
        }
        routes.get("/help/glossary", .readPublished) { _, visit in
            try visit.page(GlossaryPage())
        }
    }
}
