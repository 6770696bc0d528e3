import SQLite

/// Looking after people at the machine itself, without the pages.
package struct PeopleOffice {
    private let settings: Settings
    private let register: PeopleRegister
    private var database: Database { register.database }

    /// Opens the portal's database, brought up to this program's schema.
    ///
    /// - Parameters:
    ///   - settings: Where the database and the migrations are.
    ///   - user: The name of the system's user, whom the audit trail names.
    /// - Throws: What is wrong with the database, in one line.
    package init(_ settings: Settings, user: String) throws {
        try self.init(settings, actor: .commandLine(user))
    }

    private init(_ settings: Settings, actor: TrailEntry.Actor) throws {
        self.settings = settings
        let database = try Database.open(settings, .readWrite)
        try Migrations.apply(from: settings.folder("Resources/Migrations"), to: database)
        register = PeopleRegister(
            database: database, now: settings.now(), actor: actor,
            hasSignOn: settings.signOn.isUsed)
    }

    /// A person to be added.
    package struct NewPerson {
        /// The name to sign in with.
        package var userName = ""
        /// The name to be called by.
        package var name = ""
        /// The address to sign in with, too.
        package var email = ""
        /// The service; empty for none.
        package var service = ""
        /// Roles as `auditor` or `officer:strategy=send`.
        package var roles: [String] = []
        /// A first password, to be changed at once; without one there is a link.
        package var password: String?

        /// Creates a person of whom nothing is said yet.
        package init() {}
    }

    /// A one-time link that was made.
    package struct MadeLink {
        /// Where it leads: the whole address where the settings say where the portal is.
        package let address: String
        /// Whether the address is whole.
        package let isWhole: Bool
        /// How long it is good, such as `24 hours`.
        package let life: String
    }

    /// Adds a person.
    ///
    /// - Returns: The link with which they choose a password, unless they were given one.
    /// - Throws: What is wrong, in one line; then nothing has changed.
    package func add(_ new: NewPerson) throws -> MadeLink? {
        let typed = TypedPerson(
            userName: new.userName, name: new.name, email: new.email, service: new.service)
        let details: PersonDetails
        switch typed.checked() {
        case .success(let checked): details = checked
        case .failure(let faults): throw PeopleFault.fields(faults)
        }
        let grants = try Self.grants(new.roles)
        let hash = try new.password.map { try hashed($0, details) }
        return try database.transaction {
            let person = try register.add(details)
            try register.setRoles(of: person, to: grants, from: nil, reason: nil)
            guard let hash else { return try makeLink(for: person) }
            try register.setFirstPassword(hash, of: person)
            return nil
        }
    }

    /// Keeps a person out, or lets them in again.
    package func set(isActive: Bool, _ userName: String, reason: String) throws {
        let person = try find(userName)
        guard try register.set(isActive: isActive, of: person, reason: checked(reason)) else {
            throw isActive
                ? PeopleFault.alreadyEnabled(person.name) : .alreadyDisabled(person.name)
        }
    }

    /// Makes a one-time link with which a person chooses another password; their second factor can
    /// be taken away, too.
    package func reset(
        _ userName: String, removesSecondFactor: Bool, reason: String?
    ) throws -> MadeLink {
        let person = try find(userName)
        let reason = try reason.map(checked)
        let unknown =
            removesSecondFactor ? try PasswordHash(unknown: settings) : nil
        return try database.transaction {
            if let unknown {
                try register.removeSecondFactor(of: person, leaving: unknown, reason: reason)
            }
            return try makeLink(for: person, reason: reason)
        }
    }

    /// Gives a person roles and takes others away.
    ///
    /// - Returns: What they are then, such as `auditor, officer:strategy=send`.
    package func changeRoles(
        of userName: String, grant: [String], revoke: [String], reason: String
    ) throws -> String {
        let person = try find(userName)
        let revoked = try Self.grants(revoke)
        if let missing = revoked.subtracting(person.grants).inOrder.first {
            throw PeopleFault.roleNotHeld(person.name, missing.description)
        }
        let grants = try person.grants.subtracting(revoked).union(Self.grants(grant))
        try register.setRoles(of: person, to: grants, from: nil, reason: checked(reason))
        return grants.text
    }

    /// Everybody from A to Z: a heading and a row for each.
    package func list() throws -> [[String]] {
        let sheet = try sheet()
        return [sheet.columns] + sheet.rows
    }

    /// The same as the pages' file of it.
    package func file() throws -> [UInt8] { try sheet().file }

    /// The link with which the first administrator is set up, where there is none who can sign in.
    ///
    /// - Throws: What is wrong with the database, in one line.
    package static func setUpLink(_ settings: Settings) throws -> MadeLink? {
        let office = try PeopleOffice(settings, actor: .portal)
        let token = LinkToken(settings.random)
        return try office.register.makeSetUpLink(token).map { office.madeLink(token, $0) }
    }

    private func sheet() throws -> Sheet {
        let filter = PeopleFilter()
        return PeopleList(filter, of: try database.people(), at: register.now).sheet
    }

    private func makeLink(for person: Person, reason: String? = nil) throws -> MadeLink {
        let token = LinkToken(settings.random)
        return madeLink(token, try register.makeLink(token, for: person, reason: reason))
    }

    private func madeLink(_ token: LinkToken, _ purpose: OneTimeLink.Purpose) -> MadeLink {
        MadeLink(
            address: settings.origin + token.path, isWhole: !settings.origin.isEmpty,
            life: purpose.lifeWords)
    }

    private func find(_ userName: String) throws -> Person {
        guard let person = try database.person(userName.stripped.lowercased()) else {
            throw PeopleFault.noSuchPerson(userName)
        }
        return person
    }

    private func hashed(_ password: String, _ details: PersonDetails) throws -> PasswordHash {
        let known = [details.userName, details.name, details.email, settings.service]
        if let fault = try PasswordRules(settings).fault(password, knowing: known) {
            throw PeopleFault.noPassword(fault)
        }
        return try PasswordHash(
            password, cost: settings.passwordCost, random: settings.random)
    }

    private func checked(_ reason: String) throws -> String {
        let reason = reason.stripped
        if let fault = PersonRules.reasonFault(reason) {
            throw PeopleFault.fields(
                FieldFaults(all: [FieldFault(field: "reason", words: fault)]))
        }
        return reason
    }

    private static func grants(_ texts: [String]) throws -> Set<Grant> {
        Set(
            try texts.flatMap { text in
                let grants = Grant.all(text)
                guard !grants.isEmpty else { throw PeopleFault.noRole(text) }
                return grants
            })
    }
}
