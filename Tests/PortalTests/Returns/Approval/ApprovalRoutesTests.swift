import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct ApprovalRoutesTests {
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
    private var page: String { ReturnLinks.approval(entries[1].returnID) }

    private static let good = ["figure": "final", "n": "70", "d": "100"]
    private static let off = [
        "figure": "final", "n": "30", "d": "100", "comment": "Staff left.",
        "action": "Hire two", "who": "Head of plans", "by": "March 2027",
    ]

    private func state(_ id: Int64) throws -> EntryState { try portal.entry(id).state }

    // MARK: All that waits

    @Test mutating func `nothing waits at first`() throws {
        #expect(try lead.get("/approvals").text.contains("Nothing waits for approval"))
        #expect(try lead.get(page).text.contains("Nothing of this return waits"))
    }

    @Test mutating func `what waits is listed by round and return, and what is unusual counted`()
        throws
    {
        try portal.submit(plans, Self.off, by: officer)
        try portal.submit(visits, ["figure": "final", "v": "40"], by: officer)
        let answer = lead.get("/approvals")
        #expect(answer.status == .ok)
        let text = try answer.text
        #expect(text.contains("2 figures wait for approval. 1 of them wants a closer look."))
        #expect(text.contains("Q1 2026/27 (April to June 2026)"))
        #expect(text.contains("off target: 1"))
        // Only the return in which nothing is unusual can be ticked.
        #expect(try answer.page.all("input").filter { $0["name"] == "return" }.count == 1)
    }

    @Test mutating func `returns in which nothing is unusual are approved in one go`() throws {
        try portal.submit(plans, Self.good, by: officer)
        try portal.submit(visits, ["figure": "final", "v": "40"], by: officer)
        let (schools, family) = (entries[1].returnID, entries[0].returnID)
        let form = try lead.form(to: "/approvals", on: "/approvals")
        // A form has one field of a name here; two are ticked by sending them in turn.
        var fields = form
        fields["return"] = "\(family)"
        #expect(lead.send("/approvals", fields).location == "/approvals?done=1")
        #expect(try state(visits) == .approved)
        #expect(try state(plans) == .submitted)
        let second = try lead.post("/approvals", ["return": "\(schools)"])
        #expect(second.location == "/approvals?done=1")
        #expect(try state(plans) == .approved)
        #expect(try lead.get("/approvals?done=1").text.contains("1 figure approved."))
    }

    @Test mutating func `several returns are ticked in one form`() throws {
        try portal.submit(plans, Self.good, by: officer)
        try portal.submit(visits, ["figure": "final", "v": "40"], by: officer)
        let form = try lead.form(to: "/approvals", on: "/approvals")
        let pairs =
            form.map { (name: $0.key, value: $0.value) }
            + [entries[0].returnID, entries[1].returnID].map { ("return", "\($0)") }
        let answer = lead.sendPairs("/approvals", pairs)
        #expect(answer.location == "/approvals?done=2")
        #expect(try [state(visits), state(plans)] == [.approved, .approved])
    }

    @Test mutating func `nothing ticked, or what is not there, approves nothing`() throws {
        try portal.submit(plans, Self.good, by: officer)
        let none = try lead.post("/approvals", [:])
        #expect(none.status == .unprocessableContent)
        #expect(try none.text.contains("Choose what to approve"))
        for value in ["0", "-1", "99999", "x", "", "9223372036854775808", "<b>", "\u{0}"] {
            let answer = try lead.post("/approvals", ["return": value])
            // A box without a value is none that was ticked.
            #expect(
                answer.status == (value.isEmpty ? .unprocessableContent : .conflict), "\(value)")
        }
        let id = "\(entries[1].returnID)"
        let stale = try lead.post("/approvals", ["return": id, "return-\(id)-mark": "nonsense"])
        #expect(stale.status == .conflict)
        #expect(try stale.text.contains("changed since you opened this page"))
        #expect(try state(plans) == .submitted)
    }

    @Test mutating func `an unusual figure is not approved with its return`() throws {
        try portal.submit(plans, Self.off, by: officer)
        let id = entries[1].returnID
        try portal.submit(visits, ["figure": "final", "v": "40"], by: officer)
        let mark = [try portal.entry(plans)].mark
        let answer = try lead.post(
            "/approvals", ["return": "\(id)", "return-\(id)-mark": mark])
        #expect(answer.status == .conflict)
        #expect(try state(plans) == .submitted)
    }

    // MARK: One return

    @Test mutating func `a return tells what was, what would be, and why to look closely`() throws {
        try portal.submit(plans, Self.off, by: officer)
        try portal.submit(
            agreed,
            [
                "figure": "final", "n": "130", "d": "100", "right": "yes",
                "right-because": "Some agreed twice.",
            ], by: officer)
        try portal.submit(
            missing,
            [
                "figure": "final", "v": "15", "v/FSM": "3", "v/SEN": "8",
                "comment": "Only three are eligible.",
            ], by: officer)
        let text = try lead.get(page).text
        #expect(text.contains("30.0%"))
        #expect(text.contains("30 of 100"))
        #expect(text.contains("Off target"))
        #expect(text.contains("Staff left."))
        #expect(text.contains("By when: March 2027"))
        #expect(text.contains("The top number"))
        #expect(text.contains("Answer: Some agreed twice."))
        #expect(text.contains("Readers see [c] for FSM children"))
        #expect(text.contains("The words say “three”"))
        #expect(text.contains("Entered by Oli, last on"))
    }

    @Test mutating func `a number that stands otherwise at a measure that shares it is told`()
        throws
    {
        try portal.submit(agreed, ["figure": "final", "n": "50", "d": "1,000"], by: officer)
        #expect(try !lead.get(page).text.contains("Shared number"))
        try portal.submit(plans, ["figure": "final", "n": "700", "d": "1000"], by: officer)
        #expect(try !lead.get(page).text.contains("Shared number"))
        // Its officer changes the number after the other was sent in, or even approved.
        try portal.approve(agreed, by: lead)
        try portal.submit(plans, ["figure": "final", "n": "700", "d": "1100"], by: officer)
        let text = try lead.get(page).text
        #expect(text.contains("Shared number"))
        #expect(
            text.contains("Bottom number is 1100, and 1,000 at Plans agreed with the family"))
        let id = entries[1].returnID
        let whole = try lead.post(
            "/approvals", ["return": "\(id)", "return-\(id)-mark": [portal.entry(plans)].mark])
        #expect(whole.status == .conflict)
        // Which of them is right is the lead's to say.
        #expect(try lead.post(page, ["figure": "\(plans)"]).status == .seeOther)
    }

    @Test mutating func `ticked figures are approved and others wait`() throws {
        try portal.submit(plans, Self.good, by: officer)
        try portal.submit(agreed, ["figure": "final", "n": "50", "d": "100"], by: officer)
        let answer = try lead.post(page, ["figure": "\(plans)"])
        #expect(answer.location == "\(page)?done=1")
        #expect(try [state(plans), state(agreed)] == [.approved, .submitted])
        let last = try lead.post(page, ["figure": "\(agreed)"])
        #expect(last.location == "/approvals?done=1")
        let events = try portal.database().all(
            "SELECT event FROM return_entry_event WHERE entry_id = \(plans) ORDER BY id"
        ) { row throws(SQLError) in try row("event", as: String.self) }
        #expect(events == ["submitted", "approved"])
    }

    @Test mutating func `a form that is sent twice approves once`() throws {
        try portal.submit(plans, Self.good, by: officer)
        var form = try lead.form(to: page, on: page)
        form["figure"] = "\(plans)"
        let first = lead.send(page, form)
        let second = lead.send(page, form)
        #expect(first.location == second.location)
        let count = try portal.database().first(
            "SELECT count(*) AS n FROM return_entry_event WHERE event = 'approved'"
        ) { row throws(SQLError) in try row("n", as: Int.self) }
        #expect(count == 1)
    }

    @Test mutating func `two leads approve one figure once`() throws {
        try portal.submit(plans, Self.good, by: officer)
        var other = try portal.member("lou", .approver)
        var first = try lead.form(to: page, on: page)
        var second = try other.form(to: page, on: page)
        first["figure"] = "\(plans)"
        second["figure"] = "\(plans)"
        #expect(lead.send(page, first).status == .seeOther)
        let late = other.send(page, second)
        #expect(late.status == .conflict)
        #expect(try late.text.contains("Plans in time has changed since you opened this page"))
    }

    @Test(arguments: ["edited", "withdrawn"])
    mutating func `what has changed since the page was drawn is not approved`(how: String) throws {
        try portal.submit(plans, Self.good, by: officer)
        try portal.submit(agreed, ["figure": "final", "n": "50", "d": "100"], by: officer)
        let form = try lead.form(to: page, on: page)
        if how == "edited" {
            try portal.submit(plans, ["figure": "final", "n": "71", "d": "100"], by: officer)
        } else {
            let database = try portal.database()
            try database.move([plans], to: .draft, .withdrawn, by: officer.id, at: 0)
        }
        let pairs =
            form.filter { $0.key != "figure" }.map { (name: $0.key, value: $0.value) }
            + [plans, agreed].map { ("figure", "\($0)") }
        let answer = lead.sendPairs(page, pairs)
        #expect(answer.status == .conflict)
        // Nothing half done: the one that was not changed waits, too.
        #expect(try state(agreed) == .submitted)
        #expect(try state(plans) != .approved)
    }

    @Test mutating func `nonsense approves nothing`() throws {
        try portal.submit(plans, Self.good, by: officer)
        let revision = "e\(plans)-revision"
        for fields in [
            ["figure": "x"], ["figure": "\(plans)", revision: ""],
            ["figure": "\(plans)", revision: "-1"], ["figure": "\(plans)", revision: "0"],
            ["figure": "\(plans)", revision: String(repeating: "9", count: 10_000)],
            ["figure": "9223372036854775808"], ["figure": "\u{0}<script>"],
        ] {
            #expect(try lead.post(page, fields).status == .conflict, "\(fields)")
        }
        #expect(try state(plans) == .submitted)
        for path in ["/approvals/0", "/approvals/x", "/approvals/-1"] {
            #expect(lead.get(path).status == .notFound, "\(path)")
        }
        #expect(lead.get("/approvals?done=0").status == .ok)
    }

    // MARK: One's own figures

    @Test mutating func `nobody approves what they entered`() throws {
        var both = try portal.member("bo", .officer, .approver)
        try portal.submit(plans, Self.good, by: both)
        let text = try both.get(page).text
        #expect(text.contains("You entered this return, so someone else must approve it"))
        let revision = try portal.entry(plans).revision
        let form = try lead.form(to: page, on: page)
        #expect(form["e\(plans)-revision"] == "\(revision)")
        // A form of their own has no box for it, so one is made up.
        try portal.submit(agreed, ["figure": "final", "n": "50", "d": "100"], by: officer)
        let answer = try both.post(
            page, ["figure": "\(plans)", "e\(plans)-revision": "\(revision)"])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.text.contains("You entered this return"))
        #expect(try state(plans) == .submitted)
    }

    @Test mutating func `who typed an earlier version, or a number it shares, entered it, too`()
        throws
    {
        let both = try portal.member("bo", .officer, .approver)
        try portal.type(plans, ["figure": "final", "n": "60", "d": "100"], by: both)
        try portal.submit(plans, Self.good, by: officer)
        try portal.type(agreed, ["d": "100"], cause: .shared, by: both)
        try portal.submit(agreed, ["figure": "final", "n": "50", "d": "100"], by: officer)
        let authors = try portal.database().authors(of: [plans, agreed])
        for id in [plans, agreed] {
            #expect(authors[id]?.contains(both.id) == true)
            #expect(authors[id]?.contains(lead.id) == false)
        }
    }

    // MARK: Scopes

    @Test mutating func `a lead of one service sees and approves its figures alone`() throws {
        try portal.submit(plans, Self.good, by: officer)
        try portal.submit(visits, ["figure": "final", "v": "40"], by: officer)
        let id = try portal.addPerson(
            "fay", grants: [Grant(role: .approver, scope: .service("Family service"))])
        var own = try TestMember(portal, person: id)
        let text = try own.get("/approvals").text
        #expect(text.contains("1 figure waits"))
        #expect(own.get(page).status == .forbidden)
        let answer = try own.post(
            "/approvals",
            [
                "return": "\(entries[1].returnID)",
                "return-\(entries[1].returnID)-mark": [try portal.entry(plans)].mark,
            ])
        #expect(answer.status == .conflict)
        let path = ReturnLinks.approval(entries[0].returnID)
        let other = try own.post(
            path,
            [
                "figure": "\(plans)",
                "e\(plans)-revision": "\(try portal.entry(plans).revision)",
            ])
        #expect(other.status == .forbidden)
        #expect(try state(plans) == .submitted)
        #expect(own.get(ReturnLinks.sendBack(entries[1])).status == .forbidden)
    }

    @Test mutating func `officers and visitors approve nothing`() throws {
        var officer = officer
        for path in ["/approvals", page, ReturnLinks.sendBack(entries[1])] {
            #expect(officer.get(path).status == .forbidden)
        }
        var visitor = try TestMember(visitor: portal)
        #expect(visitor.get("/approvals").status == .seeOther)
    }

    // MARK: Sending back

    @Test mutating func `a figure is sent back with what needs to change`() throws {
        try portal.submit(plans, Self.good, by: officer)
        let path = ReturnLinks.sendBack(entries[1])
        let heading = "Send back Plans in time, Q1 2026/27 (April to June 2026)?"
        #expect(try lead.get(path).text.contains(heading))
        for empty in ["", "  \n ", "\u{0}\u{1}"] {
            let answer = try lead.post(path, ["reason": empty])
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.text.contains("Enter what needs to change"))
        }
        let long = try lead.post(path, ["reason": String(repeating: "x", count: 10_000)])
        #expect(long.status == .unprocessableContent)
        #expect(try long.text.contains("It has 10000"))
        let stale = try lead.post(path, ["reason": "Count again", "revision": "99"])
        #expect(stale.status == .conflict)
        #expect(try stale.text.contains("Count again"))
        #expect(try state(plans) == .submitted)
        let answer = try lead.post(path, ["reason": " Count <b>again</b>. "])
        #expect(answer.location == "\(page)?done=sent-back")
        let entry = try portal.entry(plans)
        #expect(entry.state == .sentBack)
        #expect(entry.sentBackWords == "Count <b>again</b>.")
        #expect(try lead.get(path).text.contains("not waiting for approval"))
    }

    @Test mutating func `what is approved and not yet published can be sent back`() throws {
        try portal.submit(plans, Self.good, by: officer)
        try portal.approve(plans, by: lead)
        _ = try lead.post(ReturnLinks.sendBack(entries[1]), ["reason": "One was forgotten."])
        #expect(try state(plans) == .sentBack)
    }

    @Test mutating func `no page asks more than eight questions`() throws {
        try portal.submit(plans, Self.off, by: officer)
        try portal.submit(missing, ["figure": "final", "v": "15"], by: officer)
        try portal.submit(visits, ["figure": "final", "v": "40"], by: officer)
        let count = try StatementCount(portal)
        for path in [
            "/approvals", page, ReturnLinks.sendBack(entries[1]),
            ReturnLinks.publication(entries[1].roundID), ReturnLinks.revise(entries[1]),
        ] {
            let (answer, statements) = count.answer(path, token: lead.token)
            #expect(answer.status == .ok)
            // One more says who asks.
            #expect(statements <= StatementCount.most + 1, "\(path)")
        }
    }
}
