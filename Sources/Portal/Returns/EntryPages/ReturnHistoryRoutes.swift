import HTTPServer

/// What has happened in a return, for those who enter it and those who approve it.
enum ReturnHistoryRoutes {
    static func add(to routes: inout Routes) {
        // Both roles read true numbers; which measures they are for is asked for each.
        routes.get("/returns/:return/history", .readWithheld, show)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let atHand = try visit.returnAtHand(member, for: [.enterFigures, .approveFigures])
        let asked = try ReturnHistoryRequest(visit.query["measure"], of: atHand)
        let number = try PageNumber.asked(visit.query["page"], of: asked.address)
        let entries = asked.entries.map(\.id)
        let pages = Pagination(
            count: try visit.database.happeningCount(of: entries),
            pageLength: ReturnHistoryPage.most, number)
        guard number <= pages.pages else {
            throw PageNumber.refusal("\(number)", of: asked.address)
        }
        return try visit.page(
            ReturnHistoryPage(
                asked: asked, pages: pages,
                happenings: try visit.database.happenings(of: entries, pages.range),
                isOfficer: member.account.may(.enterFigures)))
    }
}
