import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct HomeRoutesTests {
    @Test func `the portal is healthy when its database answers`() throws {
        let answer = try get("/health")
        #expect(answer.status == .ok)
        #expect(answer.source == "ok\n")
    }

    @Test func `the portal is not healthy when its database does not`() throws {
        let portal = try TestPortal()
        try portal.database().run("DROP TABLE load")
        #expect(try portal.get("/health").status == .internalServerError)
    }
}
