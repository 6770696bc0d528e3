import HTTPServer
import SQLite
import Testing

@testable import Portal

/// Forms that are sent when their session is over, on addresses of the test's own.
@Suite struct HeldSubmissionTests {
    private let moment = TestMoment()
    private let portal: TestPortal
    private let site: Site
    private let anna: Int64

    init() throws {
        portal = try TestPortal { [moment] in $0.now = moment.now }
        var routes = Routes()
        for path in ["/things/:thing", "/other"] {
            routes.get(path, .useAccount) { _, visit, _ in
                var response = try visit.page(ContactPage())
                response.headers.set("X-Held", visit.heldFields?["name"] ?? "-")
                response.headers.set("X-Token", visit.heldFields?[FormToken.field] ?? "-")
                return response
            }
            routes.post(path, .useAccount) { _, visit, _ in
                try visit.once { .seeOther("/other") }
            }
        }
        routes.get("/secret", .useAccount) { _, visit, _ in
            try visit.page(ContactPage())
        }
        routes.post("/secret", .useAccount, keeping: .nothing) { _, _, _ in .text("") }
        routes.post("/act", .useAccount) { _, _, _ in .text("") }
        routes.get("/admin-only", .managePeople) { _, _, _ in .text("") }
        routes.post("/admin-only", .managePeople) { _, _, _ in .text("") }
        routes.get("/sign-in", .enter) { _, visit in try visit.page(ContactPage()) }
        site = try portal.site(routes)
        anna = try portal.addPerson("anna", .reader)
    }

    private func signIn(_ person: Int64) throws -> SessionToken {
        let token = SessionToken(portal.settings.random)
        try portal.database().begin(
            NewSession(
                token: token, person: person, method: .password, isComplete: true,
                at: moment.now(), address: "192.0.2.1", agent: "test"))
        return token
    }

    private func get(_ path: String, _ token: SessionToken?) -> Answer {
        Answer(site.respond(to: Request(.get, path, headers: fields(token))))
    }

    private func post(_ path: String, _ token: SessionToken, _ typed: String = "name=Ann+Other")
        -> Response
    {
        var headers = fields(token)
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        let form = FormToken.text(token, portal.settings.random)
        let key = Submission.newKey(portal.settings.random)
        let body = "csrf_token=\(form)&\(typed)&submission_key=\(key)"
        return site.respond(to: Request(.post, path, headers: headers, body: Array(body.utf8)))
    }

    private func fields(_ token: SessionToken?) -> Headers {
        var headers: Headers = ["Accept": "text/html", "Host": "localhost"]
        if let token { headers.add("Cookie", "session=\(token.text)") }
        return headers
    }

    /// Sends a form with the token of another session, or without what all forms carry, as
    /// something says where it comes from.
    private func sendOutdated(
        _ token: SessionToken?, drawnFor other: SessionToken?, to path: String = "/things/one",
        hasKey: Bool = true,
        saying origin: (HeaderName, String)? = ("Sec-Fetch-Site", "same-origin")
    ) -> Response {
        var headers = fields(token)
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        if let origin { headers.add(origin.0, origin.1) }
        var body = "name=Ann+Other"
        if let other {
            body += "&\(FormToken.field)=\(FormToken.text(other, portal.settings.random))"
        }
        if hasKey {
            body += "&\(Submission.keyField)=\(Submission.newKey(portal.settings.random))"
        }
        return site.respond(to: Request(.post, path, headers: headers, body: Array(body.utf8)))
    }

    private func kept() throws -> Int {
        try portal.database().first("SELECT count(*) FROM held_form") ?? -1
    }

    /// Sends a form after the time is over; where that leads to after signing in.
    private func sendLate(_ path: String = "/things/one", after seconds: Int = 3_600) throws
        -> String
    {
        let token = try signIn(anna)
        moment.pass(seconds)
        let response = post(path, token)
        #expect(response.status == .seeOther)
        let location = Request(.get, response.headers["Location"] ?? "")
        #expect(location.path == "/sign-in")
        return location.query["next"] ?? ""
    }

    @Test func `what was typed is kept, and drawn for the same person who signs in again`() throws {
        let next = try sendLate()
        #expect(next.hasPrefix("/things/one?held="))
        let answer = get(next, try signIn(anna))
        #expect(answer.status == .ok)
        #expect(answer.response.headers["X-Held"] == "Ann Other")
        #expect(
            try answer.text.contains(
                "You were signed out because you did nothing for 60 minutes. We kept what you had "
                    + "just sent. Check it and save."))
    }

    @Test func `what the page had put into the form is not kept`() throws {
        let next = try sendLate()
        #expect(get(next, try signIn(anna)).response.headers["X-Token"] == "-")
        let body = try portal.database().first("SELECT body FROM held_form", as: [UInt8].self)
        #expect(body.map { String(decoding: $0, as: UTF8.self) } == "name=Ann+Other")
    }

    @Test func `another person gets an empty form, and is told nothing of it`() throws {
        let next = try sendLate()
        let answer = get(next, try signIn(portal.addPerson("bert", .reader)))
        #expect(answer.status == .ok)
        #expect(answer.response.headers["X-Held"] == "-")
        #expect(try answer.text.contains("is no longer kept"))
        #expect(try !answer.text.contains("Other"))
        #expect(get(next, nil).status == .seeOther)
    }

    @Test(arguments: ["0", "-1", "x", "", "99999999999999999999", "2", "%00", "1%201"])
    func `a number that is nobody's gives the page as usual`(_ number: String) throws {
        _ = try sendLate()
        let answer = get("/things/one?held=\(number)", try signIn(anna))
        #expect(answer.status == .ok)
        #expect(answer.response.headers["X-Held"] == "-")
        #expect(try answer.text.contains("What you sent before you signed in is no longer kept."))
    }

    @Test func `what was typed is for the page it was typed on`() throws {
        let number = try sendLate().dropFirst("/things/one".count)
        let token = try signIn(anna)
        #expect(get("/things/two\(number)", token).response.headers["X-Held"] == "-")
        #expect(get("/things/one\(number)", token).response.headers["X-Held"] == "Ann Other")
    }

    @Test func `a page without a form says nothing of forms`() throws {
        _ = try sendLate()
        let answer = get("/secret?held=1", try signIn(anna))
        #expect(answer.status == .ok)
        #expect(!answer.source.contains("kept"))
    }

    @Test func `it is kept for half an hour`() throws {
        let next = try sendLate()
        moment.pass(1_799)
        #expect(get(next, try signIn(anna)).response.headers["X-Held"] == "Ann Other")
        moment.pass(1)
        #expect(get(next, try signIn(anna)).response.headers["X-Held"] == "-")
    }

    @Test func `it is let go of when the form is saved, and nothing else is`() throws {
        let next = try sendLate()
        _ = try sendLate("/other")
        #expect(try kept() == 2)
        let token = try signIn(anna)
        #expect(post("/things/one", token).headers["Location"] == "/other")
        #expect(try kept() == 1)
        #expect(get(next, token).response.headers["X-Held"] == "-")
    }

    @Test func `nothing is saved by itself`() throws {
        let next = try sendLate()
        _ = get(next, try signIn(anna))
        #expect(try portal.database().first("SELECT count(*) FROM submission") == 0)
        #expect(try kept() == 1)
    }

    @Test func `of one person no more than five are kept, the newest`() throws {
        let all = try (0..<7).map { _ in try sendLate() }
        #expect(try kept() == 5)
        let ids = try portal.database().all("SELECT id FROM held_form ORDER BY id") {
            row throws(SQLError) in try row("id", as: Int.self)
        }
        #expect(ids.map { "/things/one?held=\($0)" } == Array(all.suffix(5)))
    }

    @Test func `a session that ended otherwise is told so`() throws {
        let token = try signIn(anna)
        try portal.database().endSessions(of: anna, .signedOutElsewhere, at: moment.now())
        let next = Request(.get, post("/things/one", token).headers["Location"] ?? "").query["next"]
        let answer = get(next ?? "", try signIn(anna))
        #expect(answer.response.headers["X-Held"] == "Ann Other")
        #expect(try answer.text.contains("Your session had ended. We kept what you had just sent."))
    }

    @Test func `a session that was long enough is told so, too`() throws {
        let token = try signIn(anna)
        for _ in 0..<13 {
            moment.pass(3_500)
            _ = get("/other", token)
        }
        let next = Request(.get, post("/things/one", token).headers["Location"] ?? "").query["next"]
        #expect(
            try get(next ?? "", try signIn(anna)).text.contains(
                "Your session had ended. We kept what you had just sent."))
    }

    @Test func `the way in says that it is kept`() throws {
        let token = try signIn(anna)
        moment.pass(3_600)
        let location = post("/things/one", token).headers["Location"] ?? ""
        #expect(
            try get(location, token).text.contains(
                "You were signed out because you did nothing for 60 minutes. We kept what you had "
                    + "just sent. Sign in and we will take you back to it."))
        #expect(try !get(location, nil).text.contains("We kept"))
        #expect(try !get("/sign-in?next=%2Fother", token).text.contains("We kept"))
    }

    @Test func `of somebody who may not sign in any more nothing is kept`() throws {
        let token = try signIn(anna)
        try portal.database().run("UPDATE person SET state = 'disabled'")
        #expect(post("/things/one", token).headers["Location"] == "/sign-in?next=%2Fthings%2Fone")
        #expect(try kept() == 0)
    }

    @Test(arguments: [
        ("/secret", "/sign-in?next=%2Fsecret"), ("/act", "/sign-in"),
    ])
    func `what is not to be kept, and what has no page, is not`(
        _ path: String, _ location: String
    ) throws {
        let token = try signIn(anna)
        moment.pass(3_600)
        #expect(post(path, token).headers["Location"] == location)
        #expect(try kept() == 0)
    }

    @Test func `of a browser that nobody knows nothing is kept`() throws {
        let token = SessionToken(portal.settings.random)
        #expect(post("/things/one", token).headers["Location"] == "/sign-in?next=%2Fthings%2Fone")
        #expect(try kept() == 0)
    }

    @Test func `a form that was forged is refused and not kept`() throws {
        let (token, other) = (try signIn(anna), try signIn(anna))
        moment.pass(3_600)
        var headers = fields(token)
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        let body = "csrf_token=\(FormToken.text(other, portal.settings.random))&name=x"
        let request = Request(.post, "/things/one", headers: headers, body: Array(body.utf8))
        #expect(site.respond(to: request).status == .forbidden)
        #expect(try kept() == 0)
    }

    // MARK: Forms of another session

    @Test(
        arguments: [
            ("Origin", "http://localhost"), ("Sec-Fetch-Site", "same-origin"),
        ] as [(HeaderName, String)])
    func `a form of ours that was drawn for another session is given back, and not taken`(
        _ name: HeaderName, _ value: String
    ) throws {
        let (token, other) = (try signIn(anna), try signIn(anna))
        let response = sendOutdated(token, drawnFor: other, saying: (name, value))
        #expect(response.status == .seeOther)
        #expect(response.headers["Cache-Control"] == "no-store")
        let answer = get(response.headers["Location"] ?? "", token)
        #expect(answer.response.headers["X-Held"] == "Ann Other")
        #expect(
            try answer.text.contains(
                "What you sent is not saved yet, because the page you typed it on was out of "
                    + "date. We kept it. Check it and save."))
        #expect(try portal.database().first("SELECT count(*) FROM submission") == 0)
    }

    @Test func `a form of ours that lost its token or its key is given back`() throws {
        let token = try signIn(anna)
        for response in [
            sendOutdated(token, drawnFor: nil), sendOutdated(token, drawnFor: token, hasKey: false),
        ] {
            let location = response.headers["Location"] ?? ""
            #expect(location.hasPrefix("/things/one?held="))
            #expect(get(location, token).response.headers["X-Held"] == "Ann Other")
        }
    }

    @Test(
        arguments: [
            nil, ("Sec-Fetch-Site", "none"), ("Sec-Fetch-Site", "cross-site"), ("Origin", "null"),
            ("Origin", "http://evil.example"), ("Origin", "https://localhost"),
        ] as [(HeaderName, String)?])
    func `one of which the browser does not say that it is ours is refused`(
        _ origin: (HeaderName, String)?
    ) throws {
        let (token, other) = (try signIn(anna), try signIn(anna))
        let others = [
            sendOutdated(token, drawnFor: other, saying: origin),
            sendOutdated(token, drawnFor: nil, saying: origin),
            sendOutdated(token, drawnFor: token, hasKey: false, saying: origin),
        ]
        #expect(others.map(\.status) == [.forbidden, .forbidden, .forbidden])
        #expect(try kept() == 0)
    }

    @Test(arguments: ["/secret", "/act", "/admin-only"])
    func `what is not to be kept, has no page or is not allowed is refused`(_ path: String) throws {
        let (token, other) = (try signIn(anna), try signIn(anna))
        #expect(sendOutdated(token, drawnFor: other, to: path).status == .forbidden)
        #expect(try kept() == 0)
    }

    @Test func `of who is not signed in it is refused`() throws {
        let (token, other) = (try signIn(anna), try signIn(anna))
        try portal.database().run("UPDATE session SET is_complete = 0")
        #expect(sendOutdated(token, drawnFor: other).status == .forbidden)
        moment.pass(3_600)
        #expect(sendOutdated(token, drawnFor: other).status == .forbidden)
        #expect(sendOutdated(nil, drawnFor: other).status == .forbidden)
        #expect(try kept() == 0)
    }

    @Test func `too much is not kept`() throws {
        let token = try signIn(anna)
        moment.pass(3_600)
        let typed = "name=" + String(repeating: "a", count: HeldSubmission.mostBytes)
        #expect(
            post("/things/one", token, typed).headers["Location"]
                == "/sign-in?next=%2Fthings%2Fone")
        #expect(try kept() == 0)
    }
}
