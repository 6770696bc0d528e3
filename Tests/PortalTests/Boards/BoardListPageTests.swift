import HTTPServer
import Testing

@testable import Portal

@Suite struct BoardListPageTests {
    @Test func `the list shows who reports to whom`() throws {
        let main = try get("/boards").main
        let root = try #require(main.first(class: "tree")?.first("li"))
        #expect(root.first("a")?["href"] == "/boards/family-board")
        #expect(root.first("ul")?.text == "Early Years Board")
        #expect(root.text.contains("Brings everyone together."))
    }

    @Test func `a board outside the tree stands apart, and it is said why`() throws {
        let apart = try #require(try get("/boards").page.section("apart"))
        #expect(apart.all("a").map(\.text) == ["Harbour Committee"])
        #expect(apart.text.contains("do not say to whom these boards report"))
    }

    @Test func `boards that report to each other are listed as that`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/boards.csv"].set("reports_to", "early-years-board", line: 2)
        let page = try TestPortal(catalogue).get("/boards").page
        #expect(page.section("tree") == nil)
        #expect(
            page.section("circular")?.all("a").map(\.text)
                == ["Harbourside Family Board", "Early Years Board"])
    }

    @Test func `an empty portal says that there are no boards`() throws {
        let main = try TestPortal(.empty).get("/boards").main
        #expect(main.first(class: "inset")?.text == "No boards have been added yet.")
        #expect(main.all("section").isEmpty)
    }
}
