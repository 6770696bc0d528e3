import HTTPServer
import SQLite

@testable import Portal

/// A portal without figures, for what is about people, with a clock of its own.
struct AccountPortal {
    static let password = "seven lanterns under a bridge"
    /// The secret of the examples of RFC 6238.
    static let secret = Array("12345678901234567890".utf8)

    let clock = TestMoment(1_795_270_920)
    let portal: TestPortal

    init(_ change: (inout Settings) -> Void = { _ in }) throws {
        let folder = try TemporaryFolder()
        var settings = try Settings.testing(in: folder)
        settings.now = clock.now
        change(&settings)
        try folder.write(Self.blank.get(), to: "portal.sqlite")
        portal = try TestPortal(over: folder, settings)
    }

    /// A database into which nothing was loaded, made once.
    private static let blank = Result {
        let folder = try TemporaryFolder()
        _ = try TestPortal(over: folder, .testing(in: folder))
        return try Folder(path: folder.path).bytes(of: "portal.sqlite")
    }

    /// A person with the password, signed in.
    func member(_ userName: String, _ roles: Role...) throws -> TestMember {
        let id = try portal.addPerson(
            userName, grants: roles.map { Grant(role: $0, scope: .everything) })
        let hash = try PasswordHash(Self.password, cost: 1, random: Randomness.bytes)
        try run("UPDATE person SET password_hash = \(hash.text) WHERE id = \(id)")
        return try TestMember(portal, person: id)
    }

    /// Another browser of a person, signed in.
    func browser(of member: TestMember) throws -> TestMember {
        try TestMember(portal, person: member.id)
    }

    /// A browser in which a person with a second factor has given the password only.
    func half(_ userName: String, _ roles: Role...) throws -> TestMember {
        let id = try portal.addPerson(
            userName, grants: roles.map { Grant(role: $0, scope: .everything) })
        try addFactor(id)
        return try half(of: id)
    }

    func half(of person: Int64) throws -> TestMember {
        let member = try TestMember(portal, person: person)
        try run(
            """
            UPDATE session SET is_complete = 0
            WHERE id = (SELECT max(id) FROM session WHERE person_id = \(person))
            """)
        return member
    }

    /// Gives a person an app with the secret, and recovery codes, which are the answer.
    @discardableResult
    func addFactor(_ person: Int64) throws -> [RecoveryCode] {
        try run(
            """
            INSERT INTO second_factor (person_id, secret, confirmed_at)
            VALUES (\(person), \(Self.secret), \(clock.now()))
            """)
        let codes = RecoveryCode.codes(for: SessionToken(Randomness.bytes), named: "test")
        try portal.database().setRecoveryCodes(of: person, codes)
        return codes
    }

    /// What an app shows at a moment.
    func code(after seconds: Int = 0, of secret: [UInt8] = secret) -> String {
        OneTimeCode.text(secret, step: OneTimeCode.step(at: clock.now() + seconds))
    }

    func run(_ sql: SQL) throws { try portal.database().run(sql) }

    func number(_ sql: SQL) throws -> Int { try portal.database().first(sql) ?? 0 }

    /// The trail, an entry a line: who, what, to what, and what it is now.
    func trail() throws -> [String] {
        try portal.database().all(
            "SELECT actor, action, subject, after FROM audit_entry WHERE subject_kind <> 'catalogue' ORDER BY number"
        ) { row throws(SQLError) in
            let parts = [
                try row("actor", as: String.self), try row("action", as: String.self),
                try row("subject", as: String.self), try row("after", as: String?.self) ?? "",
            ]
            return parts.joined(separator: " | ")
        }
    }

    /// Why the sessions of a person have ended, in the order in which they began.
    func ends(_ person: Int64) throws -> [String] {
        try portal.database().all(
            "SELECT coalesce(end_reason, '') AS end FROM session WHERE person_id = \(person) "
                + "ORDER BY id"
        ) { row throws(SQLError) in try row("end", as: String.self) }
    }
}

extension Answer {
    /// Where it leads.
    var location: String? { response.headers["Location"] }

    /// What is wrong with a form, as the list above it says.
    func faults() throws -> [String] {
        try main.first(class: "errors")?.all("li").map(\.text) ?? []
    }
}
