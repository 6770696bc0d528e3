import HTTPServer

/// Addresses of one's own account.
enum AccountPagesRoutes {
    static func add(to routes: inout Routes) {
        routes.get(AccountLinks.account, .useAccount, showAccount)
        routes.get(AccountLinks.password, .settleAccount, askForPassword)
        routes.post(AccountLinks.password, .settleAccount, keeping: .nothing, changePassword)
        routes.get(AccountLinks.sessions, .useAccount, listSessions)
        routes.post(AccountLinks.sessions, .useAccount, keeping: .nothing, endSessions)
        routes.post(
            AccountLinks.sessions + "/:session", .useAccount, keeping: .nothing, endSession)
    }

    private static func showAccount(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(
            AccountPage(
                account: member.account, own: visit.ownAccount(member),
                notice: request.query["done"].flatMap(AccountNotice.init)))
    }

    private static func askForPassword(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(passwordPage(member, visit.ownAccount(member)))
    }

    private static func changePassword(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let own = try visit.ownAccount(member)
        let (current, new) = (visit.fields["current"] ?? "", visit.fields["new"] ?? "")
        switch try visit.checked(current, new, of: member.account, email: own.email) {
        case .faults(let faults):
            let page = passwordPage(member, own, faults)
            return try visit.page(page, status: .unprocessableContent)
        case .change(let change):
            return try visit.withNextToken(
                visit.once {
                    .seeOther(try visit.make(change, member, device: request.deviceToken))
                })
        }
    }

    private static func passwordPage(
        _ member: Member, _ own: OwnAccount, _ faults: [FieldFault] = []
    ) -> PasswordPage {
        PasswordPage(
            account: member.account, hasPassword: own.hasPassword,
            isDue: member.session.obligation == .changePassword, faults: faults)
    }

    private static func listSessions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let sessions = try visit.liveSessions(of: member)
        return try visit.page(
            SessionListPage(
                sessions: sessions.map(\.session), seen: sessions.map(\.seen),
                current: member.session.id,
                notice: request.query["done"].flatMap(AccountNotice.init)))
    }

    /// Ends all sessions, this one only if that is asked for.
    private static func endSessions(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let endsThis = visit.fields["which"] == "all"
        var response = try visit.once {
            try visit.endSessions(
                of: member, endsThis: endsThis, device: request.deviceToken)
            return .seeOther(
                endsThis
                    ? AccountLinks.signedOut : AccountNotice.sessions.address(AccountLinks.sessions)
            )
        }
        if endsThis { response.takeToken(isSecure: visit.isSecure) }
        return response
    }

    private static func endSession(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        guard let session = visit.parameters("session", as: Int64.self),
            try visit.database.isSession(session, of: member.account.id)
        else { throw Refusal.notFound(NotFound(what: "You have no such session.")) }
        let isThis = session == member.session.id
        var response = try visit.once {
            try visit.end(session, of: member)
            return .seeOther(
                isThis
                    ? AccountLinks.signedOut : AccountNotice.session.address(AccountLinks.sessions))
        }
        if isThis { response.takeToken(isSecure: visit.isSecure) }
        return response
    }
}
