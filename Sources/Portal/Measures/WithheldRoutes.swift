import HTTPServer

/// The numbers behind a measure's withheld figures, for those who answer for it.
enum WithheldRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/measures/:measure/withheld", .readWithheld, show)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let measure = try MeasureRoutes.measure(visit)
        let strategies = try visit.database.strategies(ofMeasure: measure.facts.id)
        try member.require(.readWithheld, measure.ownership(strategies))
        return try visit.page(
            WithheldPage(
                area: visit.settings.organisation, measure: measure,
                figures: try visit.database.withheldFigures(ofMeasure: measure.facts.id)))
    }
}

extension MeasureDetail {
    /// Where it stands, being named by these strategies.
    func ownership(_ strategies: Set<String>) -> MeasureOwnership {
        MeasureOwnership(measure: code, service: service, strategies: strategies)
    }
}

extension Visit {
    /// Where the withheld figures of a measure are, for those who may see them.
    func withheldHref(of measure: MeasureDetail, _ ownership: MeasureOwnership) -> String? {
        guard let account = reader.session?.account, account.may(.readWithheld, ownership) else {
            return nil
        }
        return Links.withheld(ofMeasure: measure.facts.slug)
    }
}
