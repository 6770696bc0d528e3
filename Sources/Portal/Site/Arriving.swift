import HTTPServer
import SQLite

extension Database {
    /// With what a request comes: what its token stands for.
    ///
    /// A token of which nothing is known is a stranger's, and costs one question.
    func arrival(
        of request: Request, _ settings: Settings, _ presence: Presence
    ) throws -> Arrival {
        let name = SessionCookie.name(isSecure: request.scheme == "https")
        guard let token = request.cookie(name).flatMap(SessionToken.init) else { return .stranger }
        guard var session = try session(token.digest) else {
            return Arrival(token: token, session: nil, past: nil)
        }
        let now = settings.now()
        guard
            settings.sessionLimits.isLive(session, seen: presence.lastSeen(session), at: now),
            settings.signOn.allows(session, in: request)
        else { return Arrival(token: token, session: nil, past: session) }
        presence.note(session.id, at: now)
        session.obligation = session.obligation(settings)
        return Arrival(token: token, session: session, past: nil)
    }
}

extension Session {
    /// What must be done before anything else.
    fileprivate func obligation(_ settings: Settings) -> Obligation? {
        guard method == .password else { return nil }
        if mustChangePassword { return .changePassword }
        return !hasSecondFactor && account.needsSecondFactor(settings) ? .addSecondFactor : nil
    }
}

extension Account {
    /// Whether any of the roles may only be used with a second factor.
    func needsSecondFactor(_ settings: Settings) -> Bool {
        settings.requiresSecondFactor && grants.contains { $0.role.isPowerful }
    }
}

extension Response {
    /// Has the browser keep a token until it is closed.
    mutating func give(_ token: SessionToken, isSecure: Bool) {
        var cookie = Cookie(SessionCookie.headerName(isSecure), token.text)
        cookie.isSecure = isSecure
        headers.add("Set-Cookie", cookie.description)
    }

    /// Has the browser forget its token.
    mutating func takeToken(isSecure: Bool) {
        var cookie = Cookie(SessionCookie.headerName(isSecure), "")
        cookie.isSecure = isSecure
        cookie.maxAge = 0
        headers.add("Set-Cookie", cookie.description)
    }
}

extension SessionCookie {
    fileprivate static func headerName(_ isSecure: Bool) -> HeaderName {
        isSecure ? "__Host-session" : "session"
    }
}
