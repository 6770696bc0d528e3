import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct CalendarRoutesTests {
    var rounds: RoundTesting
    var portal: TestPortal { rounds.portal }
    var ana: TestMember

    init() throws {
        rounds = try RoundTesting { $0.origin = "https://portal.example.org" }
        try rounds.portal.openRound(by: rounds.lead)
        ana = try TestMember(
            rounds.portal, person: rounds.officer("ana", for: .service("Family service")))
    }

    /// Makes an address, whose path is the answer.
    private func made(_ member: inout TestMember) throws -> String {
        let answer = try member.post("/returns/calendar", ["do": "make"])
        let shown = try member.get(answer.location ?? "").main.first(class: "once")?.text ?? ""
        return String(shown.dropFirst("https://portal.example.org".count))
    }

    private func feed(_ path: String) throws -> Answer {
        try portal.ask(Request(.get, path))
    }

    @Test mutating func `an officer's calendar has the days on which their returns are due`() throws
    {
        let path = try made(&ana)
        let answer = try feed(path)
        #expect(answer.status == .ok)
        #expect(answer.response.headers["Content-Type"] == "text/calendar; charset=utf-8")
        #expect(answer.response.headers["Cache-Control"] == "private, no-cache")
        #expect(answer.response.headers["ETag"] != nil)
        let lines = answer.source.split(separator: "\r\n").map(String.init)
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
        #expect(lines.contains("DTSTART;VALUE=DATE:20260814"))
        #expect(lines.contains("DTEND;VALUE=DATE:20260815"))
        #expect(lines.contains("SUMMARY:Return due: Family service\\, Q1 2026/27"))
        #expect(lines.contains("UID:return-1-1@portal.example.org"))
        #expect(lines.contains("URL:https://portal.example.org/returns/1"))
        #expect(!answer.source.contains("Ana") && !answer.source.contains("ana@"))
        // It is the same until something is changed.
        #expect(try feed(path).source == answer.source)
    }

    @Test mutating func `what is sent is no longer due, and what is moved keeps its name`() throws {
        let path = try made(&ana)
        _ = try rounds.lead.post("/rounds/1/dates", ["closes": "31 July 2026"])
        let moved = try feed(path).source
        #expect(moved.contains("UID:return-1-1@portal.example.org"))
        #expect(moved.contains("DTSTART;VALUE=DATE:20260731"))
        #expect(moved.contains("SEQUENCE:2"))
        try rounds.set(.submitted, of: "VISITS")
        let empty = try feed(path).source
        #expect(!empty.contains("VEVENT"))
        #expect(empty.contains("BEGIN:VTIMEZONE"))
    }

    @Test mutating func `a lead's calendar has the closing dates of their rounds`() throws {
        let path = try made(&rounds.lead)
        let source = try feed(path).source
        #expect(source.contains("SUMMARY:Returns close: Q1 2026/27"))
        #expect(source.contains("UID:round-1@portal.example.org"))
        #expect(!source.contains("return is due"))
        _ = try rounds.lead.post("/rounds/1/close", [:])
        #expect(try !feed(path).source.contains("VEVENT"))
    }

    @Test mutating func `the address is kept as a digest, and shown to its maker alone`() throws {
        let answer = try ana.post("/returns/calendar", ["do": "make"])
        let page = try #require(answer.location)
        let path = try #require(try ana.get(page).main.first(class: "once")?.text)
        let hash: String? = try portal.database().first("SELECT token_hash FROM calendar_link")
        #expect(hash?.count == 64)
        #expect(!path.contains(hash ?? "x"))
        var again = try TestMember(portal, person: ana.id)
        #expect(try again.get(page).main.first(class: "once") == nil)
        #expect(try rounds.lead.get(page).main.first(class: "once") == nil)
        #expect(try ana.get("/returns/calendar").main.first(class: "once") == nil)
        #expect(try ana.get("/returns/calendar").text.contains("You made an address on"))
        #expect(try ana.get("/returns/calendar?key=x").main.first(class: "once") == nil)
    }

    @Test mutating func `a new address takes the place of the old one`() throws {
        let old = try made(&ana)
        let new = try made(&ana)
        #expect(old != new)
        #expect(try feed(old).status == .notFound)
        #expect(try feed(new).status == .ok)
        let trail = try portal.trail(.calendarLinkChanged)
        #expect(
            trail.map(\.after) == [
                #"{"calendar address":"made"}"#, #"{"calendar address":"replaced"}"#,
            ])
        #expect(trail.allSatisfy { $0.subject == "ana" && $0.actor == "ana" })
        #expect(!"\(trail)".contains(new.dropFirst(10)))
    }

    @Test mutating func `an address is withdrawn`() throws {
        let path = try made(&ana)
        let answer = try ana.post("/returns/calendar", ["do": "withdraw"])
        #expect(try ana.get(answer.location ?? "").text.contains("address is withdrawn"))
        #expect(try feed(path).status == .notFound)
        // Once more does no harm.
        #expect(try ana.post("/returns/calendar", ["do": "withdraw"]).status == .seeOther)
        #expect(try portal.trail(.calendarLinkChanged).count == 2)
    }

    @Test mutating func `who is disabled has no calendar, and who has no role an empty one`() throws
    {
        let path = try made(&ana)
        try portal.database().run("UPDATE person SET state = 'disabled' WHERE id = \(ana.id)")
        #expect(try feed(path).status == .notFound)
        try portal.database().run("UPDATE person SET state = 'active' WHERE id = \(ana.id)")
        try portal.database().run("DELETE FROM person_role WHERE person_id = \(ana.id)")
        #expect(try !feed(path).source.contains("VEVENT"))
        #expect(try ana.get("/returns/calendar").text.contains("There would be nothing in it."))
        #expect(
            try ana.post("/returns/calendar", ["do": "make"]).faults()
                == ["There would be nothing in your calendar"])
    }

    @Test mutating func `nonsense is told in plain words`() throws {
        for text in Nonsense.texts {
            let answer = try ana.post("/returns/calendar", ["do": text])
            #expect(answer.status == .unprocessableContent, "\(text.prefix(20))")
        }
        #expect(try rounds.count("SELECT count(*) AS n FROM calendar_link") == 0)
        for token in [
            "x", "%00", String(repeating: "A", count: 43), String(repeating: "é", count: 43),
        ] {
            let answer = try feed("/calendar/\(token)")
            #expect(answer.status == .notFound)
            #expect(answer.response.isConfidential)
        }
    }

    @Test mutating func `a calendar asks a few statements`() throws {
        let path = try made(&ana)
        #expect(try StatementCount(portal).answer(path).statements <= StatementCount.most)
    }
}
