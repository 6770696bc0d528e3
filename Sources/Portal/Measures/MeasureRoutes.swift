import HTTPServer
import Scorecard

/// Pages about measures.
enum MeasureRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/measures/:measure", .readPublished, show)
        routes.get("/measures/:measure/history", .readPublished, history)
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let database = visit.database
        let measure = try measure(visit)
        let id = measure.facts.id
        let choice = try visit.latestPeriod
        let today = visit.settings.today()
        let standings = try database.standings(
            of: [measure.facts], .measures([id]), on: [choice.day, today], for: visit.audience,
            withHistory: true)
        guard let standing = standings[choice.day]?[id], let newest = standings[today]?[id] else {
            throw Refusal.notFound
        }
        let asked = SurroundingsRequest(
            headline: headline(of: standing, in: measure.series), day: choice.day,
            audience: visit.audience)
        let uses = try database.uses(ofMeasure: id, saidBy: today)
        let ownership = measure.ownership(Set(uses.places.map(\.strategySlug)))
        return try visit.page(
            MeasurePage(
                area: visit.settings.organisation, neighbourMethod: visit.settings.neighbourMethod,
                measure: measure, standing: standing, newest: newest, choice: choice,
                targets: try database.targetDetails(ofMeasure: id),
                uses: uses,
                surroundings: try database.surroundings(of: measure, asked),
                today: today, asked: try database.comments(ofMeasure: measure.code),
                withheldHref: visit.withheldHref(of: measure, ownership),
                reviseHref: try visit.reviseHref(of: measure, ownership, standing)))
    }

    private static func history(_ request: Request, _ visit: Visit) throws -> Response {
        let measure = try measure(visit)
        let id = measure.facts.id
        let record = HistoryPage.Record(
            revisions: try visit.database.revisions(ofMeasure: measure),
            breaks: try visit.database.breaks(ofMeasure: id),
            targets: try visit.database.targetDetails(ofMeasure: id),
            returned: try visit.database.returnedVersions(of: measure.code),
            traces: visit.mayReadTrail
                ? try visit.database.traces(ofMeasure: measure.code) : nil)
        let asked = try HistoryRequest(
            known: request.query["known"], page: request.query["page"], of: measure.facts.slug)
        let page = try HistoryPage(
            area: visit.settings.organisation, measure: measure, record, asked,
            on: visit.settings.today())
        return try visit.page(page, status: page.isWrong ? .unprocessableContent : .ok)
    }

    /// The measure that the address names.
    static func measure(_ visit: Visit) throws -> MeasureDetail {
        let slug = try visit.parameter("measure")
        guard let measure = try visit.database.measure(slug) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no measure called “\(slug)”.",
                    choicesHeading: "Where to look instead",
                    choices: [Link(href: "/measures", label: "All measures from A to Z")]))
        }
        return measure
    }

    /// Where the latest figure stands, if there is one and it is not a gap of two lines.
    private static func headline(
        of standing: Standing, in series: [MeasureSeries]
    ) -> (line: MeasureSeries, period: Period)? {
        let position = standing.own.local.latestPosition
        guard let period = standing.latest?.period,
            let line = series.first(where: { $0.position == position }), line.role == .headline
        else { return nil }
        return (line, period)
    }
}
