import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct SecurityFieldsTests {
    private static let fields = [
        "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: same-origin",
        "Cross-Origin-Opener-Policy: same-origin", "Cross-Origin-Resource-Policy: same-origin",
        "Permissions-Policy: accelerometer=(), camera=(), display-capture=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), "
            + "publickey-credentials-get=(), usb=()",
    ]

    @Test func `every page and file that can be reached has them, once`() throws {
        for page in try Crawl.everywhere {
            // The way in has a script.
            let fields = page.fields.map { field in
                page.path.hasPrefix(AccountLinks.signIn)
                    ? field.replacing("; script-src 'self'; connect-src 'self'", with: "") : field
            }
            #expect(Self.isKept(fields), "\(page.path)")
        }
    }

    @Test(arguments: [
        "/nowhere", "/measures/no", "/health", "/ready", "/metrics", "/robots.txt",
        "/scorecards/x?period=y",
    ])
    func `what is not linked and what is not there has them`(_ path: String) throws {
        #expect(Self.isKept(try get(path).response))
    }

    @Test func `a method that is not taken has them`() throws {
        let portal = try TestPortal.harbourside.get()
        #expect(Self.isKept(try portal.ask(Request(.post, "/")).response))
        #expect(Self.isKept(try portal.ask(Request(.delete, "/portal.css")).response))
    }

    @Test func `a file that is still the same has them`() throws {
        let portal = try TestPortal.harbourside.get()
        let tag = try #require(try portal.get("/portal.css").response.headers["ETag"])
        let answer = try portal.ask(
            Request(.get, "/portal.css", headers: ["If-None-Match": tag]))
        #expect(answer.status == .notModified)
        #expect(Self.isKept(answer.response))
    }

    @Test func `a fault of ours has them`() throws {
        let portal = try TestPortal()
        try portal.database().run("ALTER TABLE statement RENAME TO moved")
        let answer = try portal.get("/")
        #expect(answer.status == .internalServerError)
        #expect(Self.isKept(answer.response))
    }

    @Test(arguments: [true, false])
    func `what is not even a request has them`(_ wantsPage: Bool) throws {
        let plan = try TestPortal.harbourside.get().plan
        for status in [HTTPStatus.badRequest, .uriTooLong, .serviceUnavailable] {
            #expect(Self.isKept(plan.errorResponse(status, wantsPage, Self.id)))
        }
    }

    @Test func `a page for somebody who has signed in may run our script, and no other`() throws {
        let portal = try TestPortal()
        var anna = try portal.member("anna", .reader)
        for path in ["/help", "/nowhere", "/admin"] {
            let answer = anna.get(path)
            #expect(
                answer.response.headers["Content-Security-Policy"]
                    == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'; script-src 'self'; "
                    + "connect-src 'self'")
            let scripts = try answer.page.all("script").compactMap { $0["src"] }
            #expect(scripts == [portal.plan.content.current.publicFiles.link(to: "portal.js")])
        }
        #expect(try portal.get("/help").page.all("script").isEmpty)
    }

    @Test(arguments: ["/help", "/portal.css", "/health", "/nowhere", "/.well-known/security.txt"])
    func `over TLS, browsers are to come back so, and else nothing is said of it`(
        _ path: String
    ) throws {
        let portal = try TestPortal.harbourside.get()
        var request = Request(.get, path)
        #expect(try portal.ask(request).response.headers["Strict-Transport-Security"] == nil)
        request.scheme = "https"
        #expect(
            try portal.ask(request).response.headers["Strict-Transport-Security"]
                == "max-age=31536000")
    }

    @Test(arguments: [("https://a.example", "max-age=31536000"), ("http://a.example", nil)])
    func `what is not even a request is answered as the portal is found`(
        _ origin: String, _ field: String?
    ) throws {
        var settings = try TestPortal.harbourside.get().settings
        settings.origin = origin
        let response = try SitePlan(settings).errorResponse(.badRequest, true, Self.id)
        #expect(response.headers["Strict-Transport-Security"] == field)
        #expect(response.headers["Cache-Control"] == "no-store")
    }

    @Test func `an error is not kept, and neither is anything that is for one person`() throws {
        let portal = try TestPortal()
        var anna = try portal.member("anna", .reader)
        let asked = [try portal.get("/nowhere"), anna.get("/help"), anna.get("/nowhere")]
        for answer in asked {
            #expect(answer.response.headers.all("Cache-Control") == ["no-store"])
            #expect(answer.response.headers["ETag"] == nil)
        }
        #expect(try portal.get("/help").response.headers["Cache-Control"] == "no-cache")
    }

    private static let id = Request(.get, "/").id

    private static func isKept(_ response: Response) -> Bool {
        isKept(response.headers.map { "\($0.name): \($0.value)" })
    }

    private static func isKept(_ sent: [String]) -> Bool {
        fields.allSatisfy { field in
            let name = field.prefix { $0 != ":" }
            return sent.filter { $0.hasPrefix("\(name):") } == [field]
        }
    }
}
