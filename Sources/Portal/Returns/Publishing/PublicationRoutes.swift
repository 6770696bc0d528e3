import HTTPServer

/// Publishing what was approved.
enum PublicationRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/rounds/:round/publish", .approveFigures, ask)
        routes.post("/rounds/:round/publish", .approveFigures, publish)
    }

    private static func ask(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(PublicationPage(plan: plan(visit, member)))
    }

    private static func publish(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        do {
            return try visit.once {
                let plan = try plan(visit, member)
                guard !plan.ready.isEmpty, visit.fields["mark"] == plan.mark else {
                    throw PublishingFault.changed
                }
                _ = try visit.publish(
                    plan.ready, plan.pasts, ofRound: plan.round.id, by: member)
                return .seeOther(RoundPage.Done.published.address(plan.round.id))
            }
        } catch is PublishingFault {
            var page = PublicationPage(plan: try plan(visit, member))
            page.isChanged = true
            return try visit.page(page, status: .conflict)
        }
    }

    /// What the publication of the round that the address names would do.
    private static func plan(_ visit: Visit, _ member: Member) throws -> PublicationPlan {
        guard let id = visit.parameters("round", as: Int64.self),
            let round = try visit.database.publicationRound(id)
        else {
            throw Refusal.notFound(
                NotFound(
                    what: "There is no such round.", choicesHeading: "Where to look instead",
                    choices: [Link(href: ReturnLinks.rounds, label: "Collection rounds")]))
        }
        let entries = try visit.database.entries(.ofRound(id), on: visit.settings.today())
        let approved = entries.filter { $0.state == .approved }
        return PublicationPlan(round, entries, try visit.database.pasts(of: approved)) {
            member.account.may(.approveFigures, $0.measure.ownership)
        }
    }
}
