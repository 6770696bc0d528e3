import SQLite
import Testing

@testable import Portal

/// The project's own demonstration, built once.
@Suite struct DemonstrationLoadTests {
    private static let built = Result {
        let folder = try TemporaryFolder()
        let settings = try Settings.testing(
            in: folder, organisation: "Stockport", today: "2026-11-21")
        try Demonstration(settings, user: "tester").build { _ in }
        return try TestPortal(over: folder, settings)
    }

    private let portal: TestPortal

    init() throws { portal = try Self.built.get() }

    private func count(_ sql: SQL) throws -> Int { try portal.database().first(sql) ?? -1 }

    @Test func `two rounds are published, and one figure is still owed`() throws {
        #expect(try count("SELECT count(*) FROM collection_round") == 2)
        #expect(
            try count("SELECT count(*) FROM return_entry WHERE state = 'published'") == 45)
        #expect(try count("SELECT count(*) FROM return_entry WHERE state <> 'published'") == 1)
    }

    @Test func `a small count is withheld, one is revised, and one has nothing to report`() throws {
        let small = try portal.get("/measures/child-protection-plans-two-years-or-more").text
        #expect(small.contains("[c]"))
        #expect(
            try count(
                """
                SELECT count(*) FROM published_figure AS figure
                JOIN line ON line.id = figure.line_id
                JOIN series ON series.id = line.series_id
                WHERE series.code LIKE 'return/%' AND figure.status = 'revised'
                """) == 1)
        #expect(
            try count(
                "SELECT count(*) FROM return_entry WHERE content LIKE '%\"figure\":\"nothing\"%'")
                == 1)
    }

    @Test func `whoever entered a figure did not approve it`() throws {
        #expect(
            try count(
                """
                SELECT count(*) FROM return_entry_event AS sent
                JOIN return_entry_event AS agreed ON agreed.entry_id = sent.entry_id
                WHERE sent.event = 'submitted' AND agreed.event = 'approved'
                    AND sent.person_id = agreed.person_id
                """) == 0)
    }

    @Test func `loading the catalogue again leaves the demonstration as it is`() throws {
        #expect(try CatalogueLoad(portal.settings).run() == .unchanged)
        #expect(try portal.get("/").text.contains("Demonstration: "))
    }

    @Test func `a database that there is already is refused, and left as it is`() throws {
        let fault = #expect(throws: DemonstrationFault.self) {
            try Demonstration(portal.settings, user: "tester").build { _ in }
        }
        #expect(fault?.description.contains("is there already") == true)
    }

    @Test func `its trail is whole`() throws {
        guard case .whole = try TrailVerification.run(portal.settings, end: nil) else {
            Issue.record("the trail is broken")
            return
        }
    }
}
