import HTTPServer
import Scorecard

/// What officers owe.
enum TaskListRoutes {
    static func add(to routes: inout Routes) {
        routes.get(ReturnLinks.returns, .enterFigures, show)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let today = visit.settings.today()
        let year = FinancialYear(containing: today)
        let tasks = try visit.database.returnTasks(on: today, since: year?.start)
            .compactMap { $0.own(member.account) }
        let task = try task(request.query["return"], tasks, on: today)
        return try visit.page(
            TaskListPage(
                tasks: tasks, today: today,
                figures: try task.map { try figures(of: $0, visit, member) }),
            owed: tasks.owed(on: today).count)
    }

    /// The return that is asked for, or else the one that is due first.
    private static func task(
        _ asked: String?, _ tasks: [ReturnTask], on day: Day
    ) throws -> ReturnTask? {
        guard let asked else { return tasks.owed(on: day).first }
        guard let task = tasks.first(where: { "\($0.id)" == asked }) else {
            throw Refusal.notFound(
                NotFound(
                    what: "You have no return called “\(asked)”.",
                    choicesHeading: "Your returns",
                    choices: tasks.map {
                        Link(href: ReturnLinks.grid($0.id), label: $0.title)
                    }))
        }
        return task
    }

    private static func figures(
        of task: ReturnTask, _ visit: Visit, _ member: Member
    ) throws -> TaskFigures {
        let entries = try visit.database.entries(.ofReturn(task.id), on: visit.settings.today())
            .filter { member.account.may(.enterFigures, $0.measure.ownership) }
        return TaskFigures(
            task: task, entries: entries, pasts: try visit.database.pasts(of: entries))
    }
}
