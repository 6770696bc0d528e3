import HTTPServer

/// What a public website owes its readers: how it can be used, what it keeps, and whom to ask.
enum LegalRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/accessibility", .readAlways) { _, visit in
            try visit.page(AccessibilityPage())
        }
        routes.get("/cookies", .readAlways) { _, visit in try visit.page(CookiesPage()) }
        routes.get("/privacy", .readAlways) { _, visit in try visit.page(PrivacyPage()) }
        routes.get("/contact", .readAlways) { _, visit in try visit.page(ContactPage()) }
    }
}
