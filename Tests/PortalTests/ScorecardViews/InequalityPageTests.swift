import Testing

@testable import Portal

/// The gaps between groups of children.
@Suite struct InequalityPageTests {
    /// Harbourside with the gap in moves between boys and girls, where low is good.
    private func portal(girls: [String], boys: [String]) throws -> TestPortal {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].add([
            "code": "GAP", "slug": "gap-in-moves", "title": "Gap in moves", "kind": "derived",
            "value_kind": "points", "unit": "percentage points", "decimals": "1",
            "polarity": "low", "frequency": "as-parts", "period_kind": "PARTS",
            "time_basis": "as-parts", "status": "active", "base_measures": "MOVES",
        ])
        catalogue["Catalogue/placements.csv"].add([
            "measure": "GAP", "strategy": "schools", "heading": "In care",
        ])
        for breakdown in ["Boys", "Girls"] {
            catalogue["Catalogue/measure_series.csv"].add([
                "measure": "GAP", "series": "moves", "breakdown": breakdown, "role": "part",
                "match": "exact",
            ])
            catalogue["Figures/moves.csv"].removeRows(where: "breakdown", is: breakdown)
        }
        for (breakdown, values) in [("Girls", girls), ("Boys", boys)] {
            for (period, value) in zip(["2024-25-FY", "2025-26-FY"], values) where value != "" {
                catalogue["Figures/moves.csv"].add([
                    "area": "H1", "breakdown": breakdown, "period": period, "status": "final",
                    (value == "c" ? "marker" : "value"): value,
                ])
            }
        }
        return try TestPortal(catalogue)
    }

    /// The cells of a row of the table that stands in a section.
    private func cells(_ section: String, _ measure: String, of answer: Answer) throws -> [String] {
        let table = try #require(try answer.page.section(section)?.first("table"))
        let row = table.all("tr").first { $0.first("a")?["href"] == "/measures/\(measure)" }
        return try #require(row).descendants.filter { ["th", "td"].contains($0.name) }
            .map(\.text)
    }

    @Test(arguments: [
        (["8.0", "8.0"], "Closing", "#i-down"), (["12.5", "9.0"], "Closed", "#i-up"),
        (["12.5", "8.0"], "Changed places", "#i-up"),
        (["8.0", "12.5"], "Changed places", "#i-down"),
        (["9.0", "12.5"], "Opened", "#i-down"), (["12.5", "11.0"], "Less far ahead", "#i-up"),
    ])
    func `the arrow shows which way the number of a gap moved`(
        girls: [String], word: String, arrow: String
    ) throws {
        let boys = word == "Closing" ? ["12.5", "12.0"] : ["9.0", "9.0"]
        let answer = try portal(girls: girls, boys: boys).get("/scorecards/schools/inequality")
        #expect(try cells("gaps", "gap-in-moves", of: answer)[5].hasPrefix("Direction \(word)"))
        let move = try answer.page.section("gaps")?.first(class: "move")
        #expect(move?.first("use")?["href"] == arrow)
    }

    @Test(arguments: [
        (["8.0", "8.0"], ["12.5", "12.0"], "Closing", "does better."),
        (["8.0", "9.0"], ["12.5", "12.5"], "Narrower", "only because the better-off"),
        (["8.0", "8.0"], ["12.5", "13.0"], "Widening", "does worse."),
        (["8.0", "7.5"], ["12.5", "12.5"], "Widening", "pulled ahead."),
        (["8.0", "8.0"], ["12.5", "12.5"], "No change", "The gap is the same."),
    ])
    func `a gap says which way it goes and whose doing that is`(
        girls: [String], boys: [String], word: String, words: String
    ) throws {
        let answer = try portal(girls: girls, boys: boys).get("/scorecards/schools/inequality")
        let way = try cells("gaps", "gap-in-moves", of: answer)[5]
        #expect(way.hasPrefix("Direction \(word)"))
        #expect(way.contains(words))
    }

    @Test func `both ends and the gap before are told with their names`() throws {
        let answer = try portal(girls: ["8.0", "7.5"], boys: ["12.5", "12.5"])
            .get("/inequality")
        let cells = try cells("gaps", "gap-in-moves", of: answer)
        #expect(cells[1] == "Expected to fare worse 12.5% Boys")
        #expect(cells[2] == "Compared with 7.5% Girls")
        #expect(cells[3] == "Gap 5.0")
        #expect(cells[4] == "Before 4.5 2024/25")
        #expect(
            try answer.text.contains(
                "1 gap: 1 widening because the better-off group pulled ahead."))
    }

    @Test func `a withheld end leaves no gap and no direction`() throws {
        let answer = try portal(girls: ["8.0", "c"], boys: ["12.5", "12.5"])
            .get("/scorecards/schools/inequality")
        let cells = try cells("gaps", "gap-in-moves", of: answer)
        #expect(cells[2] == "Compared with not shown [c] Girls")
        #expect(cells[3] == "Gap [c]")
        #expect(cells[5].hasPrefix("Direction Cannot say"))
        #expect(try answer.text.contains("[c] confidential"))
    }

    @Test func `a gap without figures is named`() throws {
        let answer = try portal(girls: [], boys: ["12.5", "12.5"])
            .get("/scorecards/schools/inequality")
        let section = try answer.page.section("gaps")
        #expect(section?.first("table") == nil)
        #expect(section?.first("a")?.text == "Gap in moves")
    }

    @Test func `the group furthest behind everyone is named, and those not shown`() throws {
        let cells = try cells("behind", "moves-in-care", of: get("/inequality"))
        #expect(cells[1].hasPrefix("Everyone 9.9% [p]"))
        #expect(cells[2] == "Furthest behind Boys of 2 groups")
        #expect(cells[3] == "Its figure 12.5%")
        #expect(cells[4] == "Behind by 2.6 points")
        #expect(cells[5] == "Not shown Girls: not shown [c]")
    }

    @Test func `where no group fares worse none is named`() throws {
        let answer = try portal(girls: ["", "7.5"], boys: ["", "9.0"]).get("/inequality")
        let cells = try cells("behind", "moves-in-care", of: answer)
        #expect(cells[2].contains("No group whose figure is shown fares worse"))
    }

    @Test func `a scorecard without gaps says so and leads to all of them`() throws {
        let main = try get("/scorecards/goal-2/inequality").main
        #expect(main.text.contains("No gaps are measured on this scorecard yet."))
        #expect(main.all("a").contains { $0["href"] == "/inequality" })
    }

    @Test(arguments: ["/", "/scorecards", "/measures"])
    func `all gaps can be reached`(from path: String) throws {
        #expect(try get(path).main.all("a").contains { $0["href"] == "/inequality" })
    }

    @Test func `the file has both ends`() throws {
        let source = try portal(girls: ["8.0", "7.5"], boys: ["12.5", "12.5"])
            .get("/inequality?format=csv").source
        #expect(source.contains("Boys,12.5,,,Girls,7.5,,,5.0,2024-25-FY,4.5,Widening"))
    }

    @Test func `nothing withheld is told`() throws {
        for path in ["/inequality", "/inequality?format=csv", "/scorecards/schools/inequality"] {
            let source = try get(path).source
            for trace in Harbourside.Secret.traces { #expect(!source.contains(trace)) }
        }
    }

    @Test func `the real poverty gap at the end of Reception is answered`() throws {
        let answer = try TestPortal.real.get().get("/scorecards/start-well/inequality")
        let cells = try cells("gaps", "gap-end-of-reception-poverty", of: answer)
        #expect(cells[3] == "Gap 29.2")
        #expect(cells[5].contains("better-off group does worse"))
    }

    @Test func `a gap that is narrower for that reason is called better nowhere`() throws {
        let portal = try TestPortal.real.get()
        let row = try portal.get("/scorecards/start-well").row("gap-end-of-reception-poverty")
        #expect(row?.change == "−0.1")
        let page = try portal.get("/measures/gap-end-of-reception-poverty").main
        #expect(!page.text.contains("−0.1 better"))
    }
}
