import Testing

@testable import Portal

/// A measure that is the gap between two groups of children.
@Suite struct GapStoryTests {
    /// Harbourside with the gap in moves between boys and girls, where low is good.
    private static func catalogue(
        girls: [(String, String)], boys: [(String, String)], base: String = "MOVES"
    ) -> Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue["Catalogue/measures.csv"].add([
            "code": "GAP", "slug": "gap-in-moves", "title": "Gap in moves", "kind": "derived",
            "value_kind": "points", "unit": "percentage points", "decimals": "1",
            "polarity": "low", "frequency": "as-parts", "period_kind": "PARTS",
            "time_basis": "as-parts", "status": "active", "base_measures": base,
        ])
        catalogue["Catalogue/placements.csv"].add([
            "measure": "GAP", "strategy": "schools", "heading": "In care",
        ])
        for breakdown in ["Boys", "Girls"] {
            catalogue["Catalogue/measure_series.csv"].add([
                "measure": "GAP", "series": "moves", "breakdown": breakdown, "role": "part",
                "match": "exact", "label": "\(breakdown) who moved, %",
            ])
        }
        catalogue["Figures/moves.csv"].removeRows(where: "breakdown", is: "Girls")
        catalogue["Figures/moves.csv"].removeRows(where: "breakdown", is: "Boys")
        for (breakdown, figures) in [("Girls", girls), ("Boys", boys)] {
            for (period, value) in figures {
                catalogue["Figures/moves.csv"].add([
                    "area": "H1", "breakdown": breakdown, "period": period, "status": "final",
                    (value == "c" ? "marker" : "value"): value,
                ])
            }
        }
        return catalogue
    }

    @Test func `a gap is worked out for every period that has both ends`() throws {
        let portal = try TestPortal(
            Self.catalogue(
                girls: [("2024-25-FY", "8.0"), ("2025-26-FY", "7.5")],
                boys: [("2023-24-FY", "12"), ("2024-25-FY", "12.5"), ("2025-26-FY", "12.5")]))
        let row = try #require(try portal.get("/scorecards/schools").row("gap-in-moves"))
        #expect(row.latest == "5.0 2025/26")
        #expect(row.status == "No target")
        #expect(row.change == "+0.5 worse")
        let story = try portal.get("/measures/gap-in-moves").page.section("story")
        #expect(
            story?.all("p").first?.text == """
                Harbourside’s figure for the 2025/26 financial year is 5.0 points. Boys: 12.5%. \
                Girls: 7.5%. The gap is 5.0 points. The gap is wider because the better-off \
                group pulled ahead. 5.0 is 0.5 points higher than the 4.5 for 2024/25: worse.
                """)
    }

    @Test func `where high is good the better-off group stands first`() throws {
        let portal = try TestPortal(
            Self.catalogue(
                girls: [("2025-26-FY", "60")], boys: [("2025-26-FY", "80")], base: "ATTEND"))
        let story = try portal.get("/measures/gap-in-moves").page.section("story")
        #expect(
            story?.all("p").first?.text.contains("Girls: 60.0%. Boys: 80.0%. The gap is 20.0")
                == true)
    }

    @Test func `a gap is withheld with either end`() throws {
        let portal = try TestPortal(
            Self.catalogue(girls: [("2025-26-FY", "c")], boys: [("2025-26-FY", "12.5")]))
        let row = try #require(try portal.get("/scorecards/schools").row("gap-in-moves"))
        #expect(row.latest.hasPrefix("[c]"))
        #expect(row.status == "Suppressed")
    }
}
