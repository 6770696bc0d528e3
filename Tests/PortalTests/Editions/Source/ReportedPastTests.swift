import SQLite
import Scorecard
import Testing

@testable import Portal

/// What an edition takes over from what was said before it.
@Suite struct ReportedPastTests {
    private static func facts(_ facts: [(String, String, String, String)]) -> [ReportFact] {
        facts.map { section, subject, name, text in
            ReportFact(
                section: section, subject: subject, subjectTitle: "Title", name: name, text: text)
        }
    }

    private static func action(
        _ place: String, _ what: String, _ state: ActionState
    ) throws -> CurrentAction {
        CurrentAction(
            place: place,
            action: Action(
                what: what, ownerRole: "Head", due: Day("2026-09-30"), progress: "Half built",
                state: state, updated: try #require(Day("2026-07-01"))))
    }

    @Test func `actions, risks and projects are commitments, and nothing else is`() {
        let all = Commitment.all(
            in: Self.facts([
                ("delivery", "project/1", "what", "Build"), ("delivery", "P1", "what", "Promise"),
                ("actions", "action/A/1", "what", "Ask"), ("actions", "action/A/1", "owner", ""),
                ("actions", "action/A/1", "due", "1 May 2026"), ("actions", "risk/1", "due", "x"),
                ("measures", "action/B/1", "what", "No"), ("actions", "none", "what", "No"),
                ("nonsense", "risk/2", "what", "No"),
            ]))
        #expect(all.map(\.key) == ["project/1", "action/A/1", "risk/1"])
        #expect(all.map(\.what) == ["Build", "Ask", "Title"])
        #expect(all[1].owner == nil)
        #expect(all[1].ownerAndDue == "Due 1 May 2026")
    }

    @Test func `what was done then is counted and not asked about`() {
        let commitments = Commitments(
            Self.facts([
                ("actions", "action/A/1", "state", "Done"),
                ("actions", "action/A/2", "state", "Stopped"),
                ("actions", "action/A/3", "state", "Under way"),
                ("actions", "action/A/4", "what", "Ask"),
            ]), actions: [], in: EditionContent())
        #expect(commitments.open.map(\.key) == ["action/A/3", "action/A/4"])
        #expect(commitments.closedCount == 2)
    }

    @Test func `an action is known again by its words, and by its measure where two have them`()
        throws
    {
        let facts = Self.facts([("actions", "action/MOVES/1", "what", "Meet")])
        func state(_ actions: [CurrentAction]) -> String? {
            Commitments(facts, actions: actions, in: EditionContent()).open.first?.now?.state
        }
        let elsewhere = try Self.action("X", "Meet", .done)
        let here = try Self.action("MOVES", "Meet", .stopped)
        let other = try Self.action("MOVES", "Meet again", .done)
        let third = try Self.action("Y", "Meet", .done)
        #expect(state([]) == nil)
        #expect(state([elsewhere]) == "Done")
        #expect(state([other]) == nil)
        #expect(state([elsewhere, here]) == "Stopped")
        #expect(state([elsewhere, third]) == nil)
    }

    @Test func `a project or a risk is known again by its words`() {
        let facts = Self.facts([
            ("delivery", "project/1", "what", "Build"), ("actions", "risk/1", "what", "Flood"),
            ("actions", "risk/1", "doing", "Dig"), ("actions", "risk/2", "what", "Drought"),
        ])
        let content = EditionContent(
            EntryContent([
                "project-4-what": "Build ", "project-4-status": "on-track",
                "project-4-progress": "Two are open.", "project-4-due": "2026-09-30",
                "risk-1-what": "Fire", "risk-1-doing": "Hire", "risk-2-what": "Flood",
                "risk-2-doing": "Build walls",
            ]))
        let open = Commitments(facts, actions: [], in: content).open
        #expect(
            open[0].now
                == Commitment.Now(
                    state: "On track", due: "30 September 2026", words: "Two are open."))
        #expect(
            open[1].now == Commitment.Now(state: "Still a risk", due: nil, words: "Build walls"))
        #expect(open[2].now == nil, "others have its number now")
    }

    @Test func `what was said of an older report is told until a report has had the answer`()
        throws
    {
        let desk = try CommitteeDesk(PublishedEdition(slug: "older", quarter: "2025-26-Q2"))
        try desk.record("Open")
        try desk.record("Answered before", answer: "Yes", on: "2026-06-01")
        try desk.record("Answered after", answer: "Yes", on: "2026-06-20")
        try desk.record("Told", answer: "Yes", on: "2026-06-20")
        try PublishedEdition(
            facts: [
                ("last-time", "comment/1", "answer", "No answer yet."),
                ("last-time", "comment/4", "answer", "Yes"),
            ]
        ).add(to: desk.portal, by: desk.officer.id)
        let report = try ReportDesk(over: desk.portal)
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: report.slug).first)
        let past = try database.past(of: version, for: .everyone)
        #expect(past.previous?.edition.slug == "children-year-end-2025-26")
        #expect(past.comments.map(\.record.words) == ["Open", "Answered after"])
    }

    @Test func `a version whose correction was withdrawn is followed by none`() throws {
        let portal = try TestPortal { $0.requiresSecondFactor = false }
        let desk = try ReportDesk(over: portal)
        let edition = try PublishedEdition().add(to: portal, by: desk.lead.id)
        let database = try portal.database()
        func previous() throws -> Int? {
            let version = try #require(try database.versions(ofEdition: desk.slug).first)
            return try database.version(before: version.edition)?.number
        }
        #expect(try previous() == 1)
        try database.run(
            """
            INSERT INTO edition_version (edition_id, number, reason)
            VALUES (\(edition), 2, 'A number was wrong.')
            """)
        #expect(try previous() == 1)
        try database.run(
            """
            UPDATE edition_version SET state = 'frozen', frozen_by = \(desk.lead.id), frozen_at = 1,
                   title = 'x', board = 'harbour-committee', figures_as_at = 20000
            WHERE number = 2
            """)
        #expect(try previous() == 2)
        try database.run(
            """
            UPDATE edition_version SET state = 'withdrawn', withdrawn_by = \(desk.lead.id),
                   withdrawn_at = 2, withdrawn_because = 'Wrong.' WHERE number = 2
            """)
        #expect(try previous() == nil)
    }

    @Test func `what was said of a report on another portfolio is not told`() throws {
        let desk = try CommitteeDesk(PublishedEdition(portfolio: "Roads"))
        try desk.record("Open")
        let report = try ReportDesk(over: desk.portal)
        let database = try desk.portal.database()
        let version = try #require(try database.versions(ofEdition: report.slug).first)
        let past = try database.past(of: version, for: .everyone)
        #expect(past.comments.isEmpty)
        #expect(!past.hasEarlier)
    }
}
