import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What a reader and the sender of a form are told when the database can do nothing for now.
@Suite struct HindranceTests {
    private let portal: TestPortal
    private let site: Site
    private let token: SessionToken
    private let other: Database

    init() throws {
        portal = try TestPortal()
        var routes = Routes()
        // Each makes its connection what it is called.
        let ways: [(String, SQL)] = [
            ("/busy", "PRAGMA busy_timeout = 0"), ("/full", "PRAGMA max_page_count = 1"),
            ("/read-only", "PRAGMA query_only = ON"),
        ]
        for (path, pragma) in ways {
            routes.post(path, .useAccount) { _, visit, _ in
                try visit.database.run(pragma)
                return try visit.once { try Self.write(visit) }
            }
        }
        routes.post("/secret", .useAccount, keeping: .nothing) { _, visit, _ in
            try visit.database.run("PRAGMA query_only = ON")
            return try visit.once { try Self.write(visit) }
        }
        routes.get("/page", .readAlways) { _, visit in try Self.write(visit) }
        site = try portal.site(routes)
        other = try portal.database()
        token = try portal.session(of: portal.addPerson("anna", .reader))
    }

    private static func write(_ visit: Visit) throws -> Response {
        let long = String(repeating: "x", count: 5_000_000)
        try visit.database.run(
            "UPDATE person SET service = \(long)")
        return .seeOther("/page")
    }

    private var headers: Headers {
        ["Accept": "text/html", "Host": "localhost", "Cookie": "session=\(token.text)"]
    }

    private func post(_ target: String, accepting accept: String = "text/html") throws -> Answer {
        var headers = headers
        headers.set("Accept", accept)
        headers.add("Content-Type", "application/x-www-form-urlencoded")
        let form = FormToken.text(token, portal.settings.random)
        let key = Submission.newKey(portal.settings.random)
        let body = "csrf_token=\(form)&submission_key=\(key)&words=%3Cb%3E+%26+more&do=draft"
        let request = Request(.post, target, headers: headers, body: Array(body.utf8))
        // Another has the lock of writing, which the first address alone minds.
        return try target.hasPrefix("/busy")
            ? other.transaction { Answer(site.respond(to: request)) }
            : Answer(site.respond(to: request))
    }

    @Test(arguments: [
        ("/busy?page=2", HTTPStatus.serviceUnavailable, "5", "We could not save that just yet"),
        ("/full", .insufficientStorage, "60", "We cannot save anything at the moment"),
        ("/read-only", .serviceUnavailable, "60", "We cannot save anything at the moment"),
    ])
    func `a form that cannot be saved comes back with what was typed, to be sent again`(
        _ target: String, _ status: HTTPStatus, _ patience: String, _ heading: String
    ) throws {
        let answer = try post(target)
        #expect(answer.status == status)
        #expect(answer.response.headers["Retry-After"] == patience)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(!answer.response.isCompressible)
        let main = try answer.main
        #expect(main.first("h1")?.text == heading)
        #expect(main.text.contains("Nothing that you sent was saved or changed."))
        let form = try #require(main.first("form"))
        #expect(form["action"] == target)
        let fields = form.all("input").filter {
            !["csrf_token", "submission_key"].contains($0["name"])
        }
        #expect(fields.map { $0["name"] } == ["words", "do"])
        #expect(fields.map { $0["value"] } == ["<b> & more", "draft"])
        #expect(fields.allSatisfy { $0["type"] == "hidden" })
        #expect(portal.log.lines.count == 1)
    }

    @Test func `who does not name HTML gets a line`() throws {
        let answer = try post("/read-only", accepting: "*/*")
        #expect(answer.status == .serviceUnavailable)
        #expect(
            answer.source.hasPrefix(
                "503 Service Unavailable: the database can only be read and nothing was saved; "
                    + "try again when Retry-After says. (request "))
    }

    @Test func `what holds a secret is not sent back`() throws {
        let answer = try post("/secret")
        #expect(answer.status == .serviceUnavailable)
        #expect(try answer.main.all("form").isEmpty)
        #expect(!answer.source.contains("more&"))
        #expect(try answer.main.text.contains("go back and try again"))
    }

    @Test func `a page that cannot be read says that nothing is lost`() throws {
        let answer = Answer(site.respond(to: Request(.get, "/page", headers: headers)))
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.response.headers["Retry-After"] == "60")
        #expect(try answer.main.first("h1")?.text == "We cannot show this page at the moment")
    }

    @Test func `a connection that cannot be opened is an obstacle, too`() throws {
        var settings = portal.settings
        settings.database = "/nowhere/portal.sqlite"
        let trouble = #expect(throws: DatabaseTrouble.self) {
            try Database.open(settings, .readWrite)
        }
        #expect(Hindrance(try #require(trouble))?.obstacle == .failing)
        #expect(Hindrance(Refusal.notFound).map(\.obstacle) == nil)
    }
}
