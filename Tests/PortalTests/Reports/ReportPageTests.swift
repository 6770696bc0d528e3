import HTTPServer
import Testing

@testable import Portal

@Suite struct ReportPageTests {
    @Test func `reports are listed by committee and year`() throws {
        let main = try get("/reports").main
        let early = try #require(main.element(id: "committee-1"))
        #expect(early.text == "Early Years Board")
        let committee = try #require(main.section("committee-2"))
        #expect(committee.first("h2")?.first("a")?["href"] == "/boards/harbour-committee")
        #expect(committee.all("h3").map(\.text) == ["2025/26 financial year"])
        #expect(
            committee.all("li").map(\.text) == [
                "Year-end report 2025/26 Withdrawn Year-end report. "
                    + "Version 1.0, published on 10 June 2026",
                "Mid-year report 2025/26 Mid-year report. "
                    + "Version 1.1, published on 1 December 2025",
            ])
        #expect(
            main.section("committee-1")?.all("h3").map(\.text) == ["2025/26 financial year"])
    }

    @Test func `a report tells what it is, for whom, and where to read it`() throws {
        let main = try get("/reports/mid-year-2025-26").main
        #expect(main.first("h1")?.text == "Mid-year report 2025/26")
        #expect(main.first(class: "lede")?.text == "More children are in school <each> day.")
        let facts = main.facts
        #expect(facts["Committee"] == "Harbour Committee")
        #expect(facts["Meeting"] == "20 November 2025")
        #expect(facts["Period"] == "Q2 2025/26 (July to September 2025)")
        #expect(facts["Published on"] == "1 December 2025")
        #expect(facts["Version"] == "1.1")
        #expect(facts["Document"] == "https://example.org/mid-year-1.1.html")
        #expect(main.first(class: "btn")?["href"] == "https://example.org/mid-year-1.1.html")
        #expect(main.first(class: "banner") == nil)
    }

    @Test func `versions say what changed, the latest first and none from the future`() throws {
        let table = try #require(try get("/reports/mid-year-2025-26").page.section("versions"))
        #expect(
            table.cells == [
                [
                    "Version 1.1", "Published on 1 December 2025",
                    "What changed The figure for moves in care was put right.",
                    "Document Read version 1.1",
                ],
                [
                    "Version 1.0", "Published on 12 November 2025",
                    "What changed First published.", "Document Read version 1.0",
                ],
            ])
        let later = try TestPortal(today: "2026-08-01").get("/reports/mid-year-2025-26")
        #expect(try later.main.facts["Version"] == "1.2")
        #expect(try later.text.contains("No changes are recorded."))
    }

    @Test func `a report that was withdrawn stays, and says why`() throws {
        let main = try get("/reports/year-end-2025-26").main
        let banner = try #require(main.first(class: "banner--keep"))
        #expect(
            banner.text
                == "This report was withdrawn on 1 July 2026 because a table was wrong.")
        #expect(main.first("h1")?.text == "Year-end report 2025/26")
        #expect(main.facts["Meeting"] == nil)
    }

    @Test func `a report without a document says so`() throws {
        let main = try get("/reports/first-look").main
        #expect(main.facts["Document"] == "We do not know where this report can be read.")
        #expect(main.first(class: "btn") == nil)
    }

    @Test(arguments: ["agreement-2027-28", "none"])
    func `a report that is not published is answered with those that are`(
        _ report: String
    ) throws {
        let answer = try get("/reports/\(report)")
        #expect(answer.status == .notFound)
        #expect(try answer.page.section("choices")?.all("a").count == 3)
    }

    @Test func `a portal without reports says what will be here, and who gets it`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/reports.csv"].removeAll()
        catalogue["Catalogue/report_versions.csv"].removeAll()
        let portal = try TestPortal(catalogue)
        let main = try portal.get("/reports").main
        #expect(main.text.contains("No reports have been published yet."))
        let words = try #require(main.section("pprr"))
        #expect(words.text.contains("Portfolio Performance and Resource Report"))
        #expect(words.text.contains("Harbour Committee : Gets the"))
        let answer = try portal.get("/reports/none")
        #expect(answer.status == .notFound)
        #expect(try answer.page.section("choices")?.all("a").map(\.text) == ["Reports"])
    }
}
