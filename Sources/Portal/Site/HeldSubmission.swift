import HTTPServer

/// A form that could not be taken as its session was over, or another than it was drawn for: kept
/// for a while, for whoever typed it, and never saved by itself.
struct HeldSubmission {
    /// Names the number of a held form in an address.
    static let field = "held"
    /// Seconds for which it is kept.
    static let lifetime = 1_800
    /// How many are kept of one person.
    static let most = 5
    static let mostBytes = 262_144

    /// Why it was not taken.
    enum Cause: String {
        /// Nothing had been asked in its session for too long.
        case idle
        /// Its session had ended otherwise.
        case ended
        /// It had been drawn for another session.
        case outdated
    }

    /// What was typed, as it was sent.
    let body: [UInt8]
    let cause: Cause

    /// What was typed.
    var fields: Query { Query(formEncoded: body) }

    /// What is said above the form that holds it again.
    func notice(_ limits: SessionLimits) -> String {
        switch cause {
        case .idle, .ended:
            limits.ending(isIdle: cause == .idle)
                + " We kept what you had just sent. Check it and save."
        case .outdated:
            "What you sent is not saved yet, because the page you typed it on was out of date. "
                + "We kept it. Check it and save."
        }
    }

    /// What is kept of a form: what was typed, without what the page had put into it.
    ///
    /// - Returns: `nil` for what is too much.
    static func typed(_ body: [UInt8]) -> [UInt8]? {
        guard body.count <= mostBytes else { return nil }
        let own = [FormToken.field, Submission.keyField].map { Array("\($0)=".utf8) }
        let pairs = body.split(separator: UInt8(ascii: "&")).filter { pair in
            !own.contains { pair.starts(with: $0) }
        }
        return Array(pairs.joined(separator: [UInt8(ascii: "&")]))
    }

    /// The address of the page of a form that is held.
    static func address(_ target: String, _ id: Int64) -> String {
        target + (target.contains("?") ? "&" : "?") + "\(field)=\(id)"
    }
}

extension SessionLimits {
    /// Why a session is over, as a sentence.
    func ending(isIdle: Bool) -> String {
        guard isIdle else { return "Your session had ended." }
        let time = (idle / 60).counted("minute")
        return "You were signed out because you did nothing for \(time)."
    }

    /// Whether nothing ended a session but that nothing was asked in it.
    func wasIdle(_ session: Session, at moment: Int) -> Bool {
        session.end == nil && moment < session.beganAt + whole
    }
}

extension Visit {
    /// Keeps what was typed into a form that cannot be taken, for the one who is or was signed in.
    ///
    /// - Returns: Its number; `nil` where it cannot be said whose it is, or there is too much.
    func hold(_ body: [UInt8], of session: Session) throws -> Int64? {
        guard session.isComplete, !session.isDisabled, let typed = HeldSubmission.typed(body)
        else { return nil }
        return try database.hold(typed, sentTo: path, in: session, at: now)
    }

    /// What is said at the way in to somebody whose form is held.
    var heldNotice: String? {
        if let notice { return notice }
        guard path == AccountLinks.signIn, let past = arrival.past,
            let next = fields["next"] ?? query["next"],
            let mark = next.utf8.firstIndex(of: UInt8(ascii: "?")),
            Query(formEncoded: next.utf8[mark...].dropFirst())[HeldSubmission.field] != nil
        else { return nil }
        let limits = settings.sessionLimits
        return limits.ending(isIdle: limits.wasIdle(past, at: now))
            + " We kept what you had just sent. Sign in and we will take you back to it."
    }
}
