import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct SignInCodeRoutesTests {
    private let accounts: AccountPortal

    init() throws {
        accounts = try AccountPortal()
    }

    @Test func `who has given a password is asked for a code, as phones fill it in`() throws {
        var anna = try accounts.half("anna", .reader)
        let answer = anna.get("/sign-in/code?next=/measures")
        #expect(answer.status == .ok)
        let field = try #require(try answer.page.element(id: "code"))
        #expect(field["inputmode"] == "numeric")
        #expect(field["autocomplete"] == "one-time-code")
        #expect(try answer.main.first("form")?.fields["next"] == "/measures")
        #expect(
            try answer.main.all("a").map { $0["href"] ?? "" } == [
                "/sign-in/code/recovery?next=%2Fmeasures"
            ])
    }

    @Test(arguments: [-30, 0, 30])
    func `the code of now and of a step around it signs in`(seconds: Int) throws {
        var anna = try accounts.half("anna", .reader)
        let answer = try anna.post("/sign-in/code", ["code": accounts.code(after: seconds)])
        #expect(answer.status == .seeOther)
        #expect(answer.location == "/")
        #expect(anna.get("/account").status == .ok)
        #expect(
            try accounts.trail() == [
                #"anna | signed in | anna | {"with":"password and code"}"#
            ])
        #expect(try accounts.number("SELECT signed_in_at FROM person") == accounts.clock.now())
    }

    @Test(arguments: [-60, 60, 3_600])
    func `a code of another time does not`(seconds: Int) throws {
        var anna = try accounts.half("anna", .reader)
        let answer = try anna.post("/sign-in/code", ["code": accounts.code(after: seconds)])
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.faults() == [
                "Code is not correct. Enter the code that your app shows now"
            ])
        #expect(
            try accounts.trail() == [
                #"anna | failed to sign in | anna | {"with":"password and code"}"#
            ])
        #expect(anna.get("/account").location == "/sign-in?next=%2Faccount")
    }

    @Test(arguments: [
        ("", "Enter the 6-digit code"), ("  ", "Enter the 6-digit code"),
        ("12345", "Code must be 6 digits, like 123 456"),
        ("1234567", "Code must be 6 digits, like 123 456"),
        ("12\u{0}3456", "Code must be 6 digits, like 123 456"),
        ("<b>123456", "Code must be 6 digits, like 123 456"),
    ])
    func `what is no code is said to be none, and is no guess`(typed: String, fault: String) throws
    {
        var anna = try accounts.half("anna", .reader)
        let answer = try anna.post("/sign-in/code", ["code": typed])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == [fault])
        #expect(try accounts.number("SELECT count(*) FROM sign_in_failure") == 0)
    }

    @Test func `spaces and the digits of another script are taken`() throws {
        var anna = try accounts.half("anna", .reader)
        let arabic = accounts.code().unicodeScalars.map { digit in
            Unicode.Scalar(digit.value - 48 + 0x660).map { "\($0) " } ?? ""
        }
        #expect(try anna.post("/sign-in/code", ["code": arabic.joined()]).status == .seeOther)
    }

    @Test func `a code signs in once`() throws {
        var anna = try accounts.half("anna", .reader)
        var thief = try accounts.half(of: anna.id)
        let code = accounts.code()
        #expect(try anna.post("/sign-in/code", ["code": code]).status == .seeOther)
        #expect(try thief.post("/sign-in/code", ["code": code]).status == .unprocessableContent)
        #expect(thief.get("/account").status == .seeOther)
        accounts.clock.pass(30)
        #expect(try thief.post("/sign-in/code", ["code": code]).status == .unprocessableContent)
        let next = accounts.code()
        #expect(try thief.post("/sign-in/code", ["code": next]).status == .seeOther)
    }

    @Test func `of two who use a code at the same time one does`() throws {
        let anna = try accounts.half("anna", .reader)
        let database = try accounts.portal.database()
        let factor = try #require(try database.secondFactor(of: anna.id))
        #expect(try database.use(step: 5, of: factor, anna.id))
        #expect(try !database.use(step: 5, of: factor, anna.id))
        #expect(try !database.use(step: 6, of: factor, anna.id))
    }

    @Test func `a clock that was a day ahead keeps nobody out`() throws {
        var anna = try accounts.half("anna", .reader)
        accounts.clock.pass(86_400)
        var tomorrow = try accounts.half(of: anna.id)
        #expect(
            try tomorrow.post("/sign-in/code", ["code": accounts.code()]).status == .seeOther)
        accounts.clock.pass(-86_400)
        #expect(try anna.post("/sign-in/code", ["code": accounts.code()]).status == .seeOther)
    }

    @Test func `wrong codes make one wait, and then a right one is taken`() throws {
        var anna = try accounts.half("anna", .reader)
        for _ in 0..<30 { _ = try anna.post("/sign-in/code", ["code": "000000"]) }
        let answer = try anna.post("/sign-in/code", ["code": accounts.code()])
        #expect(answer.status == .tooManyRequests)
        #expect(answer.response.headers["Retry-After"] != nil)
        #expect(try answer.faults().first?.hasPrefix("Too many attempts. Try again in ") == true)
        #expect(
            try accounts.trail().filter { $0.contains("was made to wait at sign-in") }.count == 1)
        accounts.clock.pass(7_200)
        var later = try accounts.half(of: anna.id)
        #expect(try later.post("/sign-in/code", ["code": accounts.code()]).status == .seeOther)
        #expect(try accounts.number("SELECT count(*) FROM sign_in_failure") == 0)
    }

    @Test func `half a sign-in opens nothing but its own pages`() throws {
        var anna = try accounts.half("anna", .administrator)
        for path in [
            "/account", "/account/password", "/account/second-factor", "/account/sessions",
        ] {
            #expect(anna.get(path).location?.hasPrefix("/sign-in?next=") == true, "\(path)")
        }
        #expect(try !anna.get("/help").text.contains("Anna"))
    }

    @Test func `half a sign-in is over after ten minutes`() throws {
        var anna = try accounts.half("anna", .reader)
        accounts.clock.pass(590)
        let form = try anna.form(to: "/sign-in/code", on: "/sign-in/code?next=/data")
        accounts.clock.pass(10)
        #expect(anna.get("/sign-in/code?next=/data").location == "/sign-in?next=%2Fdata")
        let late = anna.send("/sign-in/code", form.merging(["code": accounts.code()]) { $1 })
        #expect(late.location == "/sign-in?next=%2Fdata")
        #expect(anna.get("/account").status == .seeOther)
    }

    @Test func `who has not begun is led to the beginning, and who has signed in goes on`() throws {
        var visitor = try TestMember(visitor: accounts.portal)
        #expect(visitor.get("/sign-in/code").location == "/sign-in?next=%2F")
        var ben = try accounts.member("ben", .reader)
        #expect(ben.get("/sign-in/code?next=/data").location == "/data")
    }

    @Test(arguments: ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:0"])
    func `nobody is led to another site`(next: String) throws {
        var anna = try accounts.half("anna", .reader)
        let answer = try anna.post("/sign-in/code", ["code": accounts.code(), "next": next])
        #expect(answer.location == "/")
    }

    @Test func `signing in gives another token, and the old one is worth nothing`() throws {
        var anna = try accounts.half("anna", .reader)
        var old = anna
        _ = try anna.post("/sign-in/code", ["code": accounts.code()])
        #expect(anna.token != old.token)
        #expect(old.get("/account").status == .seeOther)
        #expect(old.get("/sign-in/code").status == .seeOther)
        #expect(try accounts.ends(anna.id) == ["replaced", ""])
    }

    @Test func `a form that is sent twice signs in once and gives the same token twice`() throws {
        var anna = try accounts.half("anna", .reader)
        let form = try anna.form(to: "/sign-in/code", on: "/sign-in/code?next=/data")
            .merging(["code": accounts.code()]) { $1 }
        var again = anna
        let (first, second) = (
            anna.send("/sign-in/code", form), again.send("/sign-in/code", form)
        )
        #expect(first.location == "/data")
        #expect(second.location == "/data")
        #expect(again.token == anna.token)
        #expect(again.get("/account").status == .ok)
        #expect(try accounts.trail().count == 1)
    }

    @Test func `a form that comes again with another code is not answered as the first`() throws {
        var anna = try accounts.half("anna", .reader)
        let form = try anna.form(to: "/sign-in/code", on: "/sign-in/code")
        var again = anna
        _ = anna.send("/sign-in/code", form.merging(["code": accounts.code()]) { $1 })
        let second = again.send("/sign-in/code", form.merging(["code": "000000"]) { $1 })
        #expect(second.location == "/sign-in?next=%2F")
        #expect(again.token != anna.token)
    }

    @Test func `who is disabled between password and code does not get in`() throws {
        var anna = try accounts.half("anna", .reader)
        let form = try anna.form(to: "/sign-in/code", on: "/sign-in/code")
        try accounts.run("UPDATE person SET state = 'disabled'")
        let answer = anna.send("/sign-in/code", form.merging(["code": accounts.code()]) { $1 })
        #expect(answer.location == "/sign-in?next=%2F")
        #expect(try accounts.number("SELECT count(*) FROM session WHERE is_complete = 1") == 0)
    }

    @Test func `who loses the app between password and code begins anew`() throws {
        var anna = try accounts.half("anna", .reader)
        try accounts.portal.database().removeSecondFactor(of: anna.id)
        #expect(anna.get("/sign-in/code").location == "/sign-in?next=%2F")
    }

    @Test func `a page that was drawn before the password was given anew asks for the code again`()
        throws
    {
        let here: Headers = ["Origin": "http://localhost"]
        var anna = try accounts.half("anna", .reader)
        var form = try anna.form(to: "/sign-in/code", on: "/sign-in/code")
        form["code"] = accounts.code()
        var later = try accounts.half(of: anna.id)
        #expect(later.send("/sign-in/code", form).status == .forbidden)
        let answer = later.send("/sign-in/code", form, saying: here)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == ["Enter the code again"])
        #expect(try accounts.trail() == [])
        #expect(
            try later.post("/sign-in/code", ["code": accounts.code()]).status == .seeOther)
        #expect(later.send("/sign-in/code", form, saying: here).location == "/")
    }

    @Test func `a form without its secrets is refused`() throws {
        var anna = try accounts.half("anna", .reader)
        #expect(anna.send("/sign-in/code", ["code": accounts.code()]).status == .forbidden)
        #expect(anna.get("/account").status == .seeOther)
    }
}

extension SignInCodeRoutesTests {
    @Test func `a recovery code signs in once, and the next page tells how many are left`() throws {
        let anna = try accounts.member("anna", .reader).id
        let codes = try accounts.addFactor(anna)
        var first = try accounts.half(of: anna)
        let answer = try first.post(
            "/sign-in/code/recovery", ["code": codes[3].text.lowercased(), "next": "/data"])
        #expect(answer.location == "/account/second-factor?done=recovery-code&next=%2Fdata")
        let page = first.get(answer.location ?? "")
        #expect(try page.text.contains("9 recovery codes are left"))
        #expect(try page.main.first(class: "banner")?.first("a")?["href"] == "/data")
        #expect(
            try accounts.trail() == [
                #"anna | used a recovery code | anna | {"with":"password and recovery code"}"#,
                #"anna | signed in | anna | {"with":"password and recovery code"}"#,
            ])

        var second = try accounts.half(of: anna)
        let refused = try second.post("/sign-in/code/recovery", ["code": codes[3].text])
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.faults() == ["Recovery code is not correct, or has been used before"])
        #expect(try accounts.number("SELECT count(*) FROM recovery_code WHERE used_at > 0") == 1)
    }

    @Test func `a recovery code of somebody else is wrong`() throws {
        let ben = try accounts.portal.addPerson("ben", .reader)
        let codes = try accounts.addFactor(ben)
        var anna = try accounts.half("anna", .reader)
        let answer = try anna.post("/sign-in/code/recovery", ["code": codes[0].text])
        #expect(answer.status == .unprocessableContent)
        #expect(try accounts.number("SELECT count(*) FROM recovery_code WHERE used_at > 0") == 0)
        #expect(try accounts.number("SELECT count(*) FROM sign_in_failure") == 1)
    }

    @Test(arguments: [
        ("", "Enter a recovery code"),
        ("ABCD-EFGH", "Recovery code must be 16 letters and digits, like ABCD-2345-EFGH-6723"),
    ])
    func `what is no recovery code is said to be none`(typed: String, fault: String) throws {
        var anna = try accounts.half("anna", .reader)
        let answer = try anna.post("/sign-in/code/recovery", ["code": typed])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == [fault])
        #expect(try answer.page.element(id: "code")?["aria-describedby"] == "code-hint code-fault")
    }
}
