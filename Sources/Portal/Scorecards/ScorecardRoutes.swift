import HTTPServer
import Scorecard

/// Pages that show how strategies are doing.
enum ScorecardRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/scorecards", .readPublished, list)
        routes.get("/scorecards/:scorecard", .readPublished) { request, visit in
            try show(try heading(visit), request, visit)
        }
        routes.get("/scorecards/boards/:board", .readPublished) { request, visit in
            try show(try boardHeading(visit), request, visit)
        }
        routes.get("/scorecards/themes/:theme", .readPublished) { request, visit in
            try show(try themeHeading(visit), request, visit)
        }
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let latest = try visit.latestPeriod
        let overview = try visit.database.overview(on: latest.day, for: visit.audience)
        return try visit.page(ScorecardListPage(quarter: latest.quarter, overview: overview))
    }

    private static func show(
        _ heading: ScorecardHeading, _ request: Request, _ visit: Visit
    ) throws -> Response {
        let choice = try ScorecardChoice.period(request.query, heading, visit)
        let groups = try visit.database.groups(on: heading.scope)
        let standings = try visit.database.standings(
            of: groups.flatMap(\.measures), heading.scope, on: choice.day,
            for: visit.audience)
        return try visit.page(
            ScorecardPage(
                heading: heading,
                selection: try ScorecardChoice.selection(request.query, choice, heading, groups),
                groups: groups, standings: standings))
    }

    /// The strategy or objective that the address names.
    static func heading(_ visit: Visit) throws -> ScorecardHeading {
        let slug = try visit.parameter("scorecard")
        guard let heading = try visit.database.scorecard(slug) else {
            let what = "There is no scorecard called “\(slug)”."
            throw unknown(what, "Scorecards", try visit.database.scorecards())
        }
        return heading
    }

    /// The board that the address names.
    static func boardHeading(_ visit: Visit) throws -> ScorecardHeading {
        let slug = try visit.parameter("board")
        guard let heading = try visit.database.scorecard(ofBoard: slug) else {
            let all = try visit.database.everyScorecard()
            let choices = all.filter { if case .board = $0.scope { true } else { false } }
            throw unknown("There is no board called “\(slug)”.", "Boards", choices)
        }
        return heading
    }

    /// The theme that the address names.
    static func themeHeading(_ visit: Visit) throws -> ScorecardHeading {
        let slug = try visit.parameter("theme")
        guard let heading = try visit.database.scorecard(ofTheme: slug) else {
            let all = try visit.database.everyScorecard()
            let choices = all.filter { if case .theme = $0.scope { true } else { false } }
            throw unknown("There is no theme called “\(slug)”.", "Themes", choices)
        }
        return heading
    }

    private static func unknown(
        _ what: String, _ choicesHeading: String, _ choices: [ScorecardHeading]
    ) -> Refusal {
        Refusal.notFound(
            NotFound(
                what: what, choicesHeading: choicesHeading,
                choices: choices.map { Link(href: $0.address, label: $0.title) }))
    }
}
