import HTTPServer
import SQLite
import Testing

@testable import Portal

/// The step with the overview and the headlines.
@Suite struct WordsRoutesTests {
    var desk: ReportDesk
    private var path: String { EditionLinks.step(.words, desk.slug) }

    init() throws { desk = try ReportDesk(["overview": "Three short words"]) }

    @Test mutating func `the words of the overview are counted`() throws {
        #expect(try desk.lead.get(path).text.contains("about 300 of them. It has 3 words."))
    }

    @Test mutating func `facts stand beside the headlines, and none that is withheld`() throws {
        let answer = desk.lead.get(path)
        let side = try #require(try answer.main.first(class: "entry__side"))
        #expect(side.text.contains("Got worse"))
        #expect(Harbourside.Secret.traces.allSatisfy { !answer.source.contains($0) })
    }

    @Test mutating func `what is too long comes back whole`() throws {
        let long = String(repeating: "é", count: 2_001)
        let answer = try desk.lead.post(
            path,
            [
                "overview": long, "overview-by": String(repeating: "o", count: 151),
                "headlines": "Short\n" + String(repeating: "h", count: 601),
                "good-practice": long, "for-cabinet": "\u{0}\u{b}fine",
            ])
        #expect(answer.status == .unprocessableContent)
        #expect(
            try answer.faults() == [
                "Overview must be 2,000 characters or fewer. It has 2,001",
                "Who wrote the overview must be 150 characters or fewer. It has 151",
                "Headline 2 must be 600 characters or fewer. It has 601",
                "Good practice to share must be 2,000 characters or fewer. It has 2,001",
            ])
        let form = try #require(try answer.main.all("form").first).fields
        #expect(form["overview"] == long)
        #expect(form["for-cabinet"] == "fine")
    }

    @Test func `what was typed when the session ended is drawn again`() throws {
        let moment = TestMoment()
        let portal = try TestPortal {
            $0.requiresSecondFactor = false
            $0.now = moment.now
        }
        var desk = try ReportDesk(over: portal)
        let form = try desk.lead.form(to: path, on: path).merging(["overview": "Held"]) { $1 }
        moment.pass(3_700)
        #expect(desk.lead.send(path, form).status == .seeOther)
        let held = try #require(
            portal.database().first("SELECT id FROM held_form") { row throws(SQLError) in
                try row("id", as: Int64.self)
            })
        var back = try TestMember(portal, person: desk.lead.id)
        let page = try back.get("\(path)?held=\(held)").page
        #expect(page.element(id: "overview")?.typedText == "Held")
        let fields = try #require(page.all("form").first { $0["action"] == path }).fields
        #expect(back.send(path, fields).status == .seeOther)
    }
}
