import HTTPServer
import Mustache
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
            let answer = try ask(Request(method, path, headers: ["Accept": "text/html"]))
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
        let request = Request(.get, "/scorecards/schools", headers: ["Accept": "text/html"])
        try expectProblem(portal, Answer(site.respond(to: request)))
    }

    @Test func `a page that fails does not bring the others down`() throws {
        let portal = try TestPortal()
        try portal.database().run("ALTER TABLE statement RENAME TO moved")
        let site = try portal.site()
        #expect(site.respond(to: Request(.get, "/")).status == .internalServerError)
        #expect(site.respond(to: Request(.get, "/scorecards/schools")).status == .ok)
        #expect(site.respond(to: Request(.get, "/nowhere")).status == .notFound)
    }

    @Test(arguments: ["*/*", "application/json", "text/plain, */*;q=0.8", nil])
    func `who does not name HTML gets a line`(_ accept: String?) throws {
        for (method, path, line) in [
            (
                Method.get, "/measures/tides",
                "404 Not Found: there is nothing at this address; check how it is written. "
            ),
            (
                .post, "/",
                "405 Method Not Allowed: this address does not take the method; "
                    + "use one that the field Allow names. "
            ),
        ] {
            var request = Request(method, path)
            if let accept { request.headers.set("Accept", accept) }
            let answer = try ask(request)
            request.headers.set("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            let page = try ask(request)
            #expect(answer.source == "\(line)(request \(request.id))\n")
            #expect(answer.response.headers["Content-Type"] == "text/plain; charset=utf-8")
            #expect(answer.status == page.status)
            for name in ["Allow", "Content-Security-Policy", "Vary"] {
                #expect(answer.response.headers[name] == page.response.headers[name])
            }
            #expect(page.response.headers["Content-Type"] == "text/html; charset=utf-8")
            #expect(page.response.headers["Vary"] == "Accept")
        }
    }

    @Test func `a line does not repeat what was sent`() throws {
        let path = "/measures/%3Cscript%3E%0Aalert"
        let line = try ask(Request(.get, path)).source
        #expect(!line.contains("alert"))
        #expect(line.split(separator: "\n").count == 1)
    }

    @Test func `a fault of ours is told in a line, too, with the number in the log`() throws {
        let portal = try TestPortal()
        try portal.database().run("ALTER TABLE statement RENAME TO moved")
        let answer = try portal.ask(Request(.get, "/"))
        #expect(answer.status == .internalServerError)
        let number = Request(.get, "/").id
        #expect(portal.log.lines.first?.hasPrefix("error \(number) GET /: ") == true)
        #expect(
            answer.source
                == "500 Internal Server Error: the fault is ours and nothing was saved; try again "
                + "later. (request \(number))\n")
    }

    @Test func `somebody who may not read a page is told so`() throws {
        let answer = try refused(.forbidden(nil))
        #expect(answer.status == .forbidden)
        #expect(try answer.main.first("h1")?.text == "You do not have access")
    }

    @Test func `what cannot be understood is told why`() throws {
        let answer = try refused(.badRequest("Say <when>."))
        #expect(answer.status == .badRequest)
        #expect(try answer.main.first(class: "lede")?.text == "Say <when>.")
        #expect(answer.source.contains("Say &lt;when&gt;."))
        let line = try refused(.badRequest("Say when."), accept: "*/*")
        #expect(line.source == "400 Bad Request: Say when. (request \(Request(.get, "/").id))\n")
    }

    /// What is answered when a handler refuses.
    private func refused(
        _ refusal: Refusal, accept: String = "text/html"
    ) throws -> Answer {
        let request = Request(.get, "/", headers: ["Accept": accept])
        let site = try TestPortal.harbourside.get().site()
        return Answer(site.explain(refusal, to: request, .stranger))
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
