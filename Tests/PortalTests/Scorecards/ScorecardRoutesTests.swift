import HTTPServer
import Testing

@testable import Portal

@Suite struct ScorecardRoutesTests {
    /// What an address asks for, and the measures of the rows that it gets.
    @Test(arguments: [
        ("status=off", ["moves-in-care", "family-centres"]),
        ("status=on", ["school-attendance", "nursery-places-kept-free"]),
        ("status=none", ["young-carers", "births"]),
        ("status=none&status=off", ["moves-in-care", "family-centres", "young-carers", "births"]),
        ("group=2", ["moves-in-care", "nursery-places-kept-free"]),
        ("group=2&status=on", ["nursery-places-kept-free"]),
        ("group=3&status=none", ["young-carers", "births"]),
        ("status=close", []), ("group=1&status=off", []),
        (
            "",
            [
                "school-attendance", "moves-in-care", "nursery-places-kept-free",
                "family-centres", "young-carers", "births",
            ]
        ),
        (
            "group=&period=2026-27-Q1&status=off&status=close&status=on&status=none",
            [
                "school-attendance", "moves-in-care", "nursery-places-kept-free",
                "family-centres", "young-carers", "births",
            ]
        ),
    ])
    func `a filter keeps the rows that it names`(query: String, measures: [String]) throws {
        let answer = try get("/scorecards/schools?\(query)")
        #expect(answer.status == .ok)
        #expect(try answer.rows().map(\.measure) == measures)
    }

    @Test func `a filter does not change the counts of the whole scorecard`() throws {
        #expect(try get("/scorecards/schools?status=on&group=2").tally() == [2, 0, 2, 2])
    }

    @Test func `the form shows what was asked for`() throws {
        let main = try get("/scorecards/schools?group=2&status=on&period=2025-26-Q4").main
        let chosen = main.all("option").filter { $0["selected"] != nil }
        #expect(chosen.map { $0["value"] } == ["2025-26-Q4", "2"])
        let ticked = main.all("input").filter { $0["checked"] != nil }
        #expect(ticked.map { $0["value"] } == ["on"])
        #expect(main.first("caption")?.text.hasPrefix("1 of 6 measures") == true)
    }

    /// The reporting day decides what was known: a quarter's figure, a year that had just ended.
    @Test(arguments: [
        ("2026-27-Q1", "nursery-places-kept-free", "12.0% Q1 2026/27"),
        ("2025-26-Q4", "nursery-places-kept-free", "11.0% Q4 2025/26"),
        ("2025-26-Q3", "nursery-places-kept-free", "No figure yet"),
        ("2025-26-Q4", "moves-in-care", "9.9% [p] 2025/26"),
        ("2025-26-Q3", "moves-in-care", "10.8% 2024/25"),
        ("2024-25-Q3", "moves-in-care", "11.5% 2023/24"),
        ("2025-26-Q1", "school-attendance", "94.0% 2023/24"),
    ])
    func `a period shows what was known at its end`(
        period: String, measure: String, latest: String
    ) throws {
        let answer = try get("/scorecards/schools?period=\(period)")
        #expect(try answer.row(measure)?.latest == latest)
    }

    /// What is asked for in vain, what is said, and the first of what there is instead.
    @Test(arguments: [
        (
            "/scorecards/harbour", "There is no scorecard called “harbour”.",
            "/scorecards/start-well", 5
        ),
        (
            "/scorecards/schools?period=2030-31-Q1",
            "There is no period “2030-31-Q1” on this scorecard.",
            "/scorecards/schools?period=2026-27-Q1", 12
        ),
        (
            "/scorecards/schools?period=2026-27-Q2",
            "There is no period “2026-27-Q2” on this scorecard.",
            "/scorecards/schools?period=2026-27-Q1", 12
        ),
        (
            "/scorecards/schools?period=", "There is no period “” on this scorecard.",
            "/scorecards/schools?period=2026-27-Q1", 12
        ),
        (
            "/scorecards/schools?group=4", "This scorecard has no part “4”.",
            "/scorecards/schools?group=1", 3
        ),
        (
            "/scorecards/schools?group=0", "This scorecard has no part “0”.",
            "/scorecards/schools?group=1", 3
        ),
        (
            "/scorecards/schools?group=-9223372036854775808",
            "This scorecard has no part “-9223372036854775808”.",
            "/scorecards/schools?group=1", 3
        ),
        (
            "/scorecards/schools?group=9223372036854775807",
            "This scorecard has no part “9223372036854775807”.",
            "/scorecards/schools?group=1", 3
        ),
        (
            "/scorecards/schools?group=<b>", "This scorecard has no part “<b>”.",
            "/scorecards/schools?group=1", 3
        ),
        (
            "/scorecards/schools?status=red", "There is no status “red”.",
            "/scorecards/schools?status=off", 4
        ),
        (
            "/scorecards/schools?status=on&status=", "There is no status “”.",
            "/scorecards/schools?status=off", 4
        ),
    ])
    func `what is not there is answered with what there is`(
        address: String, what: String, first: String, count: Int
    ) throws {
        let answer = try get(address)
        #expect(answer.status == .notFound)
        #expect(try answer.main.all("p").first?.text == what)
        let links = try answer.page.section("choices")?.all("a") ?? []
        #expect(links.first?["href"] == first)
        #expect(links.count == count)
        for link in links {
            #expect(try get(link["href"] ?? "").status == .ok)
        }
    }
}
