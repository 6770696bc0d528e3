import HTTPServer
import Testing

@testable import Portal

@Suite struct StrategyPageTests {
    @Test func `a plan stands on one page, level by level in its own words`() throws {
        let main = try get("/strategies/start-well").main
        #expect(main.first("h1")?.text == "Start Well in Harbourside (2025-2028)")
        #expect(main.text.contains("Vision Every child of the harbour thrives."))
        #expect(main.element(id: "level-1")?.text == "Goals")
        let goals = main.section("level-1")?.all("h3").map(\.text)
        #expect(goals == ["1 Every day counts", "2 Families are heard"])
    }

    @Test func `a goal with parts shows its counts, its lead and each part with its own`() throws {
        let goal = try #require(try get("/strategies/start-well").main.first(class: "plan__goal"))
        #expect(
            goal.first(class: "plan__about")?.text
                == "Children are in school, and safe there Lead board: Early Years Board "
                + "7 measures 2 close to target 1 on target 1 target expired 1 too early "
                + "1 no new data 1 suppressed")
        let part = try #require(goal.first(class: "plan__priority"))
        #expect(part.first("a")?["href"] == "/strategies/start-well/ready")
        #expect(
            part.text
                == "Ready for school 3 measures 1 close to target 1 too early 1 no new data")
    }

    @Test func `a goal without parts shows what will be done`() throws {
        let row = try #require(
            try get("/strategies/start-well").main.first(class: "plan__row--alone"))
        #expect(row.first("a")?["href"] == "/strategies/start-well/heard")
        #expect(row.all("ul").first?.all("li").map(\.text) == ["Ask families", "Answer them"])
    }

    @Test func `a part that nothing measures says so, where others like it are measured`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/objectives.csv"].add([
            "strategy": "start-well", "code": "SW-G1-O2", "slug": "fed", "parent": "SW-G1",
            "level": "Outcome", "title": "Well fed", "short_title": "Well fed",
        ])
        let main = try TestPortal(catalogue).get("/strategies/start-well").main
        let parts = main.descendants.filter { $0.classes.contains("plan__priority") }
        #expect(parts.map(\.text).contains("Well fed No measures yet"))
    }

    @Test func `where no part of a level is measured, none is missing`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeRows(where: "objective", is: "SW-G1-O1")
        let main = try TestPortal(catalogue).get("/strategies/start-well").main
        #expect(main.first(class: "plan__priority")?.text == "Ready for school")
    }

    @Test func `measures of the strategy as a whole are counted by themselves`() throws {
        let whole = try #require(try get("/strategies/schools").page.section("as-a-whole"))
        #expect(whole.text.contains("6 measures 2 off target 2 on target"))
        #expect(whole.first("a")?["href"] == "/scorecards/schools")
        #expect(try get("/strategies/start-well").page.section("as-a-whole") == nil)
    }

    @Test func `statements and themes lead to what serves them`() throws {
        let page = try get("/strategies/start-well").page
        #expect(
            page.section("statements")?.all("a").compactMap { $0["href"] }
                == [
                    "/voice/safe", "/strategies/start-well/every-day-counts", "/voice/heard",
                    "/strategies/start-well/heard",
                ])
        #expect(
            page.section("themes")?.facts["Inclusion"] == "Goal 1: Every day counts")
        #expect(try get("/strategies/schools").page.section("statements") == nil)
        #expect(try get("/strategies/schools").page.section("themes") == nil)
    }

    @Test func `what was said stands beside what was promised and done`() throws {
        let said = try #require(try get("/strategies/start-well").main.first(class: "said"))
        #expect(
            said.text
                == "Being asked You said Nobody asked us. 4 of 10 said so (May 2025) We will "
                + "Ask every family Write down what they say "
                + "What has been done A survey was held (March 2026)")
    }

    /// What a strategy is to the others, from each side.
    @Test(arguments: [
        ("start-well", "Replaces", "First Steps (2019-2024)"),
        ("start-well", "Has under it", "Schools <Together>"),
        ("start-well", "Overseen by", "Harbourside Family Board"),
        ("start-well", "Source document", "Start Well, printed 2025"),
        ("schools", "Sits under", "Start Well in Harbourside (2025-2028)"),
        ("first-steps", "Replaced by", "Start Well in Harbourside (2025-2028)"),
    ])
    func `strategies lead to what they are tied to`(
        strategy: String, tie: String, other: String
    ) throws {
        let about = try get("/strategies/\(strategy)").page.section("about-this-strategy")
        #expect(about?.facts[tie] == other)
    }

    @Test func `a strategy that ended says so, and leads to what took its place`() throws {
        let inset = try #require(try get("/strategies/first-steps").main.first(class: "inset"))
        #expect(
            inset.text
                == "This strategy has ended. It is kept for the record. "
                + "Replaced by Start Well in Harbourside (2025-2028) .")
        #expect(inset.first("a")?["href"] == "/strategies/start-well")
    }

    @Test func `the counts of each part can be downloaded`() throws {
        let lines = try get("/strategies/start-well?format=csv").source.split(separator: "\r\n")
        #expect(lines.count == 4)
        #expect(
            lines[2]
                == "Start Well in Harbourside (2025-2028),Outcome,,Ready for school,"
                + "\"Children are in school, and safe there\",3,0,1,0,0,0,1,0,1,0,0,0,0")
        let whole = try get("/strategies/schools?format=csv").source.split(separator: "\r\n")
        #expect(whole.last?.hasPrefix("Schools <Together>,,,The strategy as a whole,,6,2,") == true)
    }

    @Test func `a strategy that is not there is answered with those that are`() throws {
        for path in ["/strategies/end-well", "/strategies/end-well/ready"] {
            let answer = try get(path)
            #expect(answer.status == .notFound)
            #expect(try answer.text.contains("There is no strategy called “end-well”."))
            #expect(try answer.page.section("choices")?.all("a").count == 3)
        }
    }
}
