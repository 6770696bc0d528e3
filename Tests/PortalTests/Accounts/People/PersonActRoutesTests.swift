import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct PersonActRoutesTests {
    let portal: TestPortal
    var anna: TestMember

    init() throws {
        portal = try TestPortal()
        anna = try portal.colleague("anna", .administrator)
    }

    @Test mutating func `roles are given for what is ticked`() throws {
        try portal.addPerson("ben", .reader, service: "Early help")
        let answer = try anna.post(
            "/admin/people/ben/roles",
            [
                "reader": "", "officer_strategy": "schools", "officer_service": "Early help",
                "officer_measure": "HEARD, ATTEND\n", "auditor": "everything", "reason": " Joined ",
            ])
        #expect(answer.response.headers["Location"] == "/admin/people/ben?done=roles")
        #expect(
            try portal.person("ben")?.grants.text
                == "officer:measure=ATTEND, officer:measure=HEARD, officer:service=Early help, "
                + "officer:strategy=schools, auditor")
        let entry = try #require(try portal.trail(.rolesChanged).first)
        #expect(entry.before == #"{"roles":"reader"}"#)
        #expect(entry.after?.contains("officer:strategy=schools, auditor") == true)
        #expect(entry.reason == "Joined")
        let page = try anna.get("/admin/people/ben").main
        #expect(page.section("roles")?.facts["Officer"]?.contains("strategy Schools") == true)
    }

    @Test mutating func `who means everything is not held to some measures`() throws {
        try portal.addPerson("ben")
        _ = try anna.post(
            "/admin/people/ben/roles",
            ["officer": "everything", "officer_strategy": "schools", "reason": "x"])
        #expect(try portal.person("ben")?.grants.text == "officer")
    }

    @Test(arguments: [
        ("officer_strategy", "nowhere", "officer"), ("officer_service", "Nobody’s", "officer"),
        ("approver_measure", "HEARD NONE-1", "approver_measure"),
    ])
    mutating func `roles for what there is not are refused with what was ticked`(
        _ field: String, _ text: String, _ id: String
    ) throws {
        try portal.addPerson("ben")
        let answer = try anna.post(
            "/admin/people/ben/roles", [field: text, "auditor": "everything", "reason": "why"])
        #expect(answer.status == .unprocessableContent)
        let page = try answer.page
        #expect(page.first(class: "errors")?.first("a")?["href"] == "#\(id)")
        #expect(page.element(id: "auditor")?["checked"] != nil)
        #expect(page.element(id: "reason")?.text == "why")
        #expect(try portal.person("ben")?.grants.isEmpty == true)
    }

    @Test(arguments: ["roles", "state", "reset"])
    mutating func `what is done says why`(_ part: String) throws {
        try portal.addPerson("ben")
        let answer = try anna.post(
            "/admin/people/ben/\(part)", ["reason": " ", "auditor": "everything"])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.page.element(id: "reason")?["aria-invalid"] == "true")
        #expect(try portal.trail().isEmpty)
    }

    @Test mutating func `who has new roles signs in again, and who has the same does not`() throws {
        let ben = try portal.addPerson("ben", .reader)
        var browser = try TestMember(portal, person: ben)
        _ = try anna.post("/admin/people/ben/roles", ["reason": "x"])
        #expect(try portal.sessionEnds(of: ben).isEmpty)
        _ = try anna.post("/admin/people/ben/roles", ["officer": "everything", "reason": "x"])
        #expect(try portal.sessionEnds(of: ben) == ["roles-changed"])
        #expect(browser.get("/admin").status == .seeOther)
    }

    @Test mutating func `who comes second with roles is shown those that are saved`() throws {
        try portal.addPerson("ben")
        let old = try anna.form(to: "/admin/people/ben/roles", on: "/admin/people/ben/roles")
        _ = try anna.post("/admin/people/ben/roles", ["reader": "everything", "reason": "x"])
        let typed = ["auditor": "everything", "reason": "mine"]
        let answer = anna.send("/admin/people/ben/roles", old.merging(typed) { $1 })
        #expect(answer.status == .conflict)
        #expect(try answer.main.first(class: "inset")?.text.contains("Reader") == true)
        #expect(try answer.page.element(id: "auditor")?["checked"] != nil)
        let form = try #require(try answer.main.first("form")).fields
        #expect(anna.send("/admin/people/ben/roles", form).status == .seeOther)
        #expect(try portal.person("ben")?.grants.text == "auditor")
    }

    @Test mutating func `who is disabled is out at once`() throws {
        let ben = try portal.addPerson("ben", .officer)
        var browser = try TestMember(portal, person: ben)
        #expect(
            try anna.get("/admin/people/ben/state").main.first("h1")?.text == "Disable Ben?")
        let answer = try anna.post("/admin/people/ben/state", ["reason": "Left"])
        #expect(answer.response.headers["Location"] == "/admin/people/ben?done=disabled")
        #expect(try portal.sessionEnds(of: ben) == ["disabled"])
        #expect(browser.get("/admin").status == .seeOther)
        #expect(try portal.trail(.personDisabled).map(\.reason) == ["Left"])
        _ = try anna.post("/admin/people/ben/state", ["reason": "Back"])
        #expect(try portal.person("ben")?.isActive == true)
        #expect(try portal.trail(.personEnabled).map(\.reason) == ["Back"])
    }

    @Test mutating func `two who disable the same person both have what they want`() throws {
        try portal.addPerson("ben")
        let form = try anna.form(to: "/admin/people/ben/state", on: "/admin/people/ben/state")
            .merging(["reason": "Left"]) { $1 }
        _ = try anna.post("/admin/people/ben/state", ["reason": "Left"])
        #expect(anna.send("/admin/people/ben/state", form).status == .seeOther)
        #expect(try portal.person("ben")?.isActive == false)
        #expect(try portal.trail(.personDisabled).count == 1)
    }

    @Test mutating func `the last administrator stays one`() throws {
        // One who looks at the page while the other is taken away.
        var ben = try portal.colleague("ben", .administrator)
        let state = try ben.form(to: "/admin/people/anna/state", on: "/admin/people/anna/state")
        let roles = try ben.form(to: "/admin/people/anna/roles", on: "/admin/people/anna/roles")
        try portal.database().run("DELETE FROM person_role WHERE person_id = \(ben.id)")
        try portal.database().run(
            "INSERT INTO person_role VALUES (\(ben.id), 'reader', 'everything', '')")
        #expect(ben.send("/admin/people/anna/state", state).status == .forbidden)
        let register = PeopleRegister(
            database: try portal.database(), now: 0, actor: .commandLine("root"))
        let anna = try #require(try portal.person("anna"))
        #expect(throws: PeopleFault.lastAdministrator("Anna")) {
            try register.set(isActive: false, of: anna, reason: "x")
        }
        #expect(throws: PeopleFault.lastAdministrator("Anna")) {
            try register.setRoles(of: anna, to: [], from: nil, reason: "x")
        }
        #expect(roles["revision"] == "1")
        #expect(try portal.person("anna") == anna)
        #expect(try portal.trail().isEmpty)
    }

    @Test mutating func `the last administrator is kept on the pages, too`() throws {
        // Somebody who may look after people though nobody counts as administrator but Ben.
        let ben = try portal.addPerson("ben", .administrator)
        let form = try anna.form(to: "/admin/people/ben/state", on: "/admin/people/ben/state")
        try portal.database().run(
            """
            CREATE TRIGGER lose AFTER UPDATE OF state ON person BEGIN
                DELETE FROM person_role
                WHERE person_id = (SELECT id FROM person WHERE user_name = 'anna');
            END
            """)
        let answer = anna.send("/admin/people/ben/state", form.merging(["reason": "x"]) { $1 })
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.first(class: "errors")?.text.contains("only administrator") == true)
        #expect(try portal.database().person(id: ben)?.isActive == true)
        #expect(try portal.trail().isEmpty)
    }

    @Test(arguments: ["roles", "state", "reset", "sessions"])
    mutating func `nobody does to themselves what others must`(_ part: String) throws {
        try portal.addPerson("ben", .administrator)
        let page = anna.get("/admin/people/anna/\(part)")
        #expect(page.status == .ok)
        #expect(try page.main.first("form") == nil)
        let other = try anna.form(to: "/admin/people/ben/\(part)", on: "/admin/people/ben/\(part)")
        let answer = anna.send(
            "/admin/people/anna/\(part)", other.merging(["reason": "x"]) { $1 })
        #expect(answer.status == .unprocessableContent)
        #expect(try portal.person("anna")?.grants.text == "administrator")
        #expect(try portal.person("anna")?.isActive == true)
        #expect(try portal.trail().isEmpty)
    }

    @Test mutating func `a new link takes the place of the one before`() throws {
        try portal.addPerson("ben")
        let first = try anna.post("/admin/people/ben/reset", ["reason": "Called back"])
        let address = try #require(first.response.headers["Location"])
        #expect(anna.get(address).status == .ok)
        let second = try anna.post("/admin/people/ben/reset", ["reason": "Again"])
        #expect(anna.get(address).status == .notFound)
        #expect(anna.get(try #require(second.response.headers["Location"])).status == .ok)
        #expect(try portal.trail(.linkMade).map(\.reason) == ["Called back", "Again"])
    }

    @Test mutating func `a second factor is removed only where that is ticked`() throws {
        let ben = try portal.addPerson("ben")
        try portal.database().run(
            "INSERT INTO second_factor VALUES (\(ben), zeroblob(20), 1, 0)")
        _ = try anna.post("/admin/people/ben/reset", ["reason": "x"])
        #expect(try portal.person("ben")?.hasSecondFactor == true)
        _ = try anna.post("/admin/people/ben/reset", ["reason": "Lost", "second_factor": "remove"])
        #expect(try portal.person("ben")?.hasSecondFactor == false)
        #expect(try portal.trail(.secondFactorChange).map(\.reason) == ["Lost"])
    }

    @Test mutating func `without the second factor nothing but the link lets somebody in`() throws {
        let ben = try portal.addPerson("ben")
        let old = try PasswordHash("seven lanterns adrift", cost: 1, random: Randomness.bytes)
        try portal.database().run(
            "UPDATE person SET password_hash = \(old.text) WHERE id = \(ben)")
        try portal.database().run(
            "INSERT INTO second_factor VALUES (\(ben), zeroblob(20), 1, 0)")
        var signedIn = try TestMember(portal, person: ben)
        _ = try anna.post("/admin/people/ben/reset", ["reason": "x"])
        #expect(signedIn.get("/account").status == .ok)
        let made = try anna.post(
            "/admin/people/ben/reset", ["reason": "Lost", "second_factor": "remove"])
        #expect(signedIn.get("/account").status == .seeOther)
        var stranger = try TestMember(visitor: portal)
        let typed = ["name": "ben", "password": "seven lanterns adrift"]
        #expect(try stranger.post("/sign-in", typed).status == .unprocessableContent)
        let shown = try anna.get(made.response.headers["Location"] ?? "").main.text
        #expect(shown.contains("24 hours"))
        #expect(
            try portal.trail(.secondFactorChange).map(\.after)
                == [#"{"second_factor":"no","password":"closed"}"#])
    }

    @Test mutating func `nobody disabled gets a link`() throws {
        try portal.addPerson("ben")
        let form = try anna.form(to: "/admin/people/ben/reset", on: "/admin/people/ben/reset")
        _ = try anna.post("/admin/people/ben/state", ["reason": "Left"])
        let answer = anna.send("/admin/people/ben/reset", form.merging(["reason": "x"]) { $1 })
        #expect(answer.status == .unprocessableContent)
        #expect(try anna.get("/admin/people/ben/reset").main.first("form") == nil)
        #expect(try portal.trail(.linkMade).isEmpty)
    }

    @Test mutating func `somebody is signed out everywhere`() throws {
        let ben = try portal.addPerson("ben")
        _ = try TestMember(portal, person: ben)
        #expect(try anna.get("/admin/people/ben").main.section("sessions")?.cells.count == 1)
        let answer = try anna.post("/admin/people/ben/sessions", [:])
        #expect(answer.response.headers["Location"] == "/admin/people/ben?done=sessions")
        #expect(try portal.sessionEnds(of: ben) == ["signed-out-elsewhere"])
        #expect(try portal.trail(.sessionsEnded).map(\.subject) == ["ben"])
    }

    @Test mutating func `a form without what it is to do is refused`() throws {
        try portal.addPerson("ben")
        let answer = try anna.post("/admin/people/ben/state", ["state": "x", "reason": "x"])
        #expect(answer.status == .badRequest)
    }

    @Test(arguments: ["state", "sessions"])
    mutating func `who is kept out or signed out is known in no browser`(_ part: String) throws {
        let ben = try portal.addPerson("ben", .reader)
        try portal.database().know(
            device: SessionToken(Randomness.bytes), of: ben, at: portal.settings.now())
        let answer = try anna.post("/admin/people/ben/\(part)", ["reason": "Left"])
        #expect(answer.status == .seeOther)
        #expect(try portal.database().first("SELECT count(*) FROM known_device", as: Int.self) == 0)
    }

    @Test mutating func `an address fills in nothing of what is to be done`() throws {
        _ = try portal.colleague("ben", .officer)
        let plain = try anna.form(
            to: "/admin/people/ben/reset", on: "/admin/people/ben/reset")
        let filled = anna.get("/admin/people/ben/reset?second_factor=remove&reason=Asked")
        let form = try #require(
            filled.page.all("form").first { $0["action"] == "/admin/people/ben/reset" })
        #expect(form.fields.keys.sorted() == plain.keys.sorted())
        #expect(form.fields["reason"]?.isEmpty == true)
    }
}
