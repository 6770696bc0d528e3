import HTTPServer
import SQLite
import Testing

@testable import Portal

/// What becomes of the form of a step: kept, merged, chosen between, or shown again.
@Suite struct StepSavingRoutesTests {
    var desk: ReportDesk
    private var words: String { EditionLinks.step(.words, desk.slug) }
    private var choice: String { EditionLinks.choice(desk.slug) }

    init() throws { desk = try ReportDesk() }

    private func content() throws -> EditionContent {
        try #require(try desk.portal.database().versions(ofEdition: desk.slug).first).content
    }

    @Test mutating func `a form sent twice is kept once`() throws {
        let form = try desk.lead.form(to: words, on: words).merging(["overview": "A"]) { $1 }
        let first = desk.lead.send(words, form)
        #expect(desk.lead.send(words, form).location == first.location)
        #expect(try desk.portal.trail(.editionSaved).count == 1)
    }

    @Test mutating func `saving can lead on to the next step`() throws {
        let answer = try desk.lead.post(words, ["overview": "A", "do": "next"])
        #expect(answer.location == EditionLinks.step(.delivery, desk.slug) + "?saved=words")
        let about = try desk.lead.post(
            EditionLinks.step(.about, desk.slug), ["title": "T", "do": "next"])
        let page = desk.lead.get(about.location ?? "")
        #expect(try page.main.first(class: "banner")?.text == "Saved: about the report.")
    }

    @Test mutating func `changes of other fields are merged, and the list says so`() throws {
        let form = try desk.lead.form(to: words, on: words).merging(["overview": "A"]) { $1 }
        _ = try desk.approver.post(words, ["headlines": "B"])
        let answer = desk.lead.send(words, form)
        #expect(answer.location?.hasSuffix("?done=words&merged=1") == true)
        #expect(try content()[.overview] == "A")
        #expect(try content()[.headlines] == "B")
        let banner = try desk.lead.get(answer.location ?? "").main.first(class: "banner")
        #expect(banner?.text.contains("Somebody else had changed something else") == true)
    }

    @Test mutating func `two changes of one field are chosen between`() throws {
        let form = try desk.lead.form(to: words, on: words)
            .merging(["overview": "Mine", "overview-by": "Lead"]) { $1 }
        _ = try desk.approver.post(words, ["overview": "Theirs", "headlines": "New"])
        let clash = desk.lead.send(words, form)
        #expect(clash.status == .conflict)
        let text = try clash.main.text
        #expect(text.contains("Keep what Second saved Theirs"))
        #expect(text.contains("Keep what you typed Mine"))
        let again = try #require(
            try clash.main.all("form").first { $0["action"] == choice }
        ).fields
        #expect(again["field/overview"] == "Mine")
        #expect(again["field/overview-by"] == "Lead")
        let answer = desk.lead.send(choice, again.merging(["field/overview": "Theirs"]) { $1 })
        #expect(answer.location == EditionLinks.draft(desk.slug) + "?done=words")
        #expect(try content()[.overview] == "Theirs")
        #expect(try content()[.overviewBy] == "Lead")
        #expect(try content()[.headlines] == "New")
    }

    @Test mutating func `what is chosen has only fields of its step`() throws {
        var form = try desk.lead.form(to: words, on: words)
        form.merge(["step": "words", "field/overview": "A", "field/board": "x", "field/": "y"]) {
            $1
        }
        #expect(desk.lead.send(choice, form).status == .seeOther)
        #expect(try content()[.board] == "harbour-committee")
        #expect(try content()[.overview] == "A")
        var other = try desk.lead.form(to: words, on: words)
        other["step"] = "nonsense"
        #expect(desk.lead.send(choice, other).status == .badRequest)
    }

    @Test mutating func `without a form there is nothing to choose`() {
        #expect(desk.lead.get(choice).location == EditionLinks.draft(desk.slug))
    }

    @Test mutating func `what waits for approval takes nothing, and shows what was typed`() throws {
        let form = try desk.lead.form(to: words, on: words)
            .merging(["overview": "Too late"]) { $1 }
        try desk.portal.database().run(
            """
            UPDATE edition_version SET state = 'for-approval', submitted_by = \(desk.approver.id),
                   submitted_at = 1783000000
            """)
        let answer = desk.lead.send(words, form)
        #expect(answer.status == .conflict)
        let text = try answer.main.text
        #expect(text.contains("Nothing of what you sent is saved."))
        #expect(text.contains("It was sent for approval by Second on "))
        #expect(text.contains("Overview What you typed Too late"))
        #expect(try content()[.overview].isEmpty)
        let page = desk.lead.get(words)
        #expect(page.status == .ok)
        #expect(try page.main.all("form").isEmpty)
        #expect(
            try desk.lead.get(EditionLinks.draft(desk.slug)).text.contains("waits for approval"))
    }

    @Test mutating func `what was discarded meanwhile is shown, too`() throws {
        let form = try desk.lead.form(to: words, on: words)
            .merging(["overview": "Still here"]) { $1 }
        _ = try desk.approver.post(EditionLinks.discard(desk.slug), [:])
        let answer = desk.lead.send(words, form)
        #expect(answer.status == .conflict)
        #expect(try answer.main.text.contains("Its draft was discarded."))
        #expect(try answer.main.text.contains("Still here"))
    }

    @Test mutating func `a form of another version is not laid over this one`() throws {
        var form = try desk.lead.form(to: words, on: words)
        form["overview"] = "Old"
        form["version"] = "999"
        #expect(desk.lead.send(words, form).status == .conflict)
        var blank = try desk.lead.form(to: words, on: words)
        blank["revision"] = "x"
        #expect(desk.lead.send(words, blank).status == .badRequest)
        blank = try desk.lead.form(to: words, on: words)
        blank["revision"] = "77"
        blank["overview"] = "Old"
        #expect(desk.lead.send(words, blank).status == .conflict)
        #expect(try content()[.overview].isEmpty)
    }

    @Test mutating func `no string breaks a field`() throws {
        let words = words
        var rest = NaughtyStrings.all[...]
        let names = ["overview", "headlines", "good-practice", "for-cabinet"]
        while !rest.isEmpty {
            var texts: [String: String] = [:]
            for name in names {
                var text = ""
                while let next = rest.first, text.count + next.count < 1_900 || text.isEmpty {
                    text += String(next.prefix(500)) + "\n"
                    rest = rest.dropFirst()
                }
                texts[name] = text
            }
            let answer = try desk.lead.post(words, texts)
            #expect(answer.status == .seeOther || answer.status == .unprocessableContent)
            #expect(desk.lead.get(words).status == .ok)
        }
        #expect(desk.portal.log.lines == [])
    }
}
