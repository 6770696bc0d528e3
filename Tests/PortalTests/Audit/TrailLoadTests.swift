import SQLite
import Testing

@testable import Portal

/// What loads write into the trail.
@Suite struct TrailLoadTests {
    private let portal: TestPortal

    init() throws {
        portal = try TestPortal()
    }

    private func load(user: String? = nil, _ change: (inout Catalogue) -> Void) throws {
        var catalogue = Harbourside.catalogue
        change(&catalogue)
        try catalogue.write(to: portal.folder)
        let load = CatalogueLoad(
            portal.settings, catalogue: portal.folder.file("Catalogue"),
            figures: portal.folder.file("Figures"), user: user)
        _ = try load.run()
    }

    /// The entries from the oldest on.
    private func entries() throws -> [KeptEntry] {
        var filter = TrailFilter()
        filter.cursor = .oldest
        return try portal.database().trail(filter, count: 1_000).map(\.entry)
    }

    @Test func `the first load is one entry`() throws {
        let entries = try entries()
        #expect(entries.count == 1)
        #expect(entries[0].action == "loaded the catalogue and figures")
        #expect(entries[0].actor == "portal")
        #expect(entries[0].before == nil)
        let after = try #require(entries[0].after.flatMap { JSONObject($0) })
        #expect(
            after.members.map(\.name) == [
                "digest", "strategies", "measures", "figures", "known_on",
            ])
        #expect(after["known_on"] == Harbourside.today)
    }

    @Test func `a load that changes nothing is none`() throws {
        try load { _ in }
        #expect(try entries().count == 1)
    }

    @Test func `a load that fails leaves nothing in the trail`() throws {
        #expect(throws: (any Error).self) {
            try load { $0["Figures/births.csv"].set("value", "many", line: 3) }
        }
        #expect(try entries().count == 1)
        #expect(try portal.database().verifiedTrail() != .broken(.headMissing))
    }

    @Test func `a load names who gave the command and the files of before`() throws {
        try load(user: "root") { $0["Catalogue/measures.csv"].set("title", "At home", line: 16) }
        let entries = try entries()
        #expect(entries.count == 2)
        #expect(entries[1].actor == "command line (root)")
        let digest = entries[0].after.flatMap { JSONObject($0)?["digest"] }
        #expect(digest != nil)
        #expect(entries[1].before.flatMap { JSONObject($0)?["digest"] } == digest)
    }

    @Test func `a figure that is revised is an entry with both of its values`() throws {
        try load(user: "root") { $0["Figures/births.csv"].set("value", "2295", line: 3) }
        let revised = try entries().filter { $0.action == "revised a figure" }
        try #require(revised.count == 1)
        #expect(revised[0].subjectKind == "figure")
        #expect(revised[0].subject.hasPrefix("BIRTHS/"))
        let before = try #require(revised[0].before.flatMap { JSONObject($0) })
        let after = try #require(revised[0].after.flatMap { JSONObject($0) })
        #expect(before["value"] != after["value"])
        #expect(after["value"] == "2295")
        #expect(after["status"] == before["status"])
        guard case .whole = try portal.database().verifiedTrail() else {
            Issue.record("broken")
            return
        }
    }

    @Test func `a figure that comes for the first time is no revision`() throws {
        try load { $0["Figures/births.csv"].remove(line: 3) }
        try load { _ in }
        let revised = try entries().filter { $0.action == "revised a figure" }
        // Taken away, and there again.
        #expect(revised.count == 2)
        #expect(revised[0].after.flatMap { JSONObject($0) }?["value"] == nil)
        #expect(revised[1].before.flatMap { JSONObject($0) }?["value"] == nil)
    }

    @Test func `the whole history of one figure is in one place`() throws {
        try load { $0["Figures/births.csv"].set("value", "2295", line: 3) }
        try load { $0["Figures/births.csv"].set("value", "2296", line: 3) }
        let subject = try #require(try entries().last?.subject)
        var auditor = try portal.member("olive", .auditor)
        let main = try auditor.get(TrailLinks.entries(.figure, subject)).main
        let changes = main.all("tr").dropFirst().map(\.text)
        #expect(changes.count == 2)
        #expect(changes[0].contains("2295 (final) became 2296 (final)"))
        #expect(changes[1].contains("became 2295 (final)"))
    }

    // MARK: The page of a measure's history

    @Test func `an auditor sees which entry tells of a change`() throws {
        try load(user: "root") { $0["Figures/births.csv"].set("value", "2295", line: 3) }
        var auditor = try portal.member("olive", .auditor)
        let main = try auditor.get("/measures/births/history").main
        let change = try #require(main.all("li").first { $0.text.contains("became") })
        #expect(change.text.hasSuffix("Audit trail: command line (root), entry 3"))
        #expect(change.first("a")?["href"] == "/audit/3")
        let all = try #require(main.all("a").first { $0.text.hasPrefix("All entries about") })
        #expect(all["href"] == "/audit?subject=BIRTHS")
        #expect(try auditor.get(all["href"] ?? "").main.text.contains("Entry 3"))
        let load = try #require(main.all("li").first { $0.text.contains("Figures loaded") })
        #expect(load.text.contains("portal, entry 1"))
    }

    @Test func `everyone else sees the page as it was`() throws {
        let visitor = try portal.get("/measures/births/history")
        #expect(!visitor.source.contains("audit"))
        var officer = try portal.member("ola", .officer)
        #expect(try officer.get("/measures/births/history").main.text == visitor.main.text)
    }
}
