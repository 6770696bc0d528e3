import HTTPServer
import Scorecard
import Testing

@testable import Portal

@Suite struct HelpPageTests {
    @Test func `every status is explained in the words that pages use`() throws {
        let terms = try get("/help/how-we-rate").main.all("dt").map(\.text)
        for status in TargetStatus.allCases {
            #expect(terms.contains(status.words), "\(status.words)")
        }
    }

    @Test func `every letter in brackets is explained`() throws {
        let heads = try get("/help/how-we-rate").main.all("th").map(\.text)
        for marker in QualityMarker.allCases {
            #expect(heads.contains(marker.shorthand), "\(marker.shorthand)")
        }
    }

    @Test func `every kind of target has a row`() throws {
        let section = try #require(try get("/help/how-we-rate").page.section("kinds"))
        #expect(section.all("tr").count == GoalKind.allCases.count + 1)
    }

    /// The examples on the page: rows of the SEND strategy's appendix, and figures beside them.
    @Test(arguments: [
        ("attendance", GoalKind.atLeast, "91.5", "1.0", false),
        ("exclusions", .atMost, "0.20", "5", true),
        ("progress", .atLeast, "-0.20", "0.05", false),
    ])
    func `the examples are judged as the portal judges`(
        _ id: String, _ kind: GoalKind, _ number: String, _ allowed: String, _ isPercent: Bool
    ) throws {
        let table = try #require(
            try get("/help/how-we-rate").main.all("table").first {
                $0.first("caption")?["id"] == id
            })
        let amount = try #require(FixedDecimal(allowed))
        let goal = Goal(kind: kind, value: try #require(FixedDecimal(number)), upper: nil)
        let target = try Target(
            try #require(goal),
            tolerance: isPercent ? .relative(percent: amount) : .absolute(amount))
        let day = try #require(Day("2020-07-31"))
        let rows = table.all("tr").dropFirst()
        #expect(rows.count == 3)
        for row in rows {
            let text = try #require(row.first("th")?.text).replacing("−", with: "-")
            let value = try #require(FixedDecimal(text.filter { $0 != "%" }))
            let verdict = try #require(Verdict(of: value, against: target, on: day))
            #expect(row.first(class: "status")?.text == verdict.status.words, "\(text)")
        }
    }

    @Test(arguments: [(BenchmarkMethod.mean, "their mean"), (.median, "their median")])
    func `the number for all neighbours is the one in the settings`(
        _ method: BenchmarkMethod, _ words: String
    ) throws {
        let portal = try TestPortal.harbourside.get()
        var settings = portal.settings
        settings.neighbourMethod = method
        let site = try portal.site(of: TestPortal.plan(settings))
        let page = Answer(site.respond(to: Request(.get, "/help/how-we-rate")))
        #expect(try page.main.text.contains(words))
    }

    @Test func `terms of the glossary are in order, each with a name to link to`() throws {
        let main = try get("/help/glossary").main
        for list in main.all("dl") {
            let terms = list.all("dt").map { $0.text.lowercased() }
            #expect(terms == terms.sorted())
            #expect(list.all("div").allSatisfy { $0["id"] != nil })
        }
    }
}
