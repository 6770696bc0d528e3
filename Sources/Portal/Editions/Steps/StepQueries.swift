import SQLite
import Scorecard

extension Database {
    /// The boards that a report can be written for: those that receive such reports first.
    func boardsToReportTo() throws(SQLError) -> [BoardRole] {
        try all(
            """
            SELECT slug, title, coalesce(role, '') AS role FROM board
            ORDER BY role LIKE '%(PPRR)%' DESC, position
            """, read: BoardRole.init)
    }

    /// The first meetings of boards after a day: the day as `href`, and whose it is.
    func meetings(after day: Day) throws(SQLError) -> [Link] {
        try all(
            """
            SELECT meeting.day, board.title FROM meeting
            JOIN board ON board.id = meeting.board_id
            WHERE meeting.day > \(day) ORDER BY meeting.day, board.position LIMIT 20
            """
        ) { row throws(SQLError) in
            Link(href: try row("day", as: Day.self).label, label: try row("title"))
        }
    }

    /// The measures that a version could show, also those left out, with how they stand.
    func choices(of version: EditionVersion) throws(SQLError) -> EditionChoices {
        let all = try scorecards()
        let chosen = try scorecards(of: EditionTemplate(version.content))
        let groups = try reportedGroups(on: chosen, without: [])
        let measures = groups.flatMap(\.measures)
        let standings = try standings(
            of: measures, .measures(measures.map(\.id)), on: version.edition.quarter.end,
            for: .everyone)
        return EditionChoices(scorecards: all, chosen: chosen, groups: groups, standings: standings)
    }

    /// What stands out among the measures of a version, as everyone may see it.
    func attention(of version: EditionVersion, on today: Day) throws(SQLError) -> Attention {
        let template = EditionTemplate(version.content)
        let groups = try reportedGroups(
            on: try scorecards(of: template), without: template.withoutMeasures)
        let measures = groups.flatMap(\.measures)
        let quarter = version.edition.quarter
        let previous = try self.version(before: version.edition)
        let earlier = previous?.edition.quarter ?? quarter.predecessor
        let standings = try standings(
            of: measures, .measures(measures.map(\.id)),
            on: [quarter.end] + (earlier.map { [$0.end] } ?? []), for: .everyone)
        return Attention(
            measures.compactMap { standings[quarter.end]?[$0.id] },
            before: earlier.flatMap { standings[$0.end] } ?? [:], on: today)
    }
}

/// What can be chosen of scorecards and measures.
struct EditionChoices {
    /// Every scorecard that a report can have.
    let scorecards: [ScorecardHeading]
    /// Those that it has, in its order.
    let chosen: [ScorecardHeading]
    let groups: [ReportedGroup]
    let standings: Standings

    /// The codes of the measures, in order.
    var codes: [String] { groups.flatMap(\.measures).map(\.code) }
}
