/// With what a request comes: the token its browser showed, and what that stands for.
struct Arrival {
    /// What the browser showed, if it was a whole token, whether it stands for anything or not.
    let token: SessionToken?
    /// The session that lives, complete or not.
    let session: Session?
    /// The session that the token stood for, if it is over.
    let past: Session?

    static let stranger = Arrival(token: nil, session: nil, past: nil)

    /// Who asks; half a sign-in, without its second factor, is none.
    var reader: Reader {
        guard let session, session.isComplete else { return .visitor }
        return .account(session)
    }

    /// Somebody who has given a password, and must still give a code.
    var half: Session? {
        session.flatMap { $0.isComplete ? nil : $0 }
    }
}
