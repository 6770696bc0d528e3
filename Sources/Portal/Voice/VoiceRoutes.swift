import HTTPServer
import Scorecard

/// Pages about what children want to be able to say, in words that they can read.
enum VoiceRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/voice", .readPublished, list)
        routes.get("/voice/you-said-we-will", .readPublished, promises)
        routes.get("/voice/:statement", .readPublished, show)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let statements = try visit.database.voiceStatements()
        let served = try visit.database.measures(servingStatements: statements.map(\.id))
        let standings = try standings(of: served.map(\.measure), visit)
        return try visit.page(
            VoiceListPage(
                statements: statements,
                rollUps: Dictionary(grouping: served, by: \.statement).mapValues { measures in
                    RollUp(measures.compactMap { standings[$0.measure.id]?.judgement.status })
                }))
    }

    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        let slug = try visit.parameter("statement")
        let statements = try visit.database.voiceStatements()
        guard let statement = statements.first(where: { $0.slug == slug }) else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no statement called “\(slug)”.",
                    choicesHeading: "What children want to be able to say",
                    choices: statements.isEmpty ? [Links.voice] : statements.map(\.link)))
        }
        let measures = try visit.database.measures(servingStatements: [statement.id])
            .map(\.measure)
        let standings = try standings(of: measures, visit)
        return try visit.page(
            VoicePage(
                statement: statement, others: statements.filter { $0 != statement },
                objectives: try visit.database.objectives(servingStatement: statement.id),
                standings: measures.compactMap { standings[$0.id] }))
    }

    private static func promises(_ request: Request, _ visit: Visit) throws -> Response {
        try visit.page(
            PromisesPage(
                promises: try visit.database.promises(), today: visit.settings.today()))
    }

    private static func standings(
        of measures: [MeasureFacts], _ visit: Visit
    ) throws -> [Int64: Standing] {
        try visit.database.standings(
            of: measures, .measures(measures.map(\.id)), on: visit.latestPeriod.day,
            for: visit.audience)
    }
}
