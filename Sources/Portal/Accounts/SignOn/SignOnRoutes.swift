import HTTPServer

/// Signing on by the word of a reverse proxy.
enum SignOn {
    /// Begins a session for whom the proxy names, and leads on; `nil` where it names nobody, or
    /// who asks has signed in already.
    ///
    /// Neither password nor second factor is asked for: that is done where people sign on.
    static func begin(_ request: Request, _ visit: Visit) throws -> Response? {
        let signOn = visit.settings.signOn
        guard visit.reader.session == nil, signOn.begins(request),
            let name = signOn.name(in: request)
        else { return nil }
        let token = SessionToken(visit.settings.random)
        let isKnown = try visit.together {
            let person = try visit.database.person(signedOnAs: name)
            guard let person, person.isActive else {
                try visit.recordUnknown(name, person)
                return false
            }
            try visit.endSessionBefore(request)
            try visit.beginSession(of: person, token)
            return true
        }
        guard isKnown else {
            return try visit.page(
                SignOnUnknownPage(name: name, out: signOn.out), status: .forbidden)
        }
        var response = Response.seeOther(AccountLinks.next(request.query["next"]))
        response.give(token, isSecure: visit.isSecure)
        return response
    }

    /// Where signing out of a session leads: the way in would begin the next one at once.
    static func addressAfterSigningOut(of session: Session?) -> String? {
        session?.method == .singleSignOn ? AccountLinks.stillSignedOn : nil
    }
}

/// The page after signing out of what single sign-on began.
enum SignOnRoutes {
    static func add(to routes: inout Routes) {
        routes.get(AccountLinks.stillSignedOn, .readAlways) { _, visit in
            // Who has signed in since must not read that they have not.
            guard visit.reader.session == nil else { return .seeOther(Links.home.href) }
            return try visit.page(SignedOutPage(out: visit.settings.signOn.out))
        }
    }
}

extension Visit {
    fileprivate func beginSession(of person: SignOnPerson, _ token: SessionToken) throws {
        try database.begin(
            NewSession(
                token: token, person: person.id, method: .singleSignOn, isComplete: true, at: now,
                address: address, agent: agent))
        try database.noteSignOn(of: person.id, at: now)
        try record(
            TrailEntry(
                actor: TrailEntry.Actor(person: person.id, name: person.userName),
                action: .signIn,
                subject: TrailEntry.Subject(kind: .person, name: person.userName),
                after: JSONObject(["method": Session.Method.singleSignOn.rawValue])))
    }

    /// Ends what the browser showed: another person's session, or half of one.
    fileprivate func endSessionBefore(_ request: Request) throws {
        if let past = arrival.past, !settings.signOn.allows(past, in: request) {
            try database.end(session: past.id, .signedOnAsAnother, at: now)
        }
        if let half = arrival.half {
            try database.end(session: half.id, .replaced, at: now)
        }
    }

    /// Writes down that somebody was signed on who may not come in.
    fileprivate func recordUnknown(_ name: String, _ person: SignOnPerson?) throws {
        try record(
            TrailEntry(
                actor: TrailEntry.Actor(person: person?.id, name: name), action: .signInFailure,
                subject: TrailEntry.Subject(kind: .person, name: person?.userName ?? name),
                reason: person == nil
                    ? "Single sign-on named somebody who is not known here."
                    : "Single sign-on named somebody whose account is disabled."))
    }
}
