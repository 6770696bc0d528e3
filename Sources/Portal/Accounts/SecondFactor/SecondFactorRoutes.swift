import HTTPServer

/// Addresses of the second factor: asking for it at sign-in, and looking after one's own.
enum SecondFactorRoutes {
    static func add(to routes: inout Routes) {
        SignInCodeRoutes.add(to: &routes)
        routes.get(AccountLinks.secondFactor, .settleAccount, show)
        routes.get(AccountLinks.setUp, .settleAccount, showKey)
        routes.post(AccountLinks.setUp, .settleAccount, keeping: .nothing, confirm)
        routes.get(AccountLinks.recoveryCodes, .settleAccount, showCodes)
        routes.post(AccountLinks.recoveryCodes, .settleAccount, keeping: .nothing, renewCodes)
        routes.get(AccountLinks.removal, .settleAccount, askToRemove)
        routes.post(AccountLinks.removal, .settleAccount, keeping: .nothing, remove)
    }

    private static func show(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try visit.page(
            SecondFactorPage(
                own: visit.ownAccount(member),
                isNeeded: member.account.needsSecondFactor(visit.settings),
                isDue: member.session.obligation == .addSecondFactor,
                notice: request.query["done"].flatMap(AccountNotice.init),
                next: AccountLinks.next(request.query["next"])))
    }

    /// Shows a key; its name is in the address, so that the same one is shown again.
    private static func showKey(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let own = try visit.ownAccountWithPassword(member)
        guard let name = request.query["key"], AuthenticatorKey.isName(name) else {
            let name = AuthenticatorKey.newName(visit.settings.random)
            return .seeOther(AddressQuery(path: AccountLinks.setUp, [("key", name)]).text)
        }
        return try visit.page(setUpPage(visit, member, own, name))
    }

    private static func confirm(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        let own = try visit.ownAccountWithPassword(member)
        guard let name = visit.fields["key"], AuthenticatorKey.isName(name),
            let key = visit.authenticatorKey(name)
        else { throw Refusal.notFound }
        let typed = SetUpForm(
            code: visit.fields["code"] ?? "",
            password: visit.asksForPassword(member, own) ? visit.fields["password"] ?? "" : nil,
            replaces: own.secondFactorSince != nil)
        switch try visit.checked(typed, key, of: member.account) {
        case .faults(let faults):
            return try visit.page(
                setUpPage(visit, member, own, name, faults), status: .unprocessableContent)
        case .set(let change):
            return try visit.withNextToken(
                visit.once { .seeOther(try visit.make(change, member)) })
        }
    }

    private static func setUpPage(
        _ visit: Visit, _ member: Member, _ own: OwnAccount, _ name: String,
        _ faults: [FieldFault] = []
    ) throws -> FactorSetUpPage {
        guard let key = visit.authenticatorKey(name) else { throw Refusal.notFound }
        let settings = visit.settings
        return FactorSetUpPage(
            name: name, keyText: key.text,
            href: key.address(
                issuer: "\(settings.organisation) \(settings.service)",
                userName: member.account.userName),
            replaces: own.secondFactorSince != nil,
            asksForPassword: visit.asksForPassword(member, own), faults: faults)
    }

    /// Shows recovery codes that were just made, or asks for the password to make new ones.
    private static func showCodes(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        guard let name = request.query["key"] else {
            guard try visit.ownAccountWithPassword(member).secondFactorSince != nil else {
                return .seeOther(AccountLinks.secondFactor)
            }
            return try visit.page(PasswordAgainPage(purpose: .newCodes))
        }
        guard let codes = try visit.recoveryCodes(named: name, of: member) else {
            throw Refusal.notFound(NotFound(what: "These recovery codes cannot be shown again."))
        }
        return try visit.page(RecoveryCodesPage(codes: codes.map(\.text)))
    }

    private static func renewCodes(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        try afterPassword(.newCodes, visit, member) { try visit.renewCodes(of: member) }
    }

    private static func askToRemove(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        guard try visit.mayRemoveSecondFactor(member) else {
            return .seeOther(AccountLinks.secondFactor)
        }
        return try visit.page(PasswordAgainPage(purpose: .removal))
    }

    private static func remove(
        _ request: Request, _ visit: Visit, _ member: Member
    ) throws -> Response {
        guard try visit.mayRemoveSecondFactor(member) else {
            return .seeOther(AccountLinks.secondFactor)
        }
        return try afterPassword(.removal, visit, member) {
            try visit.removeSecondFactor(of: member)
        }
    }

    /// Does something that asks for the password again, and leads on to what it answers.
    private static func afterPassword(
        _ purpose: PasswordAgainPage.Purpose, _ visit: Visit, _ member: Member,
        _ work: () throws -> String
    ) throws -> Response {
        switch try visit.proof(visit.fields["password"] ?? "", of: member.account) {
        case .given: return try visit.once { .seeOther(try work()) }
        case .fault(let words):
            let faults = [FieldFault(field: "password", words: words)]
            return try visit.page(
                PasswordAgainPage(purpose: purpose, faults: faults),
                status: .unprocessableContent)
        }
    }
}
