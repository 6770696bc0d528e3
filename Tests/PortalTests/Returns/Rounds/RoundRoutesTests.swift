import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct RoundRoutesTests {
    var rounds: RoundTesting
    var portal: TestPortal { rounds.portal }

    init() throws { rounds = try RoundTesting() }

    @Test mutating func `without rounds the list says how to begin`() throws {
        let page = try rounds.lead.get("/rounds").main
        #expect(page.first(class: "inset")?.text.hasPrefix("No round has been opened yet.") == true)
    }

    @Test mutating func `the latest quarter is offered, with what is usual ticked`() throws {
        try rounds.officer("ana", for: .service("Family service"))
        let answer = rounds.lead.get("/rounds/new")
        let form = try #require(try answer.main.all("form").first { $0["method"] == "post" })
        #expect(form.fields["quarter"] == "2026-27-Q1")
        #expect(form.fields["opens"] == "15 July 2026")
        #expect(form.fields["closes"] == "14 August 2026")
        let ticked = Set(form.fields.keys.filter { $0.hasPrefix("ask/") })
        #expect(ticked == Set(RoundTesting.usual))
        let text = try answer.text
        #expect(text.contains("Nobody enters 4 of these figures"))
        #expect(text.contains("Head of family service"))
    }

    @Test mutating func `what is not usual is listed with the reason, and not ticked`() throws {
        let database = try portal.database()
        try database.run("UPDATE measure SET status = 'in-development' WHERE code = 'PLANS'")
        try database.run(
            "UPDATE measure SET period_kind = 'TERM', frequency = 'termly' WHERE code = 'VISITS'")
        let form = try rounds.lead.form(to: "/rounds/new", on: "/rounds/new")
        #expect(form["ask/PLANS/2026-27-Q1"] == nil)
        let text = try rounds.lead.get("/rounds/new").text
        #expect(text.contains("In development"))
    }

    @Test mutating func `a figure due after the closing date says when it is due`() throws {
        let answer = try rounds.lead.post(
            "/rounds/new", ["closes": "20 July 2026", "note": String(repeating: "x", count: 700)])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == ["Note must be 600 characters or fewer. It has 700"])
        let early = try rounds.lead.post(
            "/rounds/new", ["closes": "20 July 2026", "ask/PLANS/2026-27-Q1": "yes"])
        #expect(early.status == .seeOther)
        #expect(try rounds.entries().contains("PLANS 2026-07-20 not-started"))
    }

    @Test mutating func `a round is opened with a return for each place`() throws {
        let answer = try rounds.lead.post(
            "/rounds/new", ["note": " New:\r\nvisits\u{7} "])
        #expect(answer.location == "/rounds/1?done=opened")
        #expect(
            try rounds.entries() == [
                "VISITS 2026-08-14 not-started", "PLANS 2026-08-14 not-started",
                "AGREED 2026-08-14 not-started", "MISSING 2026-08-14 not-started",
                "CALM 2026-08-14 not-started",
            ])
        let round = try #require(try portal.database().round(1))
        #expect(round.note == "New:\nvisits")
        let entry = try #require(try portal.trail(.roundOpened).first)
        #expect(entry.subject == "2026-27-Q1")
        #expect(entry.after?.contains(#""closes":"2026-08-14""#) == true)
        #expect(entry.after?.contains("PLANS/2026-27-Q1") == true)
        let page = try rounds.lead.get("/rounds/1?done=opened").main
        #expect(page.first(class: "banner")?.text.hasPrefix("The round is open.") == true)
        #expect(try rounds.lead.get("/rounds").main.first("table")?.text.contains("0 of 5") == true)
    }

    @Test mutating func `a form that is sent twice opens one round`() throws {
        let form = try rounds.lead.form(to: "/rounds/new", on: "/rounds/new")
        let first = rounds.lead.send("/rounds/new", form)
        #expect(rounds.lead.send("/rounds/new", form).location == first.location)
        #expect(try rounds.count("SELECT count(*) AS n FROM collection_round") == 1)
    }

    @Test mutating func `there is one round for a quarter`() throws {
        let form = try rounds.lead.form(to: "/rounds/new", on: "/rounds/new")
        var other = try TestMember(portal, person: rounds.lead.id)
        _ = try other.post("/rounds/new", [:])
        let answer = rounds.lead.send("/rounds/new", form)
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.faults() == [
                "There is a round for Q1 2026/27 (April to June 2026) already. Choose another quarter"
            ])
        let get = rounds.lead.get("/rounds/new?quarter=2026-27-Q1")
        #expect(get.status == .notFound)
        #expect(try get.main.all("a").contains { $0["href"] == "/rounds/1" })
        // The next is that before it.
        #expect(
            try rounds.lead.form(to: "/rounds/new", on: "/rounds/new")["quarter"] == "2025-26-Q4")
    }

    @Test mutating func `what is asked for already cannot be asked for again`() throws {
        _ = try rounds.lead.post("/rounds/new", [:])
        let form = try rounds.lead.form(
            to: "/rounds/new", on: "/rounds/new?quarter=2025-26-Q4")
        #expect(!form.keys.contains("ask/PLANS/2026-27-Q1"))
        let answer = rounds.lead.send(
            "/rounds/new", form.merging(["ask/PLANS/2026-27-Q1": "yes"]) { $1 })
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults().first?.hasPrefix("Some of what was ticked cannot") == true)
        #expect(try rounds.count("SELECT count(*) AS n FROM collection_round") == 1)
    }

    @Test mutating func `when every quarter has a round there is nothing to open`() throws {
        let database = try portal.database()
        for quarter in RoundQuarters(before: portal.settings.today(), without: []).open {
            try database.run(
                """
                INSERT INTO collection_round (period, opens_on, closes_on, opened_by, opened_at)
                VALUES (\(quarter.description), 1, 2, \(rounds.lead.id), 0)
                """)
        }
        let answer = rounds.lead.get("/rounds/new")
        #expect(try answer.text.contains("Each of the last 8 quarters that are over has a round."))
        #expect(try answer.main.all("form").isEmpty)
    }

    @Test(arguments: ["opens", "closes"])
    mutating func `nonsense for a date is told in plain words`(_ field: String) throws {
        for text in Nonsense.texts + ["1 January 1900", "31 December 9999"] {
            let answer = try rounds.lead.post("/rounds/new", [field: text])
            #expect(answer.status == .unprocessableContent, "\(text.prefix(20))")
            let faults = try answer.page.first(class: "errors")
            #expect(
                faults?.all("a").contains { $0["href"] == "#\(field)" || $0["href"] == "#closes" }
                    == true)
        }
        #expect(try rounds.count("SELECT count(*) AS n FROM collection_round") == 0)
        #expect(portal.log.lines == [])
    }

    @Test mutating func `nonsense for the quarter is told in plain words`() throws {
        for text in Nonsense.texts + ["2026-27-Q2", "2010-11-Q1", "2025-26", "2026-06-30"] {
            let answer = try rounds.lead.post("/rounds/new", ["quarter": text])
            #expect(answer.status == .unprocessableContent, "\(text.prefix(20))")
            #expect(try answer.faults() == ["Choose a quarter that is over"])
        }
        for text in ["x", "2026-27-Q2", "2010-11-Q1", "%00"] {
            #expect(rounds.lead.get("/rounds/new?quarter=\(text)").status == .notFound, "\(text)")
        }
        #expect(try rounds.count("SELECT count(*) AS n FROM collection_round") == 0)
    }

    @Test mutating func `nonsense among what is ticked opens nothing`() throws {
        for text in Nonsense.texts where !text.isEmpty {
            let answer = try rounds.lead.post("/rounds/new", ["ask/\(text)": "yes"])
            #expect(answer.status == .unprocessableContent, "\(text.prefix(20))")
        }
        var form = try rounds.lead.form(to: "/rounds/new", on: "/rounds/new")
        for name in RoundTesting.usual { form[name] = nil }
        #expect(
            try rounds.lead.send("/rounds/new", form).faults() == ["Choose at least one measure"])
        form["ask/PLANS/2026-27-Q1"] = "no"
        #expect(rounds.lead.send("/rounds/new", form).status != .seeOther)
        #expect(try rounds.count("SELECT count(*) AS n FROM collection_round") == 0)
    }

    @Test mutating func `what was typed comes back with what is wrong`() throws {
        let answer = try rounds.lead.post(
            "/rounds/new", ["opens": "soon", "note": "<b>Mind</b>", "ask/CALM/2026-06-30": "no"])
        let page = try answer.page
        #expect(page.first("title")?.text.hasPrefix("Error: ") == true)
        #expect(page.element(id: "opens")?["value"] == "soon")
        #expect(page.element(id: "opens")?["aria-invalid"] == "true")
        #expect(page.element(id: "note")?.text == "<b>Mind</b>")
        #expect(page.element(id: "ask/CALM/2026-06-30")?["checked"] == nil)
        #expect(page.element(id: "ask/PLANS/2026-27-Q1")?["checked"] != nil)
    }

    @Test mutating func `a lead for a service asks for its measures only`() throws {
        var part = try rounds.lead(for: .service("Family service"))
        let form = try part.form(to: "/rounds/new", on: "/rounds/new")
        #expect(form.keys.filter { $0.hasPrefix("ask/") } == ["ask/VISITS/2026-27-Q1"])
        let stolen = form.merging(["ask/PLANS/2026-27-Q1": "yes"]) { $1 }
        #expect(part.send("/rounds/new", stolen).status == .unprocessableContent)
        #expect(try part.post("/rounds/new", [:]).status == .seeOther)
        #expect(try rounds.entries() == ["VISITS 2026-08-14 not-started"])
    }

    @Test mutating func `two services of one slug do not keep a round from being opened`() throws {
        let database = try portal.database()
        try database.run("UPDATE measure SET service = 'Family-service' WHERE code = 'CALM'")
        #expect(try rounds.lead.post("/rounds/new", [:]).status == .seeOther)
        let slugs = try database.all("SELECT slug FROM figure_return ORDER BY position") {
            row throws(SQLError) in try row("slug", as: String.self)
        }
        #expect(slugs.prefix(2) == ["service-family-service", "service-family-service-2"])
    }

    // MARK: How far a round is

    @Test mutating func `a round says how far it is`() throws {
        try portal.openRound(by: rounds.lead)
        try rounds.set(.submitted, of: "PLANS")
        try rounds.set(.approved, of: "AGREED")
        try rounds.set(.sentBack, of: "VISITS")
        let main = try rounds.lead.get("/rounds/1").main
        #expect(main.first("h1")?.text == "Returns for Q1 2026/27 (April to June 2026)")
        #expect(main.first(class: "facts")?.facts["Submitted by officers"] == "2 of 5 figures")
        #expect(main.first(class: "facts")?.facts["Closes"] == "14 August 2026, in 30 days")
        let counts = main.descendants.filter { $0.classes.contains("tally__n") }.map(\.text)
        #expect(counts == ["0", "1", "1", "1", "0", "2"])
        let links = main.all("a").compactMap { $0["href"] }
        #expect(links.contains("/approvals") && links.contains("/rounds/1/publish"))
        #expect(main.text.contains("Nobody enters 3 of these figures"))
    }

    @Test(arguments: [
        ("", ["Family service", "Schools"]), ("strategy", ["Schools"]),
        ("officer", ["Ana", "Ben", "Nobody"]),
    ])
    mutating func `figures are put together`(_ by: String, _ titles: [String]) throws {
        try rounds.officer("ana", for: .service("Family service"))
        try rounds.officer("ben", for: .measure("PLANS"))
        try portal.openRound(by: rounds.lead)
        let section = try #require(try rounds.lead.get("/rounds/1?by=\(by)").main.section("by"))
        let heads = section.first("tbody")?.all("th").map(\.text)
        #expect(heads == titles)
    }

    @Test mutating func `what is late comes first, and says by how much`() throws {
        var rounds = try RoundTesting(today: "2026-08-20")
        try rounds.portal.openRound(by: rounds.lead)
        try rounds.set(.submitted, of: "PLANS")
        let section = try #require(try rounds.lead.get("/rounds/1").main.section("figures"))
        #expect(section.first("caption")?.text == "Late: 4 figures")
        #expect(section.text.contains("6 days late"))
        #expect(!section.text.contains("Plans in time"))
        let waiting = try rounds.lead.get("/rounds/1?show=waiting").main.section("figures")
        #expect(waiting?.first("tbody")?.all("tr").count == 1)
        let none = try rounds.lead.get("/rounds/1?show=sent-back").main.section("figures")
        #expect(none?.text.contains("Sent back: none.") == true)
        let csv = rounds.lead.get("/rounds/1?show=waiting&format=csv").source
        #expect(csv.contains("2026-27-Q1,Schools,PLANS,Plans in time,2026-27-Q1,"))
    }

    @Test mutating func `unknown rounds and ways of looking at one are not found`() throws {
        try portal.openRound(by: rounds.lead)
        for path in [
            "/rounds/2", "/rounds/x", "/rounds/01", "/rounds/99999999999999999999", "/rounds/-1",
            "/rounds/1?by=x", "/rounds/1?show=x", "/rounds/2/dates", "/rounds/2/close",
            "/rounds/2/reopen", "/rounds/2/reminders", "/rounds/2/measures", "/rounds/%00",
        ] {
            #expect(rounds.lead.get(path).status == .notFound, "\(path)")
        }
    }

    @Test mutating func `a lead sees of a round what they approve`() throws {
        try portal.openRound(by: rounds.lead)
        var part = try rounds.lead(for: .service("Family service"))
        let main = try part.get("/rounds/1").main
        #expect(main.first(class: "facts")?.facts["Submitted by officers"] == "0 of 1 figures")
        #expect(!main.text.contains("Plans in time"))
        #expect(!part.get("/rounds/1?show=all&format=csv").source.contains("PLANS"))
        #expect(!main.all("a").contains { $0["href"] == "/rounds/1/close" })
        #expect(try part.get("/rounds").text.contains("0 of 1"))
        try portal.database().run(
            "UPDATE person_role SET scope = 'Another' WHERE person_id = \(part.id)")
        #expect(part.get("/rounds/1").status == .forbidden)
        #expect(part.get("/rounds/1/reminders").status == .forbidden)
        #expect(try part.get("/rounds").text.contains("None of its measures is yours to approve."))
    }

    @Test(arguments: [
        "/rounds", "/rounds/new", "/rounds/1", "/rounds/1?by=officer&show=all", "/rounds/1/dates",
        "/rounds/1/close", "/rounds/1/measures", "/rounds/1/reminders", "/returns/calendar",
    ])
    mutating func `a page asks a few statements`(_ path: String) throws {
        try rounds.officer("ana")
        try portal.openRound(by: rounds.lead)
        let count = try StatementCount(portal)
        let (answer, statements) = count.answer(path, token: rounds.lead.token)
        #expect(answer.status == .ok)
        #expect(statements <= StatementCount.most + 1, "\(path)")
    }
}
