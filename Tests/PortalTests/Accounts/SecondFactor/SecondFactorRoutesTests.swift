import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct SecondFactorRoutesTests {
    private let accounts: AccountPortal

    init() throws {
        accounts = try AccountPortal()
    }

    /// The address and the key of a page that shows one.
    private func key(_ member: inout TestMember) throws -> (page: String, secret: [UInt8]) {
        let page = try #require(member.get("/account/second-factor/set-up").location)
        let text = try #require(try member.get(page).main.first("code")?.text)
        return (page, try #require(Base32.bytes(text.filter { $0 != " " })))
    }

    private func setUp(_ member: inout TestMember) throws -> Answer {
        let (page, secret) = try key(&member)
        return try member.post(
            "/account/second-factor/set-up", ["code": accounts.code(of: secret)], on: page)
    }

    private func codes(_ answer: Answer) throws -> [String] {
        try answer.main.all("code").map(\.text)
    }

    @Test func `a key is the same when its page is opened again, and another for each start`()
        throws
    {
        var anna = try accounts.member("anna", .reader)
        let (page, secret) = try key(&anna)
        #expect(try anna.get(page).text.contains(Base32.text(secret).inFours(" ")))
        #expect(try key(&anna).secret != secret)
        let links = try anna.get(page).main.all("a").compactMap { $0["href"] }
        #expect(links.contains { $0.contains("anna?secret=\(Base32.text(secret))&issuer=") })
        #expect(try accounts.number("SELECT count(*) FROM second_factor") == 0)
    }

    @Test func `a first code sets the app up and gives ten recovery codes`() throws {
        var anna = try accounts.member("anna", .reader)
        var (old, elsewhere) = (anna, try accounts.browser(of: anna))
        let answer = try setUp(&anna)
        #expect(answer.location?.hasPrefix("/account/second-factor/codes?key=") == true)
        let shown = try codes(anna.get(answer.location ?? ""))
        #expect(Set(shown).count == 10)
        let kept = try accounts.portal.database().recoveryCodes(of: anna.id)
        #expect(Set(shown.compactMap { RecoveryCode(typed: $0)?.digest }) == Set(kept.keys))
        #expect(old.get("/account").status == .seeOther)
        #expect(elsewhere.get("/account").status == .seeOther)
        #expect(try accounts.ends(anna.id) == ["replaced", "signed-out-elsewhere", ""])
        #expect(
            try accounts.trail() == [
                #"anna | changed a second factor | anna | {"second factor":"authenticator app"}"#
            ])
        #expect(try anna.get("/account/second-factor").text.contains("10 recovery codes are left"))
    }

    @Test func `recovery codes are shown to their own browser only, until there are others`() throws
    {
        var anna = try accounts.member("anna", .reader)
        let address = try #require(try setUp(&anna).location)
        var phone = try accounts.browser(of: anna)
        #expect(anna.get(address).status == .ok)
        #expect(phone.get(address).status == .notFound)
        #expect(
            anna.get("/account/second-factor/codes?key=AAAAAAAAAAAAAAAAAAAAAA").status == .notFound)
        #expect(anna.get("/account/second-factor/codes?key=").status == .notFound)
        let again = try anna.post(
            "/account/second-factor/codes", ["password": AccountPortal.password])
        #expect(anna.get(address).status == .notFound)
        #expect(try codes(anna.get(again.location ?? "")).count == 10)
    }

    @Test func `a form that is sent twice sets up one app with the same codes`() throws {
        var anna = try accounts.member("anna", .reader)
        let (page, secret) = try key(&anna)
        let form = try anna.form(to: "/account/second-factor/set-up", on: page)
            .merging(["code": accounts.code(of: secret)]) { $1 }
        var again = anna
        let first = anna.send("/account/second-factor/set-up", form)
        let second = again.send("/account/second-factor/set-up", form)
        #expect(first.location == second.location)
        #expect(anna.token == again.token)
        #expect(try codes(anna.get(first.location ?? "")) == codes(again.get(first.location ?? "")))
        #expect(try accounts.trail().count == 1)
    }

    @Test func `the code that set an app up does not sign in`() throws {
        var anna = try accounts.member("anna", .reader)
        let (page, secret) = try key(&anna)
        _ = try anna.post(
            "/account/second-factor/set-up", ["code": accounts.code(of: secret)], on: page)
        var half = try accounts.half(of: anna.id)
        let answer = try half.post("/sign-in/code", ["code": accounts.code(of: secret)])
        #expect(answer.status == .unprocessableContent)
        accounts.clock.pass(30)
        #expect(
            try half.post("/sign-in/code", ["code": accounts.code(of: secret)]).status == .seeOther)
    }

    @Test(arguments: [
        ("", "Enter the 6-digit code"), ("12345", "Code must be 6 digits, like 123 456"),
    ])
    func `what is no code sets nothing up, and the key stays`(typed: String, fault: String) throws {
        var anna = try accounts.member("anna", .reader)
        let (page, secret) = try key(&anna)
        let answer = try anna.post(
            "/account/second-factor/set-up", ["code": typed], on: page)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == [fault])
        #expect(try answer.text.contains(Base32.text(secret).inFours(" ")))
        #expect(try accounts.number("SELECT count(*) FROM second_factor") == 0)
    }

    @Test func `a code of another key sets nothing up`() throws {
        var anna = try accounts.member("anna", .reader)
        let (page, _) = try key(&anna)
        let answer = try anna.post(
            "/account/second-factor/set-up", ["code": accounts.code()], on: page)
        #expect(try answer.faults().first?.hasPrefix("Code is not correct.") == true)
        #expect(try accounts.number("SELECT count(*) FROM second_factor") == 0)
    }

    @Test func `some time after signing in, the first app needs the password, too`() throws {
        var anna = try accounts.member("anna", .reader)
        accounts.clock.pass(601)
        let (page, secret) = try key(&anna)
        let code = accounts.code(of: secret)
        let bare = try anna.post(
            "/account/second-factor/set-up", ["code": code, "password": ""], on: page)
        #expect(try bare.faults() == ["Enter your current password"])
        let answer = try anna.post(
            "/account/second-factor/set-up",
            ["code": code, "password": AccountPortal.password], on: page)
        #expect(answer.status == .seeOther)
        #expect(try accounts.portal.database().secondFactor(of: anna.id)?.secret == secret)
    }

    @Test func `another app takes the place of one with the password only`() throws {
        var anna = try accounts.member("anna", .administrator)
        try accounts.addFactor(anna.id)
        let (page, secret) = try key(&anna)
        let code = accounts.code(of: secret)
        for (password, fault) in [
            ("", "Enter your current password"), ("wrong", "Current password is not correct"),
        ] {
            let answer = try anna.post(
                "/account/second-factor/set-up", ["code": code, "password": password], on: page)
            #expect(try answer.faults() == [fault])
        }
        let form = try anna.form(to: "/account/second-factor/set-up", on: page)
        var bare = form.merging(["code": code]) { $1 }
        bare["password"] = nil
        #expect(anna.send("/account/second-factor/set-up", bare).status == .unprocessableContent)
        let factor = try accounts.portal.database().secondFactor(of: anna.id)
        #expect(factor?.secret == AccountPortal.secret)
        let answer = try anna.post(
            "/account/second-factor/set-up",
            ["code": code, "password": AccountPortal.password], on: page)
        #expect(answer.status == .seeOther)
        #expect(try accounts.portal.database().secondFactor(of: anna.id)?.secret == secret)
        #expect(try accounts.number("SELECT count(*) FROM recovery_code") == 10)
    }

    @Test func `an app that was set up meanwhile is not replaced without the password`() throws {
        var anna = try accounts.member("anna", .reader)
        let database = try accounts.portal.database()
        try accounts.addFactor(anna.id)
        let session = try #require(try database.session(anna.token?.digest ?? ""))
        #expect(session.hasSecondFactor)
        let (page, secret) = try key(&anna)
        let answer = try anna.post(
            "/account/second-factor/set-up", ["code": accounts.code(of: secret)], on: page)
        #expect(try answer.faults() == ["Enter your current password"])
        #expect(try database.secondFactor(of: anna.id)?.secret == AccountPortal.secret)
    }

    @Test func `an app is removed with the password`() throws {
        var anna = try accounts.member("anna", .reader)
        try accounts.addFactor(anna.id)
        let path = "/account/second-factor/removal"
        let wrong = try anna.post(path, ["password": "wrong"])
        #expect(wrong.status == .unprocessableContent)
        #expect(try wrong.faults() == ["Current password is not correct"])
        #expect(try accounts.number("SELECT count(*) FROM second_factor") == 1)
        let answer = try anna.post(path, ["password": AccountPortal.password])
        #expect(answer.location == "/account/second-factor?done=removal")
        #expect(try anna.get(answer.location ?? "").text.contains("has been removed"))
        #expect(try accounts.number("SELECT count(*) FROM second_factor") == 0)
        #expect(try accounts.number("SELECT count(*) FROM recovery_code") == 0)
        #expect(
            try accounts.trail().last
                == #"anna | changed a second factor | anna | {"second factor":"none"}"#)
    }

    @Test func `an app that a role needs is replaced but not removed`() throws {
        var anna = try accounts.member("anna", .approver)
        try accounts.addFactor(anna.id)
        #expect(try anna.get("/account/second-factor").text.contains("replaced but not removed"))
        let path = "/account/second-factor/removal"
        #expect(anna.get(path).location == "/account/second-factor")
        let secrets = try anna.form(to: "/account/sessions", on: "/account/sessions")
        let answer = anna.send(path, secrets.merging(["password": AccountPortal.password]) { $1 })
        #expect(answer.location == "/account/second-factor")
        #expect(try accounts.number("SELECT count(*) FROM second_factor") == 1)
    }

    @Test func `where the settings leave it open, an administrator may remove it`() throws {
        let accounts = try AccountPortal { $0.requiresSecondFactor = false }
        var anna = try accounts.member("anna", .administrator)
        #expect(anna.get("/account").status == .ok)
        try accounts.addFactor(anna.id)
        let answer = try anna.post(
            "/account/second-factor/removal", ["password": AccountPortal.password])
        #expect(answer.location == "/account/second-factor?done=removal")
    }

    @Test(arguments: [Role.approver, .administrator])
    func `a role that needs an app can do nothing before it is set up`(role: Role) throws {
        var anna = try accounts.member("anna", role)
        for path in ["/", "/measures", "/account", "/account/sessions"] {
            #expect(anna.get(path).location == "/account/second-factor", "\(path)")
        }
        #expect(try anna.get("/account/second-factor").text.contains("Set it up before you go on."))
        let answer = try setUp(&anna)
        let page = anna.get(answer.location ?? "")
        #expect(try page.main.all("a").map { $0["href"] ?? "" } == ["/"])
        #expect(anna.get("/").status == .ok)
        #expect(anna.get("/account").status == .ok)
    }

    @Test func `few recovery codes are pointed out`() throws {
        var anna = try accounts.member("anna", .reader)
        try accounts.addFactor(anna.id)
        #expect(try anna.get("/account/second-factor").main.first(class: "inset--warn") == nil)
        try accounts.run(
            """
            UPDATE recovery_code SET used_at = 1 WHERE code_hash IN (
                SELECT code_hash FROM recovery_code LIMIT 9)
            """)
        let page = try anna.get("/account/second-factor").main
        #expect(
            page.first(class: "inset--warn")?.text.hasPrefix("1 recovery code is left.") == true)
    }

    @Test(arguments: ["", "a", "../..", "AAAAAAAAAAAAAAAAAAAAA!", "<script>"])
    func `a name that we did not give leads to a new key`(name: String) throws {
        var anna = try accounts.member("anna", .reader)
        let answer = anna.get(
            AddressQuery(path: "/account/second-factor/set-up", [("key", name)]).text)
        #expect(answer.location?.hasPrefix("/account/second-factor/set-up?key=") == true)
        let form = try anna.form(to: "/account/second-factor/set-up", on: answer.location ?? "")
        let sent = anna.send("/account/second-factor/set-up", form.merging(["key": name]) { $1 })
        #expect(sent.status == .notFound)
    }

    @Test func `every page of an account has one heading, ids of its own, and is not kept`() throws
    {
        var anna = try accounts.member("anna", .reader)
        try accounts.addFactor(anna.id)
        for path in [
            "/account", "/account/password", "/account/sessions", "/account/second-factor",
            "/account/second-factor/codes", "/account/second-factor/removal",
        ] {
            let answer = anna.get(path)
            #expect(answer.status == .ok)
            #expect(try answer.page.all("h1").count == 1, "\(path)")
            let ids = try answer.page.descendants.compactMap { $0["id"] }
            #expect(Set(ids).count == ids.count, "\(path)")
            #expect(answer.response.headers["Cache-Control"] == "no-store")
        }
    }

    @Test func `the address of new codes does not give the key of their form away`() throws {
        var anna = try accounts.member("anna", .reader)
        let (page, secret) = try key(&anna)
        var form = try anna.form(to: "/account/second-factor/set-up", on: page)
        let old = try #require(anna.token)
        form["code"] = accounts.code(of: secret)
        let answer = anna.send("/account/second-factor/set-up", form)
        let sent = try #require(form[Submission.keyField])
        let location = try #require(answer.location)
        #expect(anna.token == old.next(sent))
        #expect(!location.contains(sent))
        #expect(try codes(anna.get(location)).count == 10)
    }
}
