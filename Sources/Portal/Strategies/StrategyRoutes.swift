import HTTPServer
import Scorecard

/// Pages that show what the strategies promise.
enum StrategyRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/strategies", .readPublished, list)
        routes.get("/strategies/:strategy", .readPublished, show)
        routes.get(
            "/strategies/:strategy/\(Links.infographicPart)", .readPublished, infographic)
        routes.get("/strategies/:strategy/:objective", .readPublished, objective)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let period = try visit.latestPeriod
        let measures = try visit.database.measuresOfStrategies()
        return try visit.page(
            StrategyListPage(
                quarter: period.quarter, strategies: try visit.database.strategies(),
                measures: measures.mapValues { $0.map(\.id) },
                standings: try visit.database.standings(
                    of: measures.values.flatMap { $0 }, .everything, on: period.day,
                    for: visit.audience)))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(StrategyPage(plan: try plan(visit)))
    }

    private static func infographic(_ request: Request, _ visit: Visit) throws -> Response {
        let plan = try plan(visit)
        guard !plan.outline.objectives.isEmpty else {
            throw Refusal.notFound(
                NotFound(
                    what: "\(plan.strategy.title) has no objectives to draw.",
                    choicesHeading: "What there is",
                    choices: [
                        Link(
                            href: Links.strategy(plan.strategy.slug),
                            label: plan.strategy.title)
                    ]))
        }
        return try visit.page(InfographicPage(plan: plan, today: visit.settings.today()))
    }

    private static func objective(_ request: Request, _ visit: Visit) throws -> Response {
        let strategy = try strategy(visit)
        let slug = try visit.parameter("objective")
        let outline = try visit.database.outline(ofStrategy: strategy.id)
        guard let objective = outline.objective(slug) else {
            throw Refusal.notFound(.objective(slug, of: strategy, outline))
        }
        let plan = try plan(of: strategy, outline, at: objective, visit)
        return try visit.page(
            ObjectivePage(plan: plan, objective: objective, today: visit.settings.today()))
    }

    /// The strategy asked for, with all its objectives and measures.
    private static func plan(_ visit: Visit) throws -> StrategyPlan {
        let strategy = try strategy(visit)
        let outline = try visit.database.outline(ofStrategy: strategy.id)
        return try plan(of: strategy, outline, at: nil, visit)
    }

    /// A strategy with how all its measures stand, or those of one objective.
    private static func plan(
        of strategy: StrategyDetail, _ outline: StrategyOutline, at objective: ObjectiveEntry?,
        _ visit: Visit
    ) throws -> StrategyPlan {
        let period = try visit.latestPeriod
        let measures = objective.map(outline.measures(below:)) ?? outline.measures
        let scope = objective.map { ScorecardScope.objective($0.id) } ?? .strategy(strategy.id)
        return StrategyPlan(
            strategy: strategy, outline: outline,
            surroundings: try visit.database.surroundings(ofStrategy: strategy.id),
            quarter: period.quarter,
            standings: measures.isEmpty
                ? [:]
                : try visit.database.standings(
                    of: measures, scope, on: period.day, for: visit.audience))
    }

    private static func strategy(_ visit: Visit) throws -> StrategyDetail {
        let slug = try visit.parameter("strategy")
        guard let strategy = try visit.database.strategy(slug) else {
            let all = try visit.database.strategies()
            throw Refusal.notFound(
                NotFound(
                    what: "There is no strategy called “\(slug)”.",
                    choicesHeading: "Strategies",
                    choices: all.map { Link(href: Links.strategy($0.slug), label: $0.title) }))
        }
        return strategy
    }
}

extension NotFound {
    /// An objective that a strategy does not have, and those it has.
    fileprivate static func objective(
        _ slug: String, of strategy: StrategyDetail, _ outline: StrategyOutline
    ) -> NotFound {
        NotFound(
            what: "\(strategy.title) has nothing called “\(slug)”.",
            choicesHeading: "What this strategy has",
            choices: [Link(href: Links.strategy(strategy.slug), label: strategy.title)]
                + outline.objectives.map { objective in
                    Link(
                        href: Links.objective(strategy: strategy.slug, objective: objective.slug),
                        label: objective.placeAndTitle)
                })
    }
}
