import HTTPServer
import SQLite
import Testing

@testable import Portal

/// When a session lives.
@Suite struct SessionTests {
    private let moment = TestMoment()
    private let portal: TestPortal

    init() throws {
        let moment = moment
        portal = try TestPortal { $0.now = moment.now }
    }

    /// Whether the browser that shows this token is somebody's.
    private func lives(_ token: SessionToken) throws -> Bool {
        try portal.get("/help", token).page.first(class: "masthead__you")?.text
            .contains("Sign out") ?? false
    }

    @Test(arguments: [
        // Used every 50 minutes: it ends with the twelve hours.
        (Array(repeating: 3_000, count: 14), true), (Array(repeating: 3_000, count: 15), false),
        ([3_599], true), ([3_600], false), ([3_599, 3_599], true), ([43_200], false),
        // A clock that is set back by hours signs nobody out; by more it was wrong for long.
        ([-300], true), ([-7_200], true), ([-43_200], true), ([-43_201], false),
        // From a clock that was ahead a session lives for twice twelve hours at most.
        ([-43_200] + Array(repeating: 3_599, count: 25), false),
        // Used an hour ahead of its time, then the clock is mended.
        ([3_000, -3_000], true), ([200, -200], true), ([7_200, -7_200], true),
        ([1_000_000_000], false),
    ])
    func `a session lasts as long as it is used, and not for ever`(
        _ steps: [Int], _ lives: Bool
    ) throws {
        let token = try portal.session(of: portal.addPerson("anna", .reader))
        let site = try portal.site()
        for step in steps {
            moment.pass(step)
            _ = site.respond(
                to: Request(.get, "/help", headers: ["Cookie": "session=\(token.text)"]))
        }
        #expect(try self.lives(token) == lives)
    }

    @Test func `a session that ended is over, whenever its token comes again`() throws {
        let person = try portal.addPerson("anna", .reader)
        let (token, other) = (
            try portal.session(of: person), try portal.session(of: person)
        )
        let session = try #require(try portal.database().session(token.digest))
        #expect(try lives(token) && lives(other))
        try portal.database().end(session: session.id, .signedOut, at: moment.now())
        #expect(try !lives(token))
        #expect(try lives(other))
        // The first reason is kept.
        try portal.database().end(session: session.id, .disabled, at: moment.now())
        #expect(try portal.database().session(token.digest)?.end == .signedOut)
    }

    @Test func `ending all sessions but one leaves that one`() throws {
        let person = try portal.addPerson("anna", .reader)
        let tokens = try (0..<3).map { _ in try portal.session(of: person) }
        let stranger = try portal.session(of: portal.addPerson("ben", .reader))
        let kept = try #require(try portal.database().session(tokens[1].digest))
        try portal.database().endSessions(
            of: person, but: kept.id, .passwordChanged, at: moment.now())
        #expect(try tokens.map(lives) == [false, true, false])
        #expect(try lives(stranger))
        try portal.database().endSessions(of: person, .signedOutElsewhere, at: moment.now())
        #expect(try tokens.map(lives) == [false, false, false])
    }

    @Test func `a person who is disabled is out at once, and back when enabled`() throws {
        let person = try portal.addPerson("anna", .reader)
        let token = try portal.session(of: person)
        try portal.database().run("UPDATE person SET state = 'disabled' WHERE id = \(person)")
        #expect(try !lives(token))
        try portal.database().run("UPDATE person SET state = 'active' WHERE id = \(person)")
        #expect(try lives(token))
    }

    @Test func `what was last seen is never written down as earlier`() throws {
        let token = try portal.session(of: portal.addPerson("anna", .reader))
        let session = try #require(try portal.database().session(token.digest))
        try portal.database().see([session.id: session.seenAt + 60])
        try portal.database().see([session.id: session.seenAt + 30, 4_711: 5])
        #expect(try portal.database().session(token.digest)?.seenAt == session.seenAt + 60)
    }

    @Test func `what was seen by a clock that has since been set back counts no more`() throws {
        let token = try portal.session(of: portal.addPerson("anna", .reader))
        let session = try #require(try portal.database().session(token.digest))
        try portal.database().see([session.id: session.seenAt + 7200])
        try portal.database().see([session.id: session.seenAt + 1])
        #expect(try portal.database().session(token.digest)?.seenAt == session.seenAt + 1)
    }
}
