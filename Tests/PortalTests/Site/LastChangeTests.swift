import HTTPServer
import Scorecard
import SQLite
import Testing

@testable import Portal

@Suite struct LastChangeTests {
    private let portal: TestPortal
    /// The midnight with which the portal's day begins.
    private let midnight: Int

    init() throws {
        portal = try TestPortal()
        midnight = portal.settings.today().number * 86_400
    }

    @Test func `a page was last changed when its day began, if nothing changed since`() throws {
        try setLoadTime("2001-01-01T00:00:00Z")
        var change = LastChange(contentReadAt: 1)
        let moment = try change.moment(portal.database(), portal.settings)
        #expect(moment.seconds == midnight)
    }

    @Test func `a page changes with the templates`() throws {
        try setLoadTime("2001-01-01T00:00:00Z")
        var change = LastChange(contentReadAt: midnight + 5)
        let moment = try change.moment(portal.database(), portal.settings)
        #expect(moment.seconds == midnight + 5)
    }

    @Test func `a page changes when figures are loaded while it is served`() throws {
        let database = try portal.database()
        try setLoadTime("2100-01-01T00:00:00Z")
        var change = LastChange(contentReadAt: 1)
        #expect(try change.moment(database, portal.settings).seconds == 4_102_444_800)
        try setLoadTime("2100-01-01T00:00:07Z")
        #expect(try change.moment(database, portal.settings).seconds == 4_102_444_807)
    }

    @Test func `a page changes when a round's figures are published`() throws {
        try setLoadTime("2001-01-01T00:00:00Z")
        // 15 July 2026 at noon.
        let moment = TestMoment(1_784_116_800)
        let portal = try TestPortal.collecting {
            $0.requiresSecondFactor = false
            $0.now = moment.now
        }
        let database = try portal.database()
        try database.run("UPDATE load SET loaded_at = '2001-01-01T00:00:00Z'")
        var lead = try portal.member("lea", .approver)
        let entries = try portal.openRound(by: lead)
        var change = LastChange(contentReadAt: 1)
        #expect(try change.moment(database, portal.settings).seconds == midnight)
        try portal.publish(
            entries[0].id, ["figure": "final", "v": "40"],
            by: portal.member("oli", .officer), and: &lead)
        #expect(try change.moment(database, portal.settings).seconds == moment.now())
    }

    @Test func `a browser that has the page already is not sent it again`() throws {
        let first = try portal.get("/measures").response
        let tag = try #require(first.headers["ETag"])
        #expect(try portal.get("/measures").response.headers["ETag"] == tag)
        #expect(first.headers["Last-Modified"] != nil)
        #expect(first.headers["Cache-Control"] == "no-cache")
        #expect(try portal.get("/help").response.headers["ETag"] != tag)
    }

    @Test func `an error has no tag by which it could be kept`() throws {
        let error = try portal.get("/nowhere").response
        #expect(error.headers["ETag"] == nil)
        #expect(error.headers["Last-Modified"] == nil)
    }

    private func setLoadTime(_ text: String) throws {
        try portal.database().run("UPDATE load SET loaded_at = \(text)")
    }
}
