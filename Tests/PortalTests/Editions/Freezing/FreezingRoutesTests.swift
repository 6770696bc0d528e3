import HTTPServer
import SQLite
import Synchronization
import Testing

@testable import Portal

/// From the draft to the published report, on pages.
@Suite struct FreezingRoutesTests {
    var desk: ReportDesk
    var portal: TestPortal { desk.portal }
    var slug: String { desk.slug }

    init() throws {
        desk = try ReportDesk(["title": "Children <first>", "meeting": "20 November 2025"])
    }

    @Test mutating func `a draft goes for approval and nobody changes it then`() throws {
        let page = desk.lead.get("/reports/\(slug)/submission")
        #expect(try page.main.first("h1")?.text == "Send “Children <first>” for approval?")
        #expect(try desk.submit().location == "/reports/\(slug)?done=submitted")
        #expect(try desk.version.state == .forApproval)
        let own = try desk.lead.get("/reports/\(slug)/approval").main
        #expect(own.text.contains("so someone else must approve it"))
        #expect(own.all("form").isEmpty)
        let entry = try #require(try portal.trail(.editionSubmitted).first)
        #expect(entry.actor == "lead" && entry.subject == "\(slug)/1.0")
    }

    @Test mutating func `who sent it takes it back, and nobody else`() throws {
        try desk.submit()
        let form = try desk.lead.form(
            to: "/reports/\(slug)/submission", on: "/reports/\(slug)/submission")
        let theirs = try desk.approver.get("/reports/\(slug)/submission").main
        #expect(theirs.all("form").isEmpty)
        #expect(
            desk.lead.send("/reports/\(slug)/submission", form).location
                == "/reports/\(slug)/draft")
        #expect(try desk.version.state == .draft)
        #expect(try portal.trail(.editionTakenBack).count == 1)
        // Somebody else's form, made up.
        try desk.submit()
        var others = TestForm("/reports/\(slug)/submission", try #require(desk.approver.token))
        others["act"] = "take-back"
        #expect(desk.approver.ask(others.request).status == .conflict)
        #expect(try desk.version.state == .forApproval)
    }

    @Test mutating func `another lead sends it back with words that are asked for`() throws {
        try desk.submit()
        let path = "/reports/\(slug)/approval"
        var form = try desk.approver.form(to: path, on: path)
        form["act"] = "send-back"
        let bare = desk.approver.send(path, form)
        #expect(bare.status == .unprocessableContent)
        #expect(try bare.main.text.contains("Enter what needs to change"))
        form["reason"] = "Say more of & <why>."
        form[Submission.keyField] = Submission.newKey(Randomness.bytes)
        #expect(desk.approver.send(path, form).location == "/reports/\(slug)?done=sent-back")
        #expect(try desk.version.state == .draft)
        let shown = try desk.lead.get("/reports/\(slug)/submission").main.text
        #expect(shown.contains("Say more of & <why>."))
        #expect(try portal.trail(.editionSentBack).first?.reason == "Say more of & <why>.")
    }

    @Test mutating func `another lead approves it, and everybody can read it`() throws {
        try desk.submit()
        let page = try desk.approver.get("/reports/\(slug)/approval").main
        #expect(
            page.first("h1")?.text
                == "Publish “Children <first>”, version 1.0, to everybody and for good?")
        #expect(page.facts["Committee"] == "Harbour Committee")
        #expect(try desk.approve().location == "/reports/\(slug)?done=published")
        let version = try desk.version
        #expect(version.state == .frozen)
        #expect(version.frozen?.title == "Children <first>")
        #expect(version.frozen?.boardTitle == "Harbour Committee")
        #expect(version.frozen?.by == "Second")
        let file = String(decoding: try desk.file(), as: UTF8.self)
        // Names of officers are not for the public.
        #expect(!file.contains("Second"))
        #expect(!file.contains("Draft: not approved"))
        let print = try #require(ReportFingerprint(in: Array(file.utf8)))
        let entry = try #require(try portal.trail(.editionFrozen).first)
        #expect(entry.actor == "second")
        #expect(entry.after?.contains(print.text) == true)
        let officers = try #require(
            ReportFingerprint(
                in: ReportOffice(portal.settings, user: "root")
                    .export(slug, version: nil, forOfficers: true)))
        #expect(entry.after?.contains(officers.text) == false, "it could be found out by trying")
    }

    @Test mutating func `nobody approves what they sent`() throws {
        try desk.submit()
        let version = try desk.version
        var form = TestForm("/reports/\(slug)/approval", try #require(desk.lead.token))
        form["act"] = "approve"
        form["mark"] = version.approvalMark
        let answer = desk.lead.ask(form.request)
        #expect(answer.status == .forbidden)
        #expect(try desk.version.state == .forApproval)
        form["act"] = "send-back"
        form["reason"] = "No"
        form[Submission.keyField] = Submission.newKey(Randomness.bytes)
        #expect(desk.lead.ask(form.request).status == .forbidden)
        #expect(try desk.version.state == .forApproval)
    }

    @Test mutating func `an approver of some measures publishes and withdraws no others`() throws {
        try desk.submit()
        let some = Grant(role: .approver, scope: .measure("VISITS"))
        var scoped = try TestMember(portal, person: portal.addPerson("una", grants: [some]))
        let path = "/reports/\(slug)/approval"
        let form = try scoped.form(to: path, on: path)
        let answer = scoped.send(path, form)
        #expect(answer.status == .forbidden)
        #expect(try answer.main.text.contains("whose role is for every measure of the report"))
        #expect(try desk.version.state == .forApproval)
        try desk.approve()
        #expect(scoped.get("/reports/\(slug)/1.0/withdrawal").status == .forbidden)
        var withdrawal = TestForm("/reports/\(slug)/1.0/withdrawal", try #require(scoped.token))
        withdrawal["reason"] = "it is not mine."
        #expect(scoped.ask(withdrawal.request).status == .forbidden)
        #expect(try desk.version.state == .frozen)
    }

    @Test mutating func `what was taken back and sent again is looked at again`() throws {
        try desk.submit()
        let old = try desk.approver.form(
            to: "/reports/\(slug)/approval", on: "/reports/\(slug)/approval")
        _ = try desk.lead.post("/reports/\(slug)/submission", ["act": "take-back"])
        try portal.database().keep(
            EditionContent(EntryContent(["board": "harbour-committee", "title": "Other"])),
            ofVersion: try desk.version.id, by: desk.lead.id, at: 1)
        try desk.submit()
        let answer = desk.approver.send("/reports/\(slug)/approval", old)
        #expect(answer.status == .conflict)
        #expect(try answer.main.text.contains("sent again since you opened this page"))
        #expect(try desk.version.state == .forApproval)
    }

    @Test mutating func `the same form twice makes one, and so do two leads`() throws {
        var third = try portal.member("third", .approver)
        try desk.submit()
        let path = "/reports/\(slug)/approval"
        let form = try desk.approver.form(to: path, on: path)
        let other = try third.form(to: path, on: path)
        let first = desk.approver.send(path, form)
        #expect(desk.approver.send(path, form).location == first.location)
        let late = third.send(path, other)
        #expect(late.status == .conflict)
        #expect(try late.main.text.contains("“Published”"))
        #expect(try portal.trail(.editionFrozen).count == 1)
    }

    @Test mutating func `two leads at the same moment make one`() throws {
        let third = try portal.member("third", .approver)
        try desk.submit()
        let path = "/reports/\(slug)/approval"
        let mark = try desk.version.approvalMark
        let tokens = [try #require(desk.approver.token), try #require(third.token)]
        let requests = tokens.map { token in
            var form = TestForm(path, token)
            form["act"] = "approve"
            form["mark"] = mark
            return form.request
        }
        let portal = portal
        let waiting = Mutex(requests + requests)
        let statuses = try [HTTPStatus](inParallel: 4) {
            let request = try #require(waiting.withLock { $0.popLast() })
            return try portal.site().respond(to: request).status
        }
        #expect(statuses.filter { $0 == .seeOther }.count == 2)
        #expect(statuses.filter { $0 == .conflict }.count == 2)
        #expect(try portal.trail(.editionFrozen).count == 1)
    }

    @Test mutating func `without a board nothing is sent or published`() throws {
        let database = try portal.database()
        try database.run("UPDATE edition_version SET content = '{}'")
        let answer = try desk.submit()
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.text.contains("Choose the board that receives the report"))
        try database.run(
            "UPDATE edition_version SET content = \(EntryContent(["board": "gone"]).column)")
        #expect(try desk.submit().status == .unprocessableContent)
        // It was there when it was sent.
        try database.run(
            "UPDATE edition_version SET state = 'for-approval', submitted_by = \(desk.lead.id)")
        let refused = try desk.approve()
        #expect(refused.status == .unprocessableContent)
        #expect(try refused.main.text.contains("there is none called “gone” any more"))
        #expect(try desk.version.state == .forApproval)
    }

    @Test mutating func `a correction begins with what was published`() throws {
        #expect(desk.lead.get("/reports/\(slug)/correction").status == .notFound)
        let file = try desk.freeze()
        #expect(try desk.correct(" ").status == .unprocessableContent)
        #expect(try desk.correct().location == "/reports/\(slug)/draft")
        let version = try desk.version
        #expect(version.label == "1.1" && version.state == .draft)
        #expect(version.content[.title] == "Children <first>")
        #expect(version.reason == "A target was wrong.")
        // Two who begin one at once make one.
        let page = try desk.lead.get("/reports/\(slug)/correction").main
        #expect(page.text.contains("Version 1.1 of this report is in work already."))
        try desk.freeze()
        #expect(try desk.file("1.0") == file)
        #expect(try desk.file("1.1") != file)
        #expect(try portal.trail(.editionCorrectionBegun).count == 1)
    }

    @Test mutating func `what is withdrawn stays as it was, and its page says why`() throws {
        let file = try desk.freeze()
        let path = "/reports/\(slug)/1.0/withdrawal"
        #expect(try desk.lead.get(path).main.first("h1")?.text.hasPrefix("Withdraw “") == true)
        #expect(try desk.withdraw(because: "\u{0}\n ").status == .unprocessableContent)
        #expect(try desk.withdraw().location == "/reports/\(slug)?done=withdrawn")
        #expect(try desk.file() == file)
        let banner = try portal.get("/reports/\(slug)").main.first(class: "banner--keep")
        #expect(banner?.text.contains(" because a table was wrong. ") == true)
        #expect(try desk.lead.get(path).main.text.contains("is withdrawn already"))
        #expect(try portal.trail(.editionWithdrawn).first?.reason == "a table was wrong.")
        // What was withdrawn can be corrected.
        #expect(try desk.correct().status == .seeOther)
    }

    @Test mutating func `nonsense in fields and addresses changes nothing`() throws {
        try desk.submit()
        let path = "/reports/\(slug)/approval"
        for text in Nonsense.texts {
            var form = try desk.approver.form(to: path, on: path)
            form["mark"] = text
            #expect(desk.approver.send(path, form).status == .conflict, "\(text.prefix(20))")
            form = try desk.approver.form(to: path, on: path)
            form["act"] = text
            #expect(desk.approver.send(path, form).status == .notFound, "\(text.prefix(20))")
        }
        #expect(try desk.version.state == .forApproval)
        for part in ["submission", "approval", "correction", "1.0/withdrawal", "1.0/changes"] {
            #expect(desk.lead.get("/reports/none/\(part)").status == .notFound, "\(part)")
        }
    }

    @Test mutating func `somebody without the role is refused`() throws {
        var officer = try portal.member("olga", .officer)
        for part in ["submission", "approval", "correction", "1.0/withdrawal"] {
            #expect(officer.get("/reports/\(slug)/\(part)").status == .forbidden)
        }
    }
}
