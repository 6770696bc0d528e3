import HTTPServer
import SQLite
import Testing

@testable import Portal

@Suite struct ScorecardPageTests {
    /// Every status in words and shape; the fixture says how each is reached.
    @Test(arguments: [
        ("start-well", "school-attendance", "On target", "#i-on"),
        ("start-well", "suspensions", "Close to target", "#i-near"),
        ("start-well", "babies-breastfed", "Close to target", "#i-near"),
        ("start-well", "reading-at-seven", "Target expired", "#i-time"),
        ("start-well", "ready-for-school", "Too early", "#i-time"),
        ("start-well", "families-heard", "Awaiting data", "#i-time"),
        ("start-well", "dental-checks", "No new data", "#i-time"),
        ("start-well", "custody", "Suppressed", "#i-supp"),
        ("start-well", "joy-at-play", "In development", "#i-wait"),
        ("start-well", "voice", "To be defined", "#i-wait"),
        ("schools", "moves-in-care", "Off target", "#i-off"),
        ("schools", "family-centres", "Off target", "#i-off"),
        ("schools", "nursery-places-kept-free", "On target", "#i-on"),
        ("schools", "young-carers", "No target", "#i-none"),
        ("schools", "births", "Context only", "#i-none"),
    ])
    func `a status is words and a shape`(
        scorecard: String, measure: String, words: String, icon: String
    ) throws {
        let answer = try get("/scorecards/\(scorecard)")
        let row = try #require(try answer.row(measure))
        #expect(row.status == words)
        #expect(row.icon == icon)
        #expect(try answer.page.element(id: String(icon.dropFirst()))?.name == "symbol")
    }

    @Test(arguments: [
        ("start-well", "school-attendance", "School attendance Higher is better"),
        ("start-well", "suspensions", "Suspensions per 100 pupils. Lower is better"),
        ("schools", "moves-in-care", "Moves in care 33 of 1,333. Lower is better"),
        ("schools", "births", "Births Neither higher nor lower is better"),
        (
            "schools", "young-carers",
            "Young carers known Not yet agreed whether higher or lower is better"
        ),
    ])
    func `a row says what is counted and which way is good`(
        scorecard: String, measure: String, words: String
    ) throws {
        #expect(try get("/scorecards/\(scorecard)").row(measure)?.name == words)
    }

    /// The figure with its mark, the target with its end and baseline, the change, and England.
    @Test(arguments: [
        (
            "start-well", "school-attendance", "94.8% 2024/25",
            "94.5% until August 2027 from 93.2%", "+0.8 better", "93.1%"
        ),
        (
            "start-well", "suspensions", "4.15 [r] 2024/25", "4.00", "+0.25 worse", "4.80"
        ),
        // A target keeps the places it was set with.
        (
            "start-well", "reading-at-seven", "68.4% 2024/25",
            "75.25% until July 2020 from 71.2%", "Not comparable", "– not available"
        ),
        ("start-well", "ready-for-school", "66.6% 2024/25", "70.0%", "No change", "66.6%"),
        ("start-well", "families-heard", "No figure yet", "None set", "–", "– not available"),
        ("start-well", "joy-at-play", "No figure yet", "60.0%", "–", "– not available"),
        ("start-well", "babies-breastfed", "45.0% 2024/25", "50.0%", "–", "– not available"),
        ("schools", "moves-in-care", "9.9% [p] 2025/26", "8.0%", "−0.9 better", "10.0%"),
        (
            "schools", "nursery-places-kept-free", "12.0% Q1 2026/27", "10.0% to 14.0%",
            "+1.0 better since Q4 2025/26", "– not available"
        ),
        ("schools", "family-centres", "8 2025/26", "9", "−1 worse", "– not available"),
        // The count under 2.5%; England's count would say nothing.
        ("schools", "young-carers", "1,204 2025/26", "None set", "–", "– not available"),
        ("schools", "births", "2,290 2025", "None set", "−20", "– not available"),
    ])
    func `a row shows figure, target, change and England`(
        scorecard: String, measure: String, latest: String, target: String, change: String,
        england: String
    ) throws {
        let row = try #require(try get("/scorecards/\(scorecard)").row(measure))
        #expect(row.latest == latest)
        #expect(row.target == target)
        #expect(row.change == change)
        #expect(row.england == england)
    }

    @Test(arguments: [
        ("2027-08-31", "70.0% until August 2027"), ("2028-02-29", "70.0% until February 2028"),
        ("2027-08-30", "70.0% until 30 August 2027"),
        ("2028-02-28", "70.0% until 28 February 2028"),
    ])
    func `a target's last day is named unless it is its month's`(
        last: String, words: String
    ) throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/targets.csv"].set("ends_on", last, line: 9)
        let portal = try TestPortal(catalogue)
        #expect(try portal.get("/scorecards/start-well").row("ready-for-school")?.target == words)
    }

    @Test func `a withheld figure is [c], with no change and no trend`() throws {
        let row = try #require(try get("/scorecards/start-well").row("custody"))
        #expect(row.latest == "[c] 2024/25")
        #expect(row.change == "Not shown")
        #expect(row.element.first(class: "c-change")?.first("svg") == nil)
        #expect(row.trend == "– no trend")
    }

    @Test func `every letter in brackets on the page is explained under it`() throws {
        let notes = try get("/scorecards/start-well").page.section("kn")?.text ?? ""
        #expect(notes.contains("[c] confidential"))
        #expect(notes.contains("[r] revised."))
        #expect(!notes.contains("[p]"))
    }

    @Test func `rows stand under the headings of the strategy, in its order`() throws {
        let main = try get("/scorecards/start-well").main
        let headings = main.descendants.filter { $0["scope"] == "rowgroup" }.map(\.text)
        #expect(
            headings == [
                "Every day counts Goal 1", "Ready for school Outcome", "Families are heard Goal 2",
            ])
    }

    @Test func `an objective's scorecard holds what is below it and names it`() throws {
        let answer = try get("/scorecards/goal-1")
        #expect(
            try answer.rows().map(\.measure) == [
                "school-attendance", "suspensions", "reading-at-seven", "custody",
                "ready-for-school", "babies-breastfed", "dental-checks",
            ])
        #expect(try answer.main.first("h1")?.text == "Every day counts")
        #expect(try answer.text.contains("Goal 1, Start Well in Harbourside (2025-2028)"))
        #expect(try answer.text.contains("Reported to Early Years Board."))
    }

    @Test func `objectives that are each below the other do not keep a page from ending`() throws {
        let portal = try TestPortal()
        try portal.database().run(
            """
            UPDATE objective SET parent_id = (SELECT id FROM objective WHERE code = 'SW-G1-O1')
            WHERE code = 'SW-G1'
            """)
        #expect(try portal.get("/scorecards/goal-1").rows().count == 7)
        #expect(try portal.get("/scorecards").status == .ok)
        #expect(try portal.get("/strategies/start-well").status == .ok)
    }

    @Test func `a scorecard without a judged measure says why, and has no tally`() throws {
        let answer = try get("/scorecards/goal-2")
        #expect(try answer.tally() == [])
        #expect(try answer.text.contains("None of the 3 measures can be judged:"))
    }

    @Test func `filters that leave nothing say so and lead back`() throws {
        let main = try get("/scorecards/schools?status=close").main
        let empty = try #require(main.first(class: "inset"))
        #expect(
            empty.text
                == "No measures match these filters. Clear all filters to see all 6 measures.")
        #expect(empty.first("a")?["href"] == "/scorecards/schools")
        #expect(main.all("table").isEmpty)
    }

    @Test func `a scorecard to which nothing is attached says so`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeRows(where: "strategy", is: "first-steps")
        let main = try TestPortal(catalogue).get("/scorecards/first-steps").main
        #expect(main.text.contains("There are no measures on this scorecard yet."))
        #expect(main.text.contains("No measures have been attached to this strategy yet."))
        #expect(main.first(class: "inset")?.first("a")?["href"] != "/scorecards/first-steps")
    }

    @Test func `what a file holds is text and never markup`() throws {
        let answer = try get("/scorecards/schools")
        #expect(answer.source.contains("It prints no targets &amp; no dates."))
        #expect(try get("/strategies/schools").source.contains("Schools &lt;Together&gt;"))
    }

    @Test func `an old figure says that it is unchanged`() throws {
        let answer = try TestPortal.harbourside.get().get("/scorecards/start-well")
        #expect(try answer.row("dental-checks")?.latest == "77.7% unchanged since 2021/22")
        #expect(try answer.row("school-attendance")?.latest == "94.8% 2024/25")
        let page = try TestPortal.harbourside.get().get("/measures/dental-checks")
        #expect(try page.text.contains("Harbourside No newer figure has been published."))
    }

    @Test func `a target that moves with time is judged by this period's milestone`() throws {
        var catalogue = Harbourside.catalogue
        let targets = "Catalogue/targets.csv"
        // From 94.0 to 96.0 in two years; in the middle, on 31 August 2025, it is 95.0.
        catalogue[targets].set("milestones", "2024-08-31 94; 2026-08-31 96", line: 2)
        catalogue[targets].set("value", "", line: 2)
        let portal = try TestPortal(catalogue)
        let row = try #require(try portal.get("/scorecards/start-well").row("school-attendance"))
        #expect(row.target.hasPrefix("95.0%, and 96.0% by 31 August 2026"))
        #expect(row.status == "Close to target")
        let page = try portal.get("/measures/school-attendance")
        #expect(
            try page.text.contains(
                "94.8% is 0.2 points below the milestone of 95.0% for 31 August 2025"))
        catalogue[targets].set("milestone_shape", "listed", line: 2)
        let listed = try TestPortal(catalogue).get("/scorecards/start-well")
        #expect(try listed.row("school-attendance")?.status == "On target")
    }
}
