import HTTPServer

/// The first page.
enum HomeRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/", .readPublished, home)
    }

    private static func home(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(
            HomePage(
                organisation: visit.settings.organisation,
                choice: visit.latestPeriod,
                overview: try visit.database.overview(
                    on: visit.latestPeriod.day, for: visit.audience),
                strategies: try visit.database.strategies(),
                statements: try visit.database.statements()))
    }
}
