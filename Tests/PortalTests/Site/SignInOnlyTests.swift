import HTTPServer
import SQLite
import Testing

@testable import Portal

/// A portal that is closed to those who have not signed in.
@Suite struct SignInOnlyTests {
    private let portal: TestPortal
    /// What nobody may learn who has not signed in.
    private let names: [String]

    init() throws {
        let loaded = try TestPortal()
        var settings = loaded.settings
        settings.isPublic = false
        portal = try TestPortal(over: loaded.folder, settings)
        names = try portal.database().all(
            "SELECT title FROM measure UNION SELECT title FROM strategy UNION SELECT title FROM board"
        ) { row throws(SQLError) in try row("title") }
    }

    /// Pages that are open all the same.
    private static let open: Set = ["/accessibility", "/cookies", "/privacy", "/contact"]

    @Test func `everything that was published leads to sign in, and back`() throws {
        let site = try portal.site()
        for path in try Crawl.harbourside.get().pages.keys.sorted() {
            let response = site.respond(
                to: Request(.get, path, headers: ["Accept": "text/html"]))
            let isFile = response.route == "/*file"
            let isOwn = path.hasPrefix(AccountLinks.signIn)
            guard !isFile, !isOwn, !Self.open.contains(path) else {
                #expect(response.status == .ok || isOwn, "\(path)")
                continue
            }
            #expect(response.status == .seeOther, "\(path)")
            #expect(response.headers["Location"] == AccountLinks.signIn(backTo: path), "\(path)")
            #expect(response.body.isEmpty, "\(path)")
            #expect(response.headers["Cache-Control"] == "no-store", "\(path)")
            #expect(response.headers["X-Robots-Tag"] == "noindex", "\(path)")
        }
    }

    @Test(arguments: [
        "/accessibility", "/contact", "/nothing", "/measures/custody?format=x",
        "/measures/nothing", "/scorecards/nothing", "/search?q=custody", "/data/figures.csv",
        "/data/nothing.csv", "/measures/custody/withheld", "/measures?status=x", "/%00",
    ])
    func `no answer names what is inside`(path: String) throws {
        for method in [Method.get, .post, .put, .delete] {
            let answer = try portal.ask(Request(method, path, headers: ["Accept": "text/html"]))
            for name in names {
                #expect(!answer.source.contains(name), "\(method.rawValue) \(path): \(name)")
            }
            #expect(answer.response.headers["Cache-Control"] == "no-store")
            #expect(answer.response.headers["X-Robots-Tag"] == "noindex")
        }
        #expect(names.count > 15)
    }

    @Test func `files for every page stay, and robots are sent away`() throws {
        #expect(try portal.get("/portal.css").status == .ok)
        #expect(try portal.get("/robots.txt").source == "User-agent: *\nDisallow: /\n")
        #expect(try !get("/robots.txt").source.contains("Disallow: /\n"))
        #expect(try get("/").response.headers["X-Robots-Tag"] == nil)
    }

    @Test func `who has a role reads on`() throws {
        var reader = try portal.member("anna", .reader)
        let answer = reader.get("/measures/custody")
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        let nobody = try portal.addPerson("norole")
        let refused = try portal.get("/measures/custody", portal.session(of: nobody))
        #expect(refused.status == .forbidden)
        for name in names { #expect(!refused.source.contains(name)) }
    }
}
