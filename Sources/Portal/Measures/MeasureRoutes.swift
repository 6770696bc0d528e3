import HTTPServer
import Scorecard

/// Pages about measures.
enum MeasureRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/measures", .readPublished, list)
        routes.get("/measures/:measure", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let measures = try visit.database.everyMeasure()
        let standings = try visit.database.standings(
            of: measures, .everything, on: visit.latestPeriod.day)
        return try visit.page(MeasureListPage(standings: Array(standings.values)))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let database = visit.database
        let slug = try visit.parameter("measure")
        guard let measure = try database.measure(slug) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no measure called “\(slug)”.",
                    choicesHeading: "Where to look instead",
                    choices: [Link(href: "/measures", label: "All measures from A to Z")]))
        }
        let id = measure.facts.id
        let choice = try visit.latestPeriod
        let standings = try database.standings(
            of: [measure.facts], .measure(id), on: choice.day, withHistory: true)
        guard let standing = standings[id] else { throw Refusal.notFound }
        let series = try database.series(ofMeasure: id)
        let latest = standing.own.latest
        let line = series.first { $0.position == latest?.position }
        return try visit.page(
            MeasurePage(
                area: visit.settings.organisation, measure: measure, standing: standing,
                choice: choice, places: try database.places(ofMeasure: id), series: series,
                sources: try database.sources(ofMeasure: id),
                groups: try line.map { line in
                    try database.groups(of: line, in: latest?.periodCode ?? "")
                } ?? [],
                areas: try line.map { line in
                    try database.areas(of: line, in: latest?.periodCode ?? "")
                } ?? [],
                neighbours: try database.neighbourModel(),
                lines: try database.lineFigures(ofMeasure: id, until: choice.day)))
    }
}
