import Scorecard
import Testing

@testable import Portal

/// Which figures stand for a measure, asked of a database into which they were loaded.
@Suite struct StandingTests {
    @Test func `figures stand latest first, however they come`() throws {
        let standing = try standing(
            first: [("2024-25-FY", "3"), ("2022-23-FY", "1"), ("2023-24-FY", "2")])
        #expect(values(standing.local) == ["3", "2", "1"])
    }

    /// Either series may be the one that was published first, or stand first in its file.
    @Test(arguments: [("moves", "moves-report"), ("moves-report", "moves")])
    func `of two figures for a period the series listed first wins`(
        first: String, second: String
    ) throws {
        let standing = try standing(
            of: (first, second), first: [("2024-25-FY", "0")], second: [("2024-25-FY", "1")])
        #expect(values(standing.local) == ["0"])
    }

    @Test(arguments: [("moves", "moves-report"), ("moves-report", "moves")])
    func `a series fills the periods that those before it lack`(
        first: String, second: String
    ) throws {
        let standing = try standing(
            of: (first, second), first: [("2023-24-FY", "1"), ("2025-26-FY", "3")],
            second: [("2022-23-FY", "0"), ("2024-25-FY", "2"), ("2025-26-FY", "9")])
        #expect(values(standing.local) == ["3", "2", "1", "0"])
    }

    @Test func `the country's figures are a line of their own`() throws {
        let standing = try standing(
            first: [("2024-25-FY", "1")], country: [("2024-25-FY", "2"), ("2023-24-FY", "3")])
        #expect(values(standing.local) == ["1"])
        #expect(values(standing.country) == ["2", "3"])
        #expect(standing.countryLatest?.value == FixedDecimal(2))
    }

    @Test func `a figure that ends after the reporting day is not there yet`() throws {
        let standing = try standing(first: [("2025-26-FY", "1"), ("2026-27-FY", "2")])
        #expect(values(standing.local) == ["1"])
    }

    /// The last two figures of a line, and the period of the one that counts as the latest.
    @Test(
        arguments: [
            ("7", "9", "2024-25-FY"),
            // The publisher only says that there is none yet.
            ("7", "x", "2023-24-FY"),
            // It is withheld: nothing before it may stand in its place.
            ("7", "c", "2024-25-FY"),
            ("c", "x", "2023-24-FY"),
            ("x", "z", nil),
        ] as [(String, String, String?)])
    func `the latest figure is the last that is known or withheld`(
        before: String, last: String, latest: String?
    ) throws {
        let standing = try standing(first: [("2023-24-FY", before), ("2024-25-FY", last)])
        #expect(standing.latest?.period.description == latest)
    }

    private func values(_ figures: [Figure]) -> [String?] {
        figures.map { $0.value?.description }
    }

    /// How Harbourside's moves in care stand on 30 June 2026 with these figures alone; a cell
    /// that is no number is a marker.
    private func standing(
        of series: (String, String) = ("moves", "moves-report"),
        first: [(String, String)], second: [(String, String)] = [],
        country: [(String, String)] = []
    ) throws -> Standing {
        var catalogue = Harbourside.catalogue
        for (place, name) in [series.0, series.1].enumerated() {
            catalogue["Catalogue/measure_series.csv"].set("series", name, line: 4 + place)
        }
        catalogue["Figures/\(series.0).csv"].replaceFigures(first, country: country)
        catalogue["Figures/\(series.1).csv"].replaceFigures(second)
        let database = try TestPortal(catalogue).database()
        let measure = try #require(try database.everyMeasure().first { $0.slug == "moves-in-care" })
        let day = try #require(Day("2026-06-30"))
        let standings = try database.standings(
            of: [measure], .measures([measure.id]), on: day, for: .everyone, withHistory: true)
        return try #require(standings[measure.id])
    }
}

extension Catalogue.Table {
    fileprivate mutating func replaceFigures(
        _ figures: [(String, String)], country: [(String, String)] = []
    ) {
        removeAll()
        for (area, figures) in [("H1", figures), ("E1", country)] {
            for (period, cell) in figures {
                add([
                    "area": area, "breakdown": "All", "period": period, "status": "final",
                    (FixedDecimal(cell) == nil ? "marker" : "value"): cell,
                ])
            }
        }
    }
}
