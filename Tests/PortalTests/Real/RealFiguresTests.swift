import SQLite
import Scorecard
import Testing

@testable import Portal

/// The project's own figures on the pages that show them.
@Suite struct RealFiguresTests {
    private let portal: TestPortal

    init() throws {
        portal = try TestPortal.real.get()
    }

    /// Stockport's figures as the Department for Education published them, and England's of 2024.
    @Test func `EHC plans within 20 weeks fell from 94.4 to 7.8`() throws {
        let page = try portal.get("/measures/ehc-plans-within-20-weeks").page
        let rows = page.section("trend")?.cells ?? []
        #expect(
            rows.filter { ["2021", "2022", "2023", "2024"].contains($0[0]) }
                .map { [$0[0], $0[2]] }
                == [["2024", "7.8"], ["2023", "9.9"], ["2022", "49.9"], ["2021", "94.4"]])
        #expect(rows.first { $0[0] == "2024" } == ["2024", "45 of 574", "7.8", "46.4", "−38.6"])
    }

    /// The appendix of the SEND Strategy 2020-23: baseline and target of July 2020, as printed.
    @Test(arguments: [
        ("Progress 8: SEN support", "−0.27", "−0.20"),
        ("Progress 8: EHC plan", "−1.31", "−1.08"),
        ("Suspensions: SEN support", "15.18%", "14.76%"),
        ("Suspensions: EHC plan", "21.90%", "20.90%"),
        ("Permanent exclusions: SEN support", "0.21%", "0.20%"),
        ("Permanent exclusions: EHC plan", "0.14%", "0.13%"),
        ("Attendance: SEN support, primary", "94.3%", "94.6%"),
        ("Attendance: SEN support, secondary", "90.5%", "91.5%"),
        ("Attendance: EHC plan, primary", "93.1%", "93.4%"),
        ("Attendance: EHC plan, secondary", "89.2%", "91.0%"),
        ("Persistent absence: SEN support, primary", "15.5%", "14.3%"),
        ("Persistent absence: SEN support, secondary", "28.2%", "26.0%"),
        ("Persistent absence: EHC plan, primary", "20.8%", "19.5%"),
        ("Persistent absence: EHC plan, secondary", "28.9%", "26.5%"),
        ("Young people with an EHC plan not in education", "43", "35"),
        ("learning disability in settled accommodation", "88.7%", "90.0%"),
        ("learning disability in paid employment", "0.6%", "10.0%"),
    ])
    func `the SEND scorecard shows the appendix's baselines and targets`(
        title: String, baseline: String, target: String
    ) throws {
        let rows = try portal.get("/scorecards/send").rows().filter { $0.name.contains(title) }
        #expect(rows.map(\.target) == ["\(target) until July 2020 from \(baseline)"])
        #expect(rows.map(\.status) == ["Target expired"])
    }

    @Test func `measures without a target and in development are shown as such`() throws {
        let statuses = try Set(
            ["cyp-plan", "start-well", "send", "corporate-parenting", "early-help"].flatMap {
                try portal.get("/scorecards/\($0)").rows().map(\.status)
            })
        #expect(statuses.isSuperset(of: ["No target", "In development"]))
    }

    @Test func `a figure that its publisher withholds is [c] on its measure's page`() throws {
        let withheld = try portal.database().all(
            """
            SELECT DISTINCT measure.slug, published_figure.period
            FROM measure_series
            JOIN measure ON measure.id = measure_series.measure_id
            JOIN area ON area.kind = 'local'
            JOIN line
                ON line.series_id = measure_series.series_id
                AND line.breakdown_id = measure_series.breakdown_id
                AND line.area_id = area.id
            JOIN published_figure ON published_figure.line_id = line.id
            WHERE measure_series.role = 'headline' AND published_figure.marker = 'c'
            """
        ) { row throws(SQLError) in (try row[0, as: String.self], try row[1, as: String.self]) }
        #expect(!withheld.isEmpty)
        for (slug, code) in withheld {
            let period = try #require(Period(code)).shortLabel
            let rows = try portal.get("/measures/\(slug)").page.section("trend")?.cells ?? []
            let row = rows.first { $0[0] == period || $0[0].hasPrefix("\(period) ") }
            #expect(row?.contains("[c]") == true, "\(slug) \(period)")
            // The difference from England, where there is one.
            #expect(row?.last == "[c]" || row?.last == "[x]", "\(slug) \(period)")
        }
    }

    @Test func `the front page counts what the scorecards of the strategies count`() throws {
        let current = try portal.database().strategies().filter { $0.state == .current }
        #expect(try portal.get("/").tally() == portal.sums(of: current.map(\.slug)))
    }

    @Test func `each ambition is counted on the front page as on its own scorecard`() throws {
        let rows = try portal.get("/").page.section("amb")?.all("tr") ?? []
        let words = ["off", "close", "on", "not judged"]
        var seen = 0
        for row in rows {
            guard let mix = row.first(class: "mixnum"), let href = mix.first("a")?["href"]
            else { continue }
            let counts = mix.text
            let sums = try portal.sums(of: [String(href.dropFirst("/scorecards/".count))])
            let said = zip(sums, words).filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
            #expect(counts.hasSuffix(": " + said.joined(separator: " ")), "\(href)")
            seen += 1
        }
        #expect(seen == 7)
    }

    @Test func `the project's own files load again as unchanged`() throws {
        #expect(try CatalogueLoad(portal.settings).run() == .unchanged)
    }
}
