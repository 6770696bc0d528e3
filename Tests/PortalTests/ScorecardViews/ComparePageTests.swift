import HTTPServer
import Testing

@testable import Portal

/// A scorecard beside other areas.
@Suite struct ComparePageTests {
    /// The cells of a measure's row: its heading, ours, the country's, the region's, the
    /// neighbours', the verdict, the place and the drawing; fewer where nothing is compared.
    private func cells(_ measure: String, of answer: Answer) throws -> [Element] {
        let row = try answer.page.all("tr").first { row in
            row.first("a")?["href"] == "/measures/\(measure)"
        }
        return try #require(row).descendants.filter { ["th", "td"].contains($0.name) }
    }

    /// Harbourside with counts behind its moves, and another figure of the country.
    private func portal(numerator: String, country: String) throws -> TestPortal {
        var catalogue = Harbourside.catalogue
        var moves = Catalogue.Table(
            "area", "breakdown", "period", "status", "value", "numerator", "denominator",
            "marker", "source")
        moves.add([
            "area": "H1", "breakdown": "All", "period": "2025-26-FY", "status": "final",
            "value": "9.9", "numerator": numerator, "denominator": "1333",
        ])
        moves.add([
            "area": "E1", "breakdown": "All", "period": "2025-26-FY", "status": "final",
            "value": country,
        ])
        catalogue["Figures/moves.csv"] = moves
        return try TestPortal(catalogue)
    }

    @Test func `a measure stands beside country, region and neighbours of the same period`()
        throws
    {
        let cells = try cells("moves-in-care", of: get("/scorecards/schools/compare"))
        #expect(cells[0].text.contains("2025/26"))
        #expect(cells[1].text.hasPrefix("9.9%"))
        #expect(cells[2].text == "10.0%")
        #expect(cells[3].text == "10.6%")
        // The middle of 8.5 and 11.3; the neighbour of the older model is not one.
        #expect(cells[4].text == "9.9% 2 of 2")
        #expect(cells[6].text == "2nd best of 3")
    }

    @Test func `every benchmark names its area, method, set and year`() throws {
        let page = try get("/scorecards/schools/compare").page
        let heads = page.first("thead")?.all("th").map(\.text)
        #expect(
            heads?.prefix(5) == [
                "Measure", "Harbourside", "England as published", "The Coast as published",
                "Neighbours median, 2025 model",
            ])
    }

    @Test func `without the counts behind it a figure is told by its plain difference`() throws {
        let cells = try cells("school-attendance", of: get("/scorecards/schools/compare"))
        #expect(cells[5].text == "1.7 points higher than England")
        #expect(cells[7].first("circle")?["class"] == "p-common")
    }

    @Test(arguments: [
        ("10.5", "Similar", "p-common"), ("15", "Better", "p-better"),
        ("5", "Worse", "p-worse"),
    ])
    func `with the counts chance is allowed for`(
        country: String, word: String, mark: String
    ) throws {
        let portal = try portal(numerator: "132", country: country)
        let cells = try cells("moves-in-care", of: portal.get("/scorecards/schools/compare"))
        // Wilson's interval of 132 of 1,333.
        #expect(cells[5].text == "\(word) could be 8.4% to 11.6%")
        #expect(cells[7].descendants.contains { $0["class"] == mark })
    }

    @Test func `a complement is drawn among the complements of the councils`() throws {
        // 100 less the percentiles of absence: 90.4, 92.5, 93.5, 96.8, and England's 93.1.
        let cells = try cells("school-attendance", of: get("/scorecards/schools/compare"))
        let bands = cells[7].all("rect")
        #expect(bands.count == 2)
        #expect(bands[0]["x"] == "12")
        #expect(bands[0]["width"] == "256")
    }

    @Test func `counts are not compared, and the row says why`() throws {
        let cells = try cells("births", of: get("/scorecards/schools/compare"))
        #expect(cells.count == 3)
        #expect(cells[1].text == "2,290")
        #expect(cells[2].text.hasPrefix("A count says how large an area is"))
    }

    @Test func `a withheld figure is not compared`() throws {
        let answer = try get("/scorecards/goal-1/compare")
        let cells = try cells("custody", of: answer)
        #expect(cells[1].text == "[c]")
        #expect(cells[5].text.hasPrefix("–"))
        #expect(cells[6].text.hasPrefix("–"))
        for trace in Harbourside.Secret.traces { #expect(try !answer.text.contains(trace)) }
    }

    @Test func `a measure without a figure says so`() throws {
        let cells = try cells("families-heard", of: get("/scorecards/goal-2/compare"))
        #expect(cells[2].text == "No figure yet")
    }

    @Test func `filters, order and period are the scorecard's, and lead on to the other views`()
        throws
    {
        let page = try get("/scorecards/schools/compare?status=off&period=2025-26-Q4").page
        #expect(page.first("caption")?.text.hasPrefix("2 of 6 measures") == true)
        #expect(page.first("main")?.first("form")?["action"] == "/scorecards/schools/compare")
        let views = page.all("nav").first { $0.classes.contains("subnav") }?.all("a")
        #expect(
            views?.map { $0["href"] } == [
                "/scorecards/schools?period=2025-26-Q4&status=off",
                "/scorecards/schools/grid?period=2025-26-Q4&status=off",
                "/scorecards/schools/compare?period=2025-26-Q4&status=off",
                "/scorecards/schools/inequality?period=2025-26-Q4&status=off",
            ])
        #expect(views?.first { $0["aria-current"] == "page" }?.text == "Compare")
    }

    @Test func `filters that nothing meets can be cleared`() throws {
        let main = try get("/scorecards/first-steps/compare?status=on").main
        #expect(main.text.contains("No measures match these filters."))
        #expect(main.first("table") == nil)
    }

    @Test(arguments: [
        "/scorecards/nowhere/compare", "/scorecards/boards/nowhere/grid",
        "/scorecards/themes/nowhere/inequality", "/scorecards/schools/compare?period=x",
        "/scorecards/schools/grid?status=x", "/scorecards/schools/inequality?group=99",
    ])
    func `what there is not is refused`(path: String) throws {
        #expect(try get(path).status == .notFound)
    }

    @Test(arguments: ["grid", "compare", "inequality"])
    func `boards and themes have the same views`(view: String) throws {
        #expect(try get("/scorecards/boards/family-board/\(view)").status == .ok)
        #expect(try get("/scorecards/themes/inclusion/\(view)").status == .ok)
    }

    @Test func `the file has what the page shows`() throws {
        let lines = try get("/scorecards/schools/compare?format=csv").source
            .split(whereSeparator: \.isNewline)
        #expect(lines.count == 7)
        let moves = try #require(lines.first { $0.contains("MOVES") })
        #expect(moves.contains("England,10.0,The Coast,10.6,median,2025,9.9,2,2"))
        #expect(moves.hasSuffix("151,5.0,8.0,10.0,12.0,18.0"))
    }
}
