import HTTPServer
import Scorecard

/// Reads from an address what a scorecard is to show, and says what there is where it asks for
/// something else.
enum ScorecardChoice {
    /// The period asked for, or the latest that is over.
    static func period(
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
                    Link(href: "\(heading.address)?period=\(quarter)", label: quarter.label)
                }))
    }

    /// The rows and the order asked for, of a period.
    static func selection(
        _ query: Query, _ choice: PeriodChoice, _ heading: ScorecardHeading,
        _ groups: [ScorecardGroup]
    ) throws -> ScorecardSelection {
        var filter = ScorecardFilter.everything
        filter.group = try group(query, groups, heading)
        if let standings = try standings(query, heading) { filter.standings = standings }
        filter.movement = try movement(query, heading)
        return ScorecardSelection(
            choice: choice, filter: filter, sort: try sort(query, heading))
    }

    private static func group(
        _ query: Query, _ groups: [ScorecardGroup], _ heading: ScorecardHeading
    ) throws -> Int? {
        guard let text = query["group"], !text.isEmpty else { return nil }
        guard let number = Int(text), number > 0, number <= groups.count else {
            throw Refusal.notFound(
                NotFound(
                    what: "This scorecard has no part “\(text)”.",
                    choicesHeading: "Parts that there are",
                    choices: groups.enumerated().map { index, group in
                        Link(
                            href: "\(heading.address)?group=\(index + 1)",
                            label: group.headline.title)
                    }))
        }
        return number - 1
    }

    private static func standings(
        _ query: Query, _ heading: ScorecardHeading
    ) throws -> Set<ScorecardFilter.Standing>? {
        let statuses = query.all("status")
        guard !statuses.isEmpty else { return nil }
        return Set(
            try statuses.map { text in
                guard let standing = ScorecardFilter.Standing(rawValue: text) else {
                    throw Refusal.notFound(
                        NotFound(
                            what: "There is no status “\(text)”.",
                            choicesHeading: "Statuses that there are",
                            choices: ScorecardFilter.Standing.allCases.map { standing in
                                Link(
                                    href: "\(heading.address)?status=\(standing.rawValue)",
                                    label: standing.words)
                            }))
                }
                return standing
            })
    }

    private static func movement(
        _ query: Query, _ heading: ScorecardHeading
    ) throws -> ScorecardFilter.Movement? {
        guard let text = query["change"], !text.isEmpty else { return nil }
        guard let movement = ScorecardFilter.Movement(rawValue: text) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no change “\(text)”.",
                    choicesHeading: "Changes that there are",
                    choices: ScorecardFilter.Movement.allCases.map { movement in
                        Link(
                            href: "\(heading.address)?change=\(movement.rawValue)",
                            label: movement.words)
                    }))
        }
        return movement
    }

    private static func sort(_ query: Query, _ heading: ScorecardHeading) throws -> ScorecardSort? {
        guard let text = query["sort"], !text.isEmpty else { return nil }
        guard let sort = ScorecardSort(text) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no order “\(text)”.",
                    choicesHeading: "Orders that there are",
                    choices: ScorecardSort.all.map { sort in
                        Link(
                            href: "\(heading.address)?sort=\(sort)",
                            label: sort.words.capitalisedFirst)
                    }))
        }
        return sort
    }
}
