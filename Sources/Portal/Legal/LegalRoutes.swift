import HTTPServer

/// What a public website owes its readers: how it can be used, what it keeps, and whom to ask.
enum LegalRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/accessibility", .readAlways) { _, visit in
            try visit.page(AccessibilityPage())
        }
        routes.get("/cookies", .readAlways) { _, visit in
            try visit.page(CookiesPage(limits: visit.settings.sessionLimits))
        }
        routes.get("/privacy", .readAlways) { _, visit in
            let settings = visit.settings
            return try visit.page(
                PrivacyPage(limits: settings.sessionLimits, isPublic: settings.isPublic))
        }
        routes.get(SecurityText.path, .readAlways, securityText)
        routes.get("/contact", .readAlways) { _, visit in try visit.page(ContactPage()) }
    }

    private static func securityText(_ request: Request, _ visit: Visit) throws -> Response {
        guard let text = SecurityText(visit.settings, today: visit.settings.today()) else {
            throw Refusal.notFound
        }
        return .text(text.text)
    }
}
