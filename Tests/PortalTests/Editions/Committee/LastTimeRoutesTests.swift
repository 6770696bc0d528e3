import HTTPServer
import Scorecard
import Testing

@testable import Portal

/// The step that tells what became of what the last report said.
@Suite struct LastTimeRoutesTests {
    private let committee: CommitteeDesk
    private var desk: ReportDesk
    private let path: String

    init() throws {
        committee = try CommitteeDesk(
            PublishedEdition(
                facts: [
                    ("actions", "action/MOVES/1", "what", "Open the second room"),
                    ("actions", "action/MOVES/1", "owner", "Head of Inclusion"),
                    ("actions", "action/MOVES/1", "due", "30 June 2026"),
                    ("actions", "risk/1", "what", "Keep two nurses"),
                    ("actions", "risk/1", "state", "Under way"),
                ]))
        desk = try ReportDesk(over: committee.portal)
        path = EditionLinks.step(.lastTime, desk.slug)
    }

    private func content() throws -> EditionContent {
        try #require(try desk.portal.database().versions(ofEdition: desk.slug).first).content
    }

    @Test mutating func `each commitment has a field, with what is known of it`() throws {
        let answer = desk.lead.get(path)
        let page = try answer.main
        #expect(
            page.all("label").map(\.text) == ["Open the second room", "Keep two nurses"])
        #expect(
            page.all("textarea").compactMap { $0["name"] }
                == ["outcome/action/MOVES/1", "outcome/risk/1"])
        #expect(
            page.element(id: "outcome/action/MOVES/1-hint")?.text
                == "Head of Inclusion, due 30 June 2026. The portal knows nothing of it now.")
        #expect(page.text.contains("published on 10 June 2026"))
        #expect(page.text.contains("Nothing has been recorded."))
    }

    @Test mutating func `what became of them is kept, and only that`() throws {
        let answer = try desk.lead.post(path, ["outcome/risk/1": "Both\r\nstayed. "])
        #expect(answer.location == "\(EditionLinks.draft(desk.slug))?done=last-time")
        #expect(try content()[.outcome("risk/1")] == "Both\nstayed.")
        #expect(try content()[.board] == "harbour-committee")
        var form = try desk.lead.form(to: path, on: path)
        form["outcome/action/NONE/1"] = "Not asked for"
        form["title"] = "Another title"
        form["outcome/risk/1"] = nil
        #expect(desk.lead.send(path, form).status == .seeOther)
        #expect(try content()[.outcome("risk/1")] == "Both\nstayed.", "not in the form")
        #expect(try content()[.outcome("action/NONE/1")].isEmpty)
        #expect(try content()[.title].isEmpty)
        #expect(try desk.lead.get(path).main.text.contains("Both stayed."))
    }

    @Test mutating func `nonsense is kept as it was typed, or told to be too long`() throws {
        for text in Nonsense.texts {
            let answer = try desk.lead.post(path, ["outcome/risk/1": text])
            if text.count > 1_000 {
                #expect(answer.status == .unprocessableContent)
                #expect(try answer.text.contains("It has 10000"))
                #expect(
                    try answer.main.first(class: "errors")?.first("a")?["href"]
                        == "#outcome/risk/1")
            } else {
                #expect(answer.status == .seeOther, "\(text.prefix(20))")
            }
            #expect(desk.preview().status == .ok)
        }
        #expect(desk.portal.log.lines == [])
    }

    @Test mutating func `comments stand here with where to answer them`() throws {
        try committee.record("Show last year.", due: "2026-07-01")
        let section = try #require(try desk.lead.get(path).main.section("committee"))
        #expect(section.text.contains("Show last year."))
        #expect(section.text.contains("Overdue"))
        #expect(section.first("a")?["href"] == "/comments/1")
    }

    @Test func `the first report of a portfolio has nothing to look back on`() throws {
        var first = try ReportDesk()
        let page = try first.lead.get(path).main
        #expect(
            page.text.contains(
                "This is the first report on Children made here, so there is nothing to look"))
        #expect(page.first("textarea") == nil)
    }

    @Test mutating func `the step asks few questions`() throws {
        for number in 1...30 { try committee.record("Number \(number)") }
        let (answer, statements) = try StatementCount(desk.portal)
            .answer(path, token: desk.lead.token)
        #expect(answer.status == .ok)
        #expect(statements <= StatementCount.most)
    }
}
