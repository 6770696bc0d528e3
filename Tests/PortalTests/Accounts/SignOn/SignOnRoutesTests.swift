import HTTPServer
import SQLite
import Testing

@testable import Portal

/// Signing on by the word of a proxy, which is at 127.0.0.1 here, and by nobody else's.
@Suite struct SignOnRoutesTests {
    private let portal: TestPortal
    private let site: Site
    private let anna: Int64

    init() throws {
        try self.init { _ in }
    }

    private init(adjust: (inout Settings) -> Void) throws {
        portal = try TestPortal {
            $0.signOn.header = "X-Remote-User"
            $0.signOn.proxy = PeerAddresses(["127.0.0.1"])
            adjust(&$0)
        }
        site = try portal.site(Self.routes)
        anna = try portal.addPerson("anna", .administrator)
    }

    /// Some pages, and a way in that has a form for those who are not signed on.
    private static var routes: Routes {
        var routes = Routes()
        HelpRoutes.add(to: &routes)
        MeasureRoutes.add(to: &routes)
        WithheldRoutes.add(to: &routes)
        SignOnRoutes.add(to: &routes)
        routes.get(AccountLinks.signIn, .enter) { request, visit in
            try SignOn.begin(request, visit) ?? .text("the form")
        }
        return routes
    }

    /// What is answered to somebody of whom the proxy says this.
    private func ask(
        _ path: String, as names: String..., token: SessionToken? = nil,
        from peer: String = "127.0.0.1", by method: HTTPServer.Method = .get
    ) -> Answer {
        var headers: Headers = ["Accept": "text/html", "Host": "localhost"]
        for name in names { headers.add("X-Remote-User", name) }
        if let token { headers.add("Cookie", "session=\(token.text)") }
        return Answer(
            site.respond(to: Request(method, path, headers: headers, peerAddress: peer)))
    }

    private func token(_ answer: Answer) throws -> SessionToken {
        let cookies = answer.response.headers.all("Set-Cookie")
        #expect(cookies.count == 1)
        let cookie = try #require(cookies.first)
        return try #require(SessionToken(String(cookie.dropFirst(8).prefix { $0 != ";" })))
    }

    private func session(_ token: SessionToken) throws -> Session? {
        try portal.database().session(token.digest)
    }

    private func trail() throws -> [String] {
        try portal.database().all(
            """
            SELECT actor || ' ' || action || ' ' || subject || coalesce(': ' || reason, '') AS words
            FROM audit_entry WHERE subject_kind <> 'catalogue' ORDER BY number
            """
        ) { row throws(SQLError) in try row("words") }
    }

    private func sessions() throws -> Int {
        try portal.database().first("SELECT count(*) AS n FROM session") { row throws(SQLError) in
            try row("n", as: Int.self)
        } ?? 0
    }

    // MARK: Beginning

    @Test(arguments: ["anna", "ANNA", " Anna ", "anna@example.org", "Anna@Example.ORG"])
    func `whom the proxy names is signed in, and led on`(name: String) throws {
        let answer = ask("/sign-in?next=/help/charts", as: name)
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/help/charts")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        let token = try token(answer)
        let session = try #require(try session(token))
        #expect(session.account.id == anna)
        #expect(session.method == .singleSignOn && session.isComplete)
        #expect(try trail() == ["anna signed in anna"])
        let seen = try portal.database().first("SELECT signed_in_at FROM person") {
            row throws(SQLError) in try row("signed_in_at", as: Int?.self)
        }
        #expect(seen != .some(nil))
        #expect(ask("/help", as: name, token: token).source.contains("Anna"))
    }

    @Test func `nobody else is believed`() throws {
        for peer in ["192.0.2.9", "127.0.0.2", "::1", "unix", ""] {
            #expect(ask("/sign-in", as: "anna", from: peer).source == "the form", "\(peer)")
        }
        #expect(try sessions() == 0)
        #expect(try trail() == [])
    }

    @Test func `a name that is not one name is none`() throws {
        #expect(ask("/sign-in").source == "the form")
        #expect(ask("/sign-in", as: "").source == "the form")
        #expect(ask("/sign-in", as: "  ").source == "the form")
        #expect(ask("/sign-in", as: "anna", "anna").source == "the form")
        #expect(ask("/sign-in", as: "anna", "").source == "the form")
        #expect(ask("/sign-in", as: String(repeating: "a", count: 255)).source == "the form")
        #expect(try sessions() == 0)
    }

    @Test(arguments: [
        "zoe", "anna,anna", "anna; ben", "<b>anna</b>", "anna'--", "\u{212A}ate", "ANN\u{212A}A",
        "%61nna", "an na", "annа",
    ])
    func `who is not known here is told so, and whom to ask`(name: String) throws {
        try portal.addPerson("kate", .reader)
        let answer = ask("/sign-in?next=/help", as: name)
        #expect(answer.status == .forbidden)
        #expect(try answer.page.first("h1")?.text == "You do not have an account here")
        #expect(
            try answer.main.text.contains(
                name.split(separator: " ").joined(separator: " ").lowercasedASCII))
        #expect(try answer.main.all("b").isEmpty)
        #expect(try answer.main.element(id: "ask") != nil)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(try sessions() == 0)
        #expect(try trail().count == 1)
        #expect(try trail().first?.contains("failed to sign in") == true)
    }

    @Test func `who is disabled is told the same`() throws {
        try portal.database().run("UPDATE person SET state = 'disabled'")
        let answer = ask("/sign-in", as: "anna")
        #expect(answer.status == .forbidden)
        #expect(try sessions() == 0)
        #expect(
            try trail() == [
                "anna failed to sign in anna: "
                    + "Single sign-on named somebody whose account is disabled."
            ])
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/\\evil.example", "evil", ""])
    func `signing on never leads to another site`(next: String) throws {
        let answer = ask(AddressQuery(path: "/sign-in", [("next", next)]).text, as: "anna")
        #expect(answer.response.headers["Location"] == "/")
    }

    @Test func `only asking for the way in begins a session`() throws {
        _ = ask("/sign-in", as: "anna", by: .head)
        _ = ask("/sign-in", as: "anna", by: .post)
        _ = ask("/help", as: "anna")
        #expect(ask("/sign-in?done=signed-out", as: "anna").source == "the form")
        #expect(try sessions() == 0)
    }

    @Test func `who is signed in already goes on with that`() throws {
        let token = try token(ask("/sign-in", as: "anna"))
        #expect(ask("/sign-in", as: "anna", token: token).source == "the form")
        #expect(try sessions() == 1)
    }

    @Test func `neither a password nor a second factor is asked for`() throws {
        try portal.database().run("UPDATE person SET must_change_password = 1")
        let token = try token(ask("/sign-in", as: "anna"))
        #expect(ask("/help", as: "anna", token: token).status == .ok)
        let password = try portal.session(of: anna)
        #expect(ask("/help", as: "anna", token: password).status == .seeOther)
    }

    @Test func `half a sign-in with a password is given up`() throws {
        let half = try portal.session(of: anna, isComplete: false)
        _ = try token(ask("/sign-in", as: "anna", token: half))
        #expect(try session(half)?.end == .replaced)
    }

    // MARK: Going on

    @Test func `a session goes on only while the proxy stands by it`() throws {
        let token = try token(ask("/sign-in", as: "anna"))
        func isKnown(_ answer: Answer) -> Bool { answer.source.contains("Anna") }
        #expect(isKnown(ask("/help", as: "anna", token: token)))
        #expect(isKnown(ask("/help", as: "anna@example.org", token: token)))
        #expect(!isKnown(ask("/help", token: token)))
        #expect(!isKnown(ask("/help", as: "ben", token: token)))
        #expect(!isKnown(ask("/help", as: "", token: token)))
        #expect(!isKnown(ask("/help", as: "anna", "anna", token: token)))
        #expect(!isKnown(ask("/help", as: "anna", token: token, from: "192.0.2.9")))
        #expect(!isKnown(ask("/help", token: token, from: "192.0.2.9")))
        #expect(ask("/measures/custody/withheld", token: token).status == .seeOther)
        // Nothing was ended by a stranger's asking.
        #expect(isKnown(ask("/help", as: "anna", token: token)))
    }

    @Test func `another who signs on in the same browser ends the session before`() throws {
        try portal.addPerson("ben", .reader)
        let first = try token(ask("/sign-in", as: "anna"))
        let second = try token(ask("/sign-in", as: "ben", token: first))
        #expect(try session(first)?.end == .signedOnAsAnother)
        #expect(ask("/help", as: "ben", token: second).source.contains("Ben"))
        #expect(!ask("/help", as: "anna", token: first).source.contains("Anna"))
        #expect(!ask("/help", as: "ben", token: first).source.contains("Ben"))
    }

    @Test func `a session with a password goes on beside it, unless it is the only way`() throws {
        let token = try portal.session(of: portal.addPerson("ben", .reader))
        #expect(ask("/help", as: "anna", token: token).source.contains("Ben"))
        #expect(ask("/help", token: token, from: "192.0.2.9").source.contains("Ben"))
        let other = try SignOnRoutesTests { $0.signOn.isOnly = true }
        let old = try other.portal.session(of: other.anna)
        #expect(!other.ask("/help", as: "anna", token: old).source.contains("Anna"))
        let new = try other.token(other.ask("/sign-in", as: "anna", token: old))
        #expect(other.ask("/help", as: "anna", token: new).source.contains("Anna"))
    }

    @Test func `a session is over when single sign-on is taken out of the settings`() throws {
        let token = try token(ask("/sign-in", as: "anna"))
        var settings = portal.settings
        settings.signOn = SignOnSettings()
        let later = try TestPortal(over: portal.folder, settings)
        let request = Request(
            .get, "/help",
            headers: [
                "Accept": "text/html", "Cookie": "session=\(token.text)", "X-Remote-User": "anna",
            ])
        #expect(try !later.ask(request).source.contains("Anna"))
    }

    @Test func `where one must sign in it happens on the way`() throws {
        let closed = try SignOnRoutesTests { $0.isPublic = false }
        let first = closed.ask("/help/charts", as: "anna")
        let wayIn = try #require(first.response.headers["Location"])
        #expect(first.status == .seeOther && wayIn.hasPrefix("/sign-in?next="))
        let second = closed.ask(wayIn, as: "anna")
        #expect(second.response.headers["Location"] == "/help/charts")
        let token = try closed.token(second)
        #expect(closed.ask("/help/charts", as: "anna", token: token).status == .ok)
    }

    @Test func `after signing out one is not signed on again at once`() throws {
        let other = try SignOnRoutesTests { $0.signOn.out = "/oauth2/sign_out" }
        let token = try other.token(other.ask("/sign-in", as: "anna"))
        let session = try other.session(token)
        let address = try #require(SignOn.addressAfterSigningOut(of: session))
        let page = other.ask(address, as: "anna")
        #expect(page.status == .ok)
        #expect(page.response.headers["Set-Cookie"] == nil)
        #expect(try page.main.all("a").compactMap { $0["href"] }.contains("/oauth2/sign_out"))
        #expect(try ask(address).main.all("a").compactMap { $0["href"] } == ["/sign-in"])
        #expect(SignOn.addressAfterSigningOut(of: nil) == nil)
    }

    // MARK: Where it is answered

    @Test(arguments: [
        ("/sign-in", "127.0.0.1", true), ("/sign-in?next=/help", "127.0.0.1", true),
        ("/sign-in", "192.0.2.9", false), ("/help", "127.0.0.1", false),
        ("/sign-in/help", "127.0.0.1", false), ("/sign-in?done=x", "127.0.0.1", false),
    ])
    func `what is written is written where pages need not wait for it`(
        _ path: String, _ peer: String, _ isSlow: Bool
    ) {
        let request = Request(
            .get, path, headers: ["X-Remote-User": "anna"], peerAddress: peer)
        #expect(portal.plan.isSlow(request) == isSlow)
        #expect(!portal.plan.isSlow(Request(.get, path, peerAddress: peer)))
    }

    @Test(
        .enabled(if: Site.routes.all.contains { $0.pattern == AccountLinks.signIn }))
    func `the portal's own way in takes it`() throws {
        let answer = try portal.ask(
            Request(.get, "/sign-in?next=/help", headers: ["X-Remote-User": "anna"]))
        #expect(answer.status == .seeOther)
        #expect(answer.response.headers["Location"] == "/help")
        #expect(try sessions() == 1)
    }
}

extension String {
    fileprivate var lowercasedASCII: String {
        String(decoding: utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }
}
