import SQLite
import Scorecard
import Testing

@testable import Portal

/// Which versions of figures are kept, and which of them readers see.
@Suite struct RevisionLoadTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Loads a catalogue on a day, into what earlier loads left.
    private func load(_ catalogue: Catalogue, on day: String) throws {
        try catalogue.write(to: folder)
        _ = try CatalogueLoad(.testing(in: folder, today: day), from: folder).run()
    }

    /// What is shown of the versions of one series: group, period, day, status, value or marker.
    private func shown(_ series: String) throws -> [String] {
        try Database(path: folder.file("portal.sqlite")).all(
            """
            SELECT breakdown.code || ' ' || period || ' ' || date(known_on * 86400, 'unixepoch')
                   || ' ' || status || ' ' || coalesce(value / 1e8, '[' || marker || ']')
            FROM published_revision
            JOIN series ON series.id = published_revision.series_id
            JOIN breakdown ON breakdown.id = published_revision.breakdown_id
            WHERE series.code = \(series)
            ORDER BY breakdown.position, ends_on, period, place
            """
        ) { row throws(SQLError) in try row[0] }
    }

    /// Harbourside with other numbers for moves in care: group, period, status, how many of whom.
    private static func moves(
        _ rows: [(group: String, period: String, status: String, of: (Int32, Int32))]
    ) -> Catalogue {
        var catalogue = Harbourside.catalogue
        catalogue["Figures/moves.csv"].removeAll()
        for row in rows {
            let value = FixedDecimal(row.of.0).dividing(by: FixedDecimal(row.of.1), per: 100)
            catalogue["Figures/moves.csv"].add([
                "area": "H1", "breakdown": row.group, "period": row.period,
                "status": row.status, "value": value?.rounded(to: 1).description ?? "",
                "numerator": "\(row.of.0)", "denominator": "\(row.of.1)",
            ])
        }
        return catalogue
    }

    // MARK: What is kept

    @Test func `a provisional figure and the revised one are two versions`() throws {
        try load(Harbourside.catalogue, on: "2026-07-15")
        #expect(
            try shown("suspensions") == [
                "All 2023-24-AY 2026-07-15 final 3.9",
                "All 2024-25-AY 2026-07-15 provisional 4.4",
                "All 2024-25-AY 2026-07-15 revised 4.15",
            ])
    }

    @Test func `a load that changes a value leaves the old one and its day`() throws {
        try load(Harbourside.catalogue, on: "2026-07-15")
        var catalogue = Harbourside.catalogue
        catalogue["Figures/births.csv"].set("value", "2295", line: 3)
        try load(catalogue, on: "2026-08-01")
        let after = [
            "All 2024-CY 2026-07-15 final 2310.0", "All 2025-CY 2026-07-15 final 2290.0",
            "All 2025-CY 2026-08-01 final 2295.0",
        ]
        #expect(try shown("births") == after)
        // A load of something else, later, changes nothing of it.
        catalogue["Catalogue/measures.csv"].set("title", "Born here", line: 16)
        try load(catalogue, on: "2026-09-01")
        #expect(try shown("births") == after)
        // A value may come back.
        catalogue["Figures/births.csv"].set("value", "2290", line: 3)
        try load(catalogue, on: "2026-10-01")
        #expect(try shown("births") == after + ["All 2025-CY 2026-10-01 final 2290.0"])
    }

    @Test func `a figure that is taken out of the files is told, without its number`() throws {
        try load(Harbourside.catalogue, on: "2026-07-15")
        var catalogue = Harbourside.catalogue
        catalogue["Figures/births.csv"].remove(line: 3)
        try load(catalogue, on: "2026-08-01")
        #expect(
            try shown("births") == [
                "All 2024-CY 2026-07-15 final 2310.0", "All 2025-CY 2026-08-01 final [x]",
            ])
        // And may come back too.
        try load(Harbourside.catalogue, on: "2026-09-01")
        #expect(try shown("births").last == "All 2025-CY 2026-09-01 final 2290.0")
    }

    @Test func `the provisional row may leave the files once it is revised`() throws {
        try load(Harbourside.catalogue, on: "2026-07-15")
        let before = try shown("suspensions")
        var catalogue = Harbourside.catalogue
        catalogue["Figures/suspensions.csv"].removeRows(where: "status", is: "provisional")
        try load(catalogue, on: "2026-08-01")
        #expect(try shown("suspensions") == before)
    }

    @Test func `other areas' figures are not kept`() throws {
        try load(Harbourside.catalogue, on: "2026-07-15")
        let database = try Database(path: folder.file("portal.sqlite"))
        let areas: [String] = try database.all(
            "SELECT DISTINCT area.kind FROM figure_version JOIN area ON area.id = area_id"
        ) { row throws(SQLError) in try row[0] }
        #expect(areas == ["local"])
    }

    // MARK: What is shown

    @Test func `a version that counts few is not shown, nor any of its year`() throws {
        try load(
            Self.moves([
                ("All", "2025-26-FY", "provisional", (4, 900)),
                ("All", "2024-25-FY", "provisional", (90, 900)),
                ("All", "2021-22-FY", "provisional", (80, 900)),
            ]), on: "2026-07-15")
        try load(
            Self.moves([
                ("All", "2025-26-FY", "final", (40, 900)),
                ("All", "2024-25-FY", "final", (99, 900)),
                ("All", "2021-22-FY", "final", (88, 900)),
            ]), on: "2026-08-01")
        #expect(
            try shown("moves") == [
                "All 2021-22-FY 2026-07-15 provisional 8.9",
                "All 2021-22-FY 2026-08-01 final 9.8",
                "All 2024-25-FY 2026-07-15 final [c]", "All 2024-25-FY 2026-08-01 final 11.0",
                "All 2025-26-FY 2026-07-15 final [c]", "All 2025-26-FY 2026-08-01 final 4.4",
            ])
    }

    @Test func `of a figure that is withheld now nothing is told, not even that it moved`() throws {
        try load(
            Self.moves([("All", "2025-26-FY", "provisional", (60, 900))]), on: "2026-07-15")
        try load(Self.moves([("All", "2025-26-FY", "revised", (4, 900))]), on: "2026-08-01")
        #expect(try shown("moves") == ["All 2025-26-FY 2026-07-15 final [c]"])
        try load(Self.moves([("All", "2025-26-FY", "revised", (3, 900))]), on: "2026-09-01")
        #expect(try shown("moves") == ["All 2025-26-FY 2026-07-15 final [c]"])
    }

    @Test func `an old total does not give away a group that was small then`() throws {
        // 100 of 1,000 less 97 of 900 are 3 girls of 100.
        try load(
            Self.moves([
                ("All", "2025-26-FY", "final", (100, 1_000)),
                ("Boys", "2025-26-FY", "final", (97, 900)),
                ("Girls", "2025-26-FY", "final", (3, 100)),
            ]), on: "2026-07-15")
        try load(
            Self.moves([
                ("All", "2025-26-FY", "revised", (140, 1_000)),
                ("Boys", "2025-26-FY", "revised", (90, 900)),
                ("Girls", "2025-26-FY", "revised", (50, 100)),
            ]), on: "2026-08-01")
        #expect(
            try shown("moves") == [
                "All 2025-26-FY 2026-07-15 final [c]", "All 2025-26-FY 2026-08-01 revised 14.0",
                "Girls 2025-26-FY 2026-07-15 final [c]",
                "Girls 2025-26-FY 2026-08-01 revised 50.0",
                "Boys 2025-26-FY 2026-07-15 final [c]", "Boys 2025-26-FY 2026-08-01 revised 10.0",
            ])
    }

    @Test func `an old total is not shown beside groups that are withheld now`() throws {
        try load(
            Self.moves([
                ("All", "2025-26-FY", "final", (120, 1_000)),
                ("Boys", "2025-26-FY", "final", (97, 900)),
                ("Girls", "2025-26-FY", "final", (23, 100)),
            ]), on: "2026-07-15")
        try load(
            Self.moves([
                ("All", "2025-26-FY", "revised", (100, 1_000)),
                ("Boys", "2025-26-FY", "final", (97, 900)),
                ("Girls", "2025-26-FY", "revised", (3, 100)),
            ]), on: "2026-08-01")
        #expect(
            try shown("moves") == [
                "All 2025-26-FY 2026-07-15 final [c]", "All 2025-26-FY 2026-08-01 revised 10.0",
                "Girls 2025-26-FY 2026-07-15 final [c]", "Boys 2025-26-FY 2026-07-15 final [c]",
            ])
    }

    /// One figure is revised in August and the other in September, so that an old group stood
    /// beside a new total for a month.
    @Test func `versions that stood together for a time are held against the rules together`()
        throws
    {
        try load(
            Self.moves([
                ("All", "2025-26-FY", "provisional", (160, 1_000)),
                ("Boys", "2025-26-FY", "provisional", (97, 900)),
            ]), on: "2026-07-15")
        // In between 100 less 97: 3 girls.
        try load(
            Self.moves([
                ("All", "2025-26-FY", "final", (100, 1_000)),
                ("Boys", "2025-26-FY", "provisional", (97, 900)),
            ]), on: "2026-08-01")
        try load(
            Self.moves([
                ("All", "2025-26-FY", "final", (100, 1_000)),
                ("Boys", "2025-26-FY", "final", (60, 900)),
            ]), on: "2026-09-01")
        #expect(
            try shown("moves").filter { $0.hasPrefix("Boys") } == [
                "Boys 2025-26-FY 2026-07-15 final [c]", "Boys 2025-26-FY 2026-09-01 final 6.7",
            ])
    }

    @Test func `the difference of two old figures of the year so far is not given away`() throws {
        func births(_ months: [(String, String)]) -> Catalogue {
            var catalogue = Harbourside.catalogue
            catalogue["Figures/births.csv"].removeAll()
            for (period, value) in months {
                catalogue["Figures/births.csv"].add([
                    "area": "H1", "breakdown": "All", "period": period, "status": "final",
                    "value": value,
                ])
            }
            catalogue["Figures/series.csv"].set("period_kind", "MONTH", line: 14)
            catalogue["Catalogue/measures.csv"].set("time_basis", "cumulative", line: 16)
            return catalogue
        }
        try load(births([("2025-05", "24"), ("2025-06", "27")]), on: "2026-07-15")
        try load(births([("2025-05", "30"), ("2025-06", "40")]), on: "2026-08-01")
        // 27 less 24 are 3 of June alone.
        #expect(
            try shown("births") == [
                "All 2025-05 2026-07-15 final [c]", "All 2025-05 2026-08-01 final 30.0",
                "All 2025-06 2026-07-15 final [c]", "All 2025-06 2026-08-01 final 40.0",
            ])
    }

    @Test func `old versions are rounded like the figures themselves`() throws {
        func births(_ value: String) -> Catalogue {
            var catalogue = Harbourside.catalogue
            catalogue["Catalogue/measures.csv"].set("small_number_rounding", "5", line: 16)
            catalogue["Figures/births.csv"].set("value", value, line: 3)
            return catalogue
        }
        try load(births("2281"), on: "2026-07-15")
        try load(births("2288"), on: "2026-08-01")
        // From 2,288 to 2,291 nothing is seen to move.
        try load(births("2291"), on: "2026-09-01")
        #expect(
            try shown("births").filter { $0.contains("2025") } == [
                "All 2025-CY 2026-07-15 final 2280.0", "All 2025-CY 2026-08-01 final 2290.0",
            ])
    }

    @Test func `no withheld number of Harbourside is among the versions`() throws {
        try load(Harbourside.catalogue, on: "2026-07-15")
        #expect(try shown("custody").last?.hasSuffix("[c]") == true)
        let numbers: [String] = try Database(path: folder.file("portal.sqlite")).all(
            """
            SELECT coalesce(value / 1e8, '') || ' ' || coalesce(numerator / 100000000, '')
                   || ' ' || coalesce(denominator / 100000000, '')
            FROM published_revision
            """
        ) { row throws(SQLError) in try row[0] }
        for number in numbers.flatMap({ $0.split(separator: " ") }) {
            #expect(!Harbourside.Secret.traces.contains(String(number)))
        }
    }
}
