import HTTPServer
import Testing

@testable import Portal

@Suite struct PromisesPageTests {
    /// One promise of Harbourside, by its heading.
    private func promise(_ title: String) throws -> Element? {
        try get("/voice/you-said-we-will").main.descendants.first {
            $0.classes.contains("said") && $0.first("h3")?.text == title
        }
    }

    @Test func `what was said, promised and done stand side by side`() throws {
        #expect(
            try promise("Being asked")?.text
                == "Being asked You said Nobody asked us. 4 of 10 said so "
                + "Start Well, printed 2025, May 2025 We will Ask every family "
                + "Write down what they say What we did A survey was held March 2026 "
                + "What we count: Families heard")
    }

    /// It is 15 July 2026.
    @Test(arguments: [
        ("Places to play", "What we did No update yet. Next due 1 October 2026."),
        ("Lunch", "What we did No update yet. It was due on 30 June 2026."),
        ("Buses", "What we did No update yet."),
    ])
    func `a promise of which nothing is known yet says so`(title: String, words: String) throws {
        #expect(try promise(title)?.all("div").last?.text == words)
    }

    @Test func `a promise that is only a heading says that nothing is promised`() throws {
        #expect(
            try promise("Buses")?.text
                == "Buses You said We will Nothing has been promised yet. "
                + "What we did No update yet.")
    }

    @Test func `promises stand under their strategies, in the catalogue's order`() throws {
        let main = try get("/voice/you-said-we-will").main
        #expect(main.all("h2").map(\.text) == ["Start Well", "Schools"])
        #expect(
            main.section("plan-2")?.all("h3").map(\.text) == ["Places to play", "Lunch", "Buses"])
    }

    @Test func `a day that is none is refused`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/pledges.csv"].set("update_due", "soon", line: 3)
        let error = try #require(throws: LoadError.self) { try TestPortal(catalogue) }
        // The row before it has two lines.
        #expect(error.description.hasPrefix("pledges.csv:4: column «update_due»: «soon» is not"))
    }
}
