import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct RoundActRoutesTests {
    var rounds: RoundTesting
    var portal: TestPortal { rounds.portal }

    init() throws {
        rounds = try RoundTesting()
        try portal.openRound(by: rounds.lead)
    }

    private func round() throws -> CollectionRound {
        try #require(try portal.database().round(1))
    }

    @Test mutating func `other dates move the days on which figures are due`() throws {
        let answer = try rounds.lead.post(
            "/rounds/1/dates", ["closes": " 2026-07-31", "note": "Sooner"])
        #expect(answer.location == "/rounds/1?done=changed")
        #expect(try rounds.entries().first == "VISITS 2026-07-31 not-started")
        #expect(try round().revision == 2)
        // Later than the rules of the measures say: then these decide.
        _ = try rounds.lead.post("/rounds/1/dates", ["closes": "1 September 2026"])
        #expect(try rounds.entries().first == "VISITS 2026-08-14 not-started")
        let entry = try #require(try portal.trail(.roundChanged).first)
        #expect(entry.subject == "2026-27-Q1")
        #expect(entry.before?.contains("2026-08-14") == true)
        #expect(entry.after?.contains("2026-07-31") == true)
    }

    @Test mutating func `what is as it was is not written down`() throws {
        #expect(try rounds.lead.post("/rounds/1/dates", [:]).status == .seeOther)
        #expect(try round().revision == 1)
        #expect(try portal.trail(.roundChanged).isEmpty)
    }

    @Test mutating func `who comes second is shown both`() throws {
        let old = try rounds.lead.form(to: "/rounds/1/dates", on: "/rounds/1/dates")
        _ = try rounds.lead.post("/rounds/1/dates", ["note": "Theirs"])
        let answer = rounds.lead.send(
            "/rounds/1/dates", old.merging(["note": "Mine"]) { $1 })
        #expect(answer.status == .conflict)
        let clash = try #require(try answer.main.first(class: "clash")?.text)
        #expect(clash.contains("Theirs") && clash.contains("Mine"))
        #expect(try round().note == "Theirs")
        let form = try #require(try answer.main.first("form")).fields
        #expect(rounds.lead.send("/rounds/1/dates", form).status == .seeOther)
        #expect(try round().note == "Mine")
    }

    @Test(arguments: ["opens", "closes"])
    mutating func `nonsense for a date changes nothing`(_ field: String) throws {
        for text in Nonsense.texts + ["30 June 2026", "31 December 9999"] {
            let answer = try rounds.lead.post("/rounds/1/dates", [field: text])
            #expect(answer.status == .unprocessableContent, "\(text.prefix(20))")
            #expect(try answer.main.all("input").contains { $0["aria-invalid"] == "true" })
        }
        #expect(try round().revision == 1)
    }

    @Test mutating func `nonsense for the revision is a clash`() throws {
        for text in Nonsense.texts + ["0", "2"] {
            let answer = try rounds.lead.post(
                "/rounds/1/dates", ["note": "x", "revision": text])
            #expect(answer.status == .conflict, "\(text.prefix(20))")
        }
        #expect(try round().revision == 1)
    }

    @Test mutating func `a closed round takes no figures, and says so`() throws {
        let page = try rounds.lead.get("/rounds/1/close").main
        #expect(
            page.first("h1")?.text
                == "Close returns for Q1 2026/27 (April to June 2026) without 5 figures that are "
                + "not in yet?")
        #expect(try rounds.lead.post("/rounds/1/close", [:]).location == "/rounds/1?done=closed")
        let entries = try portal.database().entries(.ofRound(1), on: portal.settings.today())
        #expect(entries.allSatisfy { !$0.isEditable })
        let day = MomentWords.day(portal.settings.now())
        #expect(
            try round().closedWords
                == "Returns for Q1 2026/27 (April to June 2026) closed on \(day). "
                + "Ask the performance team to reopen it")
        #expect(try portal.trail(.roundClosed).map(\.subject) == ["2026-27-Q1"])
        #expect(try rounds.lead.get("/rounds/1/close").text.contains("are closed already"))
        #expect(rounds.lead.get("/rounds/1/measures").status == .notFound)
    }

    @Test mutating func `a round is reopened, and keeps its dates`() throws {
        _ = try rounds.lead.post("/rounds/1/close", [:])
        #expect(
            try rounds.lead.post("/rounds/1/reopen", [:]).location == "/rounds/1?done=reopened")
        let round = try round()
        #expect(round.closedWords == nil)
        #expect(round.closesOn == Harbourside.closing)
        #expect(try portal.trail(.roundReopened).count == 1)
        let entries = try portal.database().entries(.ofRound(1), on: portal.settings.today())
        #expect(entries.allSatisfy { $0.isEditable })
    }

    @Test mutating func `two who close it both have what they want`() throws {
        let form = try rounds.lead.form(to: "/rounds/1/close", on: "/rounds/1/close")
        _ = try rounds.lead.post("/rounds/1/close", [:])
        #expect(rounds.lead.send("/rounds/1/close", form).status == .seeOther)
        #expect(try portal.trail(.roundClosed).count == 1)
    }

    @Test(arguments: ["dates", "close", "reopen"])
    mutating func `what holds for all is for those who approve all`(_ part: String) throws {
        var other = try rounds.lead(for: .service("Family service"))
        #expect(other.get("/rounds/1/\(part)").status == .forbidden)
        let form = try rounds.lead.form(to: "/rounds/new", on: "/rounds/new")
        let token = try #require(other.token)
        var sent = TestForm("/rounds/1/\(part)", token)
        for (name, value) in form where name != FormToken.field { sent[name] = value }
        #expect(other.ask(sent.request).status == .forbidden)
        #expect(try round().revision == 1)
    }

    @Test mutating func `measures are added to the returns that there are`() throws {
        let database = try portal.database()
        try database.run("DELETE FROM return_entry WHERE measure IN ('PLANS', 'VISITS')")
        try database.run("DELETE FROM figure_return WHERE title = 'Family service'")
        let form = try rounds.lead.form(to: "/rounds/1/measures", on: "/rounds/1/measures")
        #expect(!form.keys.contains { $0.hasPrefix("ask/") })
        let answer = try rounds.lead.post(
            "/rounds/1/measures",
            ["ask/PLANS/2026-27-Q1": "yes", "ask/VISITS/2026-27-Q1": "yes"])
        #expect(answer.location == "/rounds/1?done=added")
        #expect(
            try rounds.count(
                """
                SELECT count(*) AS n FROM return_entry
                JOIN figure_return ON figure_return.id = return_entry.return_id
                WHERE measure = 'PLANS' AND title = 'Schools'
                """) == 1)
        #expect(try rounds.entries().count == 5)
        #expect(try portal.trail(.roundChanged).count == 1)
    }

    @Test mutating func `nothing and nonsense are not added`() throws {
        try portal.database().run("DELETE FROM return_entry WHERE measure = 'PLANS'")
        for fields in [
            [:], ["ask/AGREED/2026-27-Q1": "yes"], ["ask/\u{0}": "yes"],
            ["ask/" + String(repeating: "x", count: 10_000): "yes"],
        ] {
            let answer = try rounds.lead.post("/rounds/1/measures", fields)
            #expect(answer.status == .unprocessableContent)
        }
        #expect(try rounds.entries().count == 4)
    }
}
