import HTTPServer
import Scorecard

/// Pages about measures.
enum MeasureRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/measures/:measure", .readPublished, show)
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
            of: [measure.facts], .measures([id]), on: choice.day, for: visit.audience,
            withHistory: true)
        guard let standing = standings[id] else { throw Refusal.notFound }
        let series = try database.series(ofMeasure: id)
        let asked = headline(of: standing, in: series, visit)
        return try visit.page(
            MeasurePage(
                area: visit.settings.organisation, neighbourMethod: visit.settings.neighbourMethod,
                measure: measure, standing: standing,
                choice: choice, targets: try database.targetDetails(ofMeasure: id),
                places: try database.places(ofMeasure: id), series: series,
                sources: try database.sources(ofMeasure: id),
                groups: try asked.map(database.groups) ?? [],
                areas: try asked.map(database.areas) ?? [],
                neighbours: try database.neighbourModel(),
                gapPolarity: try database.gapPolarity(ofMeasure: measure.facts),
                today: visit.settings.today(),
                lines: try database.lineFigures(
                    ofMeasure: measure.facts, until: choice.day, for: visit.audience)))
    }

    /// Where the latest figure stands, if there is one and it is not a gap of two lines.
    private static func headline(
        of standing: Standing, in series: [MeasureSeries], _ visit: Visit
    ) -> HeadlineDetail? {
        let position = standing.own.local.latestPosition
        guard let period = standing.latest?.period,
            let line = series.first(where: { $0.position == position }), line.role == .headline
        else { return nil }
        return HeadlineDetail(
            line: line, period: period, audience: visit.audience)
    }
}
