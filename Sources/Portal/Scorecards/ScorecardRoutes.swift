import HTTPServer
import Scorecard

/// Pages that show how strategies are doing.
enum ScorecardRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/scorecards", .readPublished, list)
        routes.get("/scorecards/:scorecard", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let overview = try visit.database.overview(
            on: visit.latestPeriod.day, for: visit.audience)
        return try visit.page(ScorecardListPage(overview: overview))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let heading = try heading(visit)
        let choice = try period(request.query, heading, visit)
        let groups = try visit.database.groups(on: heading.scope)
        let standings = try visit.database.standings(
            of: groups.flatMap(\.measures), heading.scope, on: choice.day,
            for: visit.audience)
        return try visit.page(
            ScorecardPage(
                heading: heading, choice: choice, groups: groups, standings: standings,
                filter: try filter(request.query, groups, heading)))
    }

    private static func heading(_ visit: Visit) throws -> ScorecardHeading {
        let slug = try visit.parameter("scorecard")
        guard let heading = try visit.database.scorecard(slug) else {
            let all = try visit.database.scorecards()
            throw Refusal.notFound(
                NotFound(
                    what: "There is no scorecard called “\(slug)”.",
                    choicesHeading: "Scorecards",
                    choices: all.map { Link(href: Links.scorecard($0.slug), label: $0.title) }))
        }
        return heading
    }

    /// The period asked for, or the latest that is over.
    private static func period(
        _ query: Query, _ heading: ScorecardHeading, _ visit: Visit
    ) throws -> PeriodChoice {
        let latest = try visit.latestPeriod
        guard let code = query["period"] else { return latest }
        if let quarter = FinancialQuarter(code), latest.all.contains(quarter) {
            return PeriodChoice(quarter: quarter, all: latest.all)
        }
        throw Refusal.notFound(
            NotFound(
                what: "There is no period “\(code)” on this scorecard.",
                choicesHeading: "Periods that there are",
                choices: latest.all.map { quarter in
                    Link(
                        href: "\(Links.scorecard(heading.slug))?period=\(quarter)",
                        label: quarter.label)
                }))
    }

    private static func filter(
        _ query: Query, _ groups: [ScorecardGroup], _ heading: ScorecardHeading
    ) throws -> ScorecardFilter {
        var filter = ScorecardFilter.everything
        if let text = query["group"], !text.isEmpty {
            guard let number = Int(text), number > 0, number <= groups.count else {
                throw Refusal.notFound(
                    NotFound(
                        what: "This scorecard has no part “\(text)”.",
                        choicesHeading: "Parts that there are",
                        choices: groups.enumerated().map { index, group in
                            Link(
                                href: "\(Links.scorecard(heading.slug))?group=\(index + 1)",
                                label: group.headline.title)
                        }))
            }
            filter.group = number - 1
        }
        let statuses = query.all("status")
        guard !statuses.isEmpty else { return filter }
        filter.standings = Set(
            try statuses.map { text in
                guard let standing = ScorecardFilter.Standing(rawValue: text) else {
                    throw Refusal.notFound(
                        NotFound(
                            what: "There is no status “\(text)”.",
                            choicesHeading: "Statuses that there are",
                            choices: ScorecardFilter.Standing.allCases.map { standing in
                                Link(
                                    href: Links.scorecard(heading.slug)
                                        + "?status=\(standing.rawValue)",
                                    label: standing.words)
                            }))
                }
                return standing
            })
        return filter
    }
}
