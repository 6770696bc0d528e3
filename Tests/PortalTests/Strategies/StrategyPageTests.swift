import HTTPServer
import Testing

@testable import Portal

@Suite struct StrategyPageTests {
    @Test func `strategies are listed by where they are in their life`() throws {
        let page = try get("/strategies").page
        #expect(page.section("draft") == nil)
        let current = page.section("current")?.all("li").map(\.text) ?? []
        #expect(
            current == [
                "Start Well in Harbourside (2025-2028) 2025 to 2028 "
                    + "Says what is done for the youngest.",
                "Schools <Together> from 2026 It prints no targets & no dates.",
            ])
        #expect(
            page.section("archived")?.all("li").map(\.text)
                == ["First Steps (2019-2024) 2019 to 2024"])
    }

    @Test func `a plan stands on one page, level by level in its own words`() throws {
        let main = try get("/strategies/start-well").main
        #expect(main.first("h1")?.text == "Start Well in Harbourside (2025-2028)")
        #expect(main.text.contains("Vision Every child of the harbour thrives."))
        #expect(main.element(id: "level-1")?.text == "Goals")
        let goals = main.section("level-1")?.all("h3").map(\.text)
        #expect(goals == ["1. Children are in school, and safe there", "2. Families are heard"])
    }

    @Test func `an objective tells what, how and for what, and what is below it`() throws {
        let main = try get("/strategies/start-well").main
        let first = try #require(main.element(id: "every-day-counts"))
        #expect(first.text.contains("Lead board Early Years Board"))
        #expect(first.text.contains("Why it matters A day missed is a day not learned."))
        #expect(first.all("li").map(\.text) == ["Ready for school"])
        let second = try #require(main.element(id: "heard"))
        #expect(
            second.all("li").map(\.text)
                == ["Ask families", "Answer them", "Meet each term", "Families say so"])
        #expect(second.first("a")?["href"] == "/scorecards/goal-2")
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
        ("schools", "Sits under", "Start Well in Harbourside (2025-2028)"),
        ("first-steps", "Replaced by", "Start Well in Harbourside (2025-2028)"),
    ])
    func `strategies lead to those that they are tied to`(
        strategy: String, tie: String, other: String
    ) throws {
        let about = try get("/strategies/\(strategy)").page.section("about-this-strategy")
        #expect(about?.facts[tie] == other)
    }

    @Test func `a strategy that ended says so`() throws {
        let text = try get("/strategies/first-steps").text
        #expect(text.contains("This strategy has ended. It is kept for the record."))
    }

    @Test func `a strategy that is not there is answered with those that are`() throws {
        let answer = try get("/strategies/end-well")
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("There is no strategy called “end-well”."))
        #expect(try answer.page.section("choices")?.all("a").count == 3)
    }

    @Test func `an empty portal says that there are none`() throws {
        let portal = try TestPortal(.empty)
        #expect(try portal.get("/strategies").text.contains("No strategies have been added yet."))
        #expect(try portal.get("/measures").text.contains("No measures have been added yet."))
        #expect(
            try portal.get("/scorecards").text.contains("No scorecards have been published yet."))
    }
}
