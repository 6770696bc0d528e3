import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct SubmittingRoutesTests {
    private var desk: ReturnDesk
    private var check: String { desk.path("check") }
    private var withdrawal: String { desk.path("withdraw") }

    init() throws {
        desk = try ReturnDesk()
        _ = try desk.type(desk.plans, ["n": "70", "d": "100", "figure": "final"])
        _ = try desk.type(desk.calm, ["v": "5", "figure": "provisional"])
        _ = try desk.type(desk.missing, ["v": "30", "figure": "final"])
    }

    private func states() throws -> [EntryState] {
        try [desk.plans, desk.agreed, desk.missing, desk.calm].map { try desk.now($0).state }
    }

    @Test mutating func `the page shows what is missing first, and then what is ready`() throws {
        let page = try desk.officer.get(check).main
        let text = page.text
        for words in [
            "2 of 4 figures", "Still missing", "Plans agreed with the family Not started",
            "Children missing school Needs a comment",
            "Enter a comment about Children missing school",
            "70.0% On target", "70 of 100", "Target: 60.0%",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let ticks = page.all("input").filter { $0["type"] == "checkbox" }.compactMap { $0["name"] }
        #expect(ticks == ["e\(desk.plans.id)-chosen", "e\(desk.calm.id)-chosen", "declared"])
        let link = page.all("a").first {
            $0.text == "Enter a comment about Children missing school"
        }
        #expect(
            link?["href"]
                == ReturnLinks.entry(desk.missing) + "?checked=1#e\(desk.missing.id)-comment")
    }

    @Test mutating func `the ready figures are submitted while others are being filled`() throws {
        let answer = try desk.officer.post(check, ["declared": "yes"])
        #expect(answer.status == .seeOther)
        #expect(answer.location == desk.path("submitted"))
        #expect(try states() == [.submitted, .notStarted, .draft, .submitted])
        let text = try desk.officer.get(desk.path("submitted")).main.text
        for words in [
            "Return submitted", "Reference R\(desk.plans.returnID)-2026", "Ora", "Lea",
            "They look at it by 14 August 2026",
            "2 figures of this return that you enter are not submitted yet.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        let events: Int? = try desk.portal.database().first(
            "SELECT count(*) FROM return_entry_event WHERE event = 'submitted'")
        #expect(events == 2)
        let trail: Int? = try desk.portal.database().first(
            "SELECT count(*) FROM audit_entry WHERE action = 'submitted figures'")
        #expect(trail == 2)
    }

    @Test mutating func `only what is ticked is submitted`() throws {
        var form = try desk.officer.form(to: check, on: check)
        form["e\(desk.calm.id)-chosen"] = nil
        form["declared"] = "yes"
        #expect(desk.officer.send(check, form).status == .seeOther)
        #expect(try states() == [.submitted, .notStarted, .draft, .draft])
    }

    @Test mutating func `it must be declared, and something chosen`() throws {
        let undeclared = try desk.officer.post(check, [:])
        #expect(undeclared.status == .unprocessableContent)
        #expect(try undeclared.faults() == ["Confirm that you have checked the figures"])
        var form = try desk.officer.form(to: check, on: check)
        for name in form.keys where name.hasSuffix("-chosen") { form[name] = nil }
        form["declared"] = "yes"
        let empty = desk.officer.send(check, form)
        #expect(empty.status == .unprocessableContent)
        #expect(try empty.faults() == ["Choose at least one figure to submit"])
        // What was not ticked stays so, and the declaration too.
        let names = try #require(try empty.page.all("form").last).fields
        #expect(names["declared"] == "yes")
        #expect(names["e\(desk.plans.id)-chosen"] == nil)
        #expect(try states() == [.draft, .notStarted, .draft, .draft])
    }

    @Test mutating func `a form sent twice submits once`() throws {
        var form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        #expect(desk.officer.send(check, form).status == .seeOther)
        #expect(desk.officer.send(check, form).location == desk.path("submitted"))
        let events: Int? = try desk.portal.database().first(
            "SELECT count(*) FROM return_entry_event")
        #expect(events == 2)
    }

    @Test mutating func `what changed since the page was drawn is not submitted unseen`() throws {
        var form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        var other = try desk.portal.member("otto", .officer)
        _ = try ReturnDesk.type(&other, desk.plans, ["n": "71"])
        let stale = desk.officer.send(check, form)
        #expect(stale.status == .conflict)
        #expect(
            try stale.faults() == [
                "Plans in time has changed since you opened this page. Look at it once more"
            ])
        #expect(try states() == [.draft, .notStarted, .draft, .draft])
    }

    @Test mutating func `what was submitted by another meanwhile is not submitted again`() throws {
        var form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        try desk.move(desk.plans, to: .submitted, .submitted)
        let late = desk.officer.send(check, form)
        #expect(late.status == .conflict)
        #expect(try late.faults() == ["Plans in time has been submitted already"])
        #expect(try states() == [.submitted, .notStarted, .draft, .draft])
        let page = CrawledPage("", late, statements: 0)
        #expect(page.references.subtracting(page.ids) == [])
    }

    @Test mutating func `what is not ready any more is not submitted`() throws {
        var form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        // The target has been raised: what was ready needs words now.
        try desk.run(
            """
            UPDATE target SET value = \(FixedDecimal(90))
            WHERE measure_id = (SELECT id FROM measure WHERE code = 'PLANS')
            """)
        let answer = desk.officer.send(check, form)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == ["Plans in time is not ready to be submitted"])
        #expect(try states() == [.draft, .notStarted, .draft, .draft])
    }

    @Test mutating func `a tick for what is not ready submits nothing`() throws {
        var form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        form["e\(desk.missing.id)-chosen"] = "yes"
        form["e\(desk.missing.id)-revision"] = "1"
        let answer = desk.officer.send(check, form)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.faults() == ["Children missing school is not ready to be submitted"])
        #expect(try states() == [.draft, .notStarted, .draft, .draft])
    }

    @Test mutating func `nobody submits what is another’s`() throws {
        var eve = try desk.officer("eve", of: "CALM")
        let page = try eve.get(check).main
        #expect(page.text.contains("3 more figures of this return are entered by others."))
        #expect(!page.text.contains("Plans in time"))
        var form = try eve.form(to: check, on: check)
        form["declared"] = "yes"
        form["e\(desk.plans.id)-chosen"] = "yes"
        form["e\(desk.plans.id)-revision"] = "1"
        #expect(eve.send(check, form).status == .forbidden)
        #expect(try states() == [.draft, .notStarted, .draft, .draft])
        var noll = try desk.officer("noll", of: "VISITS")
        for part in ["check", "submitted", "withdraw", "history"] {
            #expect(noll.get(desk.path(part)).status == .forbidden)
        }
        var lea = desk.lead
        #expect(lea.get(check).status == .forbidden)
    }

    @Test(arguments: ["", "x", "-1", "99999999999999999999", "1e3"])
    mutating func `nonsense in the form submits nothing`(text: String) throws {
        var form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        form["e\(desk.plans.id)-revision"] = text
        form["e999-chosen"] = "yes"
        #expect(desk.officer.send(check, form).status == .conflict)
        form = try desk.officer.form(to: check, on: check)
        form["declared"] = text
        #expect(desk.officer.send(check, form).status == .unprocessableContent)
        form = try desk.officer.form(to: check, on: check)
        form["declared"] = "yes"
        form["e\(desk.plans.id)-chosen"] = text
        form["e\(desk.calm.id)-chosen"] = text
        #expect(desk.officer.send(check, form).status == .unprocessableContent)
        #expect(try states() == [.draft, .notStarted, .draft, .draft])
    }

    @Test mutating func `what was sent back and is as it was is not chosen beforehand`() throws {
        try desk.move(desk.plans, to: .sentBack, .sentBack, "Count again.")
        let page = try desk.officer.get(check).main
        #expect(page.text.contains("It was sent back, and has not been changed since."))
        let tick = page.all("input").first { $0["name"] == "e\(desk.plans.id)-chosen" }
        #expect(tick?["checked"] == nil)
    }

    @Test mutating func `without a figure that is ready there is nothing to send`() throws {
        let page = try desk.officer.get("/returns/\(desk.visits.returnID)/check").main
        #expect(page.text.contains("No figure is ready to be submitted."))
        #expect(page.all("form").isEmpty)
    }

    // MARK: After submitting

    @Test mutating func `before anything is submitted the page says so`() throws {
        let page = try desk.officer.get(desk.path("submitted")).main
        #expect(page.text.contains("Nothing is submitted"))
    }

    @Test mutating func `nobody is named who would approve their own figure`() throws {
        try desk.run("DELETE FROM person_role WHERE role = 'approver'")
        try desk.run(
            """
            INSERT INTO person_role (person_id, role, scope_kind, scope)
            SELECT person_id, 'approver', scope_kind, scope FROM person_role
            WHERE person_id = \(desk.officer.id)
            """)
        try desk.portal.addSecondFactor(to: desk.officer.id)
        _ = try desk.officer.post(check, ["declared": "yes"])
        let text = try desk.officer.get(desk.path("submitted")).main.text
        #expect(text.contains("Nobody else can approve it yet."))
    }

    @Test mutating func `what waits is taken back, and is a draft again`() throws {
        _ = try desk.officer.post(check, ["declared": "yes"])
        let asked = desk.officer.get(withdrawal)
        #expect(try asked.main.text.contains("Plans in time"))
        var form = try desk.officer.form(to: withdrawal, on: withdrawal)
        form["e\(desk.calm.id)-chosen"] = nil
        let answer = desk.officer.send(withdrawal, form)
        #expect(answer.location == check)
        #expect(try states() == [.draft, .notStarted, .draft, .submitted])
        #expect(desk.officer.send(withdrawal, form).location == check)
        let trail: Int? = try desk.portal.database().first(
            "SELECT count(*) FROM audit_entry WHERE action = 'took submitted figures back'")
        #expect(trail == 1)
    }

    @Test mutating func `what was approved meanwhile is not taken back`() throws {
        _ = try desk.officer.post(check, ["declared": "yes"])
        let form = try desk.officer.form(to: withdrawal, on: withdrawal)
        try desk.move(desk.plans, to: .approved, .approved)
        let answer = desk.officer.send(withdrawal, form)
        #expect(answer.status == .conflict)
        #expect(
            try answer.faults() == ["Plans in time does not wait for approval any more: approved"])
        #expect(try states() == [.approved, .notStarted, .draft, .submitted])
    }

    @Test mutating func `when returns are closed nothing is taken back`() throws {
        _ = try desk.officer.post(check, ["declared": "yes"])
        let form = try desk.officer.form(to: withdrawal, on: withdrawal)
        try desk.run("UPDATE collection_round SET state = 'closed', closed_at = 0")
        #expect(try desk.officer.get(withdrawal).main.text.contains("nothing to take back"))
        #expect(desk.officer.send(withdrawal, form).status == .conflict)
        #expect(try states() == [.submitted, .notStarted, .draft, .submitted])
    }

    @Test mutating func `nothing chosen, or what is another’s, is not taken back`() throws {
        _ = try desk.officer.post(check, ["declared": "yes"])
        var form = try desk.officer.form(to: withdrawal, on: withdrawal)
        for name in form.keys where name.hasSuffix("-chosen") { form[name] = "no" }
        let empty = desk.officer.send(withdrawal, form)
        #expect(empty.status == .unprocessableContent)
        #expect(try empty.faults() == ["Choose at least one figure to take back"])
        var eve = try desk.officer("eve", of: "CALM")
        form = try eve.form(to: withdrawal, on: withdrawal)
        form["e\(desk.plans.id)-chosen"] = "yes"
        #expect(eve.send(withdrawal, form).status == .forbidden)
        #expect(try states() == [.submitted, .notStarted, .draft, .submitted])
    }
}
