import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

/// What readers can add and subtract of figures that several have published.
@Suite struct ReturnedDisclosureTests {
    /// Harbourside with home visits that a ministry publishes, too.
    private static func portal(
        _ kind: String, basis: String = "in-period",
        ministry: [(group: String, period: String, value: String)]
    ) throws -> TestPortal {
        var catalogue = HarboursideReturns.catalogue
        catalogue["Figures/series.csv"].add([
            "series": "visits", "title": "Home visits in the ministry's tables",
            "value_kind": "count", "period_kind": kind, "file": "visits.csv",
        ])
        catalogue["Figures/visits.csv"] = catalogue["Figures/births.csv"]
        catalogue["Figures/visits.csv"].removeAll()
        for (group, period, value) in ministry {
            catalogue["Figures/visits.csv"].add([
                "area": "H1", "breakdown": group, "period": period, "status": "final",
                "value": value,
            ])
        }
        catalogue["Catalogue/measure_series.csv"].add([
            "measure": "VISITS", "series": "visits", "breakdown": "All", "role": "headline",
            "match": "exact",
        ])
        let measures = catalogue["Catalogue/measures.csv"]
        if let index = measures.rows.firstIndex(where: { $0.contains("VISITS") }) {
            catalogue["Catalogue/measures.csv"].set("time_basis", basis, line: index + 2)
        }
        let portal = try TestPortal(catalogue)
        let lead = try portal.member("lea", .approver)
        try portal.openRound(by: lead)
        return portal
    }

    /// Publishes figures as returns do, and shows readers what may be shown.
    private static func publish(
        _ figures: [(period: String, value: Int32)], of measure: String = "VISITS",
        version: Int = 1, in portal: TestPortal
    ) throws {
        let database = try portal.database()
        try database.transaction {
            let round = try database.first("SELECT id, opened_by FROM collection_round") {
                row throws(SQLError) in
                (try row("id", as: Int64.self), try row("opened_by", as: Int64.self))
            }
            let (id, person) = try #require(round)
            let publication = try database.beginPublication(
                ofRound: id, by: person, at: 0, knownOn: portal.settings.today())
            for (code, value) in figures {
                let period = try #require(Period(code))
                try database.run(
                    """
                    INSERT INTO published_entry (measure, period, version, publication_id,
                                                 entry_id, author_role, revision_reason)
                    SELECT \(measure), \(code), \(version), \(publication), min(id), 'Head',
                           \(version > 1 ? "Counted again." : nil)
                    FROM return_entry
                    """)
                try database.run(
                    """
                    INSERT INTO published_entry_figure (measure, period, version, breakdown,
                                                        ends_on, status, value)
                    VALUES (\(measure), \(code), \(version), '', \(period.end),
                            \(version > 1 ? FigureStatus.revised : .final),
                            \(FixedDecimal(value)))
                    """)
            }
            try ReturnPublication(
                database: database, publisher: "Harbourside", today: portal.settings.today()
            ).show([measure])
        }
    }

    /// The periods that readers do not see, each with its series.
    private static func withheld(_ portal: TestPortal) throws -> [String] {
        try portal.database().all(
            """
            SELECT series.code || ' ' || figure.period AS name
            FROM published_figure AS figure
            JOIN line ON line.id = figure.line_id
            JOIN series ON series.id = line.series_id
            WHERE figure.marker = 'c' AND series.code IN ('visits', 'return/VISITS')
            ORDER BY 1
            """
        ) { row throws(SQLError) in try row("name") }
    }

    private static let quarters: [(String, Int32)] = [
        ("2025-26-Q1", 10), ("2025-26-Q2", 3), ("2025-26-Q3", 20), ("2025-26-Q4", 30),
    ]

    @Test func `a small quarter is withheld alone where nobody publishes its year`() throws {
        let portal = try Self.portal("FY", ministry: [("All", "2023-24-FY", "63")])
        try Self.publish(Self.quarters, in: portal)
        #expect(try Self.withheld(portal) == ["return/VISITS 2025-26-Q2"])
    }

    @Test func `a small quarter cannot be worked out from a year of another publisher`() throws {
        let portal = try Self.portal("FY", ministry: [("All", "2025-26-FY", "63")])
        try Self.publish(Self.quarters, in: portal)
        #expect(
            try Self.withheld(portal) == ["return/VISITS 2025-26-Q1", "return/VISITS 2025-26-Q2"])
        // A load of the files shows the same.
        let before = try Self.withheld(portal)
        try portal.database().run("DELETE FROM load")
        _ = try CatalogueLoad(portal.settings, from: portal.folder).run()
        #expect(try Self.withheld(portal) == before)
    }

    @Test func `what was safe is withheld with the publication that makes it unsafe`() throws {
        let portal = try Self.portal("FY", ministry: [("All", "2025-26-FY", "63")])
        try Self.publish([("2025-26-Q1", 10), ("2025-26-Q2", 30)], in: portal)
        #expect(try Self.withheld(portal) == [])
        // With the third quarter readers would know that the fourth has 3.
        try Self.publish([("2025-26-Q3", 20)], in: portal)
        let withheld = try Self.withheld(portal)
        #expect(!withheld.isEmpty)
        // What is small is withheld, and what stood beside it comes back when it is not any more.
        try Self.publish([("2025-26-Q3", 12)], version: 2, in: portal)
        #expect(try Self.withheld(portal) == [])
    }

    @Test func `a year so far is not the whole year but for a few`() throws {
        let portal = try Self.portal(
            "FY", basis: "cumulative", ministry: [("All", "2025-26-FY", "63")])
        try Self.publish(
            [("2025-26-Q1", 10), ("2025-26-Q2", 30), ("2025-26-Q3", 60)], in: portal)
        #expect(try Self.withheld(portal).contains("return/VISITS 2025-26-Q3"))
    }

    @Test func `the same quarter of two publishers is withheld from both`() throws {
        let portal = try Self.portal("FQ", ministry: [("All", "2025-26-Q2", "7")])
        #expect(try Self.withheld(portal) == [])
        try Self.publish([("2025-26-Q2", 5)], in: portal)
        #expect(
            try Self.withheld(portal) == ["return/VISITS 2025-26-Q2", "visits 2025-26-Q2"])
        // Officers see both as they are.
        let seen = try portal.database().all(
            """
            SELECT figure.value FROM service_figure AS figure
            JOIN line ON line.id = figure.line_id
            JOIN series ON series.id = line.series_id
            WHERE figure.period = '2025-26-Q2' AND series.code IN ('visits', 'return/VISITS')
            ORDER BY figure.value
            """
        ) { row throws(SQLError) in try row("value", as: FixedDecimal.self) }
        #expect(seen == [FixedDecimal(5), FixedDecimal(7)])
    }

    @Test func `a group is not left over from a whole of another publisher`() throws {
        let portal = try Self.portal("FQ", ministry: [("Girls", "2025-26-Q2", "19")])
        try Self.publish([("2025-26-Q2", 22)], in: portal)
        #expect(try !Self.withheld(portal).isEmpty)
        try Self.publish([("2025-26-Q2", 42)], version: 2, in: portal)
        #expect(try Self.withheld(portal) == [])
    }

    @Test func `an earlier version is not told beside what another publisher's is withheld`()
        throws
    {
        for (beside, isTold) in [("3", false), ("30", true)] {
            let portal = try Self.portal("FQ", ministry: [("All", "2025-26-Q2", beside)])
            try Self.publish([("2025-26-Q1", 13)], in: portal)
            try Self.publish([("2025-26-Q1", 10)], version: 2, in: portal)
            let history = try portal.get("/measures/home-visits/history").text
            #expect(history.contains("13 became 10") == isTold, "\(beside)")
        }
    }

    @Test func `a gap is withheld where an end of it is`() throws {
        var catalogue = HarboursideReturns.catalogue
        catalogue["Catalogue/measures.csv"].add(all: [
            "code": "APART", "slug": "apart", "title": "Moves apart", "kind": "measure",
            "value_kind": "points", "unit": "points", "decimals": "1", "polarity": "low",
            "frequency": "annual", "period_kind": "FY", "time_basis": "in-period",
            "status": "active",
        ])
        for group in ["Girls", "Boys"] {
            catalogue["Catalogue/measure_series.csv"].add([
                "measure": "APART", "series": "moves", "breakdown": group, "role": "part",
                "match": "exact", "label": group,
            ])
        }
        for (line, value, numerator, denominator) in [
            (8, "10", "100", "1000"), (9, "1.25", "4", "320"), (10, "14.1", "96", "680"),
        ] {
            let moves = "Figures/moves.csv"
            catalogue[moves].set("value", value, line: line)
            catalogue[moves].set("numerator", numerator, line: line)
            catalogue[moves].set("denominator", denominator, line: line)
            catalogue[moves].set("marker", "", line: line)
        }
        let portal = try TestPortal(catalogue)
        let lead = try portal.member("lea", .approver)
        try portal.openRound(by: lead)
        let database = try portal.database()
        let latest = try database.first(
            """
            SELECT figure.period FROM published_figure AS figure
            JOIN line ON line.id = figure.line_id
            JOIN series ON series.id = line.series_id AND series.code = 'moves'
            WHERE figure.marker = 'c' ORDER BY figure.ends_on DESC
            """
        ) { row throws(SQLError) in try row("period", as: String.self) }
        try Self.publish([(try #require(latest), 13)], of: "APART", in: portal)
        let marker = try database.first(
            """
            SELECT figure.marker FROM published_figure AS figure
            JOIN line ON line.id = figure.line_id
            JOIN series ON series.id = line.series_id AND series.code = 'return/APART'
            """
        ) { row throws(SQLError) in try row("marker", as: String?.self) }
        #expect(marker == "c")
    }
}
