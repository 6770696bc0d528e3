import HTTPServer

/// Pages that show what the strategies promise.
enum StrategyRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/strategies", .readPublished, list)
        routes.get("/strategies/:strategy", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(StrategyListPage(strategies: try visit.database.strategies()))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let slug = try visit.parameter("strategy")
        guard let strategy = try visit.database.strategy(slug) else {
            let all = try visit.database.strategies()
            throw Refusal.notFound(
                NotFound(
                    what: "There is no strategy called “\(slug)”.",
                    choicesHeading: "Strategies",
                    choices: all.map { Link(href: Links.strategy($0.slug), label: $0.title) }))
        }
        return try visit.page(
            StrategyPage(
                strategy: strategy,
                boards: try visit.database.boards(ofStrategy: strategy.id),
                levels: try visit.database.levels(ofStrategy: strategy.id),
                objectives: try visit.database.objectives(ofStrategy: strategy.id),
                pledges: try visit.database.pledges(ofStrategy: strategy.id),
                ties: try visit.database.ties(ofStrategy: strategy.id),
                rollUps: try visit.database.rollUps(
                    ofStrategy: strategy.id, on: visit.latestPeriod.day, for: visit.audience)))
    }
}
