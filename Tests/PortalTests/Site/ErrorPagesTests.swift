import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct ErrorPagesTests {
    @Test(arguments: ["/nowhere", "/scorecards/no", "/measures/no", "/strategies/no", "/a/b/c"])
    func `what is not found is a page that leads on`(_ path: String) throws {
        let answer = try get(path)
        #expect(answer.status == .notFound)
        #expect(answer.response.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(try answer.main.first("h1")?.text == "Page not found")
        #expect(try !answer.main.all("a").isEmpty)
    }

    @Test func `what was asked for comes back as text and not as markup`() throws {
        let answer = try get("/measures/%3Cscript%3Ealert(1)%3C%2Fscript%3E")
        #expect(answer.status == .notFound)
        #expect(answer.source.contains("“&lt;script&gt;alert(1)&lt;/script&gt;”"))
        #expect(!answer.source.contains("<script"))
    }

    @Test(arguments: [Method.post, .put, .patch, .delete])
    func `a page takes no other method and says which it takes`(_ method: Method) throws {
        for path in ["/", "/scorecards/schools", "/measures/births", "/help", "/portal.css"] {
            let answer = try ask(Request(method, path))
            #expect(answer.status == .methodNotAllowed)
            #expect(try answer.main.first("h1")?.text == "That cannot be done here")
            #expect(answer.response.headers["Allow"] == "GET, HEAD, OPTIONS")
        }
    }

    @Test func `HEAD is answered as GET`() throws {
        #expect(try ask(Request(.head, "/measures/births")).status == .ok)
        #expect(try ask(Request(.head, "/measures/tides")).status == .notFound)
    }

    @Test func `a page that fails for want of a table gives a number, which is in the log`() throws
    {
        let portal = try TestPortal()
        try portal.database().run("ALTER TABLE statement RENAME TO moved")
        try expectProblem(portal, try portal.get("/"))
        #expect(portal.log.lines.first?.contains(" GET /: ") == true)
        #expect(portal.log.lines.first?.contains("no such table: statement") == true)
    }

    @Test func `a page that fails for a damaged file gives a number, which is in the log`() throws {
        let portal = try TestPortal()
        let site = try portal.site()
        try portal.folder.damage(
            "portal.sqlite", with: [UInt8](repeating: 0x5a, count: 400_000))
        try expectProblem(portal, Answer(site.respond(to: Request(.get, "/scorecards/schools"))))
    }

    @Test func `a page that fails does not bring the others down`() throws {
        let portal = try TestPortal()
        try portal.database().run("ALTER TABLE statement RENAME TO moved")
        let site = try portal.site()
        #expect(site.respond(to: Request(.get, "/")).status == .internalServerError)
        #expect(site.respond(to: Request(.get, "/scorecards/schools")).status == .ok)
        #expect(site.respond(to: Request(.get, "/nowhere")).status == .notFound)
    }

    @Test(arguments: [
        (HTTPStatus.badRequest, "We could not understand that request"),
        (.contentTooLarge, "We could not understand that request"),
        (.requestTimeout, "We could not understand that request"),
        (.serviceUnavailable, "The service is not available"),
    ])
    func `what is not even a request gets a page, or a line`(
        status: HTTPStatus, heading: String
    ) throws {
        let plan = try TestPortal.harbourside.get().plan
        let id = try #require(RequestID("edge-7"))
        let page = Answer(plan.errorResponse(status, true, id))
        #expect(page.status == status)
        #expect(try page.main.first("h1")?.text == heading)
        #expect(try page.main.first("strong")?.text == "edge-7")
        let line = Answer(plan.errorResponse(status, false, id))
        #expect(line.status == status)
        #expect(line.source == "\(status.rawValue) \(status.reason) (request edge-7)\n")
    }

    @Test func `somebody who may not read a page is told so`() throws {
        let portal = try TestPortal.harbourside.get()
        let visit = Visit(
            database: try portal.database(), templates: portal.plan.content.current.templates,
            frame: Frame(portal.settings), settings: portal.settings, reader: .visitor,
            parameters: PathParameters(), watch: portal.plan.watch)
        let request = Request(.get, "/")
        let answer = Answer(try ErrorPages.page(.forbidden, request, visit))
        #expect(answer.status == .forbidden)
        #expect(try answer.main.first("h1")?.text == "You do not have access")
        let refused = Answer(try ErrorPages.page(.badRequest("Say <when>."), request, visit))
        #expect(refused.status == .badRequest)
        #expect(refused.source.contains("Say &lt;when&gt;."))
    }

    /// The page tells a number and nothing of what is inside; the log has both, in one line.
    private func expectProblem(_ portal: TestPortal, _ answer: Answer) throws {
        #expect(answer.status == .internalServerError)
        #expect(try answer.main.first("h1")?.text == "Sorry, there is a problem with the service")
        let number = try #require(try answer.main.first("strong")?.text)
        #expect(!number.isEmpty)
        #expect(portal.log.lines.count == 1)
        #expect(portal.log.lines.first?.hasPrefix("error \(number) GET /") == true)
        #expect(portal.log.lines.first?.contains("\n") == false)
        for inside in ["SELECT", "SQLite", "no such table", "malformed", portal.folder.path] {
            #expect(!answer.source.contains(inside))
        }
    }

    private func ask(_ request: Request) throws -> Answer {
        try TestPortal.harbourside.get().ask(request)
    }
}
