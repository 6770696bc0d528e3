import SQLite
import Scorecard
import Testing

@testable import Portal

/// Section 7 of a report: what was said last time, and what became of it.
@Suite struct ReportLastTimeSectionTests {
    private static let facts = [
        ("actions", "action/MOVES/1", "what", "Open the second room"),
        ("actions", "action/MOVES/1", "measure", "Calm at school"),
        ("actions", "action/MOVES/1", "owner", "Head of Inclusion"),
        ("actions", "action/MOVES/1", "due", "30 June 2026"),
        ("actions", "action/MOVES/2", "what", "Write to parents"),
        ("actions", "risk/1", "what", "Keep <two> nurses"),
        ("actions", "risk/2", "what", "Done before"), ("actions", "risk/2", "state", "Done"),
    ]

    private static func section(of desk: ReportDesk) throws -> ReportLastTimeSection {
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: desk.slug).first)
        return ReportLastTimeSection(
            source: try database.source(
                of: version, for: .everyone, on: desk.portal.settings.today(),
                EditionPortal(desk.portal.settings)))
    }

    @Test func `a second report tells what became of commitments and comments`() throws {
        let committee = try CommitteeDesk(PublishedEdition(facts: Self.facts))
        try committee.record("Show last year.", measure: "MOVES", due: "2026-07-01")
        try committee.record("Why <so> late?", answer: "The builder was ill.")
        try committee.portal.database().run(
            """
            INSERT INTO action (measure_id, what, owner_role, due_on, progress, state, updated_on)
            SELECT id, 'Open the second room', 'Head of Inclusion', \(Day("2026-07-10")),
                   'Walls are up.', 'under-way', \(Day("2026-07-01"))
            FROM measure WHERE code = 'MOVES'
            """)
        var desk = try ReportDesk(
            ["outcome/risk/1": "Both stayed.\n<They> like it."], over: committee.portal)
        let answer = desk.preview()
        let page = try answer.page
        let all = page.text
        #expect(
            all.contains(
                "This report follows Children: year-end report 2025/26, version 1.0, published on "
                    + "10 June 2026."))
        let table = try #require(page.first(class: "committee-past"))
        #expect(
            table.cells == [
                [
                    "Open the second room Calm at school", "Who Head of Inclusion",
                    "By when 30 June 2026",
                    "What happened Under way Overdue Now due 10 July 2026 Walls are up.",
                ],
                [
                    "Write to parents", "Who Nobody was named", "By when No date was set",
                    "What happened Nobody has said what became of this.",
                ],
                [
                    "Keep <two> nurses", "Who Nobody was named", "By when No date was set",
                    "What happened Both stayed. <They> like it.",
                ],
            ])
        #expect(all.contains("1 more had been done or stopped"))
        let said = page.descendants.filter { $0.classes.contains("committee-said") }.map(\.text)
        #expect(said.count == 2)
        #expect(said[0].contains("Show last year."))
        #expect(said[0].contains("No answer yet. It was due on 1 July 2026."))
        #expect(
            said[1].hasSuffix(
                "Why <so> late? What became of it The builder was ill. Answered on 1 July 2026 by "
                    + "Head of Inclusion"))
        #expect(!all.lowercased().contains("olga"))

        let facts = try Self.section(of: desk).facts
        let keys = facts.map { "\($0.section) \($0.subject) \($0.name)" }
        #expect(Set(keys).count == keys.count)
        #expect(facts.allSatisfy { $0.section == "last-time" && all.contains(words(of: $0)) })
        let texts = Dictionary(
            uniqueKeysWithValues: facts.map { ("\($0.subject) \($0.name)", $0.text) })
        #expect(texts["action/MOVES/1 state"] == "Under way")
        #expect(texts["action/MOVES/2 outcome"] == ReportLastTimeSection.unknown)
        #expect(texts["risk/1 outcome"] == "Both stayed.\n<They> like it.")
        #expect(texts["comment/2 answer"] == "The builder was ill.")
        #expect(texts["comment/2 answered-on"] == "1 July 2026")
        #expect(texts["comment/1 answered-on"] == nil)
    }

    /// The text as a page has it, in one line.
    private func words(of fact: ReportFact) -> String {
        fact.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test func `the first report on a portfolio says that it is`() throws {
        var desk = try ReportDesk()
        let page = try desk.preview().page
        #expect(
            page.text.contains(
                "This is the first report on this portfolio made here, so there is nothing to "
                    + "look back on."))
        #expect(page.element(id: "last-time-comments") == nil)
        #expect(try Self.section(of: desk).facts.map(\.name) == ["none"])
    }

    @Test func `a report after a withdrawn one says so, and still has what was asked`() throws {
        let committee = try CommitteeDesk(PublishedEdition(isWithdrawn: true, facts: Self.facts))
        try committee.record("Put it right.")
        var desk = try ReportDesk(over: committee.portal)
        let text = try desk.preview().text
        #expect(text.contains("The reports on this portfolio before this one were withdrawn"))
        #expect(text.contains("Put it right."))
        #expect(!text.contains("Open the second room"))
    }

    @Test func `a report after one that named nothing says so`() throws {
        let committee = try CommitteeDesk()
        var desk = try ReportDesk(over: committee.portal)
        let text = try desk.preview().text
        #expect(text.contains("The last report named no actions, no risks and no projects."))
        #expect(text.contains(ReportLastTimeSection.noComments))
        #expect(
            try Self.section(of: desk).facts.map(\.subject) == [
                "previous", "previous", "previous", "commitments", "comments",
            ])
    }

    @Test func `a correction does not tell what was said of its own edition`() throws {
        let committee = try CommitteeDesk()
        try committee.record("A table is wrong.")
        let database = try committee.portal.database()
        let first = try #require(try database.versions(ofEdition: committee.slug).first)
        #expect(try database.past(of: first, for: .everyone).comments.isEmpty)
    }
}
