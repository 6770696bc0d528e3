import HTTPServer

/// Addresses of one-time links, whose paths are secrets.
enum LinkRoutes {
    private static let pattern = "/link/:token"

    static func add(to routes: inout Routes) {
        routes.get(pattern, .enter, show)
        routes.post(pattern, .enter, use)
    }

    /// Shows what the link is for, and leaves it as it is: mail programs open links, too.
    private static func show(_ request: Request, _ visit: Visit) throws -> Response {
        guard let link = try link(visit) else { return try closed(visit, .notFound) }
        guard link.isGood(at: visit.now), try isOpen(link, visit) else {
            return try closed(visit, .gone)
        }
        return try visit.page(LinkPage(link: link, form: LinkForm(visit.fields)))
    }

    private static func use(_ request: Request, _ visit: Visit) throws -> Response {
        guard let link = try link(visit) else { return try closed(visit, .notFound) }
        // A link that was used may have been used by this very form, sent twice; for no other is
        // a password hashed.
        guard try (link.isGood(at: visit.now) && isOpen(link, visit)) || visit.wasAnswered() else {
            return try closed(visit, .gone)
        }
        let form = LinkForm(visit.fields)
        do {
            let details = try checked(form, link, visit)
            let hash = try hashed(form.password, visit)
            return try visit.once {
                if let details {
                    try visit.register.setUp(details, link, password: hash)
                } else {
                    try visit.register.use(link, password: hash)
                }
                return .seeOther(
                    AddressQuery(path: AccountLinks.signIn, [("done", "password")]).text)
            }
        } catch let faults as FieldFaults {
            return try again(visit, link, form, faults)
        } catch PeopleFault.linkIsGone {
            return try closed(visit, .gone)
        } catch let fault as PeopleFault {
            return try again(visit, link, form, fault.onPage)
        }
    }

    /// The link of the address; `nil` for what is none.
    private static func link(_ visit: Visit) throws -> OneTimeLink? {
        guard let token = LinkToken(try visit.parameter("token")) else { return nil }
        return try visit.database.link(token.digest)
    }

    /// Whether there is still no administrator, if that is what the link is for.
    private static func isOpen(_ link: OneTimeLink, _ visit: Visit) throws -> Bool {
        try link.purpose != .setUp
            || visit.database.needsSetUp(hasSignOn: visit.settings.signOn.isUsed)
    }

    /// Who the first administrator is, where that is asked.
    ///
    /// - Throws: `FieldFaults` with all that is wrong.
    private static func checked(
        _ form: LinkForm, _ link: OneTimeLink, _ visit: Visit
    ) throws -> PersonDetails? {
        var (details, faults): (PersonDetails?, [FieldFault]) = (nil, [])
        if link.purpose == .setUp {
            switch form.typed.checked() {
            case .success(let checked): details = checked
            case .failure(let found): faults = found.all
            }
        }
        let typed = link.person.map { PersonForm($0).typed } ?? form.typed
        let known = [typed.userName, typed.name, typed.email, visit.settings.service]
        if let words = visit.passwordRules.fault(form.password, knowing: known) {
            faults.append(FieldFault(field: "password", words: words))
        }
        guard faults.isEmpty else { throw FieldFaults(all: faults) }
        return details
    }

    /// The password as it is kept, which takes its time; never within a transaction.
    private static func hashed(_ password: String, _ visit: Visit) throws -> PasswordHash {
        let settings = visit.settings
        do {
            return try PasswordHash(
                password, cost: settings.passwordCost, random: settings.random)
        } catch {
            let words = "Password has a character that cannot be used. Type it again"
            throw FieldFaults(all: [FieldFault(field: "password", words: words)])
        }
    }

    /// The form again; of a link that opens nothing any more, only that.
    private static func again(
        _ visit: Visit, _ link: OneTimeLink, _ form: LinkForm, _ faults: FieldFaults
    ) throws -> Response {
        guard link.isGood(at: visit.now), try isOpen(link, visit) else {
            return try closed(visit, .gone)
        }
        return try visit.page(
            LinkPage(link: link, form: form, faults: faults), status: .unprocessableContent)
    }

    private static func closed(_ visit: Visit, _ status: HTTPStatus) throws -> Response {
        try visit.page(LinkClosedPage(), status: status)
    }
}
