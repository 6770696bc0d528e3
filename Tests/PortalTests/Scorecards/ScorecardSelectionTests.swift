import HTTPServer
import Testing

@testable import Portal

/// Period, filters and order stand together, and each survives the others.
@Suite struct ScorecardSelectionTests {
    private static let query = "period=2025-26-Q4&group=2&status=off&status=on&change=better"

    @Test func `a header's link keeps period and filters`() throws {
        let main = try get("/scorecards/schools?\(Self.query)").main
        let link = main.first("thead")?.first(class: "c-status")?.first("a")?["href"]
        #expect(link == "/scorecards/schools?\(Self.query)&sort=status")
    }

    @Test func `the form keeps the order, and the way back keeps the filters`() throws {
        let main = try get("/scorecards/schools?\(Self.query)&sort=-status").main
        let chosen = main.all("option").filter { $0["selected"] != nil }
        #expect(chosen.map { $0["value"] } == ["2025-26-Q4", "2", "better", "-status"])
        let back = main.first(class: "sorted")?.first("a")?["href"]
        #expect(back == "/scorecards/schools?\(Self.query)")
    }

    @Test func `what a reader gets anyway is not in the address`() throws {
        let all = "period=2026-27-Q1&group=&change=&status=off&status=close&status=on&status=none"
        let main = try get("/scorecards/schools?\(all)").main
        let link = main.first("thead")?.first(class: "c-name")?.first("a")?["href"]
        #expect(link == "/scorecards/schools?sort=name")
    }

    @Test(arguments: [
        ("change=worse", ["family-centres"]),
        ("change=better", ["school-attendance", "moves-in-care", "nursery-places-kept-free"]),
        ("change=better&status=off", ["moves-in-care"]),
        ("change=better&group=2&sort=-name", ["nursery-places-kept-free", "moves-in-care"]),
        ("change=worse&status=on", []),
        ("change=better&period=2025-26-Q3", ["school-attendance", "moves-in-care"]),
    ])
    func `what got better or worse is shown alone`(query: String, measures: [String]) throws {
        #expect(try get("/scorecards/schools?\(query)").rows().map(\.measure) == measures)
    }

    @Test func `the caption and the title say what is left out`() throws {
        let answer = try get("/scorecards/schools?change=worse&status=off&group=3&sort=name")
        let words = "The picture; off target; got worse"
        #expect(
            try answer.main.first("caption")?.text.hasPrefix("1 of 6 measures: \(words), A to Z")
                == true)
        let title = try #require(try answer.page.first("title")?.text)
        #expect(title.hasPrefix("Schools scorecard, Q1 2026/27: \(words); A to Z"))
    }

    /// What is asked for in vain, what is said, and the first of what there is instead.
    @Test(arguments: [
        ("change=same", "There is no change “same”.", "change=worse", 2),
        ("change=worse%20", "There is no change “worse ”.", "change=worse", 2),
        ("sort=trend", "There is no order “trend”.", "sort=name", 8),
        ("sort=--name", "There is no order “--name”.", "sort=name", 8),
    ])
    func `what is not there is answered with what there is`(
        query: String, what: String, first: String, count: Int
    ) throws {
        let answer = try get("/scorecards/schools?\(query)")
        #expect(answer.status == .notFound)
        #expect(try answer.main.all("p").first?.text == what)
        let links = try answer.page.section("choices")?.all("a") ?? []
        #expect(links.first?["href"] == "/scorecards/schools?\(first)")
        #expect(links.count == count)
        for link in links { #expect(try get(link["href"] ?? "").status == .ok) }
    }
}
