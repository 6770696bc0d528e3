import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct GridRoutesTests {
    var desk: ReturnsDesk

    init() throws {
        desk = try ReturnsDesk()
    }

    @Test mutating func `the grid has a row for each measure and each of its groups`() throws {
        let main = try desk.olga.get(desk.path).main
        #expect(main.first("h1")?.text == "Schools: return for Q1 2026/27 (April to June 2026)")
        let rows = try #require(main.first("table")).all("tr").compactMap { $0.first("th")?.text }
        #expect(rows[1].hasPrefix("Plans in time"))
        #expect(rows[4...] == ["FSM children", "SEN children", "Calm score At 30 June 2026"])
        #expect(main.text.contains("0 of 4 measures ready"))
        #expect(main.facts["Due"] == "14 August 2026, in 30 days")
        let box = main.element(id: desk.missing.name(.value, "FSM"))
        let names = (box?["aria-labelledby"] ?? "").split(separator: " ").map {
            main.element(id: String($0))?.text
        }
        #expect(names == ["Number", "Children missing school", "FSM children"])
    }

    @Test mutating func `a number that several measures share is asked for once`() throws {
        let main = try desk.olga.get(desk.path).main
        #expect(main.element(id: desk.plans.name(.denominator)) != nil)
        #expect(main.element(id: desk.agreed.name(.denominator)) == nil)
        #expect(main.text.contains("From Plans in time"))
        let answer = try desk.olga.post(
            desk.path,
            [
                desk.plans.name(.denominator): "100", desk.plans.name(.numerator): "70",
                desk.agreed.name(.numerator): "50", desk.agreed.name(.figure): "final",
                "do": "draft",
            ])
        #expect(answer.status == .seeOther)
        let agreed = try desk.kept(desk.agreed)
        #expect(agreed.content[.number(.denominator)] == "100")
        #expect(agreed.readiness == .ready)
        #expect(try desk.olga.get(desk.path).main.text.contains("50.0%"))
    }

    @Test mutating func `a row that only shares a number is not started`() throws {
        _ = try desk.olga.post(desk.path, [desk.plans.name(.denominator): "100", "do": "check"])
        let agreed = try desk.kept(desk.agreed)
        #expect(agreed.state == .notStarted)
        let row = try desk.olga.get(desk.path + "?saved=check").main.all("tr").first {
            $0.text.contains("Plans agreed")
        }
        #expect(row?.text.contains("Not started") == true)
        #expect(row?.first(class: "bad") == nil)
    }

    @Test mutating func `a draft is kept as it was typed, and what cannot be read is told`() throws
    {
        let answer = try desk.olga.post(
            desk.path, [desk.missing.name(.value): "4O", "do": "draft"])
        #expect(answer.response.headers["Location"] == "\(desk.path)?saved=draft")
        #expect(try desk.kept(desk.missing).content[.number(.value)] == "4O")
        #expect(try desk.kept(desk.missing).readiness == .faulty)
        let page = try desk.olga.get("\(desk.path)?saved=draft").page
        #expect(page.first("title")?.text.hasPrefix("Error: Schools: return") == true)
        let link = page.first(class: "errors")?.first("a")
        #expect(link?.text == "Children missing school must be a whole number, like 38")
        #expect(link?["href"] == "#\(desk.missing.name(.value))")
        #expect(page.element(id: desk.missing.name(.value))?["value"] == "4O")
        #expect(page.text.contains("We saved your draft. Fix this figure before you submit"))
        // What is only missing is said when it is checked.
        #expect(page.all("span").count { $0.classes == ["bad"] } == 1)
    }

    @Test mutating func `a check lists all that is missing, with links to the fields`() throws {
        let answer = try desk.olga.post(
            desk.path,
            [
                desk.plans.name(.numerator): "20", desk.plans.name(.denominator): "100",
                desk.plans.name(.figure): "final", desk.calm.name(.value): "3", "do": "check",
            ])
        let page = try desk.olga.get(answer.response.headers["Location"] ?? "").page
        let errors = page.first(class: "errors")?.all("a") ?? []
        #expect(
            errors.map(\.text) == [
                "Enter a comment about Plans in time",
                "Enter what will be done about Plans in time",
                "Enter who is responsible for Plans in time",
                "Enter when the action on Plans in time will be done",
                "Choose whether Calm score is final, provisional, estimated or nothing to report",
            ])
        for link in errors {
            let control = page.element(id: String((link["href"] ?? "").dropFirst()))
            #expect(control?["aria-invalid"] == "true")
            let described = (control?["aria-describedby"] ?? "").split(separator: " ")
            #expect(
                described.contains {
                    page.element(id: String($0))?.text.hasSuffix(link.text) == true
                })
        }
        #expect(page.text.contains("Off target"))
        #expect(try desk.kept(desk.plans).readiness == .uncommented)
    }

    @Test mutating func `an unusual figure is asked about, and the answer is kept`() throws {
        let typed = [
            desk.plans.name(.numerator): "143", desk.plans.name(.denominator): "19",
            desk.plans.name(.figure): "final", "do": "check",
        ]
        _ = try desk.olga.post(desk.path, typed)
        var page = try desk.olga.get("\(desk.path)?saved=check").page
        #expect(page.first(class: "errors")?.text.contains("Confirm Plans in time") == true)
        #expect(page.text.contains("The top number (143) is greater than the bottom number (19)"))
        _ = try desk.olga.post(
            desk.path,
            [
                desk.plans.name(.right): "yes",
                desk.plans.name(.rightBecause): "Counted twice a year",
            ])
        #expect(try desk.kept(desk.plans).readiness == .ready)
        page = try desk.olga.get(desk.path).page
        #expect(page.element(id: desk.plans.name(.right))?["checked"] != nil)
        // Another number is another question.
        _ = try desk.olga.post(desk.path, [desk.plans.name(.numerator): "150"])
        #expect(try desk.kept(desk.plans).readiness == .doubtful)
        page = try desk.olga.get(desk.path).page
        #expect(page.element(id: desk.plans.name(.right))?["checked"] == nil)
        #expect(
            page.element(id: desk.plans.name(.rightBecause))?.typedText == "Counted twice a year")
    }

    @Test mutating func `nothing to report needs a reason`() throws {
        _ = try desk.olga.post(desk.path, [desk.calm.name(.figure): "nothing", "do": "check"])
        let page = try desk.olga.get("\(desk.path)?saved=check").page
        #expect(page.first(class: "errors")?.first("a")?["href"] == "#\(desk.calm.name(.reason))")
        _ = try desk.olga.post(desk.path, [desk.calm.name(.reason): "The survey is in autumn"])
        #expect(try desk.kept(desk.calm).readiness == .ready)
    }

    @Test mutating func `when all is ready the grid leads on to submit it`() throws {
        #expect(try !desk.olga.get(desk.path).text.contains("Check and submit"))
        let answer = try desk.olga.post(
            desk.path,
            [
                desk.plans.name(.numerator): "70", desk.plans.name(.denominator): "100",
                desk.plans.name(.figure): "final", desk.agreed.name(.numerator): "60",
                desk.agreed.name(.figure): "provisional", desk.missing.name(.value): "3",
                desk.missing.name(.value, "FSM"): "1", desk.missing.name(.value, "SEN"): "0",
                desk.missing.name(.figure): "final", desk.calm.name(.value): "3.5",
                desk.calm.name(.figure): "estimated", "do": "submit",
            ])
        #expect(answer.response.headers["Location"] == ReturnLinks.check(desk.plans.returnID))
        #expect(try desk.olga.get(desk.path).text.contains("Check and submit"))
        let back = try desk.olga.post(
            desk.path, [desk.calm.name(.value): "3.5x", "do": "submit"])
        #expect(back.response.headers["Location"] == "\(desk.path)?saved=check")
    }

    @Test mutating func `a form that is sent twice is kept once`() throws {
        let form = try desk.olga.form(to: desk.path, on: desk.path)
            .merging([desk.calm.name(.value): "3"]) { $1 }
        let first = desk.olga.send(desk.path, form)
        let second = desk.olga.send(desk.path, form)
        #expect(first.response.headers["Location"] == second.response.headers["Location"])
        #expect(try desk.versions(of: desk.calm) == 1)
    }

    @Test mutating func `a form without changes keeps nothing and says so`() throws {
        let answer = try desk.olga.post(desk.path, ["do": "check"])
        #expect(answer.response.headers["Location"] == "\(desk.path)?saved=same")
        #expect(try desk.olga.get("\(desk.path)?saved=same").text.contains("nothing new to save"))
        #expect(try desk.versions(of: desk.plans) == 0)
        #expect(try desk.kept(desk.plans).state == .notStarted)
    }

    @Test mutating func `changes of two officers to other fields are merged and told`() throws {
        var ben = try desk.portal.member("ben", .officer)
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        _ = try ben.post(desk.path, [desk.plans.name(.numerator): "70"])
        let typed = form.merging(
            [desk.plans.name(.denominator): "100", desk.calm.name(.value): "3", "do": "draft"]
        ) { $1 }
        let answer = desk.olga.send(desk.path, typed)
        #expect(answer.status == .seeOther)
        let kept = try desk.kept(desk.plans).content
        #expect(kept[.number(.numerator)] == "70")
        #expect(kept[.number(.denominator)] == "100")
        let page = desk.olga.get(answer.response.headers["Location"] ?? "")
        #expect(try page.text.contains("We also kept what Ben had changed in Plans in time"))
    }

    @Test mutating func `what two have changed is laid side by side and nothing is lost`() throws {
        var ben = try desk.portal.member("ben", .officer)
        let comment = desk.plans.name(.comment)
        let off = [
            desk.plans.name(.numerator): "20", desk.plans.name(.denominator): "100",
            desk.plans.name(.figure): "final",
        ]
        _ = try desk.olga.post(desk.path, off)
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        _ = try ben.post(
            desk.path, [comment: "Ben’s\nfirst", desk.plans.name(.who): "Head of SEND"])
        let mine = "\nFirst <b>line</b> & \"more\"\n\nlast"
        var sent = form.merging([comment: mine, desk.calm.name(.value): "3"]) { $1 }
        var answer = desk.olga.send(desk.path, sent)
        #expect(answer.status == .conflict)
        #expect(try desk.kept(desk.calm).content.isEmpty)
        var page = try answer.page
        #expect(page.text.contains("Changed by Ben on 15 July 2026"))
        #expect(page.text.contains("Keep what Ben saved Ben’s first"))
        // Somebody is faster again: the second round shows the newer text.
        _ = try ben.post(desk.path, [comment: "Ben’s second"])
        let again = try #require(page.all("form").first { $0["action"] == desk.path })
        sent = again.fields
        #expect(sent[comment] == mine)
        answer = desk.olga.send(desk.path, sent)
        #expect(answer.status == .conflict)
        page = try answer.page
        #expect(page.text.contains("Before Ben’s first"))
        #expect(page.text.contains("Keep what Ben saved Ben’s second"))
        let last = try #require(page.all("form").first { $0["action"] == desk.path })
        answer = desk.olga.send(desk.path, last.fields)
        #expect(answer.status == .seeOther)
        let kept = try desk.kept(desk.plans).content
        #expect(kept[.comment] == mine)
        #expect(kept[.who] == "Head of SEND")
        #expect(try desk.kept(desk.calm).content[.number(.value)] == "3")
    }

    @Test mutating func `who chooses what the other saved keeps it`() throws {
        var ben = try desk.portal.member("ben", .officer)
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        _ = try ben.post(desk.path, [desk.calm.name(.figure): "provisional"])
        let answer = desk.olga.send(
            desk.path, form.merging([desk.calm.name(.figure): "final"]) { $1 })
        let page = try answer.page
        #expect(page.text.contains("Keep what Ben saved Provisional"))
        #expect(page.text.contains("Keep what you typed Final"))
        let again = try #require(page.all("form").first { $0["action"] == desk.path })
        let done = desk.olga.send(
            desk.path, again.fields.merging([desk.calm.name(.figure): "provisional"]) { $1 })
        #expect(done.status == .seeOther)
        #expect(try desk.kept(desk.calm).content[.figure] == "provisional")
    }

    @Test mutating func `what the other ticked stays when one chooses of another field`() throws {
        var ben = try desk.portal.member("ben", .officer)
        let doubtful = [
            desk.plans.name(.numerator): "143", desk.plans.name(.denominator): "19",
            desk.plans.name(.figure): "final",
        ]
        _ = try desk.olga.post(desk.path, doubtful)
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        _ = try ben.post(
            desk.path,
            [
                desk.plans.name(.right): "yes", desk.plans.name(.rightBecause): "Ben counted",
                desk.calm.name(.value): "1",
            ])
        let answer = desk.olga.send(
            desk.path,
            form.merging([desk.plans.name(.rightBecause): "Olga counted"]) { $1 })
        #expect(answer.status == .conflict)
        let again = try #require(answer.page.all("form").first { $0["action"] == desk.path })
        _ = desk.olga.send(desk.path, again.fields)
        let kept = try desk.kept(desk.plans)
        #expect(kept.content[.right] == "yes")
        #expect(kept.content[.rightBecause] == "Olga counted")
        #expect(kept.readiness == .ready)
        #expect(try desk.kept(desk.calm).content[.number(.value)] == "1")
    }

    @Test mutating func `what is typed after it was submitted is shown and the rest can be kept`()
        throws
    {
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        try desk.move([desk.plans], to: .submitted, .submitted)
        let sent = form.merging(
            [desk.plans.name(.numerator): "7 <i>", desk.calm.name(.value): "3"]) { $1 }
        let answer = desk.olga.send(desk.path, sent)
        #expect(answer.status == .conflict)
        let page = try answer.page
        #expect(page.text.contains("Top number What you typed 7 <i> What is saved Nothing"))
        #expect(page.text.contains("It waits for approval"))
        #expect(try desk.kept(desk.calm).content.isEmpty)
        let rest = try #require(page.all("form").first { $0["action"] == desk.path })
        #expect(desk.olga.send(desk.path, rest.fields).status == .seeOther)
        #expect(try desk.kept(desk.calm).content[.number(.value)] == "3")
        #expect(try desk.kept(desk.plans).content.isEmpty)
    }

    @Test mutating func `a round that is closed takes nothing and says so`() throws {
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        try desk.portal.database().run(
            "UPDATE collection_round SET state = 'closed', closed_at = 0")
        let main = try desk.olga.get(desk.path).main
        #expect(
            main.text.contains(
                "Returns for Q1 2026/27 (April to June 2026) closed on 1 January 1970. "
                    + "Ask the performance team to reopen it."))
        #expect(main.element(id: desk.calm.name(.value)) == nil)
        let answer = desk.olga.send(
            desk.path, form.merging([desk.calm.name(.value): "3"]) { $1 })
        #expect(answer.status == .conflict)
        #expect(try answer.text.contains("Ask the performance team to reopen it"))
    }

    @Test mutating func `a form is held when its session is over, and drawn again`() throws {
        let form = try desk.olga.form(to: desk.path, on: desk.path)
        desk.moment.pass(3_700)
        let typed = form.merging(
            [
                desk.plans.name(.numerator): "20", desk.plans.name(.denominator): "100",
                desk.plans.name(.comment): "Two\nlines", "pasted": "1\t2",
            ]) { $1 }
        let answer = desk.olga.send(desk.path, typed)
        #expect(answer.status == .seeOther)
        #expect(try desk.kept(desk.plans).content.isEmpty)
        let held = try #require(
            desk.portal.database().first("SELECT id FROM held_form") { row throws(SQLError) in
                try row("id", as: Int64.self)
            })
        var back = try TestMember(desk.portal, person: desk.olga.id)
        let page = try back.get("\(desk.path)?held=\(held)").page
        #expect(page.text.contains("Check it and save"))
        #expect(page.element(id: desk.plans.name(.numerator))?["value"] == "20")
        #expect(page.element(id: desk.plans.name(.comment))?.typedText == "Two\nlines")
        #expect(page.element(id: "pasted")?.typedText == "1\t2")
        let fields = try #require(page.all("form").first { $0["action"] == desk.path }).fields
        #expect(back.send(desk.path, fields).status == .seeOther)
        #expect(try desk.kept(desk.plans).content[.comment] == "Two\nlines")
    }
}
