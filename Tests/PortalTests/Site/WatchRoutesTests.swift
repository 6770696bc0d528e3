import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct WatchRoutesTests {
    @Test(arguments: [Method.get, .head])
    func `the portal is well when it answers, even without its database`(_ method: Method) throws {
        let portal = try TestPortal()
        let site = try portal.site()
        try portal.folder.damage(
            "portal.sqlite", with: [UInt8](repeating: 0x5a, count: 400_000))
        let answer = Answer(site.respond(to: Request(method, "/health")))
        #expect(answer.status == .ok)
        #expect(answer.source == "ok\n")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
        #expect(answer.response.headers["Content-Type"] == "text/plain; charset=utf-8")
        #expect(answer.response.route == "/health")
    }

    @Test(arguments: ["/health", "/ready", "/metrics"])
    func `what is asked by programs takes no other method`(_ path: String) throws {
        let answer = try TestPortal.harbourside.get().ask(Request(.post, path))
        #expect(answer.status == .methodNotAllowed)
        #expect(answer.response.headers["Allow"] == "GET, HEAD, OPTIONS")
    }

    @Test func `the portal is ready when its database is`() throws {
        let answer = try get("/ready")
        #expect(answer.status == .ok)
        #expect(answer.source == "ready\n")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
    }

    @Test(
        arguments: [
            "INSERT INTO schema_migration (number, name, digest) VALUES (99, 'later', 'x')",
            "UPDATE schema_migration SET digest = 'other' WHERE number = 1",
            "DELETE FROM schema_migration",
        ] as [SQL])
    func `a database of another version is not ready`(_ change: SQL) throws {
        let portal = try TestPortal()
        try portal.database().run(change)
        let answer = try portal.get("/ready")
        #expect(answer.status == .serviceUnavailable)
        #expect(
            answer.source == "not ready: the database has the schema of another version\n")
        #expect(answer.response.headers["Cache-Control"] == "no-store")
    }

    @Test func `a database that cannot be read is not ready, and no path is told`() throws {
        let portal = try TestPortal()
        try portal.database().run("DROP TABLE schema_migration")
        let answer = try portal.get("/ready")
        #expect(answer.status == .serviceUnavailable)
        #expect(answer.source == "not ready: the database cannot be read\n")
    }

    @Test(
        arguments: [
            ("127.0.0.1", nil, true), ("127.8.0.1", nil, true), ("::1", nil, true),
            ("unix", nil, true), ("192.0.2.1", nil, false), ("2001:db8::1", nil, false),
            ("127.0.0.1", "X-Forwarded-For", false), ("unix", "X-Forwarded-For", false),
            ("::1", "Forwarded", false),
        ] as [(String, HeaderName?, Bool)])
    func `numbers are for this machine, and others find no such page`(
        _ peer: String, _ field: HeaderName?, _ isShown: Bool
    ) throws {
        let portal = try TestPortal.harbourside.get()
        var request = Request(.get, "/metrics", peerAddress: peer)
        if let field { request.headers.add(field, "192.0.2.7") }
        let answer = try portal.ask(request)
        #expect(answer.status == (isShown ? .ok : .notFound))
        #expect((answer.response.headers["Content-Type"] == Exposition.contentType) == isShown)
        #expect(answer.source.contains("http_requests_total") == isShown)
        if !isShown { #expect(answer.source == (try portal.ask(Request(.get, "/nowhere")).source)) }
    }

    @Test func `where nobody asked for numbers there are none`() throws {
        let portal = try TestPortal { $0.showsMetrics = false }
        #expect(try portal.ask(Request(.get, "/metrics")).status == .notFound)
    }

    @Test func `the database's work is counted`() throws {
        let portal = try TestPortal()
        let site = try portal.site()
        for _ in 0..<3 { _ = site.respond(to: Request(.get, "/scorecards/schools")) }
        let text = Answer(site.respond(to: Request(.get, "/metrics"))).source
        var numbers: [String: Double] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("sqlite_") {
            let words = line.split(separator: " ")
            numbers[String(words[0])] = Double(words[1])
        }
        let hits = try #require(numbers["sqlite_statement_cache_hits_total"])
        let misses = try #require(numbers["sqlite_statement_cache_misses_total"])
        #expect(misses > 0)
        #expect(hits > misses)
        #expect(numbers["sqlite_statements_total"] == hits + misses)
        #expect(numbers["sqlite_statement_seconds_total"] ?? 0 > 0)
        #expect(numbers["sqlite_page_cache_hits_total"] ?? 0 > 0)
        #expect(numbers["sqlite_page_cache_misses_total"] ?? 0 > 0)
    }

    @Test(arguments: [
        ("/", "/"), ("/scorecards/schools", "/scorecards/:scorecard"), ("/portal.css", "/*file"),
        ("/ready", "/ready"), ("/nowhere", nil), ("/measures/no", nil),
    ])
    func `an answer names its route and never its path`(_ path: String, _ route: String?) throws {
        #expect(try get(path).response.route == route)
    }
}
