import HTTPServer
import Scorecard

/// Pages about who answers for what.
enum BoardRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/boards", .readPublished, list)
        routes.get("/boards/:board", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let boards = try visit.database.boards()
        return try visit.page(
            BoardListPage(tree: BoardTree(boards, try visit.database.boardReportings())))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let database = visit.database
        let detail = try board(visit)
        let board = detail.entry
        let overseen = try database.measures(overseenBy: board.id)
        let measures = overseen.map(\.measure)
        let standings = try database.standings(
            of: measures, .measures(measures.map(\.id)), on: visit.latestPeriod.day,
            for: visit.audience)
        let today = visit.settings.today()
        return try visit.page(
            BoardPage(
                board: board, ties: detail.ties,
                rollUps: Dictionary(grouping: overseen, by: \.scorecard).mapValues { members in
                    RollUp(members.compactMap { standings[$0.measure.id]?.judgement.status })
                },
                period: try visit.latestPeriod.quarter,
                meetings: try database.meetings(ofBoard: board.id, on: today), today: today))
    }

    private static func board(_ visit: Visit) throws -> BoardDetail {
        let slug = try visit.parameter("board")
        guard let board = try visit.database.board(slug) else {
            let all = try visit.database.boards()
            throw Refusal.notFound(
                NotFound(
                    what: "There is no board called “\(slug)”.",
                    choicesHeading: all.isEmpty ? "Where to look instead" : "Boards",
                    choices: all.isEmpty
                        ? [Links.boards]
                        : all.map { Link(href: Links.board($0.slug), label: $0.title) }))
        }
        return board
    }
}
