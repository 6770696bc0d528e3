import HTTPServer
import SQLite

/// How a request comes past the door of its route, to the handler behind it or to where it is
/// decided who asks.
extension Site {
    /// A page.
    func show(_ call: Call, _ database: Database) throws -> Response {
        let isEntry = call.route.demand == .open(.enter)
        let isNew = isEntry && call.arrival.token == nil
        let token = isNew ? SessionToken(settings.random) : call.token
        let query = call.request.query
        let format = try PageFormat(query, of: call.request.target)
        var visit = visit(call, database, token, format: format)
        if let held = query[HeldSubmission.field] { try take(held, call, into: &visit) }
        var response = try pass(call, visit)
        if isNew, let token, !response.headers.contains("Set-Cookie") {
            response.give(token, isSecure: visit.isSecure)
        }
        return response
    }

    /// What a form asks for.
    func take(_ call: Call, _ database: Database) throws -> Response {
        guard !call.request.comesFromElsewhere else { throw Refusal.forged }
        let submission = try Submission(call.request, takesFiles: call.route.takesFiles)
        guard let token = call.arrival.token else { throw Refusal.forged }
        let visit = visit(call, database, token, submission: submission)
        var response = try resendable(call) {
            submission.isDrawn(for: token, asks: call.route.keeping)
                ? try visit.answerBeforeRotation() ?? pass(call, visit)
                : try giveBack(call, visit)
        }
        response.headers.set("Cache-Control", "no-store")
        return response
    }

    /// Leads a form of ours that was drawn for another session of its sender, or lost what it
    /// carries, back to its page with what was typed; it is not taken.
    ///
    /// - Throws: `Refusal.forged` where the browser does not say that it comes from here.
    private func giveBack(_ call: Call, _ visit: Visit) throws -> Response {
        guard call.request.comesFromHere else { throw Refusal.forged }
        switch call.route.keeping {
        case .nothing: throw Refusal.forged
        case .page(let again): return try again(call.request, visit)
        case .form:
            let passage = call.route.demand.passage(visit.reader, isPublic: settings.isPublic)
            guard case .member(let member) = passage,
                case .found = routes.router.match(.get, call.request.path),
                let id = try visit.hold(call.request.body, of: member.session)
            else { throw Refusal.forged }
            return .seeOther(HeldSubmission.address(call.request.path, id))
        }
    }

    /// Lets a request through the door of its route, or says where else to go.
    private func pass(_ call: Call, _ visit: Visit) throws -> Response {
        switch call.route.demand.passage(visit.reader, isPublic: settings.isPublic) {
        case .open:
            if case .open(let handler) = call.route.answering {
                return try handler(call.request, visit)
            }
        case .member(let member):
            if case .member(let handler) = call.route.answering {
                return try handler(call.request, visit, member)
            }
        case .first(let address): return .seeOther(address)
        case .unknown: return try leadIn(call, visit)
        case .closed(let permission): throw Refusal.forbidden(permission)
        }
        // A route's demand and its handler are made together, of one kind.
        throw Refusal.forbidden(nil)
    }

    /// Leads somebody who has not signed in, or not any more, to where that is done, and from
    /// there back to what was asked for: also to a form, with what was typed into it.
    private func leadIn(_ call: Call, _ visit: Visit) throws -> Response {
        guard call.request.method == .post else {
            return .seeOther(AccountLinks.signIn(backTo: call.request.target))
        }
        guard case .found = routes.router.match(.get, call.request.path) else {
            return .seeOther(AccountLinks.signIn)
        }
        guard case .form = call.route.keeping, let past = visit.arrival.past,
            let id = try visit.hold(call.request.body, of: past)
        else {
            return .seeOther(AccountLinks.signIn(backTo: call.request.path))
        }
        return .seeOther(AccountLinks.signIn(backTo: HeldSubmission.address(call.request.path, id)))
    }

    /// Brings what was typed into a form whose session was over to its page.
    private func take(_ held: String, _ call: Call, into visit: inout Visit) throws {
        guard let account = visit.reader.session?.account,
            case .found(let form, _) = routes.router.match(.post, call.request.path),
            case .form = form.keeping
        else { return }
        let limits = settings.sessionLimits
        guard let id = Int64(held),
            let kept = try visit.database.heldSubmission(
                id, sentTo: visit.path, by: account.id, limits, at: visit.now)
        else {
            visit.notice = "What you sent before you signed in is no longer kept."
            return
        }
        visit.heldFields = kept.fields
        visit.notice = kept.notice(limits)
    }

    struct Call {
        let route: Routes.Route
        let request: Request
        let arrival: Arrival
        let parameters: PathParameters

        /// The browser's token, where a page may carry something that is made with it.
        ///
        /// A visitor's pages are the same for all, so that they may be kept.
        var token: SessionToken? {
            isScripted ? arrival.token : nil
        }

        /// Whether what is answered is for one reader.
        var isScripted: Bool { arrival.session != nil || route.demand == .open(.enter) }
    }
}
