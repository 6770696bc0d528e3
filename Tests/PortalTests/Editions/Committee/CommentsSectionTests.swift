import Mustache
import Scorecard
import Testing

@testable import Portal

/// What readers see of what committees said.
@Suite struct CommentsSectionTests {
    private let desk: CommitteeDesk

    init() throws {
        desk = try CommitteeDesk()
    }

    /// The part of a report's page.
    private func drawn(mayAnswer: Bool) throws -> Element {
        let section = CommentsSection(
            comments: try desk.portal.database().comments(ofEdition: desk.slug),
            today: desk.portal.settings.today())
        let templates = try TemplateLibrary(
            TemplateLibrary.texts(below: desk.portal.settings.folder("Templates")))
        var bytes: [UInt8] = []
        try templates.render(
            "editions/comments",
            ["committee": section.values(ofReport: desk.slug, mayAnswer: mayAnswer)], into: &bytes)
        return try MarkupReader.read(Array("<div>".utf8) + bytes + Array("</div>".utf8))
    }

    @Test func `a report has nothing of it before something is said`() throws {
        #expect(try drawn(mayAnswer: false).text.isEmpty)
        let own = try drawn(mayAnswer: true)
        #expect(own.text.contains("Nothing has been recorded yet."))
        #expect(
            own.all("a").map { $0["href"] } == [EditionLinks.newComment(desk.slug), "/comments"])
    }

    @Test func `a report has what was said, the newest first, and no names`() throws {
        try desk.record("First", "2026-06-11", due: "2026-07-01")
        try desk.record("Then", "2026-06-17", measure: "MOVES", answer: "Done <at once>")
        let drawn = try drawn(mayAnswer: false)
        #expect(
            drawn.all("h3").map(\.text) == ["Request of 17 June 2026", "Request of 11 June 2026"])
        #expect(drawn.text.contains("Done <at once> Answered on 1 July 2026 by Head of Inclusion"))
        #expect(drawn.text.contains("No answer yet. It was due on 1 July 2026. Overdue"))
        #expect(drawn.all("a").map { $0["href"] } == ["/measures/moves-in-care"])
        #expect(!drawn.text.lowercased().contains("olga"))
        #expect(try self.drawn(mayAnswer: true).all("a").contains { $0["href"] == "/comments/1" })
    }

    @Test func `a measure has what was asked of it, whoever reads it`() throws {
        #expect(try desk.portal.get("/measures/moves-in-care").page.section("asked") == nil)
        try desk.record("Show last year.", measure: "MOVES", due: "2026-08-31")
        let page = try desk.portal.get("/measures/moves-in-care").page
        let section = try #require(page.section("asked"))
        #expect(section.first("h2")?.text == "What the committee asked")
        #expect(section.text.contains("Show last year."))
        #expect(section.text.contains("No answer yet. Due 31 August 2026."))
        #expect(section.first("a")?["href"] == "/reports/children-year-end-2025-26")
        #expect(!section.text.lowercased().contains("olga"))
        #expect(page.all("a").contains { $0["href"] == "#asked" })
        let (_, statements) = try StatementCount(desk.portal).answer("/measures/moves-in-care")
        #expect(statements <= StatementCount.most)
    }
}
