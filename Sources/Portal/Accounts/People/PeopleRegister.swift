import SQLite

/// Where people, their roles and their links are changed, for pages and the command line alike:
/// each change is guarded and written into the audit trail in one transaction.
struct PeopleRegister {
    let database: Database
    /// The moment of the changes.
    let now: Int
    var actor: TrailEntry.Actor
    /// From where they are asked for; empty for the machine itself.
    var address = ""
    /// What the log calls the request.
    var request = ""
    /// Whether people can sign in without a password of ours.
    var hasSignOn = false

    /// Adds a person, who is in no role yet.
    func add(_ details: PersonDetails) throws -> Person {
        try database.transaction {
            try refuseDuplicates(of: details, but: nil)
            let person = try find(id: database.add(details, at: now))
            try record(.personAdded, person, after: JSONObject(details.members))
            return person
        }
    }

    /// Changes who a person is; `revision` is that of the person as the form showed them.
    func change(_ person: Person, to details: PersonDetails, from revision: Int) throws {
        try database.transaction {
            let person = try find(id: person.id)
            guard person.details != details else { return }
            guard person.revision == revision else { throw PeopleFault.changedMeanwhile }
            try refuseDuplicates(of: details, but: person.id)
            try database.save(details, of: person.id)
            let (before, after) = person.details.difference(from: details)
            try record(.personChanged, person, before: before, after: after)
        }
    }

    /// Gives a person these roles and no others; who is signed in must sign in again.
    ///
    /// `revision` is that of the person as the form showed them, or `nil` where there was no form.
    func setRoles(
        of person: Person, to grants: Set<Grant>, from revision: Int?, reason: String?
    ) throws {
        try database.transaction {
            let person = try find(id: person.id)
            guard person.id != actor.person else { throw PeopleFault.oneself }
            guard person.grants != grants else { return }
            if let revision, person.revision != revision { throw PeopleFault.changedMeanwhile }
            let unknown = try database.unknown(
                grants.subtracting(person.grants).inOrder.map(\.scope))
            guard unknown.isEmpty else { throw PeopleFault.unknownScopes(unknown) }
            try database.save(grants, of: person.id)
            try keepAnAdministrator(besides: person)
            try database.endSessions(of: person.id, .rolesChanged, at: now)
            try record(
                .rolesChanged, person, before: JSONObject(["roles": person.grants.text]),
                after: JSONObject(["roles": grants.text]), reason: reason)
        }
    }

    /// Keeps a person out, or lets them in again; the answer says whether that is a change.
    @discardableResult
    func set(isActive: Bool, of person: Person, reason: String) throws -> Bool {
        try database.transaction {
            let person = try find(id: person.id)
            guard person.id != actor.person else { throw PeopleFault.oneself }
            guard person.isActive != isActive else { return false }
            try database.save(isActive: isActive, of: person.id)
            if !isActive {
                try keepAnAdministrator(besides: person)
                try database.endSessions(of: person.id, .disabled, at: now)
                try database.forgetDevices(of: person.id)
                try database.forgetLinks(of: person.id)
            }
            try record(
                isActive ? .personEnabled : .personDisabled, person,
                before: JSONObject(["state": isActive ? "disabled" : "active"]),
                after: JSONObject(["state": isActive ? "active" : "disabled"]), reason: reason)
            return true
        }
    }

    /// Ends all sessions of a person, whose browsers are no longer known.
    func endSessions(of person: Person) throws {
        try database.transaction {
            try database.endSessions(of: person.id, .signedOutElsewhere, at: now)
            try database.forgetDevices(of: person.id)
            try record(.sessionsEnded, person)
        }
    }

    /// Makes a one-time link for a person; earlier ones no longer work.
    ///
    /// - Returns: What it is for, which says how long it is good.
    @discardableResult
    func makeLink(
        _ token: LinkToken, for person: Person, reason: String? = nil
    ) throws -> OneTimeLink.Purpose {
        try database.transaction {
            let person = try find(id: person.id)
            guard person.isActive else { throw PeopleFault.alreadyDisabled(person.name) }
            let purpose: OneTimeLink.Purpose = person.hasPassword ? .reset : .firstPassword
            try database.keep(token, for: person.id, purpose, at: now)
            try record(
                .linkMade, person,
                after: JSONObject([
                    "purpose": purpose.rawValue,
                    "good_until": MomentWords.code(now + purpose.life),
                ]), reason: reason)
            return purpose
        }
    }

    /// Takes a person's second factor away, so that they add another.
    ///
    /// Their password no longer works, and they are signed out: or whoever knows it, or has their
    /// browser, would come in without a second factor, and could add their own.
    ///
    /// - Parameters:
    ///   - person: Who then needs a one-time link.
    ///   - unknown: A password that nobody knows.
    ///   - reason: Why.
    /// - Throws: `SQLError`.
    func removeSecondFactor(
        of person: Person, leaving unknown: PasswordHash, reason: String?
    ) throws {
        try database.transaction {
            try database.removeSecondFactor(of: person.id)
            try database.closePassword(of: person.id, with: unknown)
            try database.endSessions(of: person.id, .passwordChanged, at: now)
            try database.forgetDevices(of: person.id)
            try record(
                .secondFactorChange, person,
                before: JSONObject(["second_factor": person.hasSecondFactor ? "yes" : "no"]),
                after: JSONObject([
                    "second_factor": "no", "password": person.hasPassword ? "closed" : "none",
                ]), reason: reason)
        }
    }

    /// Gives somebody who has none a password that others know, to be changed at once.
    func setFirstPassword(_ password: PasswordHash, of person: Person) throws {
        try database.transaction {
            try database.save(password, of: person.id, isFirst: true, at: now)
            try record(.passwordChange, person, after: JSONObject(["must_be_changed": "yes"]))
        }
    }

    /// Does all of `work` or none of it.
    func inTransaction<Value>(_ work: () throws -> Value) throws -> Value {
        try database.transaction(work)
    }

    /// The person of that number, as they are now.
    func find(id: Int64) throws -> Person {
        guard let person = try database.person(id: id) else {
            throw PeopleFault.noSuchPerson("\(id)")
        }
        return person
    }

    func record(
        _ action: TrailAction, _ person: Person, before: JSONObject? = nil,
        after: JSONObject? = nil, reason: String? = nil
    ) throws {
        try record(action, TrailEntry.Subject(kind: .person, name: person.userName)) {
            $0.before = before
            $0.after = after
            $0.reason = reason
        }
    }

    func record(
        _ action: TrailAction, _ subject: TrailEntry.Subject,
        _ fill: (inout TrailEntry) -> Void = { _ in }
    ) throws {
        var entry = TrailEntry(actor: actor, action: action, subject: subject)
        entry.address = address
        entry.request = request
        fill(&entry)
        try database.append(entry, at: now)
    }

    func refuseDuplicates(of details: PersonDetails, but id: Int64?) throws {
        let others = try database.people(named: details.userName, or: details.email, but: id)
        var faults: [FieldFault] = []
        if let other = others.first(where: { $0.userName == details.userName }) {
            let words = "User name “\(details.userName)” is already taken by \(other.name)"
            faults.append(FieldFault(field: "user_name", words: words))
        }
        if let other = others.first(where: { $0.email == details.email }) {
            let words = "Email address “\(details.email)” is already used by \(other.name)"
            faults.append(FieldFault(field: "email", words: words))
        }
        guard faults.isEmpty else { throw PeopleFault.fields(FieldFaults(all: faults)) }
    }

    /// Refuses what has just taken the last active administrator away.
    private func keepAnAdministrator(besides person: Person) throws {
        guard person.isActive, person.grants.contains(where: { $0.role == .administrator }) else {
            return
        }
        guard try database.administrators() > 0 else {
            throw PeopleFault.lastAdministrator(person.name)
        }
    }
}

extension PersonDetails {
    /// As the trail names them.
    var members: [(name: String, text: String?)] {
        [("user_name", userName), ("name", name), ("email", email), ("service", service)]
    }

    /// What is not the same, as it is here and as it is there.
    fileprivate func difference(from other: PersonDetails) -> (
        before: JSONObject, after: JSONObject
    ) {
        let pairs = zip(members, other.members).filter { $0.0.text != $0.1.text }
        return (JSONObject(pairs.map(\.0)), JSONObject(pairs.map(\.1)))
    }
}
