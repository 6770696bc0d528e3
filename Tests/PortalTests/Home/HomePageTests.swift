import HTTPServer
import Testing

@testable import Portal

@Suite struct HomePageTests {
    @Test func `the tally counts each measure of the current strategies once`() throws {
        let portal = try TestPortal.harbourside.get()
        #expect(try get("/").tally() == [2, 2, 2, 9])
        #expect(try get("/").tally() == portal.sums(of: ["start-well", "schools"]))
        #expect(try get("/").main.element(id: "all")?.text == "15 measures at a glance")
    }

    @Test func `an ambition shows its counts, its worst measure and its moves`() throws {
        let rows = try #require(try get("/").page.section("amb")?.all("tr"))
        let first = try #require(
            rows.first { $0.first("a")?["href"] == "/strategies/start-well/every-day-counts" })
        #expect(first.first("th")?.text == "1 Every day counts Early Years Board")
        #expect(
            first.first(class: "mixnum")?.text
                == "7 measures of Every day counts : 2 close 1 on 4 not judged")
        #expect(first.first(class: "c-off")?.text == "Needs attention Suspensions got worse")
        #expect(first.first(class: "c-move")?.text == "Since the year before 1 better 1 worse")
    }

    @Test func `a measure off target is named, with how many more there are`() throws {
        var catalogue = Harbourside.catalogue
        for (measure, objective) in [("MOVES", "SW-G2"), ("CENTRES", "SW-G2")] {
            catalogue["Catalogue/placements.csv"].add([
                "measure": measure, "strategy": "start-well", "objective": objective,
            ])
        }
        let page = try TestPortal(catalogue).get("/").page
        let row = page.section("amb")?.all("tr").first {
            $0.first("a")?["href"] == "/strategies/start-well/heard"
        }
        let attention = try #require(row?.first(class: "attn"))
        #expect(attention.text == "Family centres off target, as is 1 more")
        #expect(attention.first("a")?["href"] == "/measures/family-centres")
    }

    @Test func `current strategies are listed, and those that ended are not`() throws {
        let page = try get("/").page
        let links = (page.section("strategies")?.all("a") ?? []).compactMap { $0["href"] }
        #expect(links == ["/strategies/start-well", "/strategies/schools", "/strategies"])
        let cards = (page.section("cards")?.all("a") ?? []).compactMap { $0["href"] }
        #expect(cards == ["/scorecards/start-well", "/scorecards/schools", "/scorecards"])
    }

    @Test func `children's own words stand with what they mean`() throws {
        #expect(
            try get("/").page.section("voi")?.all("li").map(\.text)
                == ["“I feel safe” At home & at school", "“I am heard”", "“I feel at home”"])
        let links = try get("/").page.section("voi")?.all("a").compactMap { $0["href"] }
        #expect(
            links == ["/voice/safe", "/voice/heard", "/voice/at-home", "/voice/you-said-we-will"])
    }

    @Test func `what needs attention is named first, with where the whole list is`() throws {
        let section = try #require(try get("/").page.section("att"))
        let headings = section.all("h3").map(\.text)
        #expect(
            headings == [
                "Furthest off target", "Got worse", "Figures that are late", "No target",
                "No owner",
            ])
        #expect(section.text.contains("No measure came back on target since the quarter before."))
        let links = section.all("a").compactMap { $0["href"] }
        #expect(links.first == "/measures/family-centres")
        #expect(links.contains("/measures?status=no-target"))
    }

    @Test func `the question of the page is answered at its top`() throws {
        let answer = try #require(try get("/").main.first(class: "lede")?.text)
        #expect(answer.hasPrefix("2 of 6 judged measures are on target. Where an earlier figure"))
        let portal = try TestPortal.real.get()
        let real = try #require(try portal.get("/").main.first(class: "lede")?.text)
        #expect(real.hasPrefix("No measure can be judged against a target yet."))
    }

    @Test func `the next meetings and the latest reports that stand are named with their days`()
        throws
    {
        let section = try #require(try get("/").page.section("reports"))
        #expect(
            section.all("li").map(\.text) == [
                "Harbour Committee , meeting 15 July 2026",
                "Harbour Committee , meeting 10 September 2026",
                "Mid-year report 2025/26 1 December 2025, Harbour Committee",
                "A first look 1 October 2025, Early Years Board",
            ])
    }

    @Test func `a meeting leads to its board, and a report to itself`() throws {
        let links = try get("/").page.section("reports")?.all("a").compactMap { $0["href"] }
        #expect(
            links == [
                "/boards/harbour-committee#meetings", "/boards/harbour-committee#meetings",
                "/reports/mid-year-2025-26", "/reports/first-look", "/reports",
            ])
    }

    @Test func `where there are no meetings and reports, that is said`() throws {
        let text = try TestPortal(.empty).get("/").page.section("reports")?.text ?? ""
        #expect(text.contains("No date of a coming meeting has been added."))
        #expect(text.contains("No reports have been published yet."))
        #expect(!text.contains("All reports"))
    }

    @Test func `what changed since the quarter before is told with what it was`() throws {
        let section = try #require(try get("/").page.section("chg"))
        #expect(section.first("h2")?.text == "What changed since Q4 2025/26")
        #expect(section.all("li").count <= 6)
        #expect(section.all("a").last?["href"] == "/changes")
    }

    @Test func `the whole lists have pages of their own, and files`() throws {
        let attention = try get("/attention")
        #expect(try attention.main.first("h1")?.text == "What needs attention")
        #expect(try attention.main.section("off-target")?.all("li").count == 2)
        let changes = try get("/changes")
        #expect(try changes.main.first("h1")?.text == "What changed since Q4 2025/26")
        for path in ["/attention", "/changes"] {
            let rows = try get(path + "?format=csv").source.split(separator: "\r\n")
            let entries = try get(path).main.all("li").count
            #expect(rows.count == entries + 1, "\(path)")
        }
    }

    @Test func `an empty portal has a front page`() throws {
        let answer = try TestPortal(.empty).get("/")
        #expect(answer.status == .ok)
        #expect(try answer.tally() == [])
        #expect(try answer.text.contains("No figures have been published yet."))
    }
}
