import SQLite
import Scorecard

/// What the first page lists beside measures.
struct HomeLists {
    /// An entry of a list.
    struct Entry: Equatable {
        let slug: String
        let title: String
        let detail: String?
        /// The day of a meeting, or the one on which a report was published.
        let day: Day?
    }

    /// Current strategies with the years they run.
    var strategies: [Entry] = []
    /// What children want to be able to say, with what it means.
    var statements: [Entry] = []
    /// Boards that meet next, the nearest meeting first, with what the meeting is called.
    var meetings: [Entry] = []
    /// The reports published last that still stand, the latest first, with their boards.
    var reports: [Entry] = []

    /// How many meetings and reports are listed.
    fileprivate static let most = 3
}

extension Database {
    /// What the first page lists beside measures, as known on a day, in one question.
    func homeLists(on day: Day) throws(SQLError) -> HomeLists {
        var lists = HomeLists()
        try forEach(
            """
            SELECT 1 AS list, slug, title, NULL AS detail, starts, ends, NULL AS day, position
            FROM strategy WHERE state = 'current'
            UNION ALL
            SELECT 2, slug, statement, explanation, NULL, NULL, NULL, position FROM statement
            UNION ALL
            SELECT * FROM (
                SELECT 3, board.slug, board.title, meeting.title, NULL, NULL, meeting.day,
                       row_number() OVER (ORDER BY meeting.day, board.position) AS place
                FROM meeting JOIN board ON board.id = meeting.board_id
                WHERE meeting.day >= \(day)
            ) WHERE place <= \(HomeLists.most)
            UNION ALL
            SELECT * FROM (
                SELECT 4, report.slug, report.title, board.title, NULL, NULL, max(published_on),
                       row_number() OVER (
                           ORDER BY max(published_on) DESC, report.position) AS place
                FROM report
                JOIN board ON board.id = report.board_id
                JOIN report_version ON report_version.report_id = report.id
                    AND published_on <= \(day)
                WHERE report.withdrawn_on IS NULL
                GROUP BY report.id
            ) WHERE place <= \(HomeLists.most)
            ORDER BY list, position
            """
        ) { row throws(SQLError) in
            let years = StrategyYears.words(from: try row("starts"), to: try row("ends"))
            let entry = HomeLists.Entry(
                slug: try row("slug"), title: try row("title"),
                detail: try row("detail") ?? years, day: try row("day"))
            switch try row("list", as: Int.self) {
            case 1: lists.strategies.append(entry)
            case 2: lists.statements.append(entry)
            case 3: lists.meetings.append(entry)
            default: lists.reports.append(entry)
            }
        }
        return lists
    }
}
