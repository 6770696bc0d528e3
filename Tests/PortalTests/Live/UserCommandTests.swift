import HTTPServer
import SQLite
import Testing

@testable import Portal

/// `portal user` as somebody at the machine runs it, one command after another.
@Suite struct UserCommandTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// What a command says, or what it complains of with its exit status.
    private func run(_ words: String..., named name: String? = nil, typed: String = "") throws
        -> String
    {
        let place = ["--root", Settings.project, "--database", folder.file("portal.sqlite")]
        let full = name.map { ["--name", $0] } ?? []
        let process = try PortalProcess(
            ["user"] + words.flatMap { $0.split(separator: " ").map(String.init) } + full + place,
            typed: typed)
        let status = process.wait()
        let errors = try process.errors
        guard status != 0 || !errors.isEmpty else { return try process.output }
        return "\(status) \(errors)"
    }

    private func addAnna() throws -> String {
        try run(
            "add --user-name anna --email anna@example.org --role administrator",
            named: "Anna Ashe")
    }

    @Test func `somebody is added with a link, once`() throws {
        let lines = try addAnna().split(separator: "\n")
        try #require(lines.count == 3)
        #expect(lines[0] == "Added Anna Ashe.")
        #expect(lines[1].hasPrefix("Anna Ashe chooses a password with this link, once and within"))
        let token = String(lines[2].dropFirst("/link/".count))
        let portal = try TestPortal(over: folder, .testing(in: folder))
        #expect(try portal.get("/link/\(token)").status == .ok)
        #expect(
            try run("add --user-name Anna --email ann@example.org", named: "Ann")
                == "1 portal: User name “anna” is already taken by Anna Ashe\n")
        #expect(
            try run("add --user-name ann --email ANNA@example.org", named: "Ann")
                == "1 portal: Email address “anna@example.org” is already used by Anna Ashe\n")
        #expect(try portal.database().first("SELECT count(*) FROM person") == 1)
    }

    @Test func `a first password is read from the standard input`() throws {
        let words = "add --user-name ben --email ben@example.org --role reader --password"
        #expect(
            try run(words, named: "Ben", typed: "short\n")
                == "1 portal: Password must have 12 characters or more\n")
        let password = "seven lanterns under a bridge"
        #expect(
            try run(words, named: "Ben", typed: password + "\n")
                == "Added Ben, who changes the password at the first sign-in.\n")
        let portal = try TestPortal(over: folder, .testing(in: folder))
        var ben = try TestMember(visitor: portal)
        let typed = ["name": "ben", "password": password]
        #expect(try ben.post(AccountLinks.signIn, typed).status == .seeOther)
        #expect(ben.get("/account").location == AccountLinks.password)
    }

    @Test func `people are listed, kept out, let in, and given roles and links`() throws {
        _ = try addAnna()
        let list = try run("list").split(separator: "\n")
        #expect(list.count == 2)
        #expect(list.last?.hasPrefix("anna       Anna Ashe  anna@example.org ") == true)
        #expect(
            try run("list --csv").contains(
                "\r\nanna,Anna Ashe,anna@example.org,,active,administrator,no,no,,"))
        #expect(
            try run("role --user-name anna --grant auditor --reason cover")
                == "anna is now: administrator, auditor.\n")
        #expect(try run("disable --user-name Zoe --reason left").hasPrefix("1 portal: "))
        let last =
            "1 portal: Anna Ashe is the only administrator who can sign in; make somebody else "
            + "one first\n"
        #expect(try run("disable --user-name anna --reason left") == last)
        #expect(try run("role --user-name anna --revoke administrator --reason x") == last)
        let portal = try TestPortal(over: folder, .testing(in: folder))
        try portal.addPerson("ben")
        #expect(try run("disable --user-name ben --reason left") == "Disabled ben.\n")
        #expect(
            try run("disable --user-name ben --reason left")
                == "1 portal: Ben is disabled already\n")
        #expect(try run("enable --user-name ben --reason back") == "Enabled ben.\n")
        let reset = try run("reset --user-name ben --second-factor --reason lost")
        #expect(reset.hasPrefix("ben chooses a password with this link, once and within 7 days"))
        let trail = try portal.trail()
        #expect(Set(trail.map(\.actor)).count == 1)
        #expect(trail.suffix(3).map(\.subject) == ["ben", "ben", "ben"])
    }
}
