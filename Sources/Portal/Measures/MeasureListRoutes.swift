import HTTPServer
import Scorecard

/// The list of all measures, which can be searched, filtered and sorted.
enum MeasureListRoutes {
    static func add(to routes: inout Routes) {
        routes.get(Links.measures.href, .readPublished, list)
    }

    private static func list(_ request: Request, _ visit: Visit) throws -> Response {
        let database = visit.database
        let choices = try database.facetChoices()
        let filter = try filter(request.query, choices)
        let measures = try database.listedMeasures()
        let standings = try database.standings(
            of: measures.map(\.facts), .everything, on: visit.latestPeriod.day,
            for: visit.audience)
        let list = MeasureList(
            filter, of: measures, standings, choices,
            try database.reading(within: SearchQuestion(filter.typed)))
        let number = try PageNumber.asked(request.query["page"], of: filter.address)
        let pages = Pagination(
            count: list.entries.count, pageLength: MeasureListPage.pageLength, number)
        guard number <= pages.pages else {
            throw PageNumber.refusal("\(number)", of: filter.address)
        }
        return try visit.page(MeasureListPage(list: list, pages: pages, total: measures.count))
    }

    private static func filter(
        _ query: Query, _ choices: [FacetChoice]
    ) throws -> MeasureListFilter {
        var filter = MeasureListFilter()
        filter.typed = SearchQuestion(query["q"] ?? "").typed
        for facet in MeasureFacet.allCases {
            filter.facets[facet] = try choice(
                query, facet.rawValue,
                choices.filter { $0.facet == facet }.map { ($0.slug, $0.title) }
            )
        }
        let frequency = try choice(
            query, "frequency", Frequency.allCases.map { ($0.rawValue, $0.shortWords) })
        filter.frequency = frequency.flatMap(Frequency.init)
        let kind = try choice(
            query, "kind", MeasureKind.allCases.map { ($0.rawValue, $0.shortWords) })
        filter.kind = kind.flatMap(MeasureKind.init)
        let statuses = MeasureListFilter.Status.all
        let status = try choice(query, "status", statuses.map { ($0.code, $0.words) })
        filter.status = statuses.first { $0.code == status }
        let orders = MeasureListFilter.Order.allCases
        let order = try choice(query, "sort", orders.map { ($0.rawValue, "Measures \($0.words)") })
        filter.order = order.flatMap(MeasureListFilter.Order.init) ?? .name
        return filter
    }

    /// One of the values that there are, or `nil` if none is asked for.
    private static func choice(
        _ query: Query, _ name: String, _ known: [(value: String, words: String)]
    ) throws -> String? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard known.contains(where: { $0.value == text }) else {
            throw Refusal.notFound(
                NotFound(
                    what: "The measures cannot be chosen by \(name) “\(text)”.",
                    choicesHeading: "What they can be chosen by",
                    choices: known.map { value, words in
                        let address = AddressQuery(path: Links.measures.href, [(name, value)])
                        return Link(href: address.text, label: words)
                    }))
        }
        return text
    }
}
