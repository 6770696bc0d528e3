import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct VoicePageTests {
    @Test func `each statement stands with what it means and how it is going`() throws {
        let main = try get("/voice").main
        #expect(main.first("h1")?.text == "Outcomes children want to be able to say")
        #expect(
            main.first(class: "says-cards")?.all("li").map(\.text) == [
                "“I feel safe” At home & at school We count 7 things for this. "
                    + "On 1 we are doing what we said. On 2 we are nearly there. "
                    + "On 4 we cannot say yet.",
                "“I am heard” We count 3 things for this. "
                    + "We cannot say yet how they are going.",
                "“I feel at home” We do not measure this yet.",
            ])
        #expect(main.section("who")?.text.contains("Start Well, printed 2025") == true)
    }

    /// The counts are those of the goal that the statement is tied to, with what is below it.
    @Test func `a statement counts what the goals count that serve it`() throws {
        let rows = try get("/voice/safe").main.all("tr").compactMap { $0.first("a")?["href"] }
        let goal = try get("/scorecards/goal-1").rows().map { "/measures/\($0.measure)" }
        #expect(rows.sorted() == goal.sorted())
    }

    /// The measure's figure and status, in words that a child can read.
    @Test(arguments: [
        ("school-attendance", "94.8% 2024/25 academic year", "We are doing what we said"),
        ("suspensions", "4.15 per 100 pupils 2024/25 academic year", "Nearly there"),
        (
            "custody", "[c] 2024/25 financial year",
            "We cannot say yet because so few children are counted that we keep the number "
                + "private."
        ),
        (
            "dental-checks", "77.7% 2021/22 financial year",
            "We cannot say yet because our last number is too old."
        ),
    ])
    func `a measure is told to children`(measure: String, number: String, words: String) throws {
        let row = try #require(
            try get("/voice/safe").main.all("tr").first {
                $0.first("a")?["href"] == "/measures/\(measure)"
            })
        #expect(row.first(class: "num")?.text == "Our last number \(number)")
        #expect(row.first(class: "c-status")?.text == "How it is going \(words)")
    }

    @Test func `a measure without a figure has no number`() throws {
        let text = try get("/voice/heard").main.first("tbody")?.text ?? ""
        #expect(text.contains("Our last number No number yet How it is going We cannot say yet"))
        #expect(text.contains("because we are still working out how to count it."))
    }

    @Test func `it is told what will be done, and in which plan that stands`() throws {
        let will = try #require(try get("/voice/heard").page.section("will"))
        #expect(
            will.first(class: "aim")?.text
                == "Families are heard Ask families Answer them From our plan Start Well")
        // A goal that lists nothing to do is told by its own title.
        #expect(
            try get("/voice/safe").page.section("will")?.text.contains(
                "Children are in school, and safe there") == true)
    }

    @Test func `a statement that nothing measures says so`() throws {
        let main = try get("/voice/at-home").main
        #expect(
            main.first(class: "inset")?.text
                == "We do not measure this yet. No goal of our plans says that it is for this.")
        #expect(main.all("table").isEmpty)
        #expect(main.section("will") == nil)
    }

    @Test func `a goal without measures is not passed over`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeRows(where: "objective", is: "SW-G2")
        let main = try TestPortal(catalogue).get("/voice/heard").main
        #expect(main.text.contains("We do not measure this yet. Our plans have goals for it"))
        #expect(main.section("will")?.all("h3").map(\.text) == ["Families are heard"])
    }

    @Test func `what an earlier strategy said does not count`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/strategies.csv"].set("state", "archived", line: 2)
        let main = try TestPortal(catalogue).get("/voice/safe").main
        #expect(main.text.contains("We do not measure this yet."))
    }

    @Test func `a statement that is not there is answered with those that are`() throws {
        let answer = try get("/voice/hungry")
        #expect(answer.status == .notFound)
        #expect(try answer.page.section("choices")?.all("a").count == 3)
    }

    @Test func `an empty portal says that nothing has been added`() throws {
        let portal = try TestPortal(.empty)
        #expect(try portal.get("/voice").text.contains("has been added yet."))
        #expect(
            try portal.get("/voice/you-said-we-will").text.contains(
                "Nothing has been added here yet."))
        #expect(try portal.get("/voice/safe").status == .notFound)
    }
}
