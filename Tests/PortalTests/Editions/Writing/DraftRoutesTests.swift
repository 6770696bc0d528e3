import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

/// The list of steps of a draft, and how one is discarded.
@Suite struct DraftRoutesTests {
    var desk: ReportDesk
    private var draft: String { EditionLinks.draft(desk.slug) }

    init() throws { desk = try ReportDesk() }

    private static func states(_ answer: Answer) throws -> [String] {
        try answer.main.first(class: "steps-table")?.all("tr").dropFirst().map { row in
            "\(row.first("th")?.text ?? ""): \(row.first(class: "c-state")?.text ?? "")"
        } ?? []
    }

    @Test mutating func `each step tells how far it is and who changed it last`() throws {
        #expect(
            try Self.states(desk.lead.get(draft)) == [
                "About the report: State Started",
                "Sections, measures and columns: State Not started",
                "Overview and headlines: State Not started",
                "Delivery by priority: State Not started", "Finance: State Not started",
                "Risks and exceptions: State Not started",
                "What we said last time: State Not needed",
            ])
        let saved = try desk.lead.post(
            EditionLinks.step(.words, desk.slug),
            ["overview": "Good.", "overview-by": "Portfolio holder", "headlines": "One"])
        #expect(saved.location == draft + "?done=words")
        let answer = desk.lead.get(draft + "?done=words")
        #expect(try Self.states(answer)[2] == "Overview and headlines: State Ready")
        let row = try answer.main.all("tr").first { $0.text.contains("Overview and headlines") }
        #expect(row?.text.contains("by Lead") == true)
        #expect(
            try answer.main.first(class: "banner")?.text == "Saved: overview and headlines.")
    }

    @Test mutating func `a section left out needs no step`() throws {
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        var content = version.content
        content[.withoutSections] = "finance\nlast-time"
        try database.keep(content, ofVersion: version.id, by: desk.lead.id, at: 1)
        let states = try Self.states(desk.lead.get(draft))
        #expect(states[4] == "Finance: State Left out")
    }

    @Test mutating func `a draft asks a few statements, and no more for more measures`() throws {
        let path = draft
        let once = try StatementCount(desk.portal).answer(path, token: desk.lead.token)
        #expect(once.answer.status == .ok)
        let other = try ReportDesk(
            over: TestPortal(Harbourside.catalogue.withEveryMeasureTwice))
        try other.portal.addSecondFactor(to: other.lead.id)
        let twice = try StatementCount(other.portal).answer(path, token: other.lead.token)
        #expect(twice.answer.status == .ok)
        #expect(twice.statements == once.statements)
        // All that the report is made from, who changed what, and what is missing.
        #expect(once.statements <= 28)
        for step in [EditionStep.about, .measures, .words] {
            let page = try StatementCount(desk.portal).answer(
                EditionLinks.step(step, desk.slug), token: desk.lead.token)
            #expect(page.answer.status == .ok)
            #expect(page.statements <= StatementCount.most + 2, "\(step)")
        }
        let new = try StatementCount(desk.portal).answer(
            "/reports/new", token: desk.lead.token)
        #expect(new.statements <= StatementCount.most + 2)
    }

    @Test mutating func `a discarded first draft is gone, and kept in the trail`() throws {
        let path = EditionLinks.discard(desk.slug)
        let page = desk.lead.get(path)
        #expect(
            try page.main.first("h1")?.text
                == "Discard this draft, so that there is no such report?"
        )
        let form = try desk.lead.form(to: path, on: path)
        let answer = desk.lead.send(path, form)
        #expect(answer.location == "/reports/new")
        #expect(desk.lead.send(path, form).location == answer.location)
        #expect(desk.lead.get(draft).status == .notFound)
        let entry = try #require(try desk.portal.trail(.editionDiscarded).first)
        #expect(entry.before?.contains("harbour-committee") == true)
    }

    @Test mutating func `a draft that was changed since is not discarded`() throws {
        let path = EditionLinks.discard(desk.slug)
        let form = try desk.lead.form(to: path, on: path)
        _ = try desk.lead.post(EditionLinks.step(.about, desk.slug), ["title": "New"])
        let answer = desk.lead.send(path, form)
        #expect(answer.status == .conflict)
        #expect(try answer.faults().first?.hasPrefix("Somebody has changed the draft") == true)
        #expect(desk.lead.get(draft).status == .ok)
    }

    @Test mutating func `a draft that is begun after another was discarded has its own number`()
        throws
    {
        let database = try desk.portal.database()
        let old = try #require(try database.versions(ofEdition: desk.slug).first)
        #expect(try desk.lead.post(EditionLinks.discard(desk.slug), [:]).status == .seeOther)
        try database.begin(
            NewEdition(
                slug: desk.slug, portfolio: "Children", kind: .midYear, kindTitle: nil,
                quarter: old.edition.quarter), by: desk.lead.id, at: 1)
        let new = try #require(try database.versions(ofEdition: desk.slug).first)
        #expect(new.id != old.id)
    }

    @Test mutating func `only the draft of a correction goes`() throws {
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        try database.run(
            """
            UPDATE edition_version SET state = 'frozen', frozen_by = \(desk.lead.id), frozen_at = 1,
                   title = 'Title', board = 'harbour-committee', figures_as_at = 20000
            WHERE id = \(version.id)
            """)
        try database.run(
            """
            INSERT INTO edition_version (edition_id, number, reason)
            VALUES (\(version.edition.id), 2, 'A wrong word')
            """)
        let path = EditionLinks.discard(desk.slug)
        #expect(
            try desk.lead.get(path).main.first("h1")?.text
                == "Discard version 1.1, so that version 1.0 stays as it is?")
        #expect(try desk.lead.post(path, [:]).location == Links.report(desk.slug))
        #expect(try database.versions(ofEdition: desk.slug).map(\.number) == [1])
    }
}
