import HTTPServer
import SQLite
import Scorecard
import Testing

@testable import Portal

@Suite struct DataRowQueriesTests {
    @Test func `a file is for spreadsheets, and is kept under its name`() throws {
        let response = try get("/data/figures.csv").response
        #expect(
            response.headers["Content-Type"] == "text/csv; charset=utf-8; header=present")
        #expect(
            response.headers["Content-Disposition"] == "attachment; filename=\"figures.csv\"")
        #expect(response.body.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(response.headers["ETag"] != nil)
    }

    /// Attendance is 100 less the absence that is published: 6.0, 5.2, and England's 7.1, 6.9.
    @Test func `figures are the measure's own, area by area, the oldest first`() throws {
        let lines = try get("/data/measure-school-attendance.csv").lines.dropFirst()
        let start = "ATTEND,School attendance"
        let years = ["2023-24-AY,2023/24 academic year", "2024-25-AY,2024/25 academic year"]
        #expect(
            Array(lines) == [
                "\(start),H1,Harbourside,All,\(years[0]),94,,,%,,final,",
                "\(start),H1,Harbourside,All,\(years[1]),94.8,,,%,,final,",
                "\(start),E1,England,All,\(years[0]),92.9,,,%,,final,",
                "\(start),E1,England,All,\(years[1]),93.1,,,%,,final,",
            ])
    }

    @Test func `a period that two series have comes once, from the one listed first`() throws {
        let lines = try get("/data/measure-moves-in-care.csv").lines
        let own = lines.filter { $0.contains(",H1,") }
        #expect(own.count { $0.contains("2024-25-FY") } == 1)
        #expect(own.count { $0.contains("2023-24-FY") } == 1)
        #expect(!own.contains { $0.contains(",99.1,") })
    }

    @Test func `a withheld figure is its marker, without its numbers`() throws {
        let lines = try get("/data/measure-custody.csv").lines.dropFirst()
        let own = try #require(lines.last { $0.contains(",H1,") && $0.contains("2024-25-FY") })
        #expect(own.contains(",2024/25 financial year,[c],,,,[c],"))
        let source = try get("/data/figures.csv").source
        for secret in [Harbourside.Secret.custody, Harbourside.Secret.girls] {
            #expect(!source.contains(secret))
        }
    }

    @Test func `another area's count is left out, since it says how large the area is`() throws {
        let lines = try get("/data/measure-young-carers.csv").lines.dropFirst()
        #expect(lines.count == 1)
        #expect(lines.first?.contains(",H1,Harbourside,All,2025-26-FY,") == true)
        #expect(lines.first?.contains(",1204,") == true)
    }

    @Test func `only neighbours of the latest model stand beside our own area`() throws {
        let source = try get("/data/figures.csv").source
        #expect(!source.contains(",N3,"))
    }

    @Test func `a scorecard's file holds its measures and no others`() throws {
        let all = try get("/data/figures.csv").lines.dropFirst()
        let some = try get("/data/scorecard-goal-1.csv").lines.dropFirst()
        let codes = Set(some.map { String($0.prefix { $0 != "," }) })
        #expect(
            codes == ["ATTEND", "SUSPEND", "READING", "CUSTODY", "READY", "FED", "TEETH"])
        #expect(Array(some) == all.filter { codes.contains(String($0.prefix { $0 != "," })) })
    }

    @Test func `a measure without figures has a file with its header row`() throws {
        let answer = try get("/data/measure-families-heard.csv")
        #expect(answer.status == .ok)
        #expect(answer.lines.count == 1)
    }

    /// The gaps of the real portal, as the pages work them out too.
    @Test func `a gap is worked out from its two ends`() throws {
        let database = try TestPortal.real.get().database()
        let gaps = try database.everyMeasure().filter { $0.kind == .derived }
        let standings = try database.standings(
            of: gaps, .measures(gaps.map(\.id)), on: Day.endOfTime, for: .everyone,
            withHistory: true)
        var count = 0
        for gap in gaps {
            let own = try database.dataRows(.measures([gap.id]), for: .everyone)
                .filter { $0.areaCode == "E08000007" }
            #expect(own.map(\.figure) == standings[gap.id]?.local.reversed() ?? [])
            #expect(own.allSatisfy { $0.group.hasPrefix("Gap: ") })
            count += own.count
        }
        #expect(count > 10)
    }

    /// The file says of every measure what its page is made from.
    @Test func `the figures of the real portal are those of its pages`() throws {
        let database = try TestPortal.real.get().database()
        let measures = try database.everyMeasure()
        let standings = try database.standings(
            of: measures, .everything, on: Day.endOfTime, for: .everyone, withHistory: true)
        let codes = Dictionary(
            grouping: try database.dataRows(.everything, for: .everyone)
                .filter { $0.areaCode == "E08000007" }, by: \.code)
        let latest = Dictionary(
            codes.map { code, rows in (code, rows.last { $0.figure.isKnown }?.figure.value) },
            uniquingKeysWith: { $1 })
        var differing: [String] = []
        for measure in measures {
            guard let code = try database.measure(measure.slug)?.code else { continue }
            if standings[measure.id]?.latest?.value != latest[code] ?? nil {
                differing.append(code)
            }
        }
        #expect(differing == [])
    }
}
