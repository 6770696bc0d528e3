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
            of: [measure.facts], .measures([id]), on: choice.day, withHistory: true)
        guard let standing = standings[id] else { throw Refusal.notFound }
        let series = try database.series(ofMeasure: id)
        let line = series.first { $0.position == standing.own.latest?.position }
        let period = standing.latest?.period
        return try visit.page(
            MeasurePage(
                area: visit.settings.organisation, measure: measure, standing: standing,
                choice: choice, targets: try database.targetDetails(ofMeasure: id),
                places: try database.places(ofMeasure: id), series: series,
                sources: try database.sources(ofMeasure: id),
                groups: try Self.both(line, period).map(database.groups) ?? [],
                areas: try Self.both(line, period).map(database.areas) ?? [],
                neighbours: try database.neighbourModel(),
                lines: try database.lineFigures(ofMeasure: id, until: choice.day)))
    }

    private static func both(
        _ line: MeasureSeries?, _ period: Period?
    ) -> (MeasureSeries, Period)? {
        guard let line, let period else { return nil }
        return (line, period)
    }
}
