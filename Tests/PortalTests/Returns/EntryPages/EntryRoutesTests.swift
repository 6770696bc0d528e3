import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct EntryRoutesTests {
    private var desk: ReturnDesk

    init() throws { desk = try ReturnDesk() }

    private func main(_ answer: Answer) throws -> String { try answer.main.text }

    @Test mutating func `the page says what to count, and how it is judged`() throws {
        let page = desk.officer.get(ReturnLinks.entry(desk.plans))
        #expect(page.status == .ok)
        let text = try main(page)
        for words in [
            "Plans in time", "Q1 2026/27 (April to June 2026)", "14 August 2026", "Not started",
            "Plans issued in time", "Higher is better", "On target at or above 60.0%",
            "There is no earlier figure of this measure.",
            "What will the 2026/27 financial year come to?",
            "Next: Plans agreed with the family", "Figure 1 of 4 that you enter",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(page.response.headers["Cache-Control"] == "no-store")
    }

    @Test mutating func `earlier figures stand beside the boxes, with that of a year before`()
        throws
    {
        try desk.publishEarlier([("2025-26-Q1", 50), ("2025-26-Q3", 80), ("2025-26-Q4", 61)])
        let text = try main(desk.officer.get(ReturnLinks.entry(desk.plans)))
        #expect(text.contains("Last time (Q4 2025/26) 61.0%"))
        #expect(text.contains("A year before 50.0%"))
        #expect(text.contains("Q1 2025/26 The same period a year before"))
        #expect(text.contains("61 of 100"))
    }

    @Test mutating func `a number that is typed elsewhere has no box`() throws {
        _ = try desk.type(desk.plans, ["n": "70", "d": "100"])
        let page = try desk.officer.get(ReturnLinks.entry(desk.agreed)).main
        #expect(page.text.contains("100 From “Plans in time”, where it is typed"))
        let names = page.all("input").compactMap { $0["name"] }
        #expect(!names.contains("e\(desk.agreed.id)-d"))
        #expect(names.contains("e\(desk.agreed.id)-n"))
    }

    @Test mutating func `a draft is kept half filled, and nothing is said of what is missing`()
        throws
    {
        let answer = try desk.type(desk.plans, ["n": "70"])
        #expect(answer.status == .seeOther)
        #expect(answer.location == ReturnLinks.entry(desk.plans) + "?saved=draft")
        let page = desk.officer.get(answer.location ?? "")
        #expect(try main(page).contains("Draft saved."))
        #expect(try page.faults() == [])
        #expect(try desk.now(desk.plans).content.fields == ["n": "70"])
        #expect(try desk.now(desk.plans).readiness == .unfinished)
    }

    @Test mutating func `a check tells what is missing, and what was typed is kept`() throws {
        let answer = try desk.type(desk.plans, ["n": "50", "d": "100", "figure": "final"], "check")
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.faults() == [
                "Enter a comment about Plans in time",
                "Enter what will be done about Plans in time",
                "Enter who is responsible for Plans in time",
                "Enter when the action on Plans in time will be done",
            ])
        #expect(try answer.page.first("title")?.text.hasPrefix("Error: ") == true)
        #expect(try main(answer).contains("We saved your draft."))
        #expect(try main(answer).contains("50.0% Off target"))
        let page = CrawledPage("", answer, statements: 0)
        #expect(page.references.subtracting(page.ids) == [])
        #expect(Set(page.ids).count == page.ids.count)
        #expect(try desk.now(desk.plans).readiness == .uncommented)
    }

    @Test mutating func `a figure that is ready says so`() throws {
        let answer = try desk.type(desk.plans, ["n": "70", "d": "100", "figure": "final"], "check")
        #expect(answer.location == ReturnLinks.entry(desk.plans) + "?saved=check")
        let text = try main(desk.officer.get(answer.location ?? ""))
        #expect(text.contains("Saved. This figure is ready."))
        #expect(text.contains("70.0% On target"))
    }

    @Test mutating func `one figure leads to the next, and the last to the check`() throws {
        let first = try desk.type(desk.plans, ["n": "70"], "next")
        #expect(first.location == ReturnLinks.entry(desk.agreed) + "?saved=next")
        try desk.move(desk.missing, to: .submitted, .submitted)
        let second = try desk.type(desk.agreed, ["n": "40"], "next")
        #expect(second.location == ReturnLinks.entry(desk.calm) + "?saved=next")
        let last = try desk.type(desk.calm, ["v": "5"], "next")
        #expect(last.location == desk.path("check"))
        let wrong = try desk.type(desk.plans, ["n": "x"], "next")
        #expect(wrong.status == .unprocessableContent)
    }

    @Test mutating func `a doubt is asked back, and its answer is kept`() throws {
        let asked = try desk.type(desk.plans, ["n": "120", "d": "100", "figure": "final"], "check")
        #expect(asked.status == .unprocessableContent)
        #expect(
            try asked.faults() == [
                "Confirm Plans in time: the top number is greater than the bottom number"
            ])
        #expect(
            try main(asked).contains(
                "The top number (120) is greater than the bottom number (100), so the result is 120.0%."
            ))
        let ticked = try desk.type(desk.plans, ["right": "yes"], "check")
        #expect(try ticked.faults() == ["Enter why the figure for Plans in time is right"])
        let answered = try desk.type(
            desk.plans, ["right": "yes", "right-because": "Plans of last year came, too."], "check")
        #expect(answered.status == .seeOther)
        #expect(try desk.now(desk.plans).readiness == .ready)
        let page = try desk.officer.get(ReturnLinks.entry(desk.plans)).main
        #expect(page.text.contains("Plans of last year came, too."))
    }

    @Test mutating func `a small number is told of`() throws {
        _ = try desk.type(desk.missing, ["v": "3", "figure": "final"])
        let text = try main(desk.officer.get(ReturnLinks.entry(desk.missing)))
        #expect(text.contains("members and the public see [c] in its place"))
        #expect(text.contains("FSM children"))
    }

    @Test mutating func `what was sent back says what has to change`() throws {
        try desk.move(desk.plans, to: .sentBack, .sentBack, "Leave out the exceptions.")
        let page = desk.officer.get(ReturnLinks.entry(desk.plans))
        #expect(try main(page).contains("This figure was sent back."))
        #expect(try main(page).contains("Leave out the exceptions."))
    }

    @Test(
        arguments: [
            (EntryState.submitted, EntryEvent.submitted, "waits for approval"),
            (.approved, .approved, "is approved and waits to be published"),
            (.published, .published, "It changes only by a revision"),
        ])
    mutating func `what can no longer be typed is shown, and what was typed is not lost`(
        state: EntryState, event: EntryEvent, words: String
    ) throws {
        _ = try desk.type(desk.plans, ["n": "70", "d": "100", "figure": "final"])
        var form = try desk.officer.form(
            to: ReturnLinks.entry(desk.plans), on: ReturnLinks.entry(desk.plans))
        try desk.move(desk.plans, to: state, event)
        let page = desk.officer.get(ReturnLinks.entry(desk.plans))
        #expect(try main(page).contains(words))
        #expect(try page.main.all("form").isEmpty)
        form["e\(desk.plans.id)-n"] = "71"
        form["e\(desk.plans.id)-comment"] = "More staff."
        let late = desk.officer.send(ReturnLinks.entry(desk.plans), form)
        #expect(late.status == .conflict)
        #expect(try main(late).contains("What you typed is not saved"))
        #expect(try main(late).contains("What happened More staff."))
        #expect(try desk.now(desk.plans).content[.number(.numerator)] == "70")
    }

    @Test mutating func `a closed round takes nothing`() throws {
        try desk.run("UPDATE collection_round SET state = 'closed', closed_at = 0")
        let text = try main(desk.officer.get(ReturnLinks.entry(desk.plans)))
        #expect(
            text.contains(
                "Returns for Q1 2026/27 (April to June 2026) closed on 1 January 1970. "
                    + "Ask the performance team to reopen it."))
    }

    @Test mutating func `of two who type at once the second chooses, and loses nothing`() throws {
        let address = ReturnLinks.entry(desk.plans)
        var form = try desk.officer.form(to: address, on: address)
        var other = try desk.portal.member("otto", .officer)
        _ = try ReturnDesk.type(&other, desk.plans, ["n": "70", "d": "100"])
        form["e\(desk.plans.id)-n"] = "80"
        form["e\(desk.plans.id)-comment"] = "Kept."
        let clash = desk.officer.send(address, form)
        #expect(clash.status == .conflict)
        #expect(try clash.main.first("h1")?.text == "Somebody else has changed these figures")
        let name = "e\(desk.plans.id)-n"
        let choices = try clash.main.all("input").filter {
            $0["type"] == "radio" && $0["name"] == name
        }
        #expect(choices.map { $0["value"] } == ["70", "80"])
        #expect(choices.map { $0["checked"] != nil } == [false, true])
        #expect(try main(clash).contains("Keep what Otto saved 70"))
        #expect(try main(clash).contains("Keep what you typed 80"))
        #expect(try desk.now(desk.plans).content[.comment] == "")
        let chosen = try #require(try clash.page.all("form").first { $0["action"] == address })
        let saved = desk.officer.send(address, chosen.fields.merging(["do": "draft"]) { $1 })
        #expect(saved.status == .seeOther)
        #expect(
            try desk.now(desk.plans).content.fields == ["n": "80", "d": "100", "comment": "Kept."])
    }

    @Test mutating func `changes of different fields are merged, and it is said so`() throws {
        let address = ReturnLinks.entry(desk.plans)
        var form = try desk.officer.form(to: address, on: address)
        var other = try desk.portal.member("otto", .officer)
        _ = try ReturnDesk.type(&other, desk.plans, ["comment": "Theirs."])
        form["e\(desk.plans.id)-n"] = "80"
        form["do"] = "draft"
        let saved = desk.officer.send(address, form)
        #expect(saved.location == address + "?saved=merged")
        #expect(
            try main(desk.officer.get(saved.location ?? "")).contains(
                "together with what somebody else has changed here"))
        #expect(try desk.now(desk.plans).content.fields == ["n": "80", "comment": "Theirs."])
    }

    @Test mutating func `a form that is sent twice is taken once`() throws {
        let address = ReturnLinks.entry(desk.plans)
        var form = try desk.officer.form(to: address, on: address)
        form["e\(desk.plans.id)-n"] = "70"
        form["do"] = "draft"
        let (first, second) = (desk.officer.send(address, form), desk.officer.send(address, form))
        #expect(first.status == .seeOther)
        #expect(second.location == first.location)
        #expect(try desk.now(desk.plans).revision == 1)
    }

    @Test mutating func `what was sent when the session was over is drawn again, unsaved`() throws {
        let address = ReturnLinks.entry(desk.plans)
        var form = try desk.officer.form(to: address, on: address)
        form["e\(desk.plans.id)-n"] = "7x"
        form["do"] = "draft"
        // Another session of the same person: the form was not drawn for it.
        desk.officer.token = try desk.portal.session(of: desk.officer.id)
        let held = desk.officer.send(address, form, saying: ["Sec-Fetch-Site": "same-origin"])
        #expect(held.status == .seeOther)
        let page = desk.officer.get(held.location ?? "")
        let box = try page.main.all("input").first { $0["name"] == "e\(desk.plans.id)-n" }
        #expect(box?["value"] == "7x")
        #expect(try desk.now(desk.plans).content.isEmpty)
    }

    @Test mutating func `others’ figures are theirs`() throws {
        var eve = try desk.officer("eve", of: "AGREED", "VISITS")
        #expect(eve.get(ReturnLinks.entry(desk.agreed)).status == .ok)
        #expect(eve.get(ReturnLinks.entry(desk.plans)).status == .forbidden)
        var form = try eve.form(
            to: ReturnLinks.entry(desk.agreed), on: ReturnLinks.entry(desk.agreed))
        form["e\(desk.plans.id)-revision"] = "0"
        form["e\(desk.plans.id)-n"] = "1"
        #expect(eve.send(ReturnLinks.entry(desk.plans), form).status == .forbidden)
        // What is of another figure is no part of this form.
        #expect(eve.send(ReturnLinks.entry(desk.agreed), form).status != .ok)
        #expect(try desk.now(desk.plans).content.isEmpty)
        var noll = try desk.officer("noll", of: "ABSENCE")
        #expect(noll.get(ReturnLinks.entry(desk.plans)).status == .forbidden)
        var lea = desk.lead
        #expect(lea.get(ReturnLinks.entry(desk.plans)).status == .forbidden)
    }

    @Test(
        arguments: [
            "/returns/1/figures/999", "/returns/999/figures/1", "/returns/x/figures/1",
            "/returns/1/figures/x", "/returns/01/figures/1", "/returns/-1/figures/1",
            "/returns/99999999999999999999/figures/1", "/returns/1/figures/%00",
            // VISITS is in the other return.
            "/returns/2/figures/1",
        ])
    mutating func `a figure that there is not is not found`(path: String) {
        #expect(desk.officer.get(path).status == .notFound)
    }

    // MARK: Nonsense

    private static let nonsense = [
        "", " ", "\u{0}", "a\u{1}b\u{7F}", "\u{202E}abc", "<script>alert(1)</script>",
        "'; DROP TABLE",
        "１２", "١٢", "十二", "-1", "1e9", "NaN", "∞", "1,2,3", "0x1F", "99999999999999999999",
        "=SUM(A1)", "👩‍👩‍👧‍👦", "2026-02-31", "31/12/2026", "{{title}}",
        String(repeating: "9", count: 10_000), String(repeating: "x", count: 10_000),
    ]

    @Test mutating func `every field is given nonsense, and answers in plain words`() throws {
        let address = ReturnLinks.entry(desk.missing)
        for field in desk.missing.fields {
            var form = try desk.officer.form(to: address, on: address)
            for text in Self.nonsense {
                form[EntryForm.name(of: field, in: desk.missing)] = text
                form["do"] = "check"
                let answer = desk.officer.send(address, form)
                #expect(
                    [.seeOther, .unprocessableContent].contains(answer.status),
                    "\(field) \(text.prefix(20))")
                let page = desk.officer.get(address)
                #expect(page.status == .ok)
                #expect(!page.source.contains("<script>alert"))
                let drawn = try page.page.all("form").first { $0["action"] == address }
                form = try #require(drawn).fields
                #expect(
                    try desk.now(desk.missing).readiness != .ready
                        || text.allSatisfy(\.isWhitespace))
            }
            try desk.run("UPDATE return_entry SET content = '{}' WHERE id = \(desk.missing.id)")
        }
        #expect(desk.portal.log.lines == [])
    }

    @Test mutating func `a form without its parts is refused`() throws {
        let address = ReturnLinks.entry(desk.plans)
        let revision = "e\(desk.plans.id)-revision"
        for spoiled in ["", "x", "-1", "99", "9223372036854775808", "0.5"] {
            var form = try desk.officer.form(to: address, on: address)
            form[revision] = spoiled
            form["e\(desk.plans.id)-n"] = "7"
            #expect(
                [.badRequest, .conflict].contains(desk.officer.send(address, form).status),
                "\(spoiled)")
        }
        var bare = try desk.officer.form(to: address, on: address)
        bare[revision] = nil
        #expect(desk.officer.send(address, bare).status == .badRequest)
        var act = try desk.officer.form(to: address, on: address)
        act["do"] = "everything"
        #expect(desk.officer.send(address, act).status == .unprocessableContent)
        #expect(try desk.now(desk.plans).content.isEmpty)
    }

    @Test mutating func `of a field that comes twice the first counts`() throws {
        let token = try #require(desk.officer.token)
        var form = TestForm(ReturnLinks.entry(desk.plans), token)
        form.pairs += [
            ("e\(desk.plans.id)-revision", "0"), ("e\(desk.plans.id)-n", "7"),
            ("e\(desk.plans.id)-n", "8"), ("do", "draft"),
        ]
        #expect(try desk.portal.ask(form.request).status == .seeOther)
        #expect(try desk.now(desk.plans).content.fields == ["n": "7"])
    }

    @Test mutating func `all pages ask few questions, and are whole`() throws {
        _ = try desk.type(desk.plans, ["n": "120", "d": "100", "figure": "final"])
        _ = try desk.type(desk.missing, ["v": "15", "figure": "final"])
        try desk.move(desk.calm, to: .submitted, .submitted)
        let counted = try StatementCount(desk.portal)
        for path in [
            ReturnLinks.entry(desk.plans), ReturnLinks.entry(desk.plans) + "?checked=1",
            ReturnLinks.entry(desk.agreed), ReturnLinks.entry(desk.missing),
            ReturnLinks.entry(desk.calm), desk.path("check"), desk.path("submitted"),
            desk.path("withdraw"), desk.path("history"), "/returns/\(desk.visits.returnID)/check",
        ] {
            let (answer, statements) = counted.answer(path, token: desk.officer.token)
            let page = CrawledPage(path, answer, statements: statements)
            #expect(page.status == .ok, "\(path)")
            #expect(page.fault == nil, "\(path)")
            #expect(page.headings.count == 1, "\(path)")
            #expect(Set(page.ids).count == page.ids.count, "\(path)")
            #expect(page.references.subtracting(page.ids) == [], "\(path)")
            // The session is asked for, too.
            #expect(statements <= StatementCount.most + 1, "\(path): \(statements)")
        }
    }
}

extension ReturnDesk {
    /// Publishes figures of PLANS for earlier quarters, each out of a hundred.
    fileprivate func publishEarlier(_ figures: [(period: String, top: Int)]) throws {
        let database = try portal.database()
        for (period, top) in figures {
            guard let quarter = FinancialQuarter(period) else { continue }
            let earlier = Period.financialQuarter(quarter)
            let content = EntryContent([
                "figure": "final", "n": "\(top)", "d": "100", "comment": "Said.", "action": "Done.",
                "who": "Head", "by": "31 March 2027", "right": "yes", "right-because": "It is.",
            ])
            let entry = ReturnEntry(
                id: plans.id, returnID: plans.returnID, roundID: plans.roundID,
                measure: plans.measure, groups: [], period: earlier, dueOn: plans.dueOn,
                state: .approved, content: content, readiness: .ready, revision: 1,
                sentBackWords: nil, revisionReason: nil, publishedVersion: 0, isRoundOpen: true)
            let check = EntryCheck(entry, EntryPast())
            guard let published = PublishedEntry(check) else { continue }
            try database.transaction {
                let publication = try database.beginPublication(
                    ofRound: entry.roundID, by: lead.id, at: 0, knownOn: portal.settings.today())
                try database.keep(published, in: publication)
                try database.show([published], portal.settings)
            }
        }
    }
}
