import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct SignInTests {
    private static let password = "green lamp over water"
    private let moment = TestMoment()
    private let portal: TestPortal
    private let anna: Int64
    private let wrong = "User name, email address or password is not correct"

    init() throws {
        let now = moment.now
        portal = try TestPortal { $0.now = now }
        anna = try portal.addPerson("anna", .officer, service: "SEND service")
        try setPassword(Self.password, of: anna)
    }

    private func setPassword(_ password: String, of person: Int64, cost: Int = 1) throws {
        let hash = try PasswordHash(password, cost: cost, random: portal.settings.random)
        try portal.database().run(
            "UPDATE person SET password_hash = \(hash.text) WHERE id = \(person)")
    }

    private func signIn(
        _ name: String, _ password: String = password, in browser: inout TestMember
    ) throws -> Answer {
        try browser.post("/sign-in", ["name": name, "password": password])
    }

    /// One failure after another, each as soon as it is allowed.
    private func fail(_ count: Int, as name: String, from address: String) throws {
        let database = try portal.database()
        for _ in 0..<count {
            try database.countFailure([.address(address), .account(name)], at: moment.now())
        }
    }

    private func trail() throws -> [String] {
        try portal.database().all(
            "SELECT action || ': ' || subject AS line FROM audit_entry WHERE subject_kind <> 'catalogue' ORDER BY number"
        ) { row throws(SQLError) in try row("line") }
    }

    private func column(_ sql: SQL) throws -> [String] {
        try portal.database().all(sql) { row throws(SQLError) in try row[0] }
    }

    // The page.

    @Test func `the page asks for a name and a password`() throws {
        let answer = try portal.get("/sign-in")
        #expect(answer.status == .ok)
        let page = try answer.page
        #expect(page.first("title")?.text.hasPrefix("Sign in – ") == true)
        #expect(page.element(id: "name")?["autocomplete"] == "username")
        #expect(page.element(id: "name")?["autocapitalize"] == "none")
        #expect(page.element(id: "name")?["spellcheck"] == "false")
        let password = try #require(page.element(id: "password"))
        #expect(password["type"] == "password")
        #expect(password["autocomplete"] == "current-password")
        #expect(password["data-reveal"] != nil)
        #expect(try answer.main.text.contains("If you do nothing for 60 minutes, you are signed"))
        #expect(try answer.main.text.contains("You do not need to sign in to read"))
        #expect(answer.response.headers["Cache-Control"] == "no-store")
    }

    @Test func `where only members read, the page does not say otherwise`() throws {
        let portal = try TestPortal { $0.isPublic = false }
        let text = try portal.get("/sign-in").main.text
        let help = try portal.get("/sign-in/help").main.text
        #expect(help.contains("You need one for anything on this website"))
        #expect(!text.contains("You do not need to sign in"))
        #expect(text.contains("Sign in to read it"))
        #expect(
            try portal.get("/measures").response.headers["Location"] == "/sign-in?next=%2Fmeasures")
    }

    @Test func `there is a page for who cannot sign in`() throws {
        let answer = try portal.get("/sign-in/help")
        #expect(try answer.main.text.contains("one-time link"))
        #expect(
            try answer.page.first(class: "crumbs")?.all("a").map(\.text) == ["Home", "Sign in"])
    }

    @Test func `the page of help tells how signing in works here`() throws {
        let text = try portal.get("/sign-in/help").main.text
        #expect(text.contains("Type your user name or your email address, and your password."))
        #expect(text.contains("If you do nothing for 60 minutes, you are signed out."))
        let signedOn = try TestPortal { $0.signOn.isOnly = true }.get("/sign-in/help").main.text
        #expect(signedOn.contains("You sign in with the account that you use at work."))
        #expect(!signedOn.contains("password."))
    }

    @Test func `the way in leads back to the page it was asked for on, and never to itself`() throws
    {
        let link = { (path: String) in
            try portal.get(path).page.first(class: "masthead__you")?.first("a")?["href"]
        }
        #expect(try link("/measures?q=a") == "/sign-in?next=%2Fmeasures%3Fq%3Da")
        #expect(try link("/sign-in?next=%2Fmeasures") == "/sign-in")
        #expect(try link("/sign-in/help") == "/sign-in")
    }

    // Success.

    @Test(arguments: ["anna", " Anna ", "ANNA@EXAMPLE.ORG", "anna@example.org\t"])
    func `a name or an address lets in, however it is written`(_ name: String) throws {
        var browser = try TestMember(visitor: portal)
        let answer = try signIn(name, in: &browser)
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/")
        #expect(try browser.get("/").text.contains("Anna, SEND service"))
    }

    @Test func `the token that the browser had before stands for nothing afterwards`() throws {
        var browser = try TestMember(visitor: portal)
        _ = browser.get("/sign-in")
        let before = try #require(browser.token)
        _ = try signIn("anna", in: &browser)
        let after = try #require(browser.token)
        #expect(before != after)
        let database = try portal.database()
        #expect(try database.session(before.digest) == nil)
        #expect(try database.session(after.digest)?.account.userName == "anna")
        #expect(try column("SELECT token_hash FROM session") == [after.digest])
    }

    @Test func `a session that the browser was in is over when another begins`() throws {
        var browser = try TestMember(portal, person: anna)
        let before = try #require(browser.token)
        let form = ["csrf_token": FormToken.text(before, portal.settings.random)]
        let typed = ["name": "anna", "password": Self.password]
        #expect(browser.send("/sign-in", form.merging(typed) { $1 }).status == .seeOther)
        #expect(try portal.database().session(before.digest)?.end == .replaced)
    }

    @Test func `cookies are kept from scripts, and the browser is known for 90 days`() throws {
        var browser = try TestMember(visitor: portal)
        let cookies = try signIn("anna", in: &browser).response.headers.all("Set-Cookie")
        #expect(cookies.count == 2)
        #expect(cookies.allSatisfy { $0.hasSuffix("; HttpOnly; SameSite=Lax") })
        #expect(cookies.last?.contains("; Max-Age=7776000;") == true)
        #expect(try column("SELECT token_hash FROM known_device") == [browser.device?.digest])
    }

    @Test func `when somebody signed in is kept, and in the trail`() throws {
        var browser = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &browser)
        #expect(
            try portal.database().first("SELECT signed_in_at FROM person") == moment.now())
        #expect(try trail() == ["signed in: anna"])
        #expect(
            try column("SELECT actor FROM audit_entry WHERE subject_kind <> 'catalogue'") == [
                "anna"
            ])
    }

    @Test func `who is in already goes on`() throws {
        var browser = try TestMember(portal, person: anna)
        #expect(browser.get("/sign-in?next=/measures").response.headers["Location"] == "/measures")
        #expect(browser.get("/sign-in").response.headers["Location"] == "/")
    }

    @Test func `a hash of another cost is made anew`() throws {
        try setPassword(Self.password, of: anna, cost: 2)
        let before = try column("SELECT password_hash FROM person")
        var browser = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &browser)
        let after = try column("SELECT password_hash FROM person")
        #expect(after != before)
        let hash = PasswordHash(text: after[0])
        #expect(hash.isOf(Self.password))
        #expect(!hash.isOutdated(cost: 1))
        var again = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &again)
        #expect(try column("SELECT password_hash FROM person") == after)
    }

    @Test func `who has a second factor is only half in`() throws {
        let secret = [UInt8](repeating: 7, count: 20)
        try portal.database().run(
            """
            INSERT INTO second_factor (person_id, secret, confirmed_at)
            VALUES (\(anna), \(secret), 1)
            """)
        var browser = try TestMember(visitor: portal)
        let answer = try browser.post(
            "/sign-in", ["name": "anna", "password": Self.password], on: "/sign-in?next=/measures")
        #expect(answer.response.headers["Location"] == "/sign-in/code?next=%2Fmeasures")
        let session = try portal.database().session(try #require(browser.token).digest)
        #expect(session?.isComplete == false)
        // The browser is not known, nor is any failure forgotten, before the code is given.
        #expect(browser.device == nil)
        #expect(try browser.get("/").text.contains("Sign in"))
    }

    @Test(arguments: [
        ("/measures?q=a&b=c", "/measures?q=a&b=c"), ("", "/"), ("//evil.example", "/"),
        ("/\\evil.example", "/"), ("https://evil.example/", "/"), ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=y", "/"), ("/\tevil", "/"), ("measures", "/"), ("/é", "/"),
        ("/sign-in", "/"), ("/sign-in/code", "/"), ("/sign-out", "/"), ("/sign-out?x", "/"),
        ("/sign-inquiries", "/sign-inquiries"),
    ])
    func `the way on stays within the portal`(next: String, expected: String) throws {
        var browser = try TestMember(visitor: portal)
        let typed = ["name": "anna", "password": Self.password]
        let form = try browser.form(to: "/sign-in", on: "/sign-in")
        let sent = browser.send(
            "/sign-in", form.merging(typed) { $1 }.merging(["next": next]) { $1 })
        #expect(sent.response.headers["Location"] == expected)
        let shown = AddressQuery(path: "/sign-in", [("next", next)]).text
        #expect(browser.get(shown).response.headers["Location"] == expected)
    }

    // Failure.

    @Test func `a wrong password is refused, and not sent back`() throws {
        var browser = try TestMember(visitor: portal)
        let answer = try signIn("Anna", "yellow lamp over water", in: &browser)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.page.first("title")?.text.hasPrefix("Error: Sign in – ") == true)
        #expect(try answer.page.first(class: "errors")?.all("a").map(\.text) == [wrong])
        #expect(try answer.page.first(class: "errors")?.first("a")?["href"] == "#name")
        #expect(try answer.page.element(id: "name")?["value"] == "Anna")
        #expect(try answer.page.element(id: "password")?["value"] == nil)
        #expect(!answer.source.contains("yellow lamp"))
        #expect(try column("SELECT id FROM session") == [])
        #expect(try trail() == ["failed to sign in: anna"])
    }

    @Test func `all who cannot sign in are told the same`() throws {
        try portal.addPerson("ben")
        let cat = try portal.addPerson("cat")
        try setPassword(Self.password, of: cat)
        try portal.database().run("UPDATE person SET state = 'disabled' WHERE id = \(cat)")
        var answers: [String] = []
        for name in ["anna", "ben", "cat", "nobody"] {
            var browser = try TestMember(visitor: portal)
            let password = name == "anna" ? "yellow lamp over water" : Self.password
            let answer = try signIn(name, password, in: &browser)
            #expect(answer.status == .unprocessableContent)
            answers.append(try answer.main.text)
        }
        #expect(Set(answers).count == 1)
        #expect(try column("SELECT id FROM session") == [])
    }

    @Test func `what may be a password typed as a name is not written down`() throws {
        var browser = try TestMember(visitor: portal)
        _ = try signIn("green lamp over", "anna", in: &browser)
        #expect(try trail() == ["failed to sign in: unknown name"])
        let kept = try column("SELECT bucket FROM sign_in_failure ORDER BY bucket")
        #expect(kept.count == 2)
        #expect(!kept.joined().contains("green"))
    }

    @Test(arguments: [
        ("", "x", ["Enter your user name or email address"]),
        (" \t", "x", ["Enter your user name or email address"]),
        ("anna", "", ["Enter your password"]),
        ("", "", ["Enter your user name or email address", "Enter your password"]),
        (
            String(repeating: "a", count: 10_000), "x",
            ["User name or email address must have 254 characters or fewer"]
        ),
        (
            "an\0na", "x",
            ["User name or email address must be made of characters that can be seen"]
        ),
        (
            "an\u{202E}na", "x",
            ["User name or email address must be made of characters that can be seen"]
        ),
        ("aña😀<script>", "x", ["User name, email address or password is not correct"]),
        ("anna", "\0", ["User name, email address or password is not correct"]),
        (
            "anna", String(repeating: "ü", count: 10_000),
            ["User name, email address or password is not correct"]
        ),
        ("' OR 1=1 --", "x", ["User name, email address or password is not correct"]),
    ])
    func `whatever is typed has a clear answer`(
        name: String, password: String, words: [String]
    ) throws {
        var browser = try TestMember(visitor: portal)
        let answer = try signIn(name, password, in: &browser)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.page.first(class: "errors")?.all("a").map(\.text) == words)
        #expect(portal.log.lines == [])
    }

    @Test func `two names or two passwords are not guessed between`() throws {
        var browser = try TestMember(visitor: portal)
        _ = browser.get("/sign-in")
        let token = try #require(browser.token)
        let secret = FormToken.text(token, portal.settings.random)
        let body =
            "csrf_token=\(secret)&name=anna&name=ben&password=green+lamp+over+water&password=x"
        let headers: Headers = [
            "Accept": "text/html", "Cookie": "session=\(token.text)",
            "Content-Type": "application/x-www-form-urlencoded",
        ]
        let answer = browser.ask(
            Request(.post, "/sign-in", headers: headers, body: Array(body.utf8)))
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.page.first(class: "errors")?.all("a").map(\.text)
                == ["Enter one user name or email address", "Enter one password"])
    }

    @Test func `without the token of its page the form is refused`() throws {
        var browser = try TestMember(visitor: portal)
        let typed = ["name": "anna", "password": Self.password]
        #expect(browser.send("/sign-in", typed).status == .forbidden)
        #expect(try column("SELECT id FROM session") == [])
    }

    // Two pages of one browser.

    private static let here: Headers = ["Sec-Fetch-Site": "same-origin"]

    @Test func `who signed in on another page goes on, whatever is typed on the first`() throws {
        var browser = try TestMember(visitor: portal)
        let typed = ["name": "anna", "password": "not the password", "next": "/measures"]
        let first = try browser.form(to: "/sign-in", on: "/sign-in").merging(typed) { $1 }
        #expect(try signIn("anna", in: &browser).status == .seeOther)
        let token = browser.token
        #expect(browser.send("/sign-in", first).status == .forbidden)
        let answer = browser.send("/sign-in", first, saying: Self.here)
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/measures")
        #expect(browser.token == token)
        #expect(try trail() == ["signed in: anna"])
    }

    @Test func `a page of an earlier token asks for the password again and checks nothing`() throws
    {
        var browser = try TestMember(visitor: portal)
        let typed = ["name": "Anna", "password": Self.password, "next": "/measures"]
        let first = try browser.form(to: "/sign-in", on: "/sign-in").merging(typed) { $1 }
        _ = try signIn("anna", in: &browser)
        _ = try browser.post("/sign-out", [:], on: "/account")
        _ = browser.get("/sign-in")
        let before = try trail()
        #expect(browser.send("/sign-in", first).status == .forbidden)
        let answer = browser.send("/sign-in", first, saying: Self.here)
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page
        #expect(
            page.first(class: "errors")?.all("a").map(\.text) == ["Enter your password again"])
        #expect(page.element(id: "name")?["value"] == "Anna")
        #expect(page.element(id: "password")?["value"] == nil)
        #expect(!answer.source.contains(Self.password))
        #expect(try trail() == before)
        #expect(try column("SELECT bucket FROM sign_in_failure") == [])
        let again = try #require(try answer.main.first("form")).fields
        let done = browser.send(
            "/sign-in", again.merging(["password": Self.password]) { $1 })
        #expect(done.response.headers["Location"] == "/measures")
    }

    // Too many attempts.

    @Test func `after too many attempts one has to wait, and then gets in`() throws {
        try fail(15, as: "nobody", from: "127.0.0.1")
        var browser = try TestMember(visitor: portal)
        _ = browser.get("/sign-in")
        let before = try column("SELECT bucket || failures FROM sign_in_failure")
        let answer = try signIn("anna", in: &browser)
        #expect(answer.status == .tooManyRequests)
        // 15 of which 10 are free: 32 seconds.
        #expect(answer.response.headers["Retry-After"] == "32")
        #expect(
            try answer.page.first(class: "errors")?.all("a").map(\.text)
                == ["Too many attempts. Try again in 32 seconds"])
        #expect(try column("SELECT bucket || failures FROM sign_in_failure") == before)
        #expect(try trail() == [])
        moment.pass(31)
        #expect(
            try signIn("anna", in: &browser).main.text.contains("Try again in 1 second"))
        moment.pass(1)
        #expect(try signIn("anna", in: &browser).status == .seeOther)
    }

    @Test(arguments: [(16, "2 minutes"), (17, "3 minutes"), (40, "15 minutes")])
    func `longer waits are told in minutes`(failures: Int, words: String) throws {
        // 2^6 = 64 and 2^7 = 128 seconds, begun minutes counted; then a quarter of an hour.
        try fail(failures, as: "nobody", from: "127.0.0.1")
        var browser = try TestMember(visitor: portal)
        let text = try signIn("anna", in: &browser).main.text
        #expect(text.contains("Too many attempts. Try again in \(words)"))
    }

    @Test func `the trail has it once when a wait begins`() throws {
        try fail(9, as: "nobody", from: "127.0.0.1")
        var browser = try TestMember(visitor: portal)
        for _ in 0..<3 { _ = try signIn("anna", "yellow lamp over water", in: &browser) }
        #expect(try trail() == ["failed to sign in: anna", "was made to wait at sign-in: anna"])
        moment.pass(2)
        _ = try signIn("anna", "yellow lamp over water", in: &browser)
        #expect(try trail().last == "failed to sign in: anna")
    }

    @Test func `accounts that are not there are shut like those that are`() throws {
        for name in ["anna", "nobody"] {
            for number in 0..<22 { try fail(1, as: name, from: "192.0.2.\(number)") }
            var browser = try TestMember(visitor: portal)
            #expect(try signIn(name, in: &browser).response.headers["Retry-After"] == "4")
        }
    }

    @Test func `strangers cannot keep an owner out of a browser that is known`() throws {
        var browser = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &browser)
        _ = try browser.post("/sign-out", [:], on: "/")
        for number in 0..<30 { try fail(1, as: "anna", from: "192.0.2.\(number)") }
        try fail(30, as: "nobody", from: "127.0.0.1")
        var stranger = try TestMember(visitor: portal)
        #expect(try signIn("anna", in: &stranger).status == .tooManyRequests)
        #expect(try signIn("anna", "wrong", in: &browser).status == .unprocessableContent)
        #expect(try signIn("anna", in: &browser).status == .seeOther)
    }

    @Test func `a browser that is known is only so to those who signed in from it`() throws {
        let ben = try portal.addPerson("ben")
        try setPassword(Self.password, of: ben)
        var browser = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &browser)
        _ = try browser.post("/sign-out", [:], on: "/")
        try fail(30, as: "nobody", from: "127.0.0.1")
        #expect(try signIn("ben", in: &browser).status == .tooManyRequests)
    }

    @Test func `a browser is not known for ever, and has to wait as well`() throws {
        var browser = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &browser)
        _ = try browser.post("/sign-out", [:], on: "/")
        for _ in 0..<10 { _ = try signIn("anna", "wrong", in: &browser) }
        #expect(try signIn("anna", in: &browser).status == .tooManyRequests)
        moment.pass(KnownDevice.lifetime)
        try fail(30, as: "nobody", from: "127.0.0.1")
        #expect(try signIn("anna", in: &browser).status == .tooManyRequests)
    }

    @Test func `only the newest browsers of a person stay known`() throws {
        let database = try portal.database()
        for number in 0..<(KnownDevice.most + 5) {
            let token = SessionToken(portal.settings.random)
            try database.know(device: token, of: anna, at: moment.now() + number)
        }
        let oldest = try database.first(
            "SELECT min(seen_at) FROM known_device", as: Int.self)
        #expect(oldest == moment.now() + 5)
        #expect(try column("SELECT token_hash FROM known_device").count == KnownDevice.most)
    }

    // The way out.

    @Test func `who signs out is out`() throws {
        var browser = try TestMember(visitor: portal)
        _ = try signIn("anna", in: &browser)
        let token = try #require(browser.token)
        let answer = try browser.post("/sign-out", [:], on: "/measures")
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/sign-in?done=signed-out")
        #expect(answer.response.headers["Set-Cookie"]?.contains("session=; ") == true)
        #expect(answer.response.headers["Set-Cookie"]?.contains("Max-Age=0") == true)
        #expect(browser.token == nil)
        let session = try portal.database().session(token.digest)
        #expect(session?.end == .signedOut)
        #expect(try trail() == ["signed in: anna", "signed out: anna"])
        let page = browser.get("/sign-in?done=signed-out")
        #expect(try page.page.first(class: "banner")?.text == "You have signed out.")
        #expect(try browser.get("/sign-in?done=other").page.first(class: "banner") == nil)
    }

    @Test func `signing out is a form of ours`() throws {
        var browser = try TestMember(portal, person: anna)
        #expect(browser.get("/sign-out").status == .methodNotAllowed)
        #expect(browser.send("/sign-out", [:]).status == .forbidden)
        #expect(try browser.get("/").text.contains("Sign out"))
    }

    @Test func `who is out already and signs out is led to the way in`() throws {
        var browser = try TestMember(portal, person: anna)
        let form = try browser.form(to: "/sign-out", on: "/")
        #expect(browser.send("/sign-out", form).status == .seeOther)
        var late = try TestMember(portal, person: anna)
        let lateForm = try late.form(to: "/sign-out", on: "/")
        moment.pass(3_600)
        #expect(late.send("/sign-out", lateForm).response.headers["Location"] == "/sign-in")
    }
}
