import HTTPServer
import SQLite
import Testing

@testable import Portal

/// With what requests come, and what is kept of the answers.
@Suite struct ArrivingTests {
    private let portal: TestPortal
    private let token: SessionToken

    init() throws {
        portal = try TestPortal()
        token = try portal.session(of: portal.addPerson("anna", .officer))
    }

    private func page(cookie: String, path: String = "/help") throws -> Answer {
        try portal.ask(
            Request(.get, path, headers: ["Accept": "text/html", "Cookie": cookie]))
    }

    private func isKnown(_ answer: Answer) -> Bool { answer.source.contains("Anna") }

    @Test func `the token says who it is, wherever it stands among cookies`() throws {
        for cookie in [
            "session=\(token.text)", "a=b; session=\(token.text)", "session=\(token.text); c",
            "xsession=1;session=\(token.text)",
        ] {
            #expect(isKnown(try page(cookie: cookie)), "\(cookie)")
        }
    }

    @Test func `anything else is a stranger's`() throws {
        let text = token.text
        let foreign = SessionToken(Randomness.bytes).text
        for cookie in [
            "", "session", "session=", "session=;", "session=\(text.dropLast())",
            "session=\(text)A", "session=\"\(text)\"", "Session=\(text)", "__Host-session=\(text)",
            "session=\(foreign)", "session=\(token.digest)", "session=%41\(text.dropFirst())",
            "sessionx=\(text)", "session =\(text)",
            // Of two the first counts, as it does for every other part of the site.
            "session=\(foreign); session=\(text)", "session=x; session=\(text)",
        ] {
            #expect(!isKnown(try page(cookie: cookie)), "\(cookie)")
        }
    }

    @Test func `over TLS only the cookie counts that no other host can set`() throws {
        for (name, isKnown) in [("__Host-session", true), ("session", false)] {
            var request = Request(
                .get, "/help", headers: ["Accept": "text/html", "Cookie": "\(name)=\(token.text)"])
            request.scheme = "https"
            #expect(self.isKnown(try portal.ask(request)) == isKnown, "\(name)")
        }
    }

    @Test func `half a sign-in is nobody yet`() throws {
        let half = try portal.session(
            of: portal.addPerson("ben", .administrator), isComplete: false)
        let answer = try portal.get("/help", half)
        #expect(!answer.source.contains("Ben"))
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(try portal.get("/measures/custody/withheld", half).status == .seeOther)
    }

    // MARK: What is kept

    @Test(arguments: [
        "/", "/help", "/measures/custody", "/measures/custody?format=csv",
        "/measures/custody/withheld", "/nothing", "/measures/nothing", "/help?format=csv",
        "/help?format=x", "/contact",
    ])
    func `nothing that is answered to somebody is kept`(path: String) throws {
        for method in [Method.get, .head, .put] {
            let response = try portal.ask(
                Request(
                    method, path,
                    headers: ["Accept": "text/html", "Cookie": "session=\(token.text)"])
            ).response
            #expect(response.headers["Cache-Control"] == "no-store", "\(method.rawValue)")
            #expect(response.headers["ETag"] == nil)
            #expect(response.headers["Last-Modified"] == nil)
        }
    }

    @Test(arguments: ["/", "/help", "/measures/custody", "/measures/nothing", "/contact"])
    func `a visitor's page is the same with and without a token of nobody`(path: String) throws {
        let cookie = "session=\(SessionToken(Randomness.bytes).text)"
        let (plain, anonymous) = (try portal.get(path), try page(cookie: cookie, path: path))
        #expect(anonymous.response.status == plain.response.status)
        // The number of the request is on pages of errors.
        if plain.status == .ok { #expect(anonymous.source == plain.source) }
        #expect(anonymous.response.headers["ETag"] == plain.response.headers["ETag"])
        #expect(anonymous.response.headers["Set-Cookie"] == nil)
        #expect(plain.response.headers["Set-Cookie"] == nil)
        #expect(!plain.source.contains(FormToken.field))
    }

    @Test func `what is asked for HEAD is let in as what is asked for GET`() throws {
        func status(_ method: HTTPServer.Method, _ cookie: Headers) throws -> HTTPStatus {
            try portal.ask(Request(method, "/measures/custody/withheld", headers: cookie)).status
        }
        let mine: Headers = ["Cookie": "session=\(token.text)"]
        let reader = try portal.session(of: portal.addPerson("rita", .reader))
        let hers: Headers = ["Cookie": "session=\(reader.text)"]
        for method in [Method.get, .head] {
            #expect(try status(method, mine) == .ok)
            #expect(try status(method, hers) == .forbidden)
            #expect(try status(method, [:]) == .seeOther)
        }
        for method in [Method.put, .delete, .patch] {
            #expect(try status(method, mine) == .methodNotAllowed)
        }
    }
}
