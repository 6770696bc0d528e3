extension PeopleRegister {
    /// Makes a link for the first administrator; `nil` when there is one who can sign in.
    func makeSetUpLink(_ token: LinkToken) throws -> OneTimeLink.Purpose? {
        try inTransaction {
            guard try database.needsSetUp(hasSignOn: hasSignOn) else { return nil }
            let purpose = OneTimeLink.Purpose.setUp
            try database.keep(token, for: nil, purpose, at: now)
            try record(.linkMade, TrailEntry.Subject(kind: .link, name: purpose.rawValue)) {
                $0.after = JSONObject(["good_until": MomentWords.code(now + purpose.life)])
            }
            return purpose
        }
    }

    /// Has a link set the password of its person, whose sessions end.
    ///
    /// - Throws: `PeopleFault.linkIsGone` when it is used, too old or of somebody disabled.
    func use(_ link: OneTimeLink, password: PasswordHash) throws {
        try inTransaction {
            guard let person = try renewed(link).person, try database.use(link, at: now) else {
                throw PeopleFault.linkIsGone
            }
            try setPassword(password, of: person)
            var own = self
            own.actor = TrailEntry.Actor(person: person.id, name: person.userName)
            try own.record(.linkUsed, person, after: JSONObject(["purpose": link.purpose.rawValue]))
            try own.record(.passwordChange, person)
        }
    }

    /// Has a set-up link make the first administrator.
    ///
    /// - Throws: `PeopleFault.linkIsGone` when there is one already.
    func setUp(_ details: PersonDetails, _ link: OneTimeLink, password: PasswordHash) throws {
        try inTransaction {
            guard try renewed(link).purpose == .setUp,
                try database.needsSetUp(hasSignOn: hasSignOn),
                try database.use(link, at: now)
            else {
                throw PeopleFault.linkIsGone
            }
            try refuseDuplicates(of: details, but: nil)
            let id = try database.add(details, at: now)
            try database.save([Grant(role: .administrator, scope: .everything)], of: id)
            let person = try find(id: id)
            try setPassword(password, of: person)
            var own = self
            own.actor = TrailEntry.Actor(person: person.id, name: person.userName)
            try own.record(.linkUsed, person, after: JSONObject(["purpose": link.purpose.rawValue]))
            try own.record(.personAdded, person, after: JSONObject(details.members))
            try own.record(
                .rolesChanged, person, before: JSONObject(["roles": ""]),
                after: JSONObject(["roles": person.grants.text]))
        }
    }

    /// Keeps the password that a person has chosen; who is signed in must sign in again.
    private func setPassword(_ password: PasswordHash, of person: Person) throws {
        try database.save(password, of: person.id, isFirst: false, at: now)
        try database.endSessions(of: person.id, .passwordChanged, at: now)
        try database.forgetDevices(of: person.id)
        try database.forgetLinks(of: person.id)
    }

    /// The link as it is now.
    private func renewed(_ link: OneTimeLink) throws -> OneTimeLink {
        guard let link = try database.link(link.digest), link.isGood(at: now) else {
            throw PeopleFault.linkIsGone
        }
        return link
    }
}
