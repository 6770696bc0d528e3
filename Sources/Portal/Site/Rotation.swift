import HTTPServer
import SQLite

extension Visit {
    /// The token of the session that takes the place of the present one when the form that was
    /// sent gives more or fewer rights.
    ///
    /// It is made from the present token and the key of the form, so that whoever sends the form
    /// twice is answered with the same one: browsers drop the first answer, and its cookie.
    var nextToken: SessionToken? {
        guard let token, let key = submission?.key else { return nil }
        return token.next(key)
    }

    /// Ends a session and begins a complete one of the same person, within a transaction.
    ///
    /// - Throws: `Refusal.forbidden` if the session has ended since the request came, so that
    ///   nothing of what is asked for is done.
    func rotate(_ session: Session) throws {
        guard let next = nextToken, try database.replace(session, at: now) else {
            throw Refusal.forbidden(nil)
        }
        try database.begin(
            NewSession(
                token: next, person: session.account.id, method: session.method,
                isComplete: true, at: now, address: address, agent: agent))
    }

    /// The answer to a form with the token of the session that it began, if it began one.
    func withNextToken(_ response: Response) throws -> Response {
        guard response.status == .seeOther, let next = nextToken,
            let session = try database.session(next.digest), session.end == nil
        else { return response }
        var response = response
        response.give(next, isSecure: isSecure)
        return response
    }

    /// What was answered to a form that ended the session it was sent in, when it comes again
    /// with the old token; the door would know nobody by that any more.
    func answerBeforeRotation() throws -> Response? {
        guard let token, let submission, let key = submission.key,
            arrival.past?.end == .replaced,
            let earlier = try database.answer(
                to: FormKey(session: token.digest, path: path, key: key)),
            earlier.content == submission.content
        else { return nil }
        return try withNextToken(.seeOther(earlier.location))
    }
}
