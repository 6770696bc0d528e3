import HTTPServer

/// What a page asks when somebody who has done nothing for long wants to stay.
enum TimeLeftRoutes {
    static func add(to routes: inout Routes) {
        routes.get(AccountLinks.timeLeft, .settleAccount, show)
    }

    /// Asking is doing something: the time begins anew.
    private static func show(_ request: Request, _ visit: Visit, _ member: Member) -> Response {
        let left = visit.settings.sessionLimits.left(of: member.session, at: visit.now)
        return Response(
            headers: ["Content-Type": "application/json"], body: Array(left.json.utf8))
    }
}
