import HTTPServer
import Testing

@testable import Portal

@Suite struct MeasurePageTests {
    @Test func `the headline is the figure with its mark, its period and its count`() throws {
        let head = try #require(try get("/measures/moves-in-care").main.first(class: "figure"))
        #expect(head.first(class: "figure__n")?.text == "9.9 % [p]")
        #expect(
            head.first(class: "figure__p")?.text
                == "2025/26 financial year, Harbourside "
                + "33 of 1,333: children moved three times or more")
    }

    /// The status with the rule that led to it, or why there is none.
    @Test(arguments: [
        (
            "school-attendance",
            "On target On target at or above 94.5%; close when no more than 1.0 point below; "
                + "off target beyond that."
        ),
        (
            "suspensions",
            "Close to target On target at or below 4.00; close up to 4.20 (5% of the target); "
                + "off target beyond that."
        ),
        (
            "nursery-places-kept-free",
            "On target On target from 10.0% to 14.0%; off target outside that."
        ),
        (
            "babies-breastfed",
            "Close to target On target at or above 50.0%; close at or above the floor of 40.0%; "
                + "off target below it."
        ),
        ("family-centres", "Off target On target at 9 exactly; off target otherwise."),
        ("young-carers", "No target No target has been set, so 1,204 for 2025/26 is not judged."),
        (
            "reading-at-seven",
            "Target expired The last target ended on 31 July 2020, so 68.4% for 2024/25 is not "
                + "judged."
        ),
        (
            "ready-for-school",
            "Too early The target holds from 1 April 2027, so 66.6% for 2024/25 is not judged."
        ),
        ("families-heard", "Awaiting data There has never been a figure."),
        (
            "dental-checks",
            "No new data The latest figure, 77.7% for 2021/22, is too old to judge on 30 June 2026."
        ),
        (
            "custody",
            "Suppressed The figure for 2024/25 is not shown, so it is not judged."
        ),
        (
            "joy-at-play",
            "In development The measure is agreed and not yet in use, so it is not judged."
        ),
        (
            "voice",
            "To be defined The measure is named and not yet defined, so it cannot be judged."
        ),
        ("births", "Context only The measure sets the scene and is not judged."),
    ])
    func `the status stands with its rule`(measure: String, words: String) throws {
        #expect(
            try get("/measures/\(measure)").main.first(class: "figure")?.facts["Status"] == words)
    }

    @Test(arguments: [
        ("moves-in-care", "Change on the year before", "−0.9 better percentage points"),
        ("nursery-places-kept-free", "Change since Q4 2025/26", "+1.0 better percentage points"),
        (
            "reading-at-seven", "Change on the year before",
            "Not comparable It cannot be compared with the figure for 2023/24: the test was changed."
        ),
        (
            "babies-breastfed", "Change on the year before",
            "No change to show There is no earlier figure."
        ),
        ("suspensions", "Change on the year before", "+0.25 worse per 100 pupils"),
        ("births", "Change on the year before", "−20"),
        ("school-attendance", "England", "93.1% 1.7 points lower than Harbourside"),
        ("ready-for-school", "England", "66.6% the same as Harbourside"),
        ("suspensions", "England", "4.80 0.65 higher than Harbourside"),
        ("births", "England", "Not available"),
        ("school-attendance", "Good performance is", "Higher"),
        ("suspensions", "Good performance is", "Lower Fewer is better & kinder."),
        ("births", "Good performance is", "Neither"),
        ("young-carers", "Good performance is", "Not yet agreed"),
    ])
    func `the head says what else is known`(
        measure: String, term: String, words: String
    ) throws {
        #expect(try get("/measures/\(measure)").main.first(class: "figure")?.facts[term] == words)
    }

    @Test func `a withheld figure is said not to be shown, with its letter`() throws {
        let figure = try #require(try get("/measures/custody").main.first(class: "figure"))
        #expect(figure.first(class: "figure__none")?.text == "Not shown [c]")
        #expect(figure.first(class: "figure__n") == nil)
    }

    @Test func `without a figure nothing is said of change or of England`() throws {
        let figure = try #require(try get("/measures/families-heard").main.first(class: "figure"))
        #expect(figure.facts["Status"] != nil)
        #expect(figure.facts["Change on the year before"] == nil)
        #expect(figure.facts["England"] == nil)
    }

    @Test(arguments: [
        (
            "families-heard",
            "No figures yet for this measure. The first figure is due by 30 August 2026."
        ),
        ("joy-at-play", "No figures yet. The measure is being developed."),
        ("voice", "No figures yet. The strategy names the measure and does not define it."),
    ])
    func `a measure without a figure says why`(measure: String, words: String) throws {
        let main = try get("/measures/\(measure)").main
        #expect(main.first(class: "figure__p")?.text == words)
        #expect(main.section("trend") == nil)
        #expect(main.section("groups") == nil)
        #expect(main.section("compare") == nil)
    }

    @Test func `the page leads to every place where the measure is shown`() throws {
        let places = try #require(try get("/measures/school-attendance").page.section("part"))
        #expect(
            places.all("a").map { $0["href"] } == [
                "/strategies/start-well/every-day-counts", "/strategies/schools",
                "/scorecards/goal-1", "/scorecards/schools", "/boards/family-board",
                "/boards/early-years-board", "/voice/safe", "/scorecards/themes/inclusion",
            ])
        #expect(
            places.all("li").map(\.text) == [
                "Goal 1: Every day counts Start Well in Harbourside (2025-2028)",
                "Schools <Together> In school", "Every day counts", "Schools scorecard",
                "Harbourside Family Board", "Early Years Board",
                "“I feel safe”", "Inclusion Start Well",
            ])
        #expect(
            places.all("h3").map(\.text) == [
                "Scorecards", "Boards that see it", "What children want to be able to say",
                "Themes",
            ])
    }

    @Test func `an archived measure leads to the one that took its place`() throws {
        var catalogue = Harbourside.catalogue
        var measures = Catalogue.Table(catalogue["Catalogue/measures.csv"], adding: "replaced_by")
        measures.set("status", "archived", line: 12)
        measures.set("replaced_by", "FED", line: 12)
        catalogue["Catalogue/measures.csv"] = measures
        let banner = try TestPortal(catalogue).get("/measures/dental-checks").main
            .first(class: "inset")
        #expect(banner?.text.hasSuffix("It has been replaced by Babies breastfed .") == true)
        #expect(banner?.first("a")?["href"] == "/measures/babies-breastfed")
        measures.set("replaced_by", "TEETH", line: 12)
        catalogue["Catalogue/measures.csv"] = measures
        #expect(throws: LoadError.self) { try TestPortal(catalogue) }
    }

    @Test func `the owner is named once the catalogue names one`() throws {
        let about = try get("/measures/births").page.section("about")
        #expect(about?.facts["Owner"] == "No owner has been named yet.")
        var catalogue = Harbourside.catalogue
        var measures = Catalogue.Table(
            catalogue["Catalogue/measures.csv"], adding: "service", "owner_role")
        measures.set("service", "Health visiting", line: 16)
        measures.set("owner_role", "Head of midwifery", line: 16)
        catalogue["Catalogue/measures.csv"] = measures
        let named = try TestPortal(catalogue).get("/measures/births").page.section("about")
        #expect(named?.facts["Owner"] == "Head of midwifery, Health visiting")
    }

    /// From Home to the scorecard that is the parent of the page.
    @Test(arguments: [
        ("school-attendance", "/scorecards/goal-1"), ("ready-for-school", "/scorecards/goal-1"),
        ("births", "/scorecards/schools"),
    ])
    func `the way back is the scorecard that shows the measure`(
        measure: String, scorecard: String
    ) throws {
        let crumbs = try get("/measures/\(measure)").page.first(class: "crumbs")
        #expect(crumbs?.all("a").map { $0["href"] } == ["/", "/scorecards", scorecard])
    }

    @Test func `the contents name the sections that there are, in order`() throws {
        for measure in ["moves-in-care", "custody", "voice", "ready-for-school"] {
            let main = try get("/measures/\(measure)").main
            let named = main.first(class: "subnav")?.all("a").compactMap { $0["href"] }
            let there = main.all("section").compactMap { $0["aria-labelledby"] }
            #expect(
                named == there.filter { $0 != "part" }.map { "#\($0)" }
                    + ["/measures/\(measure)/history"])
        }
    }

    @Test func `an archived measure says that it is kept for the record`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("status", "archived", line: 12)
        let main = try TestPortal(catalogue).get("/measures/dental-checks").main
        #expect(main.first(class: "inset")?.text.hasPrefix("This measure is no longer") == true)
    }

    @Test func `a measure that is nowhere placed has a page`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/placements.csv"].removeRows(where: "measure", is: "BIRTHS")
        let answer = try TestPortal(catalogue).get("/measures/births")
        #expect(answer.status == .ok)
        #expect(
            try answer.page.first(class: "crumbs")?.all("a").map { $0["href"] }
                == ["/", "/measures"])
    }

    @Test func `a measure that is not there is answered with the way to all`() throws {
        let answer = try get("/measures/tides")
        #expect(answer.status == .notFound)
        #expect(try answer.text.contains("There is no measure called “tides”."))
        #expect(try answer.page.section("choices")?.first("a")?["href"] == "/measures")
    }
}
