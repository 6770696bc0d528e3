import HTTPServer
import Testing

@testable import Portal

/// The steps on delivery and on risks.
@Suite struct DeliveryRoutesTests {
    var desk: ReportDesk
    private var delivery: String { EditionLinks.step(.delivery, desk.slug) }
    private var actions: String { EditionLinks.step(.actions, desk.slug) }

    init() throws { desk = try ReportDesk(["scorecards": "start-well\nschools"]) }

    private func content() throws -> EditionContent {
        try #require(try desk.portal.database().versions(ofEdition: desk.slug).first).content
    }

    @Test mutating func `there is a box for each priority beside what the portal knows`() throws {
        let page = try desk.lead.get(delivery).main
        #expect(page.all("textarea").compactMap { $0["name"] }.first == "delivery/SW-G1")
        let known = try #require(page.first(class: "step-known")?.text)
        #expect(known.contains("2 close to target"))
        #expect(known.contains("Visit each school Head of schools, 18 December 2026: Under way"))
        #expect(page.all("input").contains { $0["name"] == "promise/P1" })
    }

    @Test mutating func `what is typed is kept, and leads back to the steps`() throws {
        var typed = typedProject
        typed["delivery/SW-G1"] = "We visited schools.\r\nAll of them."
        typed["promise/P1"] = "yes"
        let answer = try desk.lead.post(delivery, typed)
        #expect(answer.status == .seeOther)
        #expect(
            answer.response.headers["Location"]
                == EditionLinks.draft(desk.slug) + "?done=delivery")
        let content = try content()
        #expect(content[.delivery("SW-G1")] == "We visited schools.\nAll of them.")
        #expect(content.projects.map(\.what) == ["Family hubs"])
        #expect(content.has(.promise("P1")))
        #expect(content.items(.scorecards) == ["start-well", "schools"])
    }

    @Test mutating func `forms of each step are of one draft alone`() throws {
        for step in EditionStep.allCases where step != .lastTime {
            let path = EditionLinks.step(step, desk.slug)
            var form = try desk.lead.form(to: path, on: path)
            #expect(form["version"] != nil, "\(step)")
            form["version"] = "999"
            #expect(desk.lead.send(path, form).status == .conflict, "\(step)")
        }
        var form = try desk.lead.form(to: delivery, on: delivery)
        form["version"] = "999"
        form["project-1-what"] = "Only this"
        let again = desk.lead.send(delivery, form)
        #expect(again.status == .unprocessableContent)
        #expect(
            try again.main.all("input").first { $0["name"] == "version" }?["value"] == "999",
            "drawn again it is still of the other draft")
    }

    @Test mutating func `what comes after the report was published is shown, and not lost`() throws
    {
        var forms: [(String, [String: String])] = []
        for path in [delivery, actions] {
            forms.append((path, try desk.lead.form(to: path, on: path)))
        }
        try desk.freeze()
        for (path, form) in forms {
            let typed = form.merging(["delivery/SW-G1": "Late", "exception/MOVES": "Late"]) { $1 }
            let answer = desk.lead.send(path, typed)
            #expect(answer.status == .conflict)
            #expect(try answer.main.text.contains("What you typed Late"))
        }
    }

    @Test mutating func `a box that is unticked and a row that is cleared are taken away`() throws {
        var typed = typedProject
        typed["promise/P1"] = "yes"
        _ = try desk.lead.post(delivery, typed)
        var form = try desk.lead.form(to: delivery, on: delivery)
        form["promise/P1"] = nil
        // What is empty is left out of what is sent here, though browsers send it.
        for column in ReportProject.columns { form["project-1-\(column)"] = " " }
        #expect(desk.lead.send(delivery, form).status == .seeOther)
        let content = try content()
        #expect(!content.has(.promise("P1")))
        #expect(content.projects.isEmpty)
    }

    @Test(arguments: [
        ("project-1-what", "", "Project 1: enter what the project is"),
        ("project-1-owner", " ", "Project 1: enter who is responsible"),
        ("project-1-due", "", "Project 1: enter when it will be done"),
        (
            "project-1-due", "31/12/26",
            "Project 1: by when must be a real date, like 30 September 2026"
        ),
        (
            "project-1-due", "31 June 2026",
            "Project 1: by when must be a real date, like 30 September 2026"
        ),
        ("project-1-status", "nearly", "Project 1: choose how far it is"),
        ("project-1-objective", "SW-G9", "Project 1: choose a priority of this report, or none"),
        (
            "project-1-progress", String(repeating: "x", count: 301),
            "Project 1: progress must be 300 characters or fewer. It has 301"
        ),
        (
            "delivery/SW-G1", String(repeating: "é", count: 2_001),
            "What was done for Every day counts must be 2000 characters or fewer. It has 2001"
        ),
    ])
    mutating func `what is wrong is said, and all is kept on the page`(
        _ field: String, _ text: String, _ words: String
    ) throws {
        var typed = typedProject
        typed["delivery/SW-G2"] = "Kept."
        typed["promise/P2"] = "yes"
        typed[field] = text
        let answer = try desk.lead.post(delivery, typed)
        #expect(answer.status == .unprocessableContent)
        let page = try answer.main
        let fault = try #require(page.first(class: "errors")?.all("a").first)
        #expect(fault.text == words)
        #expect(fault["href"] == "#\(field)")
        #expect(page.element(id: field)?["aria-invalid"] == "true")
        let form = try #require(page.all("form").first { $0["action"] == delivery })
        for (name, value) in typed { #expect(form.fields[name] == (value == " " ? "" : value)) }
        #expect(try content().projects.isEmpty)
    }

    @Test mutating func `light touch has room for less`() throws {
        desk = try ReportDesk(["touch": "light"])
        let long = String(repeating: "x", count: 601)
        let answer = try desk.lead.post(delivery, ["delivery/SW-G1": long])
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.text.contains("must be 600 characters or fewer. It has 601"))
    }

    @Test mutating func `each cell is named by its row and its column`() throws {
        let page = try desk.lead.get(delivery).main
        let names = try #require(page.element(id: "project-2-due")?["aria-labelledby"])
            .split(separator: " ").map { page.element(id: String($0))?.text }
        #expect(names == ["Project 2", "By when"])
    }

    @Test mutating func `risks and notes are kept`() throws {
        var typed = typedRisk
        typed["exception/MOVES"] = "Two homes open in May."
        let answer = try desk.lead.post(actions, typed)
        #expect(
            answer.response.headers["Location"] == EditionLinks.draft(desk.slug) + "?done=actions")
        let content = try content()
        #expect(content.risks.first?.score?.number == 16)
        #expect(content[.exception("MOVES")] == "Two homes open in May.")
    }

    @Test mutating func `a measure off target stands there with what officers said and do`() throws
    {
        let page = try desk.lead.get(actions).main
        let text = try #require(page.section("exception/MOVES-title")?.text)
        #expect(text.contains("Off target"))
        #expect(text.contains("Fewer children moved than the year before."))
        #expect(
            text.contains("Open a third home Head of property, 1 June 2026: Under way, overdue"))
        #expect(text.contains("No owner is named for this measure."))
        #expect(page.section("exception/ATTEND-title") == nil)
    }

    @Test(arguments: [
        ("risk-1-likelihood", "6", "Risk 1: choose how likely it is, from 1 to 5"),
        ("risk-1-impact", "", "Risk 1: choose how much harm it would do, from 1 to 5"),
        ("risk-1-doing", "", "Risk 1: enter what is done about it"),
        ("risk-1-due", "soon", "Risk 1: by when must be a real date, like 30 September 2026"),
        (
            "exception/MOVES", String(repeating: "x", count: 601),
            "What is said of Moves in care must be 600 characters or fewer. It has 601"
        ),
    ])
    mutating func `a wrong score, date or length is told, and all is kept`(
        _ field: String, _ text: String, _ words: String
    ) throws {
        var typed = typedRisk
        typed[field] = text
        let answer = try desk.lead.post(actions, typed)
        #expect(answer.status == .unprocessableContent)
        #expect(try answer.main.first(class: "errors")?.all("a").map(\.text) == [words])
        let form = try #require(try answer.main.all("form").first { $0["action"] == actions })
        for (name, value) in typed { #expect(form.fields[name] == value) }
    }

    @Test mutating func `a report that is not being written has no steps`() throws {
        #expect(desk.lead.get("/reports/nothing/draft/delivery").status == .notFound)
        #expect(desk.lead.get("/reports/nothing/draft/actions").status == .notFound)
    }
}
