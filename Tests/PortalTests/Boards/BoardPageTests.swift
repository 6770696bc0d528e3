import HTTPServer
import Testing

@testable import Portal

@Suite struct BoardPageTests {
    @Test func `a board tells its role, place and source`() throws {
        let main = try get("/boards/family-board").main
        #expect(main.first("h1")?.text == "Harbourside Family Board")
        #expect(main.first(class: "lede")?.text == "Brings everyone together.")
        #expect(main.facts["Reports to"] == "The plans that we know do not say.")
        #expect(main.facts["Report here"] == "Early Years Board")
        #expect(main.facts["Source"] == "Start Well, printed 2025")
        let lower = try get("/boards/early-years-board").main
        #expect(lower.facts["Reports to"] == "Harbourside Family Board")
        #expect(lower.facts["Report here"] == nil)
    }

    @Test func `a board lists the strategies and the parts of them that it oversees`() throws {
        let facts = try get("/boards/early-years-board").main.facts
        #expect(facts["Oversees strategies"] == "Start Well in Harbourside (2025-2028)")
        #expect(
            facts["Oversees parts of strategies"]
                == "Every day counts Goal 1, Start Well in Harbourside (2025-2028)")
    }

    /// The counts are those of the scorecards themselves.
    @Test(arguments: ["start-well", "goal-1"])
    func `each scorecard that a board oversees is counted as it counts itself`(
        _ scorecard: String
    ) throws {
        let page = try get("/boards/early-years-board").page
        let table = try #require(page.section("scorecards"))
        let row = try #require(
            table.all("tr").first { $0.first("a")?["href"] == "/scorecards/\(scorecard)" })
        let rows = try get("/scorecards/\(scorecard)").rows()
        let off = rows.count { $0.status == "Off target" }
        let on = rows.count { $0.status == "On target" }
        let close = rows.count { $0.status == "Close to target" }
        let text = row.first(class: "c-mix")?.text ?? ""
        #expect(text.contains("\(rows.count) measures:"))
        #expect(text.contains("\(rows.count - off - on - close) not judged"))
        #expect(text.contains("\(on) on"))
        #expect(text.contains("\(close) close"))
    }

    @Test func `a board of which no plan says what it oversees says that`() throws {
        let page = try get("/boards/harbour-committee").page
        #expect(page.section("scorecards")?.all("table").isEmpty == true)
        #expect(
            page.section("scorecards")?.text.contains(
                "name no strategy, and no part of one, that this board oversees") == true)
    }

    @Test func `a board whose part of a strategy has no scorecard says that`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/objectives.csv"].set("boards", "harbour-committee", line: 3)
        let main = try TestPortal(catalogue).get("/boards/harbour-committee").main
        #expect(
            main.facts["Oversees parts of strategies"]
                == "Ready for school Outcome, Start Well in Harbourside (2025-2028)")
        #expect(main.text.contains("has no scorecard of its own"))
    }

    @Test func `a board that is not there is answered with those that are`() throws {
        let answer = try get("/boards/quay-board")
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("There is no board called “quay-board”."))
        #expect(try answer.page.section("choices")?.all("a").count == 3)
        #expect(try TestPortal(.empty).get("/boards/x").status == .notFound)
    }
}
