import HTTPServer
import Scorecard

/// Other ways of looking at a scorecard than its table.
enum ViewRoutes {
    /// Answers with one view of what an address asks to see.
    private typealias View = @Sendable (_ asked: AskedScorecard, _ visit: Visit) throws -> Response

    static func add(to routes: inout Routes) {
        add(.grid, to: &routes, grid)
        add(.compare, to: &routes, compare)
        add(.inequality, to: &routes, inequality)
        routes.get("/inequality", .readPublished, everyInequality)
    }

    /// Adds a view of every kind of scorecard.
    private static func add(
        _ view: ScorecardView, to routes: inout Routes, _ answer: @escaping View
    ) {
        routes.get("/scorecards/:scorecard" + view.path, .readPublished) { request, visit in
            try answer(try asked(request.query, try ScorecardRoutes.heading(visit), visit), visit)
        }
        routes.get("/scorecards/boards/:board" + view.path, .readPublished) { request, visit in
            let heading = try ScorecardRoutes.boardHeading(visit)
            return try answer(try asked(request.query, heading, visit), visit)
        }
        routes.get("/scorecards/themes/:theme" + view.path, .readPublished) { request, visit in
            let heading = try ScorecardRoutes.themeHeading(visit)
            return try answer(try asked(request.query, heading, visit), visit)
        }
    }

    private static func grid(_ asked: AskedScorecard, _ visit: Visit) throws -> Response {
        let quarter = asked.selection.choice.quarter
        let standings = try visit.database.standings(
            of: asked.measures, asked.heading.scope, on: Rug.days(upTo: quarter),
            for: visit.audience)
        return try visit.page(
            GridPage(
                selection: SelectedScorecard(asked, standings[asked.day] ?? [:]),
                rug: Rug(upTo: quarter, standings)))
    }

    private static func compare(_ asked: AskedScorecard, _ visit: Visit) throws -> Response {
        let selection = try selected(asked, visit)
        let areas = try visit.database.areaFigures(
            of: selection.standings, for: visit.audience)
        return try visit.page(
            ComparePage(
                selection: selection, areas: areas, organisation: visit.settings.organisation,
                method: visit.settings.neighbourMethod))
    }

    private static func inequality(_ asked: AskedScorecard, _ visit: Visit) throws -> Response {
        let selection = try selected(asked, visit)
        let rows = try visit.database.inequality(
            of: selection.standings, for: visit.audience)
        return try visit.page(
            InequalityPage(
                selection: selection, choice: asked.selection.choice,
                inequality: Inequality(selection.shown, rows),
                organisation: visit.settings.organisation))
    }

    private static func everyInequality(_ request: Request, _ visit: Visit) throws -> Response {
        let choice = try visit.latestPeriod
        let measures = try visit.database.everyMeasure()
        let standings = try visit.database.standings(
            of: measures, .everything, on: choice.day, for: visit.audience)
        let rows = try visit.database.inequality(
            of: standings, for: visit.audience)
        return try visit.page(
            InequalityPage(
                selection: nil, choice: choice,
                inequality: Inequality(measures.compactMap { standings[$0.id] }, rows),
                organisation: visit.settings.organisation))
    }

    /// What the address asks to see, as on the scorecard itself.
    private static func asked(
        _ query: Query, _ heading: ScorecardHeading, _ visit: Visit
    ) throws -> AskedScorecard {
        let choice = try ScorecardChoice.period(query, heading, visit)
        let groups = try visit.database.groups(on: heading.scope)
        return AskedScorecard(
            heading: heading,
            selection: try ScorecardChoice.selection(query, choice, heading, groups),
            groups: groups)
    }

    /// What is asked for, with how its measures stand on the day.
    private static func selected(
        _ asked: AskedScorecard, _ visit: Visit
    ) throws -> SelectedScorecard {
        SelectedScorecard(
            asked,
            try visit.database.standings(
                of: asked.measures, asked.heading.scope, on: asked.day, for: visit.audience))
    }
}
