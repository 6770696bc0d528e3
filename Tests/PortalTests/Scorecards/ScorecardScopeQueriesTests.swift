import HTTPServer
import SQLite
import Testing

@testable import Portal

/// Which measures boards and themes gather.
///
/// In Harbourside the family board and the early years board oversee Start Well, and the early
/// years board its first goal, which names the theme of inclusion.
@Suite struct ScorecardScopeQueriesTests {
    @Test func `a board has what names it and what lies below that`() throws {
        #expect(
            try measures("/scorecards/boards/early-years-board") == [
                "school-attendance", "suspensions", "reading-at-seven", "custody",
                "ready-for-school", "babies-breastfed", "dental-checks", "families-heard",
                "joy-at-play", "voice",
            ])
    }

    @Test func `a board of a strategy has what names no board of its own`() throws {
        #expect(
            try measures("/scorecards/boards/family-board") == [
                "families-heard", "joy-at-play", "voice",
            ])
    }

    @Test func `a part that names another board than its parent is the other's`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/objectives.csv"].set("boards", "family-board", line: 3)
        let portal = try TestPortal(catalogue)
        let family = try portal.get("/scorecards/boards/family-board").rows().map(\.measure)
        #expect(family.contains("dental-checks"))
        let early = try portal.get("/scorecards/boards/early-years-board").rows().map(\.measure)
        #expect(!early.contains("dental-checks"))
        #expect(early.contains("school-attendance"))
    }

    @Test func `measures that stand under the strategy itself are its boards'`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].set("boards", "family-board", line: 3)
        let answer = try TestPortal(catalogue).get("/scorecards/boards/family-board")
        #expect(
            try answer.rows().map(\.measure) == [
                "families-heard", "joy-at-play", "voice", "school-attendance", "moves-in-care",
                "nursery-places-kept-free", "family-centres", "young-carers", "births",
            ])
        let headings = try answer.main.descendants.filter { $0["scope"] == "rowgroup" }
        #expect(
            headings.map(\.text) == [
                "Families are heard Goal 2, Start Well", "In school Schools", "In care Schools",
                "The picture Schools",
            ])
    }

    @Test func `a theme has what names it and what lies below that`() throws {
        #expect(
            try measures("/scorecards/themes/inclusion") == [
                "school-attendance", "suspensions", "reading-at-seven", "custody",
                "ready-for-school", "babies-breastfed", "dental-checks",
            ])
    }

    @Test func `a measure of two strategies stands once, where the first names it`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].set("boards", "early-years-board", line: 3)
        let rows = try TestPortal(catalogue).get("/scorecards/boards/early-years-board").rows()
        #expect(rows.count { $0.measure == "school-attendance" } == 1)
        #expect(rows.first?.measure == "school-attendance")
        #expect(rows.count == 15)
    }

    @Test func `what is over is gathered by no board and no theme`() throws {
        var catalogue = Harbourside.catalogue
        for line in 2...4 {
            catalogue["Catalogue/strategies.csv"].set("boards", "family-board", line: line)
            catalogue["Catalogue/strategies.csv"].set("state", "archived", line: line)
        }
        let portal = try TestPortal(catalogue)
        for path in ["boards/family-board", "themes/inclusion"] {
            #expect(try portal.get("/scorecards/\(path)").rows().isEmpty)
        }
        #expect(try portal.get("/scorecards").status == .ok)
    }

    @Test(arguments: [
        ("themes/inclusion", "No part of a strategy that names this theme has a measure yet."),
        ("boards/family-board", "This board oversees no measures yet."),
    ])
    func `a scorecard that gathers nothing says so`(path: String, words: String) throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeAll()
        let portal = try TestPortal(catalogue)
        let main = try portal.get("/scorecards/\(path)").main
        #expect(main.text.contains("There are no measures on this scorecard yet."))
        #expect(main.text.contains(words))
        let list = try portal.get("/scorecards").page
        let section = try #require(list.section(path.hasPrefix("boards") ? "boards" : "themes"))
        #expect(section.all("table").isEmpty)
        #expect(section.all("a").contains { $0["href"] == "/scorecards/\(path)" })
    }

    @Test(arguments: [
        ("boards/harbour", "There is no board called “harbour”.", "/scorecards/boards/", 3),
        ("themes/harbour", "There is no theme called “harbour”.", "/scorecards/themes/", 1),
    ])
    func `what is not there is answered with what there is`(
        path: String, what: String, prefix: String, count: Int
    ) throws {
        let answer = try get("/scorecards/\(path)")
        #expect(answer.status == .notFound)
        #expect(try answer.main.all("p").first?.text == what)
        let links = try answer.page.section("choices")?.all("a") ?? []
        #expect(links.count == count)
        for link in links {
            #expect(link["href"]?.hasPrefix(prefix) == true)
            #expect(try get(link["href"] ?? "").status == .ok)
        }
    }

    @Test func `objectives that are each below the other do not keep a page from ending`() throws {
        let portal = try TestPortal()
        try portal.database().run(
            """
            UPDATE objective SET parent_id = (SELECT id FROM objective WHERE code = 'SW-G1-O1')
            WHERE code = 'SW-G1'
            """)
        #expect(try portal.get("/scorecards/boards/early-years-board").rows().count == 10)
        #expect(try portal.get("/scorecards/themes/inclusion").rows().count == 7)
    }

    /// The list counts what the scorecard shows.
    @Test func `a board or theme is counted as it counts itself`() throws {
        for portal in try [TestPortal.harbourside.get(), TestPortal.real.get()] {
            let list = try portal.get("/scorecards").page
            let rows = ["boards", "themes"].flatMap { list.section($0)?.all("tr") ?? [] }
            #expect(rows.count > 3)
            for row in rows {
                guard let path = row.first("a")?["href"] else { continue }
                let count = try portal.get(path).rows().count
                #expect(row.text.contains("\(count.counted("measure")):"), "\(path)")
            }
        }
    }

    private func measures(_ path: String) throws -> [String] {
        try get(path).rows().map(\.measure)
    }
}
