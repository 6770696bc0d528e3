import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct SecurityFieldsTests {
    private static let fields = [
        "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin",
        "Cross-Origin-Opener-Policy: same-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
    ]

    @Test func `every page and file that can be reached has them, once`() throws {
        for page in try Crawl.everywhere {
            #expect(Self.isKept(page.fields), "\(page.path)")
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
