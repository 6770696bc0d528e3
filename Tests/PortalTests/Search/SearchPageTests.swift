import HTTPServer
import Testing

@testable import Portal

@Suite struct SearchPageTests {
    /// What a search shows: each result's title, in order.
    private func titles(_ question: String, _ portal: TestPortal? = nil) throws -> [String] {
        let portal = try portal ?? TestPortal.harbourside.get()
        let address = AddressQuery(path: "/search", [("q", question)]).text
        return try portal.get(address).main.descendants
            .filter { $0.classes.contains("found__title") }.map(\.text)
    }

    @Test func `results stand under their kinds, with how many there are`() throws {
        let main = try get("/search?q=school").main
        let headings = main.all("h2").map(\.text)
        #expect(
            headings.prefix(5) == [
                "Measures (2)", "Scorecards (2)", "Strategies (1)",
                "What strategies set out to do (2)", "What children want to be able to say (1)",
            ])
        let counts = headings.compactMap { $0.split { "()".contains($0) }.last.flatMap { Int($0) } }
        #expect(counts.count == headings.count)
        #expect(main.first("h1")?.text == "\(counts.reduce(0, +)) results for “school”")
    }

    @Test func `a measure is found with its status, figure and strategies`() throws {
        let main = try get("/search?q=moves").main
        let item = try #require(main.first(class: "found")?.first("li"))
        #expect(item.first("a")?["href"] == "/measures/moves-in-care")
        #expect(item.first("mark")?.text == "Moves")
        #expect(item.text.contains("Off target"))
        #expect(item.text.contains("9.9%, "))
        #expect(item.text.contains("In Schools, First Steps"))
    }

    @Test(arguments: [
        ("LAC", "Moves in care"), ("looked after", "Moves in care"), ("bairns", "Babies breastfed"),
        ("babies", "Babies breastfed"), ("ATTEND", "School attendance"),
        ("moved three times", "Moves in care"), ("school atten", "School attendance"),
        ("attendance in the school", "School attendance"), ("move", "Moves in care"),
    ])
    func `a measure is found by other names, by its code and by what it counts`(
        question: String, title: String
    ) throws {
        #expect(try titles(question).first == title)
    }

    @Test func `what is not shown to everyone is not found`() throws {
        for secret in [Harbourside.Secret.custody, Harbourside.Secret.girls] {
            #expect(!(try get("/search?q=\(secret)").source.contains("\(secret)%")))
        }
    }

    @Test func `a misspelt word gives way to the nearest, and both are told`() throws {
        let main = try get("/search?q=atendence").main
        #expect(main.first("h1")?.text.hasSuffix("for “attendance”") == true)
        #expect(
            main.text.contains(
                "Showing results for “attendance”. Nothing was found for “atendence”."))
        #expect(main.element(id: "words")?["value"] == "atendence")
    }

    @Test func `where nothing has all the words, what has some is found and that is told`() throws {
        let main = try get("/search?q=births+custody").main
        #expect(main.first("h1")?.text == "2 results for “births custody”")
        #expect(main.text.contains("No page has all of these words. These have some of them."))
    }

    @Test func `a search in vain says what to do`() throws {
        let answer = try get("/search?q=zzzzzz")
        #expect(answer.status == .ok)
        #expect(try answer.main.first("h1")?.text == "No results for “zzzzzz”")
        #expect(try answer.main.text.contains("Check the spelling or browse measures"))
        #expect(try answer.main.all("a").contains { $0["href"] == "/measures" })
    }

    @Test func `markup that is searched for is shown as what it is`() throws {
        let answer = try get("/search?q=%3Cmark%3Eschool%3C/mark%3E%22")
        #expect(!answer.source.contains("<mark>school</mark>&quot;"))
        #expect(answer.source.contains("value=\"&lt;mark&gt;school&lt;/mark&gt;&quot;\""))
        let found = try get("/search?q=Schools+%3CTogether%3E")
        #expect(
            found.source.contains("<mark>Schools</mark> &lt;<mark>Together</mark>&gt;"))
    }

    @Test func `a search of many results has pages`() throws {
        let portal = try TestPortal.real.get()
        let first = try portal.get("/search?q=children")
        let second = try portal.get("/search?q=children&page=2")
        #expect(try first.page.first("title")?.text.contains(", page 1 of ") == true)
        #expect(try second.page.first("title")?.text.contains(", page 2 of ") == true)
        #expect(try first.main.first(class: "pages")?.all("a").last?["rel"] == "next")
        let hrefs = { (answer: Answer) in
            Set(
                try answer.main.descendants.filter { $0.classes.contains("found__title") }
                    .compactMap { $0["href"] })
        }
        #expect(try hrefs(first).count == 50)
        #expect(try hrefs(first).isDisjoint(with: hrefs(second)))
    }

    /// The report has a date in September and the pages are read in July.
    @Test func `a report is not found before it is published`() throws {
        for portal in [try TestPortal.harbourside.get(), try TestPortal(today: "2026-08-31")] {
            let main = try portal.get("/search?q=agreement+2027%2F28").main
            #expect(!main.all("a").contains { $0["href"] == "/reports/agreement-2027-28" })
            #expect(!main.all("a").contains { $0.text.contains("Agreement") })
        }
        let main = try TestPortal(today: "2026-09-01").get("/search?q=agreement+2027%2F28").main
        #expect(main.all("a").contains { $0["href"] == "/reports/agreement-2027-28" })
    }
}
