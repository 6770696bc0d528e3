extension Visit {
    /// What somebody is shown of their own account.
    func ownAccount(_ member: Member) throws -> OwnAccount {
        guard let own = try database.ownAccount(member.account.id) else {
            throw Refusal.notFound
        }
        return own
    }

    /// The sessions of somebody that go on, with when each was last used.
    func liveSessions(of member: Member) throws -> [(session: OwnSession, seen: Int)] {
        let limits = settings.sessionLimits
        return try database.openSessions(of: member.account.id, since: now - limits.whole)
            .map { (session: $0, seen: presence.lastSeen($0.id, written: $0.seenAt)) }
            .filter { limits.lasts(from: $0.session.beganAt, seen: $0.seen, at: now) }
    }

    /// Ends the other sessions of somebody, and this one if that is asked for, within a
    /// transaction; so are their browsers forgotten.
    func endSessions(of member: Member, endsThis: Bool, device: SessionToken?) throws {
        let (account, session) = (member.account, member.session)
        try database.forgetDevices(of: account.id, but: endsThis ? nil : device)
        try database.endSessions(
            of: account.id, but: session.id, .signedOutElsewhere, at: now)
        if endsThis { try database.end(session: session.id, .signedOut, at: now) }
        try record(
            .sessionsEnded, Subject(kind: .person, name: account.userName),
            after: JSONObject(["ended": endsThis ? "all" : "all others"]))
    }

    /// Ends one of somebody's sessions, within a transaction.
    func end(_ session: Int64, of member: Member) throws {
        let isThis = session == member.session.id
        try database.end(session: session, isThis ? .signedOut : .signedOutElsewhere, at: now)
        try record(
            .sessionsEnded, Subject(kind: .session, name: "\(session)"),
            after: JSONObject(["ended": isThis ? "this one" : "another one"]))
    }
}
