import SQLite
import Scorecard
import Testing

@testable import Portal

/// What readers see of figures about few children.
@Suite struct DisclosureLoadTests {
    /// Harbourside with a count of 3 in 30 under the latest figure of moves in care.
    private static var fewMoves: Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].set("numerator", "3", line: 8)
        catalogue["Figures/moves.csv"].set("denominator", "30", line: 8)
        return catalogue
    }

    @Test func `a figure that counts few children is shown nowhere`() throws {
        let portal = try TestPortal(Self.fewMoves)
        let row = try #require(try portal.get("/scorecards/schools").row("moves-in-care"))
        #expect(row.latest.hasPrefix("[c]"))
        #expect(row.status == "Suppressed")
        #expect(row.change == "Not shown")
        for path in ["/scorecards/schools", "/measures/moves-in-care", "/measures", "/"] {
            let source = try portal.get(path).source
            #expect(!source.contains("9.9"), "\(path)")
            #expect(!source.contains("3 of 30"), "\(path)")
        }
    }

    @Test func `the measure's own rule decides what is few`() throws {
        for (threshold, isShown) in [("0", true), ("2", true), ("3", false), ("", false)] {
            var catalogue = Self.fewMoves
            catalogue["Catalogue/measures.csv"].set(
                "small_number_threshold", threshold, line: 4)
            let page = try TestPortal(catalogue).get("/measures/moves-in-care")
            #expect(try page.text.contains("9.9%") == isShown, "threshold \(threshold)")
        }
    }

    @Test func `officers of the service see true values`() throws {
        let database = try TestPortal(Self.fewMoves).database()
        let measures = try database.everyMeasure().filter { $0.slug == "moves-in-care" }
        let id = try #require(measures.first?.id)
        let day = try #require(Day("2026-06-30"))
        for (audience, value) in [(Audience.service, "9.9"), (.everyone, nil)] {
            let standings = try database.standings(
                of: measures, .measures([id]), on: day, for: audience)
            #expect(standings[id]?.latest?.value?.description == value)
            #expect(standings[id]?.latest?.isSuppressed == (value == nil))
        }
    }

    @Test func `a group of few children takes the next smallest with it`() throws {
        var catalogue = Harbourside.catalogue
        let moves = "Figures/moves.csv"
        for (line, value, numerator, denominator) in [
            (8, "10", "100", "1000"), (9, "1.25", "4", "320"), (10, "14.1", "96", "680"),
        ] {
            catalogue[moves].set("value", value, line: line)
            catalogue[moves].set("numerator", numerator, line: line)
            catalogue[moves].set("denominator", denominator, line: line)
            catalogue[moves].set("marker", "", line: line)
        }
        let answer = try TestPortal(catalogue).get("/measures/moves-in-care")
        // Neither is on the page, whether as a group, a part, or a point of a drawing.
        #expect(!answer.source.contains("14.1"))
        #expect(!answer.source.contains("1.25"))
        #expect(
            try answer.page.section("groups")?.cells == [
                ["All", "10.0", "10.0", "0.0"], ["Girls", "[c]", "[x]", "[c]"],
                ["Boys", "[c]", "11.0", "[c]"],
            ])
        // Where they are not said to make up a whole they tell nothing of one another.
        catalogue["Figures/partitions.csv"].removeAll()
        let overlapping = try TestPortal(catalogue).get("/measures/moves-in-care").page
            .section("groups")
        #expect(overlapping?.cells.last == ["Boys", "14.1", "11.0", "+3.1"])
    }

    // MARK: Groups that make up a whole

    /// A group, how many of it, out of how many; none where there is only a marker.
    private typealias Group = (name: String, counts: (Int32, Int32)?)

    /// Which groups of Harbourside's readers do not see.
    private func withheld(
        _ groups: [Group], _ divisions: [(whole: String, parts: [String])],
        marker: String = "c"
    ) throws -> Set<String> {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].removeAll()
        catalogue["Figures/partitions.csv"].removeAll()
        for (name, counts) in groups {
            if !["All", "Boys", "Girls"].contains(name) {
                catalogue["Figures/breakdowns.csv"].add(["breakdown": name, "label": name])
            }
            let (numerator, denominator) = counts ?? (0, 0)
            let share = FixedDecimal(numerator).dividing(by: FixedDecimal(denominator), per: 100)
            catalogue["Figures/moves.csv"].add([
                "area": "H1", "breakdown": name, "period": "2025-26-FY", "status": "final",
                "value": share?.rounded(to: 1).description ?? "",
                "numerator": counts == nil ? "" : "\(numerator)",
                "denominator": counts == nil ? "" : "\(denominator)",
                "marker": counts == nil ? marker : "",
            ])
        }
        for (index, division) in divisions.enumerated() {
            for part in division.parts {
                catalogue["Figures/partitions.csv"].add([
                    "whole": division.whole, "division": "Way \(index)", "part": part,
                ])
            }
        }
        let database = try TestPortal(catalogue).database()
        return try Set(
            database.all(
                """
                SELECT breakdown.code FROM published_figure
                JOIN line ON line.id = published_figure.line_id
                JOIN series ON series.id = line.series_id AND series.code = 'moves'
                JOIN breakdown ON breakdown.id = line.breakdown_id
                WHERE published_figure.marker = 'c'
                """
            ) { row throws(SQLError) in try row[0, as: String.self] })
    }

    private static let bySex = [(whole: "All", parts: ["Boys", "Girls"])]

    @Test func `of one child it need not be stated to which group it belongs`() throws {
        // 4 of 320 and 96 of 680, of 1,001.
        let groups: [Group] = [("All", (101, 1_001)), ("Boys", (4, 320)), ("Girls", (96, 680))]
        #expect(try withheld(groups, Self.bySex) == ["Boys", "Girls"])
        #expect(try withheld(groups, []) == ["Boys"])
    }

    @Test func `what the publisher withholds is not worked out from the other group`() throws {
        let groups: [Group] = [("All", (100, 1_000)), ("Boys", nil), ("Girls", (60, 680))]
        #expect(try withheld(groups, Self.bySex) == ["Boys", "Girls"])
        #expect(try withheld(groups, []) == ["Boys"])
    }

    @Test func `a group is divided like the whole`() throws {
        let groups: [Group] = [
            ("All", (100, 1_000)), ("Boys", (40, 320)), ("Girls", (60, 680)),
            ("Younger girls", (3, 200)), ("Older girls", (57, 480)),
        ]
        let bySexAndAge =
            Self.bySex + [
                (whole: "Girls", parts: ["Younger girls", "Older girls"])
            ]
        #expect(try withheld(groups, bySexAndAge) == ["Younger girls", "Older girls"])
        #expect(try withheld(groups, Self.bySex) == ["Younger girls"])
        // The whole of a division need not be printed; nothing is then summed.
        let parts: [Group] = [("Boys", (3, 320)), ("Girls", (60, 680))]
        #expect(try withheld(parts, Self.bySex) == ["Boys"])
    }

    @Test func `a group that is not printed is not worked out from those that are`() throws {
        let few: [Group] = [("All", (100, 1_000)), ("Girls", (97, 980))]
        #expect(try withheld(few, Self.bySex) == ["Girls"])
        // A row that says that there is no number is no figure.
        #expect(try withheld(few + [("Boys", nil)], Self.bySex, marker: "x") == ["Girls"])
        #expect(try withheld([("All", nil)] + few.dropFirst(), Self.bySex, marker: "x") == [])
        let many: [Group] = [("All", (100, 1_000)), ("Girls", (60, 680))]
        #expect(try withheld(many, Self.bySex) == [])
    }

    @Test func `shares make up a whole that has no figure of its own`() throws {
        let kinds = ["Foster", "Home", "School"]
        let shares: [Group] = [("Foster", (60, 90)), ("Home", (27, 90)), ("School", (3, 90))]
        let divisions = [(whole: "", parts: kinds)]
        #expect(try withheld(shares, divisions) == ["Home", "School"])
        #expect(try withheld(shares, []) == ["School"])
        // One that its publisher withholds, or that is not printed, is what is left.
        let some: [Group] = Array(shares.dropLast())
        #expect(try withheld(some + [("School", nil)], divisions) == ["Home", "School"])
        #expect(try withheld(some, [(whole: "", parts: ["Foster", "Home", "Boys"])]) == ["Home"])
    }

    @Test func `the page tells the rule`() throws {
        let about = try TestPortal.harbourside.get().get("/measures/moves-in-care").page
            .section("about")
        #expect(
            about?.text.contains(
                "Small numbers Only officers of the service see a figure that counts or leaves "
                    + "out fewer than 6 children") == true)
    }

    @Test func `a quarter is not left to be worked out from its year`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/births.csv"].removeAll()
        for (period, value) in [
            ("2025-01", "40"), ("2025-02", "3"), ("2025-03", "27"), ("2025-04", "60"),
        ] {
            catalogue["Figures/births.csv"].add([
                "area": "H1", "breakdown": "All", "period": period, "status": "final",
                "value": value,
            ])
        }
        catalogue["Figures/series.csv"].set("period_kind", "MONTH", line: 14)
        catalogue["Catalogue/measures.csv"].set("time_basis", "cumulative", line: 16)
        let page = try TestPortal(catalogue).get("/measures/births").page
        // Figures for the year so far: April begins a new year; 3 counts few, and 27 less 3 does
        // not.
        #expect(
            page.section("trend")?.cells.map { $0.prefix(2).joined(separator: " ") }
                == ["April 2025 60", "March 2025 27", "February 2025 [c]", "January 2025 40"])
    }

    @Test func `counts are rounded where the measure asks for it`() throws {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].set("small_number_rounding", "5", line: 16)
        let page = try TestPortal(catalogue).get("/measures/births").page
        #expect(page.section("trend")?.cells.first?.prefix(2) == ["2025", "2,290"])
        catalogue["Figures/births.csv"].set("value", "2288", line: 3)
        let rounded = try TestPortal(catalogue).get("/measures/births")
        #expect(try rounded.page.section("trend")?.cells.first?.prefix(2) == ["2025", "2,290"])
        #expect(!rounded.source.contains("2,288"))
    }
}
