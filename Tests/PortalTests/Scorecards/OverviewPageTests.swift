import Testing

@testable import Portal

@Suite struct OverviewPageTests {
    @Test func `scorecards are listed by strategy, by objective and as past`() throws {
        let page = try get("/scorecards").page
        let links = ["strategies", "ambitions", "archived"].map { id in
            (page.section(id)?.all("a") ?? []).compactMap { $0["href"] }
        }
        #expect(
            links == [
                ["/scorecards/start-well", "/scorecards/schools"],
                ["/scorecards/goal-1", "/scorecards/goal-2"], ["/scorecards/first-steps"],
            ])
    }

    @Test(arguments: [
        ("start-well", "10 measures", "2 close 1 on 7 not judged", "2024/25 academic year"),
        (
            "schools", "6 measures", "2 off 2 on 2 not judged",
            "Q1 2026/27 (April to June 2026)"
        ),
        ("goal-2", "3 measures", "3 not judged", "No figures yet"),
        ("first-steps", "1 measure", "1 off", "2025/26 financial year"),
    ])
    func `a scorecard is counted as it counts itself`(
        scorecard: String, measures: String, counts: String, latest: String
    ) throws {
        let row = try #require(
            try get("/scorecards").page.all("tr").first {
                $0.first("a")?["href"] == "/scorecards/\(scorecard)"
            })
        let mix = try #require(row.first(class: "mixnum")?.text)
        #expect(mix == "\(measures): \(counts)")
        #expect(row.first(class: "c-latest")?.text == "Latest figures \(latest)")
    }
}
