import Testing

@testable import Portal

@Suite struct ScorecardSortTests {
    /// Schools in its own order: attendance +0.8 better and on target, moves −0.9 better and off,
    /// places +1.0 better and on, centres −1 worse and off, carers without a change or target,
    /// births −20 neither better nor worse.
    @Test(arguments: [
        (
            "name",
            [
                "births", "family-centres", "moves-in-care", "nursery-places-kept-free",
                "school-attendance", "young-carers",
            ]
        ),
        (
            "-name",
            [
                "young-carers", "school-attendance", "nursery-places-kept-free", "moves-in-care",
                "family-centres", "births",
            ]
        ),
        (
            "status",
            [
                "moves-in-care", "family-centres", "school-attendance",
                "nursery-places-kept-free", "young-carers", "births",
            ]
        ),
        // Those that are not judged come last either way.
        (
            "-status",
            [
                "school-attendance", "nursery-places-kept-free", "moves-in-care",
                "family-centres", "young-carers", "births",
            ]
        ),
        // Moves fell by 0.9 of the 1.6 they have moved in all; the others by all of it.
        (
            "change",
            [
                "family-centres", "moves-in-care", "school-attendance",
                "nursery-places-kept-free", "young-carers", "births",
            ]
        ),
        (
            "-change",
            [
                "school-attendance", "nursery-places-kept-free", "moves-in-care",
                "family-centres", "young-carers", "births",
            ]
        ),
        (
            "latest",
            [
                "nursery-places-kept-free", "moves-in-care", "family-centres", "young-carers",
                "births", "school-attendance",
            ]
        ),
        (
            "-latest",
            [
                "school-attendance", "births", "moves-in-care", "family-centres", "young-carers",
                "nursery-places-kept-free",
            ]
        ),
    ])
    func `rows are sorted as a whole`(sort: String, measures: [String]) throws {
        let answer = try get("/scorecards/schools?sort=\(sort)")
        #expect(try answer.rows().map(\.measure) == measures)
    }

    @Test func `a measure without a figure comes last, however figures are sorted`() throws {
        for sort in ["latest", "-latest"] {
            let rows = try get("/scorecards/start-well?sort=\(sort)&group=3").rows()
            #expect(rows.map(\.measure) == ["families-heard", "joy-at-play", "voice"])
            let all = try get("/scorecards/start-well?sort=\(sort)").rows()
            #expect(all.suffix(3).map(\.measure) == rows.map(\.measure))
        }
    }

    @Test func `a sorted list has no headings, and its rows name theirs`() throws {
        let answer = try get("/scorecards/schools?sort=status")
        #expect(try answer.main.descendants.allSatisfy { $0["scope"] != "rowgroup" })
        #expect(try answer.main.all("tbody").count == 1)
        let row = try #require(try answer.row("births"))
        #expect(row.name == "Births Neither higher nor lower is better The picture")
    }

    /// Each header, what it says of the order, and where it leads.
    @Test(arguments: [
        ("", "c-change", "none", "Change , sort worst change first", "sort=change"),
        (
            "sort=change", "c-change", "ascending",
            "Change , sorted worst change first; sort best change first", "sort=-change"
        ),
        (
            "sort=-change", "c-change", "descending",
            "Change , sorted best change first; sort worst change first", "sort=change"
        ),
        ("sort=-change", "c-name", "none", "Measure , sort A to Z", "sort=name"),
        (
            "sort=latest", "c-latest", "descending",
            "Latest , sorted newest figure first; sort oldest figure first", "sort=-latest"
        ),
    ])
    func `a header says how rows are sorted and leads to the other way`(
        query: String, column: Substring, state: String, words: String, next: String
    ) throws {
        let head = try #require(try get("/scorecards/schools?\(query)").main.first("thead"))
        let header = try #require(head.first(class: column))
        #expect(header["aria-sort"] == state)
        #expect(header.text == words)
        #expect(header.first("a")?["href"] == "/scorecards/schools?\(next)")
        #expect((header.first("svg") != nil) == (state != "none"))
    }

    @Test func `headers that do not sort say nothing of order`() throws {
        let head = try #require(try get("/scorecards/schools").main.first("thead"))
        for column in ["c-target", "c-trend", "c-bench"] as [Substring] {
            let header = try #require(head.first(class: column))
            #expect(header["aria-sort"] == nil)
            #expect(header.first("a") == nil)
        }
    }

    @Test func `the caption says the order and its rule, and there is a way back`() throws {
        let main = try get("/scorecards/schools?sort=change").main
        let caption = try #require(main.first("caption")?.text)
        #expect(caption.hasPrefix("6 measures, worst change first"))
        #expect(caption.contains("the range of the measure’s own figures"))
        let back = try #require(main.first(class: "sorted")?.first("a"))
        #expect(back["href"] == "/scorecards/schools")
        #expect(back.text == "Show them in the strategy’s own order")
        #expect(try get("/scorecards/schools").main.first(class: "sorted") == nil)
    }

    @Test(arguments: ["name", "-latest", "status", "-change"])
    func `an order is written as it is read`(text: String) {
        #expect(ScorecardSort(text)?.description == text)
    }

    @Test(arguments: ["", "-", "--name", "Name", "trend", "name-", "−change"])
    func `what is no order is refused`(text: String) {
        #expect(ScorecardSort(text) == nil)
    }
}
