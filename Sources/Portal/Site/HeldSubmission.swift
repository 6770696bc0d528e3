import HTTPServer

/// A form that was sent when its session was over: kept for a while, for whoever typed it, and
/// never saved by itself.
struct HeldSubmission {
    /// Names the number of a held form in an address.
    static let field = "held"
    /// Seconds for which it is kept.
    static let lifetime = 1_800
    /// How many are kept of one person.
    static let most = 5
    static let mostBytes = 262_144

    /// What was typed, as it was sent.
    let body: [UInt8]
    /// Whether the session was over because nothing was asked in it for too long.
    let wasIdle: Bool

    /// What was typed.
    var fields: Query { Query(formEncoded: body) }

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
    /// Keeps what was typed into a form whose session is over, for the one whose session it was.
    ///
    /// - Returns: Its number; `nil` where it cannot be said whose it is, or there is too much.
    func hold(_ body: [UInt8]) throws -> Int64? {
        guard let past = arrival.past, past.isComplete, !past.isDisabled,
            let typed = HeldSubmission.typed(body)
        else { return nil }
        return try database.hold(typed, sentTo: path, in: past, at: now)
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
