import SQLite
import Scorecard
import Testing

@testable import Portal

/// Standings of several days, of which each must be as if it alone had been asked for.
@Suite struct StandingsQueriesTests {
    @Test(arguments: [true, false])
    func `a day among several is as the day alone`(isReal: Bool) throws {
        let portal = try (isReal ? TestPortal.real : TestPortal.harbourside).get()
        let database = try portal.database()
        let measures = try database.everyMeasure()
        let days = try PeriodChoice(latestOn: portal.settings.today()).all.map(\.end)
        let together = try database.standings(
            of: measures, .everything, on: days, for: .everyone)
        #expect(Set(together.keys) == Set(days))
        for day in days {
            let alone = try database.standings(
                of: measures, .everything, on: day, for: .everyone)
            #expect(together[day]?.mapValues(Seen.init) == alone.mapValues(Seen.init))
        }
    }

    @Test func `several days cost as many statements as one`() throws {
        let portal = try TestPortal.real.get()
        let database = try portal.database()
        let measures = try database.everyMeasure()
        let all = try PeriodChoice(latestOn: portal.settings.today()).all.map(\.end)
        let counts = try [Array(all.prefix(1)), Array(all.prefix(8))].map { days in
            let before = database.counters.statements.count
            _ = try database.standings(of: measures, .everything, on: days, for: .everyone)
            return database.counters.statements.count - before
        }
        #expect(counts[0] == counts[1])
        #expect(counts[0] <= 5)
    }

    @Test func `what ends after a day is not known on it`() throws {
        let database = try TestPortal.harbourside.get().database()
        let measures = try database.everyMeasure().filter { $0.slug == "nursery-places-kept-free" }
        let days = try ["2025-12-31", "2026-03-31", "2026-06-30"].map { try #require(Day($0)) }
        let standings = try database.standings(
            of: measures, .measures(measures.map(\.id)), on: days, for: .everyone)
        let latest = try days.map { day in
            try #require(standings[day]?.values.first).latest?.value?.description
        }
        #expect(latest == [nil, "11", "12"])
    }

    @Test func `a break is not known before it`() throws {
        let portal = try TestPortal()
        let database = try portal.database()
        try database.run(
            """
            INSERT INTO series_break (series_id, ends_on, period, reason)
            SELECT id, \(try #require(Day("2026-03-31"))), '2025-26-FY', 'counted anew'
            FROM series WHERE code = 'moves'
            """)
        let measures = try database.everyMeasure().filter { $0.slug == "moves-in-care" }
        let days = try ["2025-12-31", "2026-06-30"].map { try #require(Day($0)) }
        let standings = try database.standings(
            of: measures, .measures(measures.map(\.id)), on: days, for: .everyone)
        let breaks = try days.map { day in
            try #require(standings[day]?.values.first).breaks.map(\.reason)
        }
        #expect(breaks == [[], ["counted anew"]])
    }

    @Test func `no days have no standings`() throws {
        let database = try TestPortal.harbourside.get().database()
        let measures = try database.everyMeasure()
        let standings = try database.standings(
            of: measures, .everything, on: [], for: .everyone)
        #expect(standings.isEmpty)
    }

    /// Of a target that was replaced between a figure's period and the day, the later one speaks
    /// for the figure, although the earlier one goes on.
    @Test func `an older figure is judged by the target that was begun last in its time`() throws {
        var catalogue = Harbourside.catalogue
        let targets = "Catalogue/targets.csv"
        // School attendance: 94.8 for 2024/25, of at least 94.5 until August 2027.
        catalogue[targets].append(catalogue[targets].rows[0])
        let line = catalogue[targets].rows.count + 1
        catalogue[targets].set("value", "99", line: line)
        catalogue[targets].set("starts_on", "2025-01-01", line: line)
        catalogue[targets].set("ends_on", "2026-01-31", line: line)
        let row = try TestPortal(catalogue).get("/scorecards/schools").row("school-attendance")
        #expect(row?.status == "Off target")
    }
}

/// What a reader sees of a standing.
private struct Seen: Equatable {
    let judgement: Judgement
    let latest: Figure?
    let figures: [[String]]
    let change: Change?
    let breaks: [SeriesBreak]

    init(_ standing: Standing) {
        judgement = standing.judgement
        latest = standing.latest
        figures = [standing.local, standing.country].map { figures in
            figures.map {
                "\($0.period) \($0.value?.description ?? "")\($0.marker?.rawValue ?? "")"
            }
        }
        change = standing.change
        breaks = standing.breaks
    }
}
