import HTTPServer

/// The first page, and a page for those who watch whether the portal is up.
enum HomeRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/", .readPublished, home)
        routes.get("/health", .readPublished, health)
    }

    private static func home(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(
            HomePage(
                organisation: visit.settings.organisation,
                choice: visit.latestPeriod,
                overview: try visit.database.overview(on: visit.latestPeriod.day),
                strategies: try visit.database.strategies(),
                statements: try visit.database.statements()))
    }

    /// `ok` when the database answers.
    private static func health(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.database.answer()
        return .text("ok\n")
    }
}
