import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct PageCacheTests {
    /// A site of Harbourside that keeps pages, and what it counts.
    private struct KeepingSite {
        let portal: TestPortal
        let plan: SitePlan
        let site: Site

        init(
            _ portal: TestPortal? = nil, limit: Int = 4 << 20,
            adjust: (inout Settings) -> Void = { _ in }
        ) throws {
            self.portal = try portal ?? TestPortal.harbourside.get()
            var settings = self.portal.settings
            settings.pageCache = limit
            adjust(&settings)
            plan = try TestPortal.plan(settings)
            site = try self.portal.site(of: plan)
        }

        func get(_ target: String, _ headers: Headers = [:]) -> Response {
            site.respond(to: Request(.get, target, headers: headers))
        }

        /// The same twice, after which it is kept if it can be.
        func keep(_ target: String, _ headers: Headers = [:]) -> Response {
            _ = get(target, headers)
            return get(target, headers)
        }

        func count(_ name: String) -> Int {
            let line = plan.watch.metrics.split(separator: "\n").first {
                $0.hasPrefix("page_cache_\(name) ")
            }
            return line?.split(separator: " ").last.flatMap { Int($0) } ?? -1
        }

        var hits: Int { count("hits_total") }
        var entries: Int { count("entries") }
    }

    @Test func `a page that is asked for again is kept, and sent as it was drawn`() throws {
        let site = try KeepingSite()
        let first = site.get("/measures")
        #expect(site.entries == 0)
        _ = site.get("/measures")
        #expect(site.entries == 1)
        #expect(site.hits == 0)
        let third = site.get("/measures")
        #expect(site.hits == 1)
        #expect(third.body == first.body)
        #expect(third.route == "/measures")
        // The server adds that it can be had compressed, as it does to the one drawn anew.
        #expect(Self.lines(third).filter { $0 != "Vary: Accept-Encoding" } == Self.lines(first))
    }

    @Test func `a page is kept for those who take gzip, and for those who do not`() throws {
        let site = try KeepingSite()
        _ = site.keep("/measures", ["Accept-Encoding": "gzip"])
        let compressed = site.get("/measures", ["Accept-Encoding": "br, gzip"])
        #expect(site.hits == 1)
        #expect(compressed.headers["Content-Encoding"] == "gzip")
        let plain = site.get("/measures")
        #expect(site.hits == 1)
        #expect(plain.headers["Content-Encoding"] == nil)
        #expect(compressed.body.count < plain.body.count / 3)
    }

    @Test func `what is written is read at once, whoever writes it`() throws {
        let portal = try TestPortal()
        let site = try KeepingSite(portal)
        let before = try Answer(site.keep("/measures/births")).text
        #expect(site.entries == 1)
        let writer = try portal.database()
        try writer.run("UPDATE measure SET title = 'Babies born' WHERE slug = 'births'")
        let after = try Answer(site.get("/measures/births")).text
        #expect(!before.contains("Babies born"))
        #expect(after.contains("Babies born"))
        #expect(site.hits == 0)
        // It was kept before, so that once is enough now.
        _ = site.get("/measures/births")
        #expect(site.hits == 1)
    }

    @Test func `each commit has pages drawn anew, also one that is of no page`() throws {
        let portal = try TestPortal()
        let site = try KeepingSite(portal)
        _ = site.keep("/measures/births")
        try portal.database().run("INSERT INTO sign_in_failure VALUES ('somebody', 1, 1)")
        _ = site.get("/measures/births")
        #expect(site.hits == 0)
    }

    @Test func `pages are drawn anew when the day changes`() throws {
        let moment = TestMoment()
        let site = try KeepingSite { $0.today = { Day(number: moment.now() / 86_400) } }
        _ = site.keep("/measures")
        moment.pass(86_400)
        _ = site.get("/measures")
        #expect(site.hits == 0)
        _ = site.get("/measures")
        #expect(site.hits == 1)
    }

    @Test func `pages are drawn anew from settings and templates that are read anew`() throws {
        let site = try KeepingSite()
        _ = site.keep("/help")
        try site.plan.reload()
        _ = site.get("/help")
        #expect(site.hits == 0)
        _ = site.get("/help")
        #expect(site.hits == 1)
    }

    @Test func `who shows a session is given no kept page, and theirs is not kept`() throws {
        let portal = try AccountPortal()
        let site = try KeepingSite(portal.portal)
        _ = site.keep("/measures")
        let entries = site.entries
        let cookie = "session=\(SessionToken(portal.portal.settings.random).text)"
        for _ in 0..<3 {
            _ = site.get("/measures", ["Cookie": "a=b; \(cookie)"])
            _ = site.get("/help", ["Cookie": "session="])
        }
        #expect(site.hits == 0)
        #expect(site.entries == entries)
        // Other cookies are of other programs on the same host.
        _ = site.get("/measures", ["Cookie": "_ga=GA1.1; other_session=1"])
        #expect(site.hits == 1)
    }

    @Test(arguments: [
        "/sign-in", "/health", "/ready", "/metrics", "/accessibility", "/contact", "/nowhere",
        "/measures/nothing", "/measures?format=nothing", "/sign-in/help",
    ])
    func `what is not the same for all, or is no page, is not kept`(_ path: String) throws {
        let site = try KeepingSite()
        for _ in 0..<3 { _ = site.get(path) }
        #expect(site.entries == 0)
        #expect(site.hits == 0)
    }

    @Test(arguments: [Method.head, .post, .options])
    func `only what is read is kept`(_ method: HTTPServer.Method) throws {
        let site = try KeepingSite()
        for _ in 0..<3 { _ = site.site.respond(to: Request(method, "/measures")) }
        #expect(site.hits == (method == .head ? 1 : 0))
    }

    @Test func `where nothing is open to strangers, or nothing is to be kept, nothing is`() throws {
        let closed = try KeepingSite { $0.isPublic = false }
        let without = try KeepingSite(limit: 0)
        let editing = try KeepingSite { $0.reloadsTemplates = true }
        for site in [closed, without, editing] {
            for _ in 0..<2 { _ = site.get("/help") }
            #expect(site.entries == 0)
            #expect(site.hits == 0)
        }
    }

    @Test func `over TLS a page says so also when it was kept`() throws {
        let site = try KeepingSite()
        var request = Request(.get, "/help")
        _ = site.keep("/help")
        request.scheme = "https"
        for _ in 0..<3 {
            let page = site.site.respond(to: request)
            #expect(page.headers["Strict-Transport-Security"] == "max-age=31536000")
        }
        #expect(site.get("/help").headers["Strict-Transport-Security"] == nil)
        #expect(site.hits == 2)
    }

    /// One page of each kind, asked for by others in other ways at another moment: what
    /// `Demand.isSameForStrangers` says of them.
    @Test func `published pages are the same whoever asks, with whatever, at any moment`() throws {
        let site = try KeepingSite(limit: 0) {
            $0.now = { 2_000_000_000 }
            $0.random = { [UInt8](repeating: 7, count: $0) }
        }
        var patterns: Set<String> = []
        let pages = try Crawl.harbourside.get().pages.values.sorted { $0.path < $1.path }
        for page in pages where page.status == .ok {
            guard case .found(let route, _) = TestPortal.routes.router.match(.get, page.address),
                route.demand.isSameForStrangers,
                patterns.insert(route.pattern + (page.isSheet ? "?" : "")).inserted
            else { continue }
            var request = Request(
                .get, page.path,
                headers: [
                    "Host": "other.example", "User-Agent": "other", "Accept": "*/*",
                    "Accept-Language": "cy", "Cookie": "a=b", "Referer": "https://other.example/",
                    "X-Forwarded-For": "10.1.1.1", "Origin": "https://other.example",
                ], peerAddress: "192.0.2.7")
            request.content = Content([1, 2, 3])
            let answer = Answer(site.site.respond(to: request))
            #expect(answer.source == page.source, "\(page.path)")
            // That says when the site had read its templates.
            let fields = [Self.lines(answer.response), page.fields].map { lines in
                lines.filter { !$0.hasPrefix("Last-Modified:") }
            }
            #expect(fields[0] == fields[1], "\(page.path)")
        }
        #expect(patterns.count > 30)
    }

    @Test func `kept pages take no more than their room, and those go that were not asked for`()
        throws
    {
        let site = try KeepingSite(limit: 200_000)
        _ = site.keep("/help")
        let one = site.count("bytes")
        for number in 0..<30 {
            _ = site.keep("/help?a=\(number)")
            _ = site.get("/help")
            #expect(site.count("bytes") <= 200_000)
        }
        // The addresses are not all of one length.
        #expect((200_000 / (one + 5)...200_000 / one).contains(site.entries))
        #expect(site.hits == 30)
        let hits = site.hits
        _ = site.get("/help?a=29")
        #expect(site.hits == hits + 1)
        _ = site.get("/help?a=0")
        #expect(site.hits == hits + 1)
    }

    @Test func `invented addresses push nothing out`() throws {
        let site = try KeepingSite(limit: 200_000)
        _ = site.keep("/help")
        let bytes = site.count("bytes")
        for number in 0..<60 { _ = site.get("/help?nonsense=\(number)") }
        #expect(site.count("bytes") == bytes)
        _ = site.get("/help")
        #expect(site.hits == 1)
    }

    @Test func `a page that is large for the room there is is not kept`() throws {
        let site = try KeepingSite(limit: 20_000)
        _ = site.keep("/help")
        #expect(site.entries == 0)
        #expect(site.count("bytes") == 0)
    }

    private static func lines(_ response: Response) -> [String] {
        response.headers.map { "\($0.name): \($0.value)" }
    }
}
