import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct RevisingRoutesTests {
    private let portal: TestPortal
    private var officer: TestMember
    private var lead: TestMember
    private let entries: [ReturnEntry]

    init() throws {
        portal = try TestPortal.collecting { $0.requiresSecondFactor = false }
        officer = try portal.member("oli", .officer)
        lead = try portal.member("lea", .approver)
        entries = try portal.openRound(by: lead)
        try portal.publish(
            entries[1].id, ["figure": "final", "n": "70", "d": "100"], by: officer, and: &lead)
    }

    private var plans: Int64 { entries[1].id }
    private var path: String { ReturnLinks.revise(entries[1]) }

    private func measure(_ more: String = "") throws -> String {
        try portal.get("/measures/plans-in-time\(more)").text
    }

    @Test mutating func `a reason is asked for, and readers go on seeing what is published`()
        throws
    {
        let page = try officer.get(path).text
        #expect(page.contains("Revise Plans in time, Q1 2026/27 (April to June 2026)?"))
        #expect(page.contains("Published now: 70.0%"))
        for empty in ["", " \n", "\u{0}"] {
            let answer = try officer.post(path, ["reason": empty])
            #expect(answer.status == .unprocessableContent)
            #expect(try answer.text.contains("Enter why the figure is being revised"))
        }
        let long = try officer.post(path, ["reason": String(repeating: "я", count: 601)])
        #expect(long.status == .unprocessableContent)
        #expect(try portal.entry(plans).state == .published)
        let answer = try officer.post(path, ["reason": "Two came late."])
        #expect(answer.location == ReturnLinks.entry(entries[1]))
        let entry = try portal.entry(plans)
        #expect(entry.state == .draft)
        #expect(entry.content[.number(.numerator)] == "70")
        #expect(entry.revisionReason == "Two came late.")
        #expect(entry.isEditable)
        #expect(try measure().contains("70.0%"))
        #expect(try officer.get(path).text.contains("revision under way"))
    }

    @Test mutating func `a revised figure has its mark, and the old one stays in the history`()
        throws
    {
        _ = try officer.post(path, ["reason": "Two came late."])
        try portal.publish(
            plans, ["figure": "final", "n": "72", "d": "100"], by: officer, and: &lead)
        let page = try measure()
        #expect(page.contains("72.0%"))
        #expect(page.contains("[r]"))
        let history = try measure("/history")
        #expect(history.contains("Figure revised"))
        #expect(history.contains("70.0% became 72.0% (revised)"))
        #expect(history.contains("Two came late. Published by: "))
        #expect(!history.contains("Oli"))
        #expect(try portal.entry(plans).publishedVersion == 2)
        #expect(try portal.entry(plans).revisionReason == nil)
    }

    @Test mutating func `of a withheld figure nobody is told that it was revised, or why`() throws {
        let visits = entries[0]
        try portal.publish(visits.id, ["figure": "final", "v": "3"], by: officer, and: &lead)
        _ = try officer.post(ReturnLinks.revise(visits), ["reason": "One child was missed."])
        try portal.publish(visits.id, ["figure": "final", "v": "4"], by: officer, and: &lead)
        for path in ["history", "history?format=csv"] {
            let history = try portal.get("/measures/home-visits/\(path)").source
            #expect(history.contains("[c]"), "\(path)")
            #expect(history.contains("Published by: Head of family service"), "\(path)")
            #expect(!history.contains("One child was missed"), "\(path)")
        }
    }

    @Test mutating func `a figure is shown as it was known on a date`() throws {
        _ = try officer.post(path, ["reason": "Two came late."])
        try portal.publish(
            plans, ["figure": "final", "n": "72", "d": "100"], by: officer, and: &lead)
        // As if the first had been published two weeks before.
        let database = try portal.database()
        try database.run(
            "UPDATE figure_version SET known_on = known_on - 14 WHERE status = 'final'")
        try database.run(
            """
            UPDATE published_revision SET known_on = known_on - 14
            WHERE place = 0 AND series_id = (SELECT id FROM series WHERE code = 'return/PLANS')
            """)
        #expect(try measure("/history?known=2026-07-10").contains("70.0%"))
        let day = "as known on 10 July 2026"
        #expect(try measure("/history?known=2026-07-10").contains(day))
        let now = try portal.get("/measures/plans-in-time/history?known=2026-07-15").page
            .section("as-known")
        #expect(now?.text.contains("72.0%") == true)
        #expect(now?.text.contains("70.0%") == false)
    }

    @Test mutating func `a cancelled revision leaves what is published`() throws {
        _ = try officer.post(path, ["reason": "Two came late."])
        try portal.type(plans, ["figure": "final", "n": "99", "d": "100"], by: officer)
        let answer = try officer.post(path, [:])
        #expect(answer.location == "\(path)?done=cancelled")
        let entry = try portal.entry(plans)
        #expect(entry.state == .published)
        #expect(entry.content[.number(.numerator)] == "70")
        #expect(entry.revisionReason == nil)
        #expect(try measure().contains("70.0%"))
        #expect(try measure("/history").contains("Figure revised") == false)
        // It can be begun again, and whoever typed before has no part in that.
        _ = try officer.post(path, ["reason": "Again."])
        #expect(try portal.database().authors(of: [plans])[plans] == nil)
    }

    @Test mutating func `a lead who enters no figures opens it for the officer`() throws {
        let answer = try lead.post(path, ["reason": "The audit found two more."])
        #expect(answer.location == "\(path)?done=begun")
        #expect(try lead.get("\(path)?done=begun").text.contains("Its officer can change it now"))
        #expect(try !lead.get(path).text.contains("Open the figure"))
        // Asking for it is not entering it.
        try portal.submit(plans, ["figure": "final", "n": "72", "d": "100"], by: officer)
        let page = ReturnLinks.approval(entries[1].returnID)
        #expect(try lead.get(page).text.contains("Why: The audit found two more."))
        #expect(try lead.post(page, ["figure": "\(plans)"]).status == .seeOther)
    }

    @Test mutating func `what changed meanwhile is not revised`() throws {
        var form = try lead.form(to: path, on: path)
        form["reason"] = "Mine"
        _ = try officer.post(path, ["reason": "Theirs"])
        let late = lead.send(path, form)
        #expect(late.status == .conflict)
        #expect(try late.text.contains("Nothing was done"))
        #expect(try portal.entry(plans).revisionReason == "Theirs")
        let stale = try officer.post(path, ["revision": "0"])
        #expect(stale.status == .conflict)
        #expect(try portal.entry(plans).state == .draft)
    }

    @Test mutating func `a form that is sent twice begins one revision`() throws {
        var form = try officer.form(to: path, on: path)
        form["reason"] = "Two came late."
        #expect(officer.send(path, form).location == officer.send(path, form).location)
        #expect(try portal.entry(plans).revision == 2)
    }

    @Test mutating func `what is not published cannot be revised`() throws {
        let other = ReturnLinks.revise(entries[2])
        #expect(try officer.get(other).text.contains("nothing to revise"))
        for path in [
            "/returns/0/figures/\(plans)/revise", "/returns/x/figures/y/revise",
            "/returns/\(entries[0].returnID)/figures/\(plans)/revise",
        ] {
            #expect(officer.get(path).status == .notFound, "\(path)")
        }
    }

    @Test mutating func `only those who answer for it revise it, and only they see the link`()
        throws
    {
        let link = "Revise this figure"
        #expect(try officer.get("/measures/plans-in-time").text.contains(link))
        #expect(try lead.get("/measures/plans-in-time").text.contains(link))
        #expect(try !measure().contains(link))
        for scope in [Role.officer, .approver] {
            let id = try portal.addPerson(
                "far\(scope.rawValue)",
                grants: [Grant(role: scope, scope: .service("Family service"))])
            var far = try TestMember(portal, person: id)
            #expect(try !far.get("/measures/plans-in-time").text.contains(link))
            #expect(far.get(path).status == .forbidden)
        }
        var auditor = try portal.member("aud", .auditor)
        #expect(auditor.get(path).status == .forbidden)
        #expect(try !auditor.get("/measures/plans-in-time").text.contains(link))
        // A measure whose latest figure others published has none to revise.
        #expect(try !officer.get("/measures/moves-in-care").text.contains(link))
    }

    @Test func `visitors' pages ask no more questions`() throws {
        let count = try StatementCount(portal)
        for path in ["/measures/plans-in-time", "/measures/plans-in-time/history"] {
            let (answer, statements) = count.answer(path)
            #expect(answer.status == .ok)
            #expect(statements <= StatementCount.most, "\(path): \(statements)")
        }
        let signedIn = count.answer("/measures/plans-in-time", token: lead.token)
        #expect(signedIn.statements <= StatementCount.most + 2, "\(signedIn.statements)")
    }
}
