import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct PublicationRoutesTests {
    private let portal: TestPortal
    private let officer: TestMember
    private var lead: TestMember
    private let entries: [ReturnEntry]

    init() throws {
        portal = try TestPortal.collecting { $0.requiresSecondFactor = false }
        officer = try portal.member("oli", .officer)
        lead = try portal.member("lea", .approver)
        entries = try portal.openRound(by: lead)
    }

    private var plans: Int64 { entries[1].id }
    private var agreed: Int64 { entries[2].id }
    private var missing: Int64 { entries[3].id }
    private var visits: Int64 { entries[0].id }
    private var path: String { ReturnLinks.publication(entries[0].roundID) }

    private func approved(_ id: Int64, _ fields: [String: String]) throws {
        try portal.submit(id, fields, by: officer)
        try portal.approve(id, by: lead)
    }

    private func count(_ question: SQL) throws -> Int {
        try portal.database().first(question) { row throws(SQLError) in try row[0] } ?? 0
    }

    private func measure(_ slug: String) throws -> String {
        try portal.get("/measures/\(slug)").text
    }

    @Test mutating func `with nothing approved there is nothing to publish`() throws {
        try portal.submit(plans, ["figure": "final", "n": "70", "d": "100"], by: officer)
        let text = try lead.get(path).text
        #expect(text.contains("Publish figures for Q1 2026/27 (April to June 2026)?"))
        #expect(text.contains("Nothing is approved"))
        #expect(text.contains("Waiting for approval: 1"))
        #expect(text.contains("Not started: 4"))
    }

    @Test mutating func `the page tells what readers will see, and what stays behind`() throws {
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        try approved(visits, ["figure": "final", "v": "3"])
        try approved(agreed, ["figure": "nothing", "reason": "The system was changed."])
        let text = try lead.get(path).text
        #expect(text.contains("3 figures will be published."))
        #expect(text.contains("On target: 1"))
        #expect(text.contains("Nothing to report: 1"))
        #expect(text.contains("Readers see [c]"))
        #expect(text.contains("Not started: 2"))
        #expect(text.contains("They can be published later"))
    }

    @Test mutating func `one publication makes one new version of what readers see`() throws {
        try approved(plans, ["figure": "estimated", "n": "70", "d": "100"])
        try approved(agreed, ["figure": "nothing", "reason": "The system was changed."])
        #expect(try !measure("plans-in-time").contains("70.0%"))
        let answer = try lead.post(path, [:])
        #expect(answer.location == "/rounds/\(entries[0].roundID)?done=published")
        #expect(
            try lead.get(answer.location ?? "").main.first(class: "banner--done")?.text
                == "The figures are published. Everybody can see them now.")
        #expect(try measure("plans-in-time").contains("70.0%"))
        #expect(try measure("plans-in-time").contains("[e]"))
        let nothing = try measure("plans-agreed")
        #expect(nothing.contains("Why there is no figure: The system was changed."))
        #expect(!nothing.contains("What happened: The system was changed."))
        #expect(
            try portal.get("/measures/plans-agreed/history").text.contains(
                "The system was changed. Published by"))
        #expect(try count("SELECT count(*) FROM publication") == 1)
        #expect(try portal.entry(plans).state == .published)
        // What comes later is a publication of its own.
        try approved(visits, ["figure": "final", "v": "40"])
        #expect(try lead.post(path, [:]).status == .seeOther)
        #expect(try count("SELECT count(*) FROM publication") == 2)
    }

    @Test mutating func `a form that is sent twice publishes once`() throws {
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        let form = try lead.form(to: path, on: path)
        #expect(lead.send(path, form).location == lead.send(path, form).location)
        #expect(try count("SELECT count(*) FROM published_entry") == 1)
    }

    @Test mutating func `of two leads at once each publishes what the other has not`() throws {
        var other = try portal.member("lou", .approver)
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        let (first, second) = (
            try lead.form(to: path, on: path), try other.form(to: path, on: path)
        )
        #expect(lead.send(path, first).status == .seeOther)
        let late = other.send(path, second)
        #expect(late.status == .conflict)
        #expect(try late.text.contains("Nothing was published, because what is approved has"))
        #expect(try count("SELECT count(*) FROM published_entry") == 1)
    }

    @Test mutating func `what was approved after the page was drawn is not published unseen`()
        throws
    {
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        let form = try lead.form(to: path, on: path)
        try approved(visits, ["figure": "final", "v": "40"])
        #expect(lead.send(path, form).status == .conflict)
        #expect(try count("SELECT count(*) FROM publication") == 0)
        for mark in ["", "x", "\u{0}", String(repeating: "a", count: 10_000)] {
            #expect(try lead.post(path, ["mark": mark]).status == .conflict)
        }
        for path in [
            "/rounds/0/publish", "/rounds/x/publish", "/rounds/99999999999999999999/publish",
        ] {
            #expect(lead.get(path).status == .notFound)
        }
    }

    @Test mutating func `a publication is all or nothing`() throws {
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        try approved(visits, ["figure": "final", "v": "40"])
        let database = try portal.database()
        try database.run(
            """
            CREATE TRIGGER fails BEFORE INSERT ON published_entry_figure
            WHEN new.measure = 'PLANS' BEGIN SELECT raise(ABORT, 'fails'); END
            """)
        #expect(try lead.post(path, [:]).status == .internalServerError)
        #expect(try count("SELECT count(*) FROM publication") == 0)
        #expect(try count("SELECT count(*) FROM published_entry") == 0)
        #expect(try portal.entry(visits).state == .approved)
        #expect(try !measure("home-visits").contains("40"))
        try database.run("DROP TRIGGER fails")
        #expect(try lead.post(path, [:]).status == .seeOther)
        #expect(try measure("plans-in-time").contains("70.0%"))
    }

    @Test mutating func `what is not ready any more is named and stays behind`() throws {
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        try portal.type(visits, ["figure": "final", "v": "many"], by: officer)
        try portal.approve(visits, by: lead)
        let text = try lead.get(path).text
        #expect(text.contains("Approved, but cannot be published as they stand"))
        #expect(text.contains("1 figure will be published."))
        #expect(try lead.post(path, [:]).location?.hasSuffix("done=published") == true)
        #expect(try portal.entry(visits).state == .approved)
    }

    @Test mutating func `a lead of one service publishes its figures alone`() throws {
        try approved(plans, ["figure": "final", "n": "70", "d": "100"])
        try approved(visits, ["figure": "final", "v": "40"])
        let id = try portal.addPerson(
            "fay", grants: [Grant(role: .approver, scope: .service("Family service"))])
        var own = try TestMember(portal, person: id)
        let text = try own.get(path).text
        #expect(text.contains("1 figure will be published."))
        #expect(text.contains("1 approved figure of measures that another lead publishes"))
        #expect(!text.contains("Plans in time"))
        _ = try own.post(path, [:])
        #expect(try portal.entry(visits).state == .published)
        #expect(try portal.entry(plans).state == .approved)
        var officer = officer
        #expect(officer.get(path).status == .forbidden)
    }

    @Test mutating func `what is said and expected goes with the version that says it`() throws {
        let database = try portal.database()
        try portal.publish(
            plans,
            [
                "figure": "final", "n": "70", "d": "100", "comment": "A good start.",
                "forecast": "66",
            ],
            by: officer, and: &lead)
        let first = try measure("plans-in-time")
        #expect(first.contains("A good start."))
        #expect(first.contains("66.0%"))
        let entry = try portal.entry(plans)
        try database.beginRevision(entry, .ready, reason: "Two came late.", by: officer.id, at: 1)
        try portal.publish(
            plans, ["figure": "final", "n": "72", "d": "100"], by: officer, and: &lead)
        let second = try measure("plans-in-time")
        #expect(!second.contains("A good start."))
        #expect(!second.contains("66.0%"))
        #expect(second.contains("72.0%"))
    }

    @Test mutating func `a small number is not told as a forecast`() throws {
        try portal.publish(
            visits, ["figure": "final", "v": "40", "forecast": "4"], by: officer, and: &lead)
        #expect(try count("SELECT count(*) FROM forecast WHERE is_returned") == 0)
    }

    @Test mutating func `thousands of entries are named in one statement`() throws {
        let ids = Array(Int64(1)...40_000)
        let found = try portal.database().entries(.some(ids), on: portal.settings.today())
        #expect(found.count == entries.count)
        try portal.database().markPublished(ids.map { -$0 })
    }
}
