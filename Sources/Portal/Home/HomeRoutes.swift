import HTTPServer
import Scorecard

/// The first page, and the lists that it shows the heads of.
enum HomeRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/", .readPublished, home)
        routes.get(Links.attention.href, .readPublished, attention)
        routes.get(Links.changes.href, .readPublished, changes)
    }

    private static func home(_ request: Request, _ visit: Visit) throws -> Response {
        let today = visit.settings.today()
        let tasks = try tasks(visit)
        return try visit.page(
            HomePage(
                organisation: visit.settings.organisation, today: today,
                shift: try QuarterShift(visit), lists: try visit.database.homeLists(on: today),
                tasks: tasks), owed: tasks?.count)
    }

    /// What an officer who has signed in has to do.
    private static func tasks(_ visit: Visit) throws -> [ReturnTask]? {
        guard let account = visit.reader.session?.account, account.may(.enterFigures) else {
            return nil
        }
        let today = visit.settings.today()
        return try visit.database.returnTasks(on: today).compactMap { $0.own(account) }
            .owed(on: today)
    }

    private static func attention(_ request: Request, _ visit: Visit) throws -> Response {
        let shift = try QuarterShift(visit)
        return try visit.page(
            AttentionPage(
                choice: shift.choice, attention: shift.attention(on: visit.settings.today())))
    }

    private static func changes(_ request: Request, _ visit: Visit) throws -> Response {
        let shift = try QuarterShift(visit)
        return try visit.page(
            ChangesPage(choice: shift.choice, earlier: shift.earlier, shifts: shift.shifts))
    }
}

extension QuarterShift {
    /// How everything stands at the end of the latest quarter and of the one before it.
    fileprivate init(_ visit: Visit) throws {
        let choice = try visit.latestPeriod
        let earlier = choice.quarter.predecessor ?? choice.quarter
        let (overview, before) = try visit.database.overview(
            on: choice.day, and: earlier.end, for: visit.audience)
        self.init(choice: choice, earlier: earlier, overview: overview, before: before)
    }
}
