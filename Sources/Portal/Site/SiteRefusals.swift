import HTTPServer

/// What becomes of a request that is refused, or that a fault of ours kept from its answer.
extension Site {
    /// Notes for the trail what was not allowed.
    func note(_ error: any Error, _ request: Request, _ arrival: Arrival) {
        guard let reason = (error as? Refusal)?.trailReason else { return }
        let account = arrival.reader.session?.account
        refusals.note(
            RefusalNotes.Kind(
                actor: account.map { TrailEntry.Actor(person: $0.id, name: $0.userName) }
                    ?? .stranger,
                address: request.peerAddress, action: .refusal,
                subject: TrailEntry.Subject(
                    kind: .page, name: place(request, isKnown: account != nil)),
                reason: "\(request.method.rawValue): \(reason)"),
            request: request.id.description, at: settings.now())
    }

    /// What the trail calls an address: what strangers ask for has no end, and some is secret.
    private func place(_ request: Request, isKnown: Bool) -> String {
        if let pattern = routes.confidentialPattern(request.path) { return pattern }
        if isKnown { return String(request.path.prefix(200)) }
        guard case .found(let route, _) = routes.router.match(request.method, request.path) else {
            return ""
        }
        return route.pattern
    }

    /// The page that tells of `error`: what the reader can do about a refusal, and for anything
    /// else that it is our fault, with the request's name, which is also in the log.
    func explain(
        _ error: any Error, to request: Request, _ arrival: Arrival
    ) -> Response {
        let visit = visit(request, arrival)
        do {
            if let refusal = error as? Refusal {
                return try ErrorPages.refusal(refusal, of: request, visit)
            }
            let target = routes.confidentialPattern(request.path) ?? request.target
            log("error \(request.id) \(request.method.rawValue) \(target): \(error)")
            if let hindrance = Hindrance(error) {
                return try ErrorPages.hindrance(hindrance, of: request, visit)
            }
            return try ErrorPages.problem(with: request, visit)
        } catch {
            log("error \(request.id): the page that tells of an error failed: \(error)")
            return .text(
                "Sorry, there is a problem with the service. Try again later.\n",
                status: .internalServerError)
        }
    }
}
