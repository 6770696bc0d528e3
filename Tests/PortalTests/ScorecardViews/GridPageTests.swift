import Testing

@testable import Portal

/// Eight quarters side by side, the last of them April to June 2026.
@Suite struct GridPageTests {
    private func row(_ measure: String, of answer: Answer) throws -> [Element] {
        let row = try answer.page.all("tr").first { row in
            row.first("a")?["href"] == "/measures/\(measure)"
        }
        return try #require(row).all("td")
    }

    @Test func `the quarters stand oldest first`() throws {
        let heads = try get("/scorecards/schools/grid").page.first("thead")?.all("th").map(\.text)
        #expect(heads?.first == "Measure")
        #expect(heads?[1] == "Q2 2024/25")
        #expect(heads?.last == "Q1 2026/27")
        #expect(heads?.count == 9)
    }

    @Test func `a year's figure stands once, in the quarter by whose end the year was over`()
        throws
    {
        let cells = try row("moves-in-care", of: get("/scorecards/schools/grid")).map(\.text)
        // 2023/24 was known before; 2024/25 ended in the third quarter shown, 2025/26 in the
        // seventh.
        #expect(
            cells == [
                "11.5% from 2023/24", "unchanged since 2023/24",
                "Off target: 10.8% 2024/25", "unchanged since 2024/25",
                "unchanged since 2024/25", "unchanged since 2024/25",
                "Off target: 9.9% [p] 2025/26", "unchanged since 2025/26",
            ])
    }

    @Test func `a quarter's figure needs no period of its own`() throws {
        let cells = try row("nursery-places-kept-free", of: get("/scorecards/schools/grid"))
        #expect(cells[5].text == "– no figure")
        #expect(cells[6].text == "On target: 11.0%")
        #expect(cells[7].text == "On target: 12.0%")
        #expect(cells[7].first("use")?["href"] == "#i-on")
    }

    @Test func `only new figures are counted`() throws {
        let foot = try get("/scorecards/schools/grid").page.first("tfoot")
        // Attendance in the fifth; moves, centres in the third and seventh, births in the second
        // and sixth, carers in the seventh; places in the last two.
        #expect(foot?.all("td").map(\.text).last == "1")
    }

    @Test func `figures in fewer than two quarters lead back to the scorecard`() throws {
        let main = try get("/scorecards/goal-2/grid").main
        #expect(main.first("table") == nil)
        #expect(main.text.contains("Fewer than two of these quarters brought a figure"))
        #expect(main.all("a").contains { $0["href"] == "/scorecards/goal-2" })
    }

    @Test func `a quarter is judged as it was known then`() throws {
        let answer = try get("/scorecards/schools/grid?period=2025-26-Q3")
        let cells = try row("moves-in-care", of: answer).map(\.text)
        #expect(cells.last == "unchanged since 2024/25")
        #expect(try !answer.main.text.contains("9.9%"))
    }

    @Test func `nothing withheld is told`() throws {
        for path in ["/scorecards/goal-1/grid", "/scorecards/goal-1/grid?format=csv"] {
            let source = try get(path).source
            for trace in Harbourside.Secret.traces { #expect(!source.contains(trace)) }
        }
    }

    @Test func `the file has a row for each measure and quarter`() throws {
        let lines = try get("/scorecards/schools/grid?format=csv").source
            .split(whereSeparator: \.isNewline)
        #expect(lines.count == 1 + 6 * 8)
        #expect(lines.contains { $0.contains("2025-26-Q4,Q4 2025/26,new,2025-26-FY") })
    }
}
