import HTTPServer
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

    @Test mutating func `what was typed when the session ended is drawn again`() throws {
        let form = try desk.lead.form(to: path, on: path).merging(["overview": "Held"]) { $1 }
        try desk.portal.database().run("UPDATE session SET ended_at = 1, end = 'signed-out'")
        let answer = desk.lead.send(path, form)
        #expect(answer.status == .seeOther)
        #expect(answer.location?.contains("held") == true)
    }
}
