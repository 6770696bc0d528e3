import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct AccountPagesRoutesTests {
    private let accounts: AccountPortal
    private static let another = "three rivers meet downstream"

    init() throws {
        accounts = try AccountPortal()
    }

    @Test func `an account tells who one is and what for`() throws {
        let portal = try TestPortal()
        let id = try portal.addPerson(
            "anna",
            grants: [
                Grant(role: .officer, scope: .service("SEND")),
                Grant(role: .officer, scope: .strategy("start-well")),
                Grant(role: .reader, scope: .everything),
                Grant(role: .officer, scope: .measure("GONE-01")),
            ], service: "SEND")
        var anna = try TestMember(portal, person: id)
        let answer = anna.get("/account")
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        let facts = try answer.main.facts
        #expect(facts["Name"] == "Anna")
        #expect(facts["User name"] == "anna")
        #expect(facts["Email address"] == "anna@example.org")
        #expect(facts["Service"] == "SEND")
        #expect(facts["Last signed in"] == "Not known")
        let title = try portal.database().first(
            "SELECT title FROM strategy WHERE slug = 'start-well'", as: String.self)
        let roles = try #require(facts["Roles"])
        #expect(roles.hasPrefix("Reader Officer for "))
        #expect(roles.contains("Officer for the service “SEND”"))
        #expect(roles.contains("Officer for the strategy “\(title ?? "?")”"))
        #expect(roles.contains("Officer for the measure “GONE-01”"))
    }

    @Test func `who has no role and signs in elsewhere has an account, too`() throws {
        let id = try accounts.portal.addPerson("anna")
        var anna = try TestMember(accounts.portal, person: id)
        let page = try anna.get("/account").main
        #expect(page.facts["Roles"] == "None yet")
        #expect(page.text.contains("You sign in through your organisation"))
        #expect(!page.all("a").contains { $0["href"] == "/account/password" })
        #expect(try anna.get("/account/password").main.first("form") == nil)
        #expect(try anna.get("/account/second-factor").main.all("a").isEmpty)
        #expect(anna.get("/account/second-factor/set-up").status == .notFound)
    }

    @Test func `a visitor is led to the sign-in`() throws {
        var visitor = try TestMember(visitor: accounts.portal)
        for path in [
            "/account", "/account/password", "/account/sessions", "/account/second-factor",
        ] {
            #expect(visitor.get(path).location?.hasPrefix("/sign-in?next=%2Faccount") == true)
        }
    }

    @Test func `a new password takes the place of the old one`() throws {
        var anna = try accounts.member("anna", .reader)
        var (old, elsewhere) = (anna, try accounts.browser(of: anna))
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(answer.location == "/account?done=password")
        #expect(
            try anna.get(answer.location ?? "").text.contains("Your password has been changed."))
        let hash = try #require(try accounts.portal.database().passwordHash(of: anna.id))
        #expect(hash.isOf(Self.another))
        #expect(old.get("/account").status == .seeOther)
        #expect(elsewhere.get("/account").status == .seeOther)
        #expect(try accounts.ends(anna.id) == ["replaced", "password-changed", ""])
        #expect(try accounts.trail() == ["anna | changed a password | anna | "])
    }

    @Test func `a form that is sent twice changes a password once`() throws {
        var anna = try accounts.member("anna", .reader)
        let form = try anna.form(to: "/account/password", on: "/account/password")
            .merging(["current": AccountPortal.password, "new": Self.another]) { $1 }
        var again = anna
        let first = anna.send("/account/password", form)
        let second = again.send("/account/password", form)
        #expect(first.location == second.location)
        #expect(anna.token == again.token)
        #expect(again.get("/account").status == .ok)
        #expect(try accounts.trail().count == 1)
    }

    @Test func `a wrong current password changes nothing, is counted, and is in the trail`() throws
    {
        var anna = try accounts.member("anna", .reader)
        let answer = try anna.post(
            "/account/password", ["current": "wrong", "new": Self.another])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == ["Current password is not correct"])
        #expect(try accounts.number("SELECT count(*) FROM sign_in_failure") == 1)
        #expect(try accounts.trail() == ["anna | was refused | /account/password | "])
        #expect(!answer.source.contains("wrong"))
        #expect(!answer.source.contains(Self.another))
        let hash = try #require(try accounts.portal.database().passwordHash(of: anna.id))
        #expect(hash.isOf(AccountPortal.password))
    }

    @Test func `wrong current passwords make one wait`() throws {
        var anna = try accounts.member("anna", .reader)
        for _ in 0..<30 {
            _ = try anna.post("/account/password", ["current": "wrong", "new": ""])
        }
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(try answer.faults().first?.hasPrefix("Too many attempts.") == true)
    }

    @Test(arguments: [
        ("", "Enter a password"), ("short", "Password must have 12 characters or more"),
        (AccountPortal.password, "New password must be another one than the current"),
        (
            "hidden\u{0}in the middle of it",
            "Password must be made of characters that can be typed"
        ),
    ])
    func `a new password that is none is told so`(new: String, fault: String) throws {
        var anna = try accounts.member("anna", .reader)
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": new])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == [fault])
        #expect(try accounts.trail() == [])
    }

    @Test func `both fields are told of at once`() throws {
        var anna = try accounts.member("anna", .reader)
        let answer = try anna.post("/account/password", ["current": "", "new": ""])
        #expect(try answer.faults() == ["Enter your current password", "Enter a password"])
        #expect(
            try answer.main.first(class: "errors")?.all("a").map { $0["href"] ?? "" } == [
                "#current", "#new",
            ])
        #expect(try answer.page.first("title")?.text.hasPrefix("Error: ") == true)
    }

    @Test func `a first password must be changed before anything else`() throws {
        var anna = try accounts.member("anna", .officer)
        try accounts.run("UPDATE person SET must_change_password = 1")
        for path in ["/", "/measures", "/account", "/account/sessions"] {
            #expect(anna.get(path).location == "/account/password", "\(path)")
        }
        #expect(anna.get("/help/nowhere").status == .notFound)
        #expect(try anna.get("/account/password").text.contains("Choose one of your own"))
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(answer.location == "/account?done=password")
        #expect(anna.get("/account?done=password").status == .ok)
        #expect(anna.get("/").status == .ok)
    }

    @Test func `after a first password an administrator is led to the second factor`() throws {
        var anna = try accounts.member("anna", .administrator)
        try accounts.run("UPDATE person SET must_change_password = 1")
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(answer.location == "/account/second-factor?done=password")
        let page = anna.get(answer.location ?? "")
        #expect(try page.text.contains("Your password has been changed."))
        #expect(try page.text.contains("Your role needs a second factor."))
        #expect(anna.get("/").location == "/account/second-factor")
    }

    @Test func `who is disabled while choosing a password gets neither it nor a session`() throws {
        var anna = try accounts.member("anna", .reader)
        let form = try anna.form(to: "/account/password", on: "/account/password")
        try accounts.run("UPDATE person SET state = 'disabled'")
        let answer = anna.send(
            "/account/password",
            form.merging(["current": AccountPortal.password, "new": Self.another]) { $1 })
        #expect(answer.location == "/sign-in?next=%2Faccount%2Fpassword")
        #expect(try accounts.ends(anna.id) == [""])
    }

    @Test func `a session that ended meanwhile is not replaced`() throws {
        let anna = try accounts.member("anna", .reader)
        let database = try accounts.portal.database()
        let session = try #require(try database.session(anna.token?.digest ?? ""))
        try accounts.run("UPDATE person SET state = 'disabled'")
        #expect(try !database.replace(session, at: 1))
        try accounts.run("UPDATE person SET state = 'active'")
        #expect(try database.replace(session, at: 1))
        #expect(try !database.replace(session, at: 1))
    }

    @Test func `a password that has changed meanwhile is not overwritten`() throws {
        let anna = try accounts.member("anna", .reader)
        let database = try accounts.portal.database()
        let old = try #require(try database.passwordHash(of: anna.id))
        let new = PasswordHash(text: "$y$new")
        #expect(try database.changePassword(of: anna.id, from: old, to: new, at: 1))
        #expect(try !database.changePassword(of: anna.id, from: old, to: new, at: 1))
    }

    // What else knows somebody.

    /// The browser of somebody who has signed in with their password, and so is known; another is
    /// known, too.
    private func knownBrowser() throws -> TestMember {
        let anna = try accounts.member("anna", .reader)
        var browser = try TestMember(visitor: accounts.portal)
        _ = try browser.post(
            "/sign-in", ["name": "anna", "password": AccountPortal.password])
        try accounts.portal.database().know(
            device: SessionToken(Randomness.bytes), of: anna.id, at: accounts.clock.now())
        return browser
    }

    private func knownDevices() throws -> [String] {
        try accounts.portal.database().all("SELECT token_hash FROM known_device") {
            row throws(SQLError) in try row[0]
        }
    }

    @Test(arguments: [("others", true), ("all", false)])
    func `who signs out everywhere else is not known there any more`(
        _ which: String, _ keepsThis: Bool
    ) throws {
        var browser = try knownBrowser()
        #expect(try knownDevices().count == 2)
        let answer = try browser.post("/account/sessions", ["which": which])
        #expect(answer.status == .seeOther)
        let own = try #require(browser.device)
        #expect(try knownDevices() == (keepsThis ? [own.digest] : []))
    }

    @Test func `another password leaves no other browser known`() throws {
        var browser = try knownBrowser()
        let answer = try browser.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(answer.location == "/account?done=password")
        let own = try #require(browser.device)
        #expect(try knownDevices() == [own.digest])
    }

    @Test func `strangers who try a password keep nobody from changing theirs`() throws {
        var anna = try accounts.member("anna", .reader)
        for _ in 0..<60 {
            try accounts.portal.database().countFailure(
                [.account("anna")], at: accounts.clock.now())
        }
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(answer.location == "/account?done=password")
    }

    @Test func `whose session was taken does not give their password away to one who tries`()
        throws
    {
        var anna = try accounts.member("anna", .reader)
        for _ in 0..<10 {
            let answer = try anna.post(
                "/account/password", ["current": "wrong", "new": Self.another])
            #expect(try answer.faults() == ["Current password is not correct"])
        }
        let answer = try anna.post(
            "/account/password", ["current": AccountPortal.password, "new": Self.another])
        #expect(try answer.faults() == ["Too many attempts. Try again in 1 second"])
    }
}

extension AccountPagesRoutesTests {
    @Test func `sessions are listed with when they were last used, without those that are over`()
        throws
    {
        var anna = try accounts.member("anna", .reader)
        _ = try accounts.half(of: anna.id)
        let ended = try accounts.browser(of: anna)
        try accounts.portal.database().endSessions(of: ended.id, but: 1, .signedOut, at: 1)
        accounts.clock.pass(600)
        _ = anna.get("/account")
        accounts.clock.pass(60)
        _ = try accounts.browser(of: anna)
        let rows = try anna.get("/account/sessions").main.cells
        #expect(
            rows == [
                [
                    "Unknown browser", "Signed in 21 November 2026 at 14:33",
                    "Last used 21 November 2026 at 14:33", "Address 192.0.2.1",
                    "Sign out of Unknown browser, signed in 21 November 2026 at 14:33",
                ],
                [
                    "Unknown browser", "Signed in 21 November 2026 at 14:22",
                    "Last used 21 November 2026 at 14:33", "Address 192.0.2.1", "This one",
                ],
            ])
        accounts.clock.pass(3_599)
        _ = anna.get("/account")
        accounts.clock.pass(1)
        #expect(try anna.get("/account/sessions").main.cells.count == 1)
    }

    @Test func `one session can be ended`() throws {
        var anna = try accounts.member("anna", .reader)
        var phone = try accounts.browser(of: anna)
        let path = "/account/sessions/2"
        let answer = try anna.post(path, [:], on: "/account/sessions")
        #expect(answer.location == "/account/sessions?done=session")
        #expect(try anna.get(answer.location ?? "").text.contains("The session has been ended."))
        #expect(phone.get("/account").status == .seeOther)
        #expect(try accounts.ends(anna.id) == ["", "signed-out-elsewhere"])
        #expect(try accounts.trail() == [#"anna | ended sessions | 2 | {"ended":"another one"}"#])
    }

    @Test(arguments: ["1", "99", "-1", "0", "9223372036854775808", "1%00", "one", "1.0"])
    func `a session of somebody else, or none, is not there`(number: String) throws {
        let ben = try accounts.member("ben", .reader)
        var anna = try accounts.member("anna", .reader)
        let form = try anna.form(to: "/account/sessions", on: "/account/sessions")
        #expect(anna.send("/account/sessions/\(number)", form).status == .notFound)
        #expect(try accounts.ends(ben.id) == [""])
    }

    @Test func `all other sessions can be ended`() throws {
        var anna = try accounts.member("anna", .reader)
        var (phone, ben) = (
            try accounts.browser(of: anna), try accounts.member("ben", .reader)
        )
        let answer = try anna.post("/account/sessions", ["which": "others"])
        #expect(answer.location == "/account/sessions?done=sessions")
        #expect(phone.get("/account").status == .seeOther)
        #expect(anna.get("/account").status == .ok)
        #expect(ben.get("/account").status == .ok)
        #expect(try accounts.trail() == [#"anna | ended sessions | anna | {"ended":"all others"}"#])
    }

    @Test func `all sessions can be ended, this one too`() throws {
        var anna = try accounts.member("anna", .reader)
        let (phone, old) = (try accounts.browser(of: anna), anna)
        let answer = try anna.post("/account/sessions", ["which": "all"])
        #expect(answer.location == "/sign-in?done=signed-out")
        #expect(answer.response.headers["Set-Cookie"]?.contains("Max-Age=0") == true)
        for var browser in [phone, old] { #expect(browser.get("/account").status == .seeOther) }
        #expect(try accounts.ends(anna.id) == ["signed-out", "signed-out-elsewhere"])
    }

    @Test func `half a sign-in elsewhere ends with the others`() throws {
        var anna = try accounts.member("anna", .reader)
        try accounts.addFactor(anna.id)
        var half = try accounts.half(of: anna.id)
        _ = try anna.post("/account/sessions", ["which": "others"])
        #expect(half.get("/sign-in/code").location == "/sign-in?next=%2F")
    }

    @Test func `this session can be ended from the list, as if by signing out`() throws {
        var anna = try accounts.member("anna", .reader)
        let form = try anna.form(to: "/account/sessions", on: "/account/sessions")
        let answer = anna.send("/account/sessions/1", form)
        #expect(answer.location == "/sign-in?done=signed-out")
        #expect(try accounts.ends(anna.id) == ["signed-out"])
    }
}
