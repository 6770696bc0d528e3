import HTTPServer
import Scorecard

/// The search over everything that the portal has a page for.
enum SearchRoutes {
    static func add(to routes: inout Routes) {
        routes.get(Links.search.href, .readPublished, search)
    }

    private static func search(_ request: Request, _ visit: Visit) throws -> Response {
        let question = SearchQuestion(request.query["q"] ?? "")
        guard !question.typed.isEmpty else { return .seeOther(Links.measures.href) }
        let database = visit.database
        let reading = try database.reading(of: question)
        let number = try PageNumber.asked(request.query["page"], of: address(of: question))
        let found = try database.results(
            of: reading, titled: reading.titles(question), page: number,
            publishedBy: visit.settings.today())
        let pages = Pagination(count: found.count, pageLength: SearchResults.pageLength, number)
        guard number == 1 || !found.results.isEmpty else {
            throw PageNumber.refusal("\(number)", of: address(of: question))
        }
        let measures = found.results.compactMap(\.measure)
        let standings =
            measures.isEmpty
            ? [:]
            : try database.standings(
                of: measures, .measures(measures.map(\.id)), on: visit.latestPeriod.day,
                for: visit.audience)
        return try visit.page(
            SearchPage(
                question: question, reading: reading, found: found, pages: pages,
                standings: standings))
    }

    private static func address(of question: SearchQuestion) -> AddressQuery {
        AddressQuery(path: Links.search.href, [("q", question.typed)])
    }
}
